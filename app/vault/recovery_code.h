// The recovery code: 128 random bits on paper, the way back in when the passphrase is forgotten and every phone is
// lost (security.md 2.6). 26 characters carry the bits and two more are a check, so a slip of the pen is noticed
// before anything is tried.
#pragma once

#include <string>
#include <string_view>

#include "domain/result.h"
#include "vault/primitives.h"

namespace goodweek::vault {

enum class RecoveryProblem {
    not_a_code,  // too short, too long, or with a character no code has
    mistyped,    // its shape is right, its check characters are not
};

class RecoveryCode {
public:
    static constexpr std::size_t characters = 28;
    static constexpr std::size_t groups = 7;

    static RecoveryCode random();
    // Takes it as people type it (crockford.h).
    static Result<RecoveryCode, RecoveryProblem> read(std::string_view typed);

    explicit RecoveryCode(const Block<16>& bits) : bits_(bits) {}
    RecoveryCode(const RecoveryCode&) = default;
    RecoveryCode& operator=(const RecoveryCode&) = default;
    ~RecoveryCode();

    // "XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"
    std::string text() const;
    // Did they write this group down? Groups count from 0; typed as people type.
    bool group_is(std::size_t group, std::string_view typed) const;

    // KDF(code, label, context): the key of its slot ("rec-slot"), the seeds of its device ("rec-sign", "rec-kem").
    Key derive(std::string_view label, std::initializer_list<ByteView> context = {}) const;

private:
    Block<16> bits_;
};

}  // namespace goodweek::vault
