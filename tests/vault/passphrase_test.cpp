#include "vault/passphrase.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "vault/primitives.h"
#include "vault/word_list.h"

using namespace goodweek;
using namespace goodweek::vault;

TEST_CASE("there are 2048 words, short and plain, no two alike in their first four letters") {
    std::set<std::string_view> beginnings;
    std::string_view before;
    for (std::size_t place = 0; place < word_count; ++place) {
        const auto text = word(place);
        CAPTURE(text);
        CHECK(text.size() >= 3);
        CHECK(text.size() <= 7);
        CHECK(std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; }));
        CHECK(before < text);
        CHECK(beginnings.insert(text.substr(0, 4)).second);
        CHECK(is_word(text));
        before = text;
    }
    CHECK_FALSE(is_word(""));
    CHECK_FALSE(is_word("xylophone"));
}

TEST_CASE("the list is the one printed on paper: no word has moved") {
    std::string all;
    for (std::size_t place = 0; place < word_count; ++place) all += std::string(word(place)) + '\n';
    CHECK(to_hex(hash("words", {bytes_of(all)})) ==
          "6741f6fb67cecf0bf384c9012005cfba56e6c4961244c92cd2c5037d0fbb04af");
}

TEST_CASE("numbers are spoken as words, eleven bits each") {
    CHECK(as_words(Bytes{0x00, 0x00}, 1).front() == word(0));
    CHECK(as_words(Bytes{0xFF, 0xE0}, 1).front() == word(2047));
    CHECK(as_words(Bytes{0x00, 0x20}, 1).front() == word(1));
    const auto words = as_words(Bytes{0x00, 0x3F, 0xFE, 0x00, 0x00}, 3);
    CHECK(words == std::vector<std::string_view>{word(1), word(2047), word(1024)});
    CHECK_MESSAGE(as_words(Bytes(32, 0xFF), 8).back() == word(2047), "a clinic's fingerprint is eight");
    CHECK(as_words({}, 1).front() == word(0));
}

TEST_CASE("the passphrase we offer is four words, and another one each time") {
    std::set<std::string> offered;
    for (int i = 0; i < 200; ++i) {
        const auto text = new_passphrase();
        CHECK(std::ranges::count(text, ' ') == 3);
        CHECK(passphrase_secret(text) == text);
        CHECK(judge_new_passphrase(text));
        offered.insert(text);
    }
    CHECK(offered.size() == 200);
}

TEST_CASE("our four words open the vault however a phone's keyboard spells them") {
    const auto meant = "badge lantern puddle teapot";
    for (const auto* typed : {"badge lantern puddle teapot", "Badge Lantern Puddle Teapot ",
                              "badge-lantern-puddle-teapot", " BADGE  lantern -\tpuddle\nteapot"}) {
        CAPTURE(typed);
        CHECK(passphrase_secret(typed) == meant);
    }
}

TEST_CASE("a passphrase of their own counts exactly as it was typed, but for spaces around it") {
    CHECK(passphrase_secret("Badge Lantern Puddle") == "Badge Lantern Puddle");
    CHECK(passphrase_secret("Badge Lantern Puddle Xylophone") == "Badge Lantern Puddle Xylophone");
    CHECK(passphrase_secret("  My  Dog-is 12 ") == "My  Dog-is 12");
    CHECK(passphrase_secret("badge lantern puddle teapot badge") == "badge lantern puddle teapot badge");
    CHECK(passphrase_secret("").empty());
    CHECK(passphrase_secret(" \n").empty());
}

TEST_CASE("a passphrase of their own has twelve characters at least, as people count them") {
    CHECK(judge_new_passphrase("twelve chars"));
    CHECK(judge_new_passphrase("eleven char").error() == PassphraseProblem::too_short);
    CHECK_MESSAGE(judge_new_passphrase("  eleven char ").error() == PassphraseProblem::too_short,
                  "spaces do not count");
    CHECK_MESSAGE(judge_new_passphrase("żżżżżżżżżżż").error() == PassphraseProblem::too_short,
                  "22 bytes, 11 characters");
    CHECK(judge_new_passphrase("żżżżżżżżżżżż"));
    CHECK(judge_new_passphrase("").error() == PassphraseProblem::too_short);
    CHECK(judge_new_passphrase(std::string(1024, 'a')));
    CHECK(judge_new_passphrase(std::string(1025, 'a')).error() == PassphraseProblem::too_long);
    CHECK(judge_new_passphrase("broken \xC3( text").error() == PassphraseProblem::not_text);
}

TEST_CASE("a passphrase that was used is overwritten, not just let go") {
    std::string text = "badge lantern puddle teapot";
    const auto* place = text.data();
    const auto length = text.size();
    wipe(text);
    CHECK(text.empty());
    CHECK(std::all_of(place, place + length, [](char c) { return c == 0; }));
}
