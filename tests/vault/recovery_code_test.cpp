#include "vault/recovery_code.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "vault/crockford.h"

using namespace goodweek;
using namespace goodweek::vault;

namespace {

RecoveryCode counting_code() {
    Block<16> bits{};
    for (std::uint8_t i = 0; i < 16; ++i) bits[i] = i;
    return RecoveryCode(bits);
}

RecoveryProblem problem(std::string_view typed) {
    const auto read = RecoveryCode::read(typed);
    REQUIRE_MESSAGE(!read, typed, " was taken");
    return read.error();
}

}  // namespace

TEST_CASE("a code is spelled without letters that look like others, and read back whatever its length") {
    const auto bytes = from_hex("00443214c74254b635cf84653a56d7c675be77df").value();
    CHECK(crockford(bytes, 32) == "0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    CHECK(from_crockford("0123456789abcdefghjkmnpqrstvwxyz", 32) == bytes);
    CHECK(crockford(Bytes{0xFF}, 2) == "ZW");
    CHECK(crockford({}, 2) == "00");
    CHECK(from_crockford("ZW", 2) == Bytes{0xFF, 0x00});
    CHECK(from_crockford("", 0) == Bytes{});
    CHECK_MESSAGE(from_crockford(crockford(Bytes(13, 0xAB), 20), 20)->size() == 13, "a second phone's 100 bits");
    CHECK_MESSAGE(from_crockford(crockford(Bytes(10, 0xCD), 16), 16) == Bytes(10, 0xCD), "an invite's 80 bits");
}

TEST_CASE("a code is read however a tired person types it") {
    const Bytes one_zero = from_crockford("10", 2).value();
    for (const auto* typed : {"IO", "lo", "l 0", "-1-o-", "i\n0", "L\t0\r"}) {
        CAPTURE(typed);
        CHECK(from_crockford(typed, 2) == one_zero);
    }
    for (const auto* typed : {"", "1", "100", "1U", "1?",
                              "1\xC2\xA0"
                              "0",
                              "1_0"}) {
        CAPTURE(typed);
        CHECK_FALSE(from_crockford(typed, 2).has_value());
    }
    CHECK(grouped("ABCDEFGHIJ", 4) == "ABCD-EFGH-IJ");
    CHECK(grouped("", 4).empty());
}

TEST_CASE("a recovery code is seven groups of four, and is itself when typed back") {
    const auto code = counting_code();
    const auto text = code.text();
    CHECK(text.size() == 34);
    CHECK(std::ranges::count(text, '-') == 6);
    for (std::string typed : {text, "  " + text + "\n"}) {
        const auto read = RecoveryCode::read(typed);
        REQUIRE(read);
        CHECK(read->text() == text);
    }
    std::string careless;
    for (const char c : text)
        if (c != '-') careless += c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(std::tolower(c));
    CHECK(RecoveryCode::read(careless).value().text() == text);
}

TEST_CASE("every slip of one character, and every swap of neighbours but few, is noticed before anything is tried") {
    const auto text = crockford(from_crockford(counting_code().text(), 28).value(), 28);
    int unnoticed = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        for (const char other : std::string_view("0123456789ABCDEFGHJKMNPQRSTVWXYZ")) {
            if (other == text[i]) continue;
            auto slipped = text;
            slipped[i] = other;
            if (RecoveryCode::read(slipped)) ++unnoticed;
        }
        if (i + 1 < text.size() && text[i] != text[i + 1]) {
            auto swapped = text;
            std::swap(swapped[i], swapped[i + 1]);
            if (RecoveryCode::read(swapped)) ++unnoticed;
        }
    }
    // Ten bits of check let one slip in 1,024 by; 895 were tried.
    CHECK(unnoticed <= 3);
    auto last = text;
    last[27] = last[27] == '0' ? '2' : '0';
    CHECK(problem(last) == RecoveryProblem::mistyped);
}

TEST_CASE("what is not a code at all is told from a code with a slip") {
    CHECK(problem("") == RecoveryProblem::not_a_code);
    CHECK(problem("my usual password") == RecoveryProblem::not_a_code);
    CHECK(problem(counting_code().text().substr(0, 33)) == RecoveryProblem::not_a_code);
    CHECK(problem(counting_code().text() + "0") == RecoveryProblem::not_a_code);
    CHECK_MESSAGE(problem("ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ") == RecoveryProblem::mistyped,
                  "the two bits that carry nothing must be zero");
}

TEST_CASE("a group asked back is right only if it was written down right") {
    const auto code = counting_code();
    const auto text = code.text();
    for (std::size_t group = 0; group < RecoveryCode::groups; ++group) {
        CHECK(code.group_is(group, text.substr(group * 5, 4)));
        CHECK_FALSE(code.group_is(group, "ZZZZ"));
        CHECK_FALSE(code.group_is(group, text.substr(group * 5, 3)));
        CHECK_FALSE(code.group_is(group, ""));
    }
    CHECK_FALSE(code.group_is(7, text.substr(0, 4)));
}

TEST_CASE("no two recovery codes are alike, and each derives its own keys for each use") {
    std::set<std::string> codes;
    for (int i = 0; i < 200; ++i) codes.insert(RecoveryCode::random().text());
    CHECK(codes.size() == 200);
    const auto code = counting_code();
    CHECK(code.derive("rec-sign") == counting_code().derive("rec-sign"));
    CHECK_FALSE(code.derive("rec-sign") == code.derive("rec-kem"));
    CHECK_FALSE(code.derive("rec-sign") == RecoveryCode::random().derive("rec-sign"));
}
