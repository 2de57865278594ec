// What may stand in a field of the care plan.
#include "domain/section.h"

#include <doctest/doctest.h>

#include "domain/sharing.h"

using namespace goodweek;
using Kind = SectionField::Kind;

namespace {

SectionField of_kind(Kind kind) {
    return {.key = "x",
            .kind = kind,
            .options = {{.code = "gp", .label = "Our doctor"}, {.code = "ae", .label = "A&E"}, {.code = "nhs111"}}};
}

std::string kept(Kind kind, std::string_view text) {
    const auto checked = check(of_kind(kind), text);
    return checked ? *checked : "problem " + std::to_string(static_cast<int>(checked.error()));
}

std::string problem(WrittenProblem problem) { return "problem " + std::to_string(static_cast<int>(problem)); }

}  // namespace

TEST_CASE("words are kept as they were written, but for what could rewrite the line they stand in") {
    CHECK(kept(Kind::words, "  Sing to her.\nThen wait. ") == "Sing to her.\nThen wait.");
    CHECK(kept(Kind::line, "Gran’s\nflat") == "Gran’s flat");
    CHECK(kept(Kind::words, "left\u202Eright") == "leftright");
    CHECK(kept(Kind::words, std::string(2000, 'a')) == std::string(2000, 'a'));
    CHECK(kept(Kind::words, std::string(2001, 'a')) == problem(WrittenProblem::too_long));
    CHECK(kept(Kind::line, std::string(201, 'a')) == problem(WrittenProblem::too_long));
}

TEST_CASE("a number, a day, a choice are what they say or are asked for again") {
    CHECK(kept(Kind::number, " 12 ") == "12");
    CHECK(kept(Kind::number, "1,5") == "1,5");
    CHECK(kept(Kind::number, "０３") == "03");
    CHECK(kept(Kind::number, "-1") == problem(WrittenProblem::not_a_number));
    CHECK(kept(Kind::number, "a lot") == problem(WrittenProblem::not_a_number));
    CHECK(kept(Kind::rating, "10") == "10");
    CHECK(kept(Kind::rating, "11") == problem(WrittenProblem::not_a_number));
    CHECK(kept(Kind::day, "2026-02-28") == "2026-02-28");
    CHECK(kept(Kind::day, "2026-02-30") == problem(WrittenProblem::not_a_day));
    CHECK(kept(Kind::choice, "ae") == "ae");
    CHECK(kept(Kind::choice, "zoo") == problem(WrittenProblem::not_an_option));
    CHECK(kept(Kind::many, "gp nhs111") == "gp nhs111");
    CHECK(kept(Kind::many, "gp zoo") == problem(WrittenProblem::not_an_option));
    CHECK(kept(Kind::person, "0102030405060708") == "0102030405060708");
    CHECK(kept(Kind::person, "Gran") == problem(WrittenProblem::not_an_option));
}

TEST_CASE("everything may be left out but what an entry is called by") {
    for (const auto kind :
         {Kind::words, Kind::line, Kind::number, Kind::day, Kind::rating, Kind::choice, Kind::many, Kind::person})
        CHECK(kept(kind, " ") == "");
    auto needed = of_kind(Kind::line);
    needed.needed = true;
    CHECK(check(needed, " \n").error() == WrittenProblem::empty);
}

TEST_CASE("several choices are ticked and unticked one by one, and keep the order they are asked in") {
    const auto field = of_kind(Kind::many);
    CHECK(with_code(field, "", "ae", true) == "ae");
    CHECK(with_code(field, "nhs111 ae", "gp", true) == "gp ae nhs111");
    CHECK(with_code(field, "gp ae", "gp", false) == "ae");
    CHECK(codes_in("  gp   ae ") == std::vector<std::string_view>{"gp", "ae"});
}

TEST_CASE("a page for one age is for people of that age, and for anybody whose birthday is not known") {
    const Section wishes{.key = "wishes", .youngest = 18};
    CHECK_FALSE(is_for(wishes, 17));
    CHECK(is_for(wishes, 18));
    CHECK(is_for(wishes, std::nullopt));
    CHECK(is_for(Section{.of_household = true, .youngest = 18}, 4));
}

TEST_CASE("each section is shared by a switch of its own") {
    const auto two = Sharing{}.with_section("passport", true).with_section("about_me", true);
    CHECK(two.sections == std::vector<std::string>{"about_me", "passport"});
    CHECK(two.with_section("about_me", true) == two);
    CHECK(two.has_section("passport"));
    CHECK_FALSE(two.has_section("pass"));
    CHECK_FALSE(two.nothing());
    CHECK(two.with_section("passport", false).with_section("about_me", false).nothing());
    CHECK(Sharing::everything().sections.empty());
}
