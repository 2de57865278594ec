#include "domain/text.h"

#include <doctest/doctest.h>

#include "support/random.h"

namespace goodweek {

TEST_CASE("words in any language are kept as they were written") {
    for (const std::string words :
         {"", "Run to the big tree", "ćwiczyć ó", "Llŷr's tŵr", "دواء", "😀", "two\nlines", "e\u0301"}) {
        CAPTURE(words);
        CHECK(is_tidy(words));
        CHECK(tidy(words) == words);
    }
}

TEST_CASE("what is not a character is shown as one that says so") {
    CHECK(tidy("a\xFF"
               "b") == "a\uFFFDb");
    CHECK(tidy("cut \xE2\x82") == "cut \uFFFD\uFFFD");
    for (const std::string bytes :
         {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8", "\xE0\x80\x80", "\xF0\x80\x80\x80", "\x80"}) {
        CAPTURE(bytes);
        CHECK_FALSE(is_tidy(bytes));
    }
}

TEST_CASE("control codes and direction changes are left out, a tab becomes a space, every line end the same") {
    CHECK(tidy("a\tb\r\nc\rd\x07") == "a b\nc\nd");
    CHECK(tidy("a\u202Eb\u2066c\u0085") == "abc");
    CHECK(tidy(std::string_view("a\0b", 3)) == "ab");
}

TEST_CASE("any bytes tidy to words, and tidying them again changes nothing") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        std::string bytes(static_cast<std::size_t>(random.between(0, 60)), ' ');
        for (auto& byte : bytes) byte = static_cast<char>(random.one_in(3) ? random.next() : random.next() % 128);
        const auto words = tidy(bytes);
        CHECK(is_tidy(words));
        CHECK(tidy(words) == words);
    }
}

TEST_CASE("a name fits on one line") { CHECK(one_line(" Gran\nOttoline\t ") == "Gran Ottoline"); }

TEST_CASE("length is what people see, not what it takes to store") {
    CHECK(characters("") == 0);
    CHECK(characters("Llŷr") == 4);
    CHECK(characters("😀") == 1);
}

TEST_CASE("a medicine is the same whether written with a capital or not") {
    CHECK(same_words("Blue inhaler", "blue inhaler "));
    CHECK_FALSE(same_words("Blue inhaler", "Brown inhaler"));
    CHECK_FALSE(same_words("Blue", "Blue inhaler"));
}

}  // namespace goodweek
