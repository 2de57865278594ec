// The words that a clinic lends for a form: read whole or refused whole, with the place.
#include <doctest/doctest.h>

#include <algorithm>

#include "exchange/lent_words_file.h"
#include "support/random.h"

namespace goodweek::exchange {

namespace {

using vault::Cbor;
using Why = FileProblem::Why;

// A choice of two and a number, as they come with the app: without words.
Questionnaire wordless() {
    Questionnaire made{.id = "made_up", .form = "adult", .version = "1", .title = "Made up"};
    made.licence_class = LicenceClass::licensed;
    made.questions = {{.id = "1", .options = {{"0", "", 0}, {"1", "", 1000}}},
                      {.id = "2", .kind = Question::Kind::number, .highest = 100}};
    return made;
}

Cbor::Map option(const char* code, const char* words) { return {{"code", code}, {"words", words}}; }

struct File {
    Cbor::Array options{option("0", "Plums"), option("1", "Pears")};
    Cbor::Array questions{};
    Cbor::Map licence{{"holder", "Willow Surgery"}, {"number", "123"}, {"until", "2027-11-30"}};
    std::string version = "1", low{};

    Bytes bytes() const {
        Cbor::Map first{{"options", options}, {"question", "1"}, {"words", "Which do you like?"}};
        if (!low.empty()) first.push_back({"low", low});
        Cbor::Array all{first,
                        Cbor::Map{{"high", "Many"}, {"low", "None"}, {"question", "2"}, {"words", "How many?"}}};
        all.insert(all.end(), questions.begin(), questions.end());
        return vault::encode(Cbor::Map{{"form", "adult"},
                                       {"language", "en-GB"},
                                       {"licence", licence},
                                       {"questionnaire", "made_up"},
                                       {"questions", all},
                                       {"version", version}});
    }
    Result<Questionnaire, FileProblem> opened() const {
        const auto words = TRY(read_lent_words(bytes()));
        return completed(wordless(), words);
    }
};

}  // namespace

TEST_CASE("a form that came without words has all of them once its clinic has lent them") {
    const auto form = File{}.opened();
    REQUIRE(form);
    CHECK(has_words(*form));
    CHECK(form->questions[0].words == "Which do you like?");
    CHECK(form->questions[0].options[1].words == "Pears");
    CHECK(form->questions[1].low_words == "None");
    CHECK(form->questions[1].highest == 100);
    const auto words = read_lent_words(File{}.bytes());
    REQUIRE(words);
    CHECK(words->holder == "Willow Surgery");
    CHECK(to_iso(words->until) == "2027-11-30");
}

TEST_CASE("words that are not those of the form are refused whole, with the place") {
    File file;
    SUBCASE("an answer without words") {
        file.options.pop_back();
        CHECK(file.opened().error() == FileProblem{Why::no_words, "made_up 1"});
    }
    SUBCASE("an answer that the form has not") {
        file.options.emplace_back(option("2", "Figs"));
        CHECK(file.opened().error() == FileProblem{Why::no_such, "made_up 1"});
    }
    SUBCASE("words for the ends of what is no number") {
        file.low = "Never";
        CHECK(file.opened().error() == FileProblem{Why::no_such, "made_up 1"});
    }
    SUBCASE("a question twice") {
        file.questions = {Cbor::Map{{"question", "2"}, {"words", "How many?"}}};
        CHECK(file.opened().error() == FileProblem{Why::twice, "made_up 2"});
    }
    SUBCASE("a question that the form has not") {
        file.questions = {Cbor::Map{{"question", "3"}, {"words", "How many?"}}};
        CHECK(file.opened().error() == FileProblem{Why::no_such, "made_up 3"});
    }
    SUBCASE("another version of the form") {
        file.version = "2";
        CHECK(file.opened().error() == FileProblem{Why::no_such, "made_up.adult 2"});
    }
    SUBCASE("a licence without its number") {
        file.licence = {{"holder", "Willow Surgery"}, {"until", "2027-11-30"}};
        CHECK(file.opened().error() == FileProblem{Why::missing, "made_up.licence.number"});
    }
    SUBCASE("a licence until a day that is none") {
        file.licence = {{"holder", "Willow Surgery"}, {"number", "123"}, {"until", "2027-02-30"}};
        CHECK(file.opened().error() == FileProblem{Why::wrong_type, "made_up.licence.until"});
    }
    SUBCASE("a field that nobody knows") {
        file.licence.push_back({"who", "Nobody"});
        CHECK(file.opened().error() == FileProblem{Why::unknown_field, "made_up.licence.who"});
    }
}

TEST_CASE("a form that has words of its own takes none from anybody") {
    auto form = wordless();
    form.licence_class = LicenceClass::free;
    const auto words = read_lent_words(File{}.bytes());
    REQUIRE(words);
    CHECK(completed(form, *words).error().why == Why::no_such);
}

TEST_CASE("any bytes are signed words, or are not") {
    const SignedWords file{.words = File{}.bytes(), .signature = Bytes(64, 7)};
    const auto good = write_signed_words(file);
    REQUIRE(read_signed_words(good));
    CHECK(read_signed_words(good)->words == file.words);
    CHECK(read_signed_words({}).error().why == Why::empty);
    CHECK(read_signed_words(Bytes(largest_lent_words + 1, 0)).error().why == Why::too_big);
    Random random{7};
    for (int round = 0; round < 2000; ++round) {
        auto bytes = good;
        bytes[static_cast<std::size_t>(random.between(0, static_cast<int>(bytes.size()) - 1))] =
            static_cast<std::uint8_t>(random.between(0, 255));
        if (random.one_in(3))
            bytes.resize(static_cast<std::size_t>(random.between(0, static_cast<int>(bytes.size()))));
        const auto read = read_signed_words(bytes);
        if (read) CHECK(write_signed_words(*read) == bytes);
        if (const auto words = read ? read_lent_words(read->words) : read_lent_words(bytes))
            CHECK_FALSE(words->questionnaire.empty());
    }
}

}  // namespace goodweek::exchange
