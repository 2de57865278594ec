#include "vault/cbor.h"

#include <doctest/doctest.h>

#include <climits>
#include <random>

#include "any_cbor.h"
#include "vault/primitives.h"

using namespace goodweek;
using namespace goodweek::vault;

namespace {

CborProblem problem(std::string_view hex, const CborLimits& limits = {}) {
    const auto read = decode(from_hex(hex).value(), limits);
    REQUIRE_MESSAGE(!read, hex, " was taken");
    return read.error();
}

std::string spelled(const Cbor& value) { return to_hex(encode(value)); }

}  // namespace

TEST_CASE("a value has one spelling, the shortest") {
    CHECK(spelled(0u) == "00");
    CHECK(spelled(23u) == "17");
    CHECK(spelled(24u) == "1818");
    CHECK(spelled(255u) == "18ff");
    CHECK(spelled(256u) == "190100");
    CHECK(spelled(65'536u) == "1a00010000");
    CHECK(spelled(std::uint64_t{1} << 32) == "1b0000000100000000");
    CHECK(spelled(UINT64_MAX) == "1bffffffffffffffff");
    CHECK(spelled(-1) == "20");
    CHECK(spelled(-24) == "37");
    CHECK(spelled(-25) == "3818");
    CHECK(spelled(INT64_MIN) == "3b7fffffffffffffff");
    CHECK(spelled("") == "60");
    CHECK(spelled(Bytes{1, 2}) == "420102");
    CHECK(spelled(Cbor::Array{1u, "a"}) == "82016161");
    CHECK_MESSAGE(spelled(Cbor::Map{{"b", 2u}, {"a", 1u}, {"aa", 3u}}) ==
                      "a36161016261610361"
                      "6202",
                  "keys ascend byte by byte");
}

TEST_CASE("whatever is read is written as the same bytes") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        const auto value = any_value(random, 0);
        const auto bytes = encode(value);
        const auto read = decode(bytes);
        REQUIRE(read);
        CHECK(*read == value);
        CHECK(encode(*read) == bytes);
    }
}

TEST_CASE("a value cut short anywhere is not a value, nor is one with something after it") {
    Random random{7};
    const Cbor value = Cbor::Map{{"a", any_value(random, 6)}, {"b", Cbor::Array{"x", Bytes(30, 1), -500}}};
    auto bytes = encode(value);
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        CAPTURE(length);
        CHECK(decode(ByteView(bytes).first(length)).error() == CborProblem::cut_short);
    }
    bytes.push_back(0);
    CHECK(decode(bytes).error() == CborProblem::trailing);
}

TEST_CASE("any bytes at all are either refused or mean exactly what they say") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        auto bytes = encode(any_value(random, 4));
        for (int changes = 0; changes < 30; ++changes) {
            auto bent = bytes;
            bent[below(random, bent.size())] = static_cast<std::uint8_t>(random());
            if (const auto read = decode(bent)) CHECK(encode(*read) == bent);
        }
    }
}

TEST_CASE("what the subset leaves out is refused by name") {
    CHECK(problem("1817") == CborProblem::not_canonical);
    CHECK(problem("190000") == CborProblem::not_canonical);
    CHECK(problem("1a0000ffff") == CborProblem::not_canonical);
    CHECK(problem("1b00000000ffffffff") == CborProblem::not_canonical);
    CHECK(problem("580101") == CborProblem::not_canonical);
    CHECK_MESSAGE(problem("a2616201616101") == CborProblem::not_canonical, "keys out of order");
    CHECK_MESSAGE(problem("a2616101616102") == CborProblem::not_canonical, "a key twice");
    CHECK_MESSAGE(problem("a10102") == CborProblem::forbidden, "a key that is a number");
    CHECK_MESSAGE(problem("f4") == CborProblem::forbidden, "false");
    CHECK_MESSAGE(problem("f6") == CborProblem::forbidden, "null");
    CHECK_MESSAGE(problem("f93c00") == CborProblem::forbidden, "a float");
    CHECK_MESSAGE(problem("fb3ff0000000000000") == CborProblem::forbidden, "a longer float");
    CHECK_MESSAGE(problem("c000") == CborProblem::forbidden, "a tag");
    CHECK_MESSAGE(problem("9fff") == CborProblem::forbidden, "an indefinite array");
    CHECK_MESSAGE(problem("bfff") == CborProblem::forbidden, "an indefinite map");
    CHECK_MESSAGE(problem("7fff") == CborProblem::forbidden, "an indefinite text");
    CHECK_MESSAGE(problem("1c") == CborProblem::forbidden, "a reserved length");
    CHECK_MESSAGE(problem("3b8000000000000000") == CborProblem::out_of_range, "below what 64 bits hold");
}

TEST_CASE("depth, count and size are bounded before anything is built") {
    CHECK(decode(from_hex("8181818181818180").value()));
    CHECK(problem("818181818181818180") == CborProblem::too_deep);
    CHECK(problem("a16161a16161a16161a16161a16161a16161a16161a16161a0") == CborProblem::too_deep);
    CHECK_MESSAGE(problem("9b7fffffffffffffff") == CborProblem::cut_short, "a claim of many costs nothing");
    CHECK(problem("5b7fffffffffffffff00") == CborProblem::cut_short);
    CHECK(problem("bbffffffffffffffff") == CborProblem::cut_short);
    CHECK(problem("83000000", {.depth = 8, .values = 3}) == CborProblem::too_many);
    CHECK(decode(from_hex("83000000").value(), {.depth = 8, .values = 4}));
    CHECK_MESSAGE(decode(Bytes(1'000'000, 0x7F)).error() == CborProblem::forbidden, "nested for ever");
    CHECK(decode(Bytes(1'000'000, 0x81)).error() == CborProblem::too_deep);
}

TEST_CASE("names in any script are words; control characters and reversed text are not") {
    CHECK(text_allowed("Zoë Łukasiewicz 李 🦔\nsecond line"));
    CHECK(text_allowed("عربي"));
    CHECK(text_allowed(""));
    CHECK_FALSE(text_allowed(std::string_view("a\0b", 3)));
    CHECK_FALSE(text_allowed("tab\there"));
    CHECK_FALSE(text_allowed("\r\n"));
    CHECK_FALSE(text_allowed("\x1b[31m"));
    CHECK_FALSE(text_allowed("from \u202Enalyd"));
    CHECK_FALSE(text_allowed("\u2066x\u2069"));
    CHECK_FALSE_MESSAGE(text_allowed("\xC3"), "cut short");
    CHECK_FALSE_MESSAGE(text_allowed("\xC0\x80"), "longer than it need be");
    CHECK_FALSE_MESSAGE(text_allowed("\xE0\x80\x8A"), "a newline spelled long");
    CHECK_FALSE_MESSAGE(text_allowed("\xED\xA0\x80"), "half of a pair");
    CHECK_FALSE_MESSAGE(text_allowed("\xF4\x90\x80\x80"), "beyond the last character");
    CHECK_FALSE_MESSAGE(text_allowed("\xF0\x8F\xBF\xBF"), "four bytes where three do");
    CHECK_FALSE_MESSAGE(text_allowed("\x80"), "begins in the middle");
    CHECK_FALSE_MESSAGE(text_allowed("\xC3("), "not a continuation");
    CHECK(problem("62c328") == CborProblem::bad_text);
    CHECK(problem("a1610900") == CborProblem::bad_text);
}

TEST_CASE("fields are asked for by name and kind, and a wrong one has a name too") {
    const Cbor map =
        Cbor::Map{{"t", "word"},          {"b", Bytes{1, 2, 3}},      {"u", 5u}, {"n", -5}, {"h", UINT64_MAX},
                  {"a", Cbor::Array{1u}}, {"m", Cbor::Map{{"x", 1u}}}};
    CHECK(text(map, "t").value() == "word");
    CHECK(bytes(map, "b").value().size() == 3);
    CHECK(unsigned_integer(map, "u").value() == 5);
    CHECK(integer(map, "n").value() == -5);
    CHECK(integer(map, "u").value() == 5);
    CHECK(array(map, "a").value().size() == 1);
    CHECK(unsigned_integer(*vault::map(map, "m").value(), "x").value() == 1);
    CHECK(block<3>(map, "b").value() == Block<3>{1, 2, 3});

    CHECK(text(map, "z").error() == CborProblem::missing_field);
    CHECK(text(map, "b").error() == CborProblem::wrong_type);
    CHECK(bytes(map, "t").error() == CborProblem::wrong_type);
    CHECK(array(map, "t").error() == CborProblem::wrong_type);
    CHECK(vault::map(map, "t").error() == CborProblem::wrong_type);
    CHECK(unsigned_integer(map, "n").error() == CborProblem::out_of_range);
    CHECK(unsigned_integer(map, "t").error() == CborProblem::wrong_type);
    CHECK(integer(map, "h").error() == CborProblem::out_of_range);
    CHECK(integer(map, "t").error() == CborProblem::wrong_type);
    CHECK(block<4>(map, "b").error() == CborProblem::wrong_type);
    CHECK(text("not a map", "t").error() == CborProblem::wrong_type);
    CHECK(find("not a map", "t") == nullptr);

    CHECK(optional_text(map, "t").value() == "word");
    CHECK_FALSE(optional_text(map, "z").value().has_value());
    CHECK(optional_text(map, "u").error() == CborProblem::wrong_type);
    CHECK(optional_text("not a map", "t").error() == CborProblem::wrong_type);
    CHECK_FALSE(optional_bytes(map, "z").value().has_value());
    CHECK(optional_unsigned(map, "u").value() == 5);
    CHECK(optional_integer(map, "n").value() == -5);
    CHECK(optional_array(map, "z").value().empty());
    CHECK(optional_array(map, "a").value().size() == 1);
    CHECK(optional_array(map, "t").error() == CborProblem::wrong_type);

    CHECK(has_only(map, {"t", "b", "u", "n", "h", "a", "m", "more"}));
    CHECK_FALSE(has_only(map, {"t", "b"}));
    CHECK_FALSE(has_only("not a map", {}));
}
