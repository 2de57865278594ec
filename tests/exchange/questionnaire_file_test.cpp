#include "exchange/questionnaire_file.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "domain/questionnaire.h"

namespace goodweek::exchange {

namespace {

using vault::Cbor;
using Why = FileProblem::Why;

// Two questions of 0 and 1, and their sum.
Cbor a_file() {
    const auto option = [](const char* code, std::int64_t value) {
        return Cbor{Cbor::Map{
            {"valueCoding",
             Cbor::Map{
                 {"code", code},
                 {"display", "Words"},
                 {"extension", Cbor::Array{Cbor::Map{{"url", "http://hl7.org/fhir/StructureDefinition/ordinalValue"},
                                                     {"valueDecimal", value * 1000}}}}}}}};
    };
    const auto item = [&](const char* id) {
        return Cbor{Cbor::Map{{"answerOption", Cbor::Array{option("0", 0), option("1", 1)}},
                              {"linkId", id},
                              {"required", "true"},
                              {"text", "How often?"},
                              {"type", "choice"}}};
    };
    return Cbor::Map{
        {"instrument", Cbor::Map{{"again_after_days", 28'000},
                                 {"attribution", "Nobody, 2026"},
                                 {"class", "A"},
                                 {"commercial_use", "true"},
                                 {"form", "adult"},
                                 {"id", "made_up"},
                                 {"licence", "Free"},
                                 {"minutes", 1000},
                                 {"owner", "Nobody"},
                                 {"scores", Cbor::Array{Cbor::Map{{"any_change", 1000},
                                                                  {"better", "lower"},
                                                                  {"change_source", "design"},
                                                                  {"highest", 2000},
                                                                  {"id", "total"},
                                                                  {"lowest", 0},
                                                                  {"name", "Made up"},
                                                                  {"needed", 2000},
                                                                  {"questions", Cbor::Array{"1", "2"}}}}},
                                 {"version", "1"},
                                 {"wording", "verified"},
                                 {"youngest", 16'000}}},
        {"questionnaire", Cbor::Map{{"item", Cbor::Array{item("1"), item("2")}},
                                    {"resourceType", "Questionnaire"},
                                    {"status", "active"},
                                    {"title", "Made up"},
                                    {"url", "https://goodweek.example/fhir/Questionnaire/made_up"},
                                    {"version", "1"}}}};
}

// The place in a file: "instrument.scores.0.lowest".
using Change = std::function<void(Cbor::Map& map, const std::string& key)>;
Cbor changed(const Cbor& value, std::string_view path, const Change& change) {
    const auto dot = path.find('.');
    const std::string key{path.substr(0, dot)};
    if (const auto* array = value.if_array()) {
        auto items = *array;
        auto& item = items[static_cast<std::size_t>(std::stoi(key))];
        item = changed(item, path.substr(dot + 1), change);
        return items;
    }
    auto map = *value.if_map();
    if (dot == std::string_view::npos) {
        change(map, key);
        return map;
    }
    for (auto& field : map)
        if (field.key == key) field.value = changed(field.value, path.substr(dot + 1), change);
    return map;
}

Cbor with(std::string_view path, Cbor value, const Cbor& file = a_file()) {
    return changed(file, path, [&](Cbor::Map& map, const std::string& key) {
        std::erase_if(map, [&](const Cbor::Field& field) { return field.key == key; });
        map.push_back({key, value});
        std::ranges::sort(map, {}, &Cbor::Field::key);
    });
}

Cbor without(std::string_view path, const Cbor& file = a_file()) {
    return changed(file, path, [](Cbor::Map& map, const std::string& key) {
        std::erase_if(map, [&](const Cbor::Field& field) { return field.key == key; });
    });
}

// The same with its words at a clinic.
Cbor without_words() {
    auto file = with("instrument.class", "C");
    for (const std::string item : {"0", "1"}) {
        file = without("questionnaire.item." + item + ".text", file);
        for (const std::string option : {"0", "1"})
            file = without("questionnaire.item." + item + ".answerOption." + option + ".valueCoding.display", file);
    }
    return file;
}

FileProblem problem(const Cbor& file) {
    const auto read = read_questionnaires(file);
    REQUIRE_FALSE(read);
    return read.error();
}

}  // namespace

TEST_CASE("a questionnaire's file is read whole") {
    const auto read = read_questionnaires(a_file());
    REQUIRE(read);
    REQUIRE(read->size() == 1);
    const auto& one = read->front();
    CHECK(one.id == "made_up");
    CHECK(one.title == "Made up");
    CHECK(one.licence_class == LicenceClass::free);
    CHECK(one.youngest == 16);
    CHECK(one.oldest == 130);
    REQUIRE(one.questions.size() == 2);
    CHECK(one.questions[1].options[1].value == 1000);
    CHECK(one.questions[1].needed);
    CHECK(scores_of(one, {{.question = "1", .code = "1"}, {.question = "2", .code = "0"}}).front().value == 1000);
}

TEST_CASE("a file with one thing wrong is refused whole, with its place") {
    CHECK(problem(without("instrument.licence")) == FileProblem{Why::missing, "made_up.instrument.licence"});
    CHECK(problem(without("instrument.attribution")) == FileProblem{Why::missing, "made_up.instrument.attribution"});
    CHECK(problem(with("instrument.class", "D")) == FileProblem{Why::no_such, "made_up.instrument.class"});
    CHECK(problem(with("instrument.youngest", 200'000)) ==
          FileProblem{Why::out_of_range, "made_up.instrument.youngest"});
    CHECK(problem(with("instrument.minutes", 1500)) == FileProblem{Why::wrong_type, "made_up.instrument.minutes"});
    CHECK(problem(with("instrument.minutes", "one")) == FileProblem{Why::wrong_type, "made_up.instrument.minutes"});
    CHECK(problem(with("instrument.picture", "x.png")) ==
          FileProblem{Why::unknown_field, "made_up.instrument.picture"});
    CHECK(problem(with("instrument.scores.0.questions", Cbor::Array{"1", "9"})) ==
          FileProblem{Why::no_such, "made_up.instrument.scores[0].questions"});
    CHECK(problem(with("instrument.scores.0.needed", 3000)) ==
          FileProblem{Why::out_of_range, "made_up.instrument.scores[0].needed"});
    // Sums of 0, 1 and 2 are possible, and 2 has no score.
    CHECK(problem(with("instrument.scores.0.table", Cbor::Array{Cbor::Array{0, 0}, Cbor::Array{1000, 500}})) ==
          FileProblem{Why::other_table, "made_up.instrument.scores[0].table"});
    CHECK(problem(with("questionnaire.resourceType", "Bundle")) ==
          FileProblem{Why::no_such, "made_up.questionnaire.resourceType"});
    CHECK(problem(with("questionnaire.item.0.type", "attachment")) ==
          FileProblem{Why::no_such, "made_up.questionnaire.item[0].type"});
    CHECK(problem(with("questionnaire.item.1.linkId", "1")) ==
          FileProblem{Why::twice, "made_up.questionnaire.item[1].linkId"});
    CHECK(problem(with("questionnaire.item.0.initial", "1")) ==
          FileProblem{Why::unknown_field, "made_up.questionnaire.item[0].initial"});
    CHECK(problem(Cbor{"words"}).why == Why::wrong_type);
    CHECK(problem(Cbor::Array{a_file(), a_file()}) == FileProblem{Why::twice, "made_up"});
}

TEST_CASE("a question can only hang on one that came before it") {
    const Cbor later = Cbor::Array{Cbor::Map{{"answerInteger", 1000}, {"operator", "="}, {"question", "2"}}};
    CHECK(problem(with("questionnaire.item.0.enableWhen", later)).why == Why::not_in_order);
    const Cbor itself = Cbor::Array{Cbor::Map{{"answerInteger", 1000}, {"operator", "="}, {"question", "1"}}};
    CHECK(problem(with("questionnaire.item.0.enableWhen", itself)).why == Why::not_in_order);
}

TEST_CASE("words are there where their owners let us have them, and nowhere else") {
    CHECK(problem(with("questionnaire.item.0.text", "")).why == Why::no_words);
    CHECK(problem(with("instrument.class", "C")).why == Why::has_words);
    const auto licensed = without_words();
    REQUIRE(read_questionnaires(licensed));
    CHECK_FALSE(has_words(read_questionnaires(licensed)->front()));
    // One word is too much, wherever it stands.
    const auto refused = [&](std::string_view path, Cbor word) {
        CHECK(problem(with(path, std::move(word), licensed)).why == Why::has_words);
    };
    refused("questionnaire.item.1.text", "How often?");
    refused("questionnaire.item.0.answerOption.0.valueCoding.display", "Never");
    refused("questionnaire.item.0.extension",
            Cbor::Array{Cbor::Map{{"url", "https://goodweek.example/fhir/low"}, {"valueString", "not at all"}}});
}

}  // namespace goodweek::exchange
