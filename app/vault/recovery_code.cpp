#include "vault/recovery_code.h"

#include <algorithm>

#include "vault/crockford.h"

namespace goodweek::vault {

namespace {

constexpr std::size_t carrying = 26;  // 130 bits: the code's 128 and two zeros
constexpr std::size_t checking = 2;   // the first ten bits of H("recovery", bits)

std::string spelled(ByteView bits) {
    return crockford(bits, carrying) + crockford(hash("recovery", {bits}), checking);
}

}  // namespace

RecoveryCode RecoveryCode::random() {
    Block<16> bits{};
    fill_random(bits);
    const RecoveryCode code(bits);
    wipe(bits);
    return code;
}

Result<RecoveryCode, RecoveryProblem> RecoveryCode::read(std::string_view typed) {
    auto bytes = from_crockford(typed, characters);
    if (!bytes) return Failure<RecoveryProblem>(RecoveryProblem::not_a_code);
    Block<16> bits{};
    std::copy_n(bytes->begin(), bits.size(), bits.begin());
    const RecoveryCode code(bits);
    wipe(bits);
    // Spelling it again checks the check characters and the two bits that must be zero at once.
    const bool as_meant = from_crockford(spelled(code.bits_), characters) == bytes;
    wipe(*bytes);
    if (!as_meant) return Failure<RecoveryProblem>(RecoveryProblem::mistyped);
    return code;
}

RecoveryCode::~RecoveryCode() { wipe(bits_); }

std::string RecoveryCode::text() const { return grouped(spelled(bits_), characters / groups); }

bool RecoveryCode::group_is(std::size_t group, std::string_view typed) const {
    constexpr auto length = characters / groups;
    const auto meant = from_crockford(typed, length);
    return group < groups && meant && meant == from_crockford(spelled(bits_).substr(group * length, length), length);
}

Key RecoveryCode::derive(std::string_view label, std::initializer_list<ByteView> context) const {
    return derive_from(bits_, label, context);
}

}  // namespace goodweek::vault
