// A pack's file is read as it is written, or refused whole with its place; none may ask for more than half an hour a week.
#include "exchange/pack_file.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "exchange/library.h"
#include "library.h"

using namespace goodweek;
using namespace goodweek::exchange;
using vault::Cbor;
using Why = FileProblem::Why;
using Map = Cbor::Map;

namespace {

Map with(Map fields, std::string key, Cbor value) {
    std::erase_if(fields, [&](const Cbor::Field& field) { return field.key == key; });
    fields.push_back({std::move(key), std::move(value)});
    return fields;
}

Map an_ask(int times = 7'000, int seconds = 60'000) {
    return {{"kind", "reading"}, {"what", "peak_flow"}, {"times_a_week", times}, {"seconds", seconds}};
}

Map a_pack(Map ask = an_ask()) {
    return {{"key", "asthma"},
            {"condition", "asthma"},
            {"title", "Asthma"},
            {"lead", "Breathing."},
            {"asks", Cbor::Array{std::move(ask)}},
            {"questionnaires", Cbor::Array{Map{{"questionnaire", "rcp3"}, {"form", "adult"}, {"every_weeks", 4000}}}},
            {"sections", Cbor::Array{"asthma_plan"}}};
}

const std::vector sections{Section{.key = "asthma_plan"}};
const std::vector questionnaires{Questionnaire{.id = "rcp3", .form = "adult", .minutes = 2}};

Result<std::vector<Pack>, FileProblem> read(Map pack) {
    return read_packs(Cbor::Array{std::move(pack)}, questionnaires, sections);
}
FileProblem problem(const Result<std::vector<Pack>, FileProblem>& read) {
    REQUIRE_FALSE(read);
    return read.error();
}

}  // namespace

TEST_CASE("a pack's file says what may be written down, how often and what it costs") {
    const auto packs = read(a_pack());
    REQUIRE(packs);
    CHECK(packs->front().asks.front().what == "peak_flow");
    CHECK(packs->front().forms.front().grace_days == 7);
    CHECK(packs->front().sections == std::vector<std::string>{"asthma_plan"});
}

TEST_CASE("a pack that asks for more than half an hour a week is refused") {
    // 29 minutes of readings and half a minute of questions is the most; a minute more is too much.
    CHECK(read(a_pack(an_ask(28'000, 63'000))));
    CHECK(problem(read(a_pack(an_ask(28'000, 64'000)))) == FileProblem{Why::out_of_range, "packs[0].asks"});
}

TEST_CASE("a pack with one thing wrong is refused whole, with its place") {
    CHECK(problem(read_packs(Cbor{"words"}, {}, {})).why == Why::not_ours);
    CHECK(problem(read(with(a_pack(), "colour", "red"))) == FileProblem{Why::unknown_field, "packs[0].colour"});
    CHECK(problem(read(with(a_pack(), "sections", Cbor::Array{"zoo"}))) ==
          FileProblem{Why::no_such, "packs[0].sections"});
    CHECK(problem(read(a_pack(with(an_ask(), "what", "humours")))) ==
          FileProblem{Why::no_such, "packs[0].asks[0].what"});
    CHECK(problem(read(a_pack(with(an_ask(), "kind", "prayer")))) ==
          FileProblem{Why::no_such, "packs[0].asks[0].kind"});
    CHECK(problem(read(a_pack(an_ask(0)))) == FileProblem{Why::out_of_range, "packs[0].asks[0].times_a_week"});
    CHECK(problem(read_packs(Cbor::Array{a_pack(), a_pack()}, questionnaires, sections)) ==
          FileProblem{Why::twice, "packs[1].key"});
}

TEST_CASE("each of the ten packs that ship is somebody's, and asks only for questionnaires that came with it") {
    const auto library = open_library(library_file);
    REQUIRE(library);
    const auto* conditions = find_section(library->sections, "conditions");
    REQUIRE(conditions);
    const auto& kinds = find_field(*conditions, "kind")->options;
    for (const auto& pack : library->packs) {
        CAPTURE(pack.key);
        CHECK(std::ranges::contains(kinds, pack.condition, &SectionField::Option::code));
        for (const auto& form : pack.forms) {
            CAPTURE(form.questionnaire);
            CHECK(std::ranges::any_of(library->questionnaires, [&](const Questionnaire& one) {
                return one.id == form.questionnaire && one.form == form.form;
            }));
        }
    }
}
