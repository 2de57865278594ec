// A section's file is read as it is written, or refused whole with its place.
#include "exchange/section_file.h"

#include <doctest/doctest.h>

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

Map without(Map fields, std::string_view key) {
    std::erase_if(fields, [&](const Cbor::Field& field) { return field.key == key; });
    return fields;
}

Map a_field() { return {{"key", "why"}, {"kind", "line"}, {"label", "What was it about?"}, {"needed", "true"}}; }

Map a_section() {
    return {{"key", "visits"},       {"group", "happened"}, {"title", "Visits"},
            {"lead", "Each visit."}, {"icon", "phone"},     {"of", "household"},
            {"many", "true"},        {"headline", "why"},   {"fields", Cbor::Array{a_field()}}};
}

Result<std::vector<Section>, FileProblem> read(Map section) { return read_sections(Cbor::Array{std::move(section)}); }
Result<std::vector<Section>, FileProblem> read_field(Map field) {
    return read(with(a_section(), "fields", Cbor::Array{a_field(), std::move(field)}));
}
FileProblem problem(Result<std::vector<Section>, FileProblem> read) {
    REQUIRE_FALSE(read);
    return read.error();
}

}  // namespace

TEST_CASE("a section's file says what it is called, whose it is and what it asks") {
    const auto sections = read(with(a_section(), "ages", Cbor::Array{18'000, 200'000}));
    REQUIRE(sections);
    const auto& visits = sections->front();
    CHECK(visits.group == Section::Group::happened);
    CHECK(visits.of_household);
    CHECK(visits.many);
    CHECK(visits.youngest == 18);
    CHECK(visits.fields.front().kind == SectionField::Kind::line);
    CHECK(visits.fields.front().needed);
}

TEST_CASE("a section with one thing wrong is refused whole, with its place") {
    CHECK(problem(read_sections(Cbor{"words"})).why == Why::not_ours);
    CHECK(problem(read(without(a_section(), "title"))) == FileProblem{Why::missing, "sections[0].title"});
    CHECK(problem(read(with(a_section(), "colour", "red"))) == FileProblem{Why::unknown_field, "sections[0].colour"});
    CHECK(problem(read(with(a_section(), "key", "Visits!"))) == FileProblem{Why::out_of_range, "sections[0].key"});
    CHECK(problem(read(with(a_section(), "group", "zoo"))) == FileProblem{Why::no_such, "sections[0].group"});
    CHECK(problem(read(with(a_section(), "headline", "what"))) == FileProblem{Why::no_such, "sections[0].headline"});
    CHECK(problem(read(with(a_section(), "ages", Cbor::Array{9000}))) ==
          FileProblem{Why::out_of_range, "sections[0].ages"});
    CHECK(problem(read(without(a_section(), "fields"))) == FileProblem{Why::missing, "sections[0].fields"});
    CHECK(problem(read_sections(Cbor::Array{a_section(), a_section()})) ==
          FileProblem{Why::twice, "sections[1].key"});
}

TEST_CASE("so is one with something wrong in a field") {
    const Map other{{"key", "x"}, {"kind", "words"}, {"label", "X"}};
    CHECK(read_field(other));
    CHECK(problem(read_field(with(other, "key", "why"))) == FileProblem{Why::twice, "sections[0].fields[1].key"});
    CHECK(problem(read_field(with(other, "kind", "picture"))) ==
          FileProblem{Why::no_such, "sections[0].fields[1].kind"});
    CHECK(problem(read_field(with(other, "kind", "choice"))) ==
          FileProblem{Why::out_of_range, "sections[0].fields[1].options"});
    CHECK(problem(read_field(with(other, "drawn", "zoo.lion"))) == FileProblem{Why::no_such, "visits.x.drawn"});
    CHECK(problem(read_field(with(other, "asked", "neighbour"))) ==
          FileProblem{Why::no_such, "sections[0].fields[1].asked"});
}

TEST_CASE("only on the worker's own pages does a worker begin what is written") {
    const auto library = open_library(library_file);
    REQUIRE(library);
    CHECK(library->sections.size() >= 30);
    for (const auto& section : library->sections) {
        CAPTURE(section.key);
        CHECK(section.title.size() <= 40);
        if (section.group != Section::Group::worker) CHECK(beginner(section) == Side::family);
    }
}
