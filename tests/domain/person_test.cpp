#include "domain/person.h"

#include <doctest/doctest.h>

namespace goodweek {

namespace {

const Day today = *parse_day("2026-05-04");

Result<Person, PersonProblem> born(std::string_view iso) {
    return check(Person{.name = "Junie", .born = parse_day(iso)}, today);
}
Result<Person, PersonProblem> named(std::string_view name) { return check(Person{.name = std::string{name}}, today); }

}  // namespace

TEST_CASE("a name is all a family has to give") {
    const auto junie = named("  Junie ");
    REQUIRE(junie);
    CHECK(junie->name == "Junie");
    CHECK(named("") == Failure{PersonProblem::no_name});
    CHECK(named(" \n\t ") == Failure{PersonProblem::no_name});
}

TEST_CASE("a name may be long, in any script, but not endless") {
    const auto letters = [](std::size_t count) {
        std::string name;
        for (std::size_t i = 0; i < count; ++i) name += "ŵ";
        return name;
    };
    CHECK(named(letters(longest_name)));
    CHECK(named(letters(longest_name + 1)) == Failure{PersonProblem::name_too_long});
}

TEST_CASE("a name cannot turn the line it stands in round, or break it") {
    CHECK(named("Ju\u202Enie")->name == "Junie");
    CHECK(named("Ju\nnie")->name == "Ju nie");
    CHECK(named("Ju\x01nie")->name == "Junie");
    CHECK(named("Ju\xFFnie")->name == "Ju\uFFFDnie");
}

TEST_CASE("a birth date lies between 130 years ago and today") {
    CHECK(born("2026-05-04"));
    CHECK(born("2026-05-05") == Failure{PersonProblem::born_in_the_future});
    CHECK(born("1895-05-05"));
    CHECK(born("1895-05-04") == Failure{PersonProblem::born_too_long_ago});
}

}  // namespace goodweek
