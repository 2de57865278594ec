#include "domain/goal.h"

#include <doctest/doctest.h>

#include "domain/bytes.h"
#include "domain/ids.h"
#include "domain/sharing.h"

namespace goodweek {

TEST_CASE("a goal is kept in the words it was said in, without the space round them") {
    const auto goal = check(Goal{.words = " Run to the big tree \n", .why = " "});
    REQUIRE(goal);
    CHECK(goal->words == "Run to the big tree");
    CHECK(goal->why.empty());
    CHECK(check(Goal{.words = " \n"}) == Failure{GoalProblem::no_words});
}

TEST_CASE("a goal may be a page long and no longer, and so may its reason") {
    CHECK(check(Goal{.words = std::string(longest_words, 'a')}));
    CHECK(check(Goal{.words = std::string(longest_words + 1, 'a')}) == Failure{GoalProblem::too_long});
    CHECK(check(Goal{.words = "Swim", .why = std::string(longest_words + 1, 'a')}) == Failure{GoalProblem::too_long});
}

TEST_CASE("a step is for one to seven days a week") {
    const auto step = [](int days) { return check(NextStep{.words = "Walk to school", .days_a_week = days}); };
    CHECK(step(1));
    CHECK(step(7));
    CHECK(step(0) == Failure{GoalProblem::days_outside_1_to_7});
    CHECK(step(8) == Failure{GoalProblem::days_outside_1_to_7});
    CHECK(check(NextStep{.words = "", .days_a_week = 3}) == Failure{GoalProblem::no_words});
}

TEST_CASE("a goal is rated from 0 to 10") {
    CHECK(check(GoalRating{.value = 0}));
    CHECK(check(GoalRating{.value = 10}));
    CHECK(check(GoalRating{.value = -1}) == Failure{GoalProblem::rating_outside_0_to_10});
    CHECK(check(GoalRating{.value = 11}) == Failure{GoalProblem::rating_outside_0_to_10});
}

TEST_CASE("a family shares nothing until it says so, and each kind by itself") {
    Sharing sharing;
    for (const auto kind : every_kind_shared) CHECK_FALSE(sharing.has(kind));
    sharing = sharing.with(Shared::medicines, true).with(Shared::goals, true);
    CHECK(sharing.has(Shared::medicines));
    CHECK(sharing.has(Shared::goals));
    CHECK_FALSE(sharing.has(Shared::readings));
    CHECK(sharing.with(Shared::goals, false) == Sharing{}.with(Shared::medicines, true));
    Sharing all;
    for (const auto kind : every_kind_shared) all = all.with(kind, true);
    CHECK(all == Sharing::everything());
    for (const auto kind : every_kind_shared) CHECK_FALSE(to_text(kind).empty());
}

TEST_CASE("bytes are written in hexadecimal and read back, or not read at all") {
    const Bytes bytes{0x00, 0x7F, 0xA0, 0xFF};
    CHECK(to_hex(bytes) == "007fa0ff");
    CHECK(from_hex("007FA0ff") == bytes);
    CHECK(from_hex("") == Bytes{});
    CHECK_FALSE(from_hex("0"));
    CHECK_FALSE(from_hex("0g"));
    CHECK_FALSE(from_hex("0x"));
}

TEST_CASE("an id is read only from exactly its own length") {
    CHECK(PersonId::from(Bytes(8, 1)));
    CHECK_FALSE(PersonId::from(Bytes(7, 1)));
    CHECK_FALSE(PersonId::from(Bytes(16, 1)));
    CHECK(PersonId{}.empty());
    CHECK_FALSE(PersonId::from(Bytes(8, 1))->empty());
}

TEST_CASE("how far goals were reached is one number: the published figures") {
    const auto t = [](std::vector<Attained> goals) { return attainment(goals).value_or(-1); };
    for (int level = worst_level; level <= best_level; ++level)
        CHECK(t({{level, 1}}) == doctest::Approx(50 + 10 * level));
    CHECK(t({{0, 1}, {0, 1}, {0, 1}}) == doctest::Approx(50));
    CHECK(t({{-1, 1}, {-1, 1}, {-1, 1}}) == doctest::Approx(36.3).epsilon(0.001));
    CHECK(t({{0, 1}, {1, 1}, {-1, 1}}) == doctest::Approx(50));
    CHECK(t({{1, 2}, {0, 1}}) == doctest::Approx(58.03).epsilon(0.0001));
    CHECK(t({{1, 2}, {0, 1}, {2, 3}}) == doctest::Approx(67.63).epsilon(0.0001));
    CHECK(t({{1, 0}, {0, 1}}) == doctest::Approx(50));
    CHECK_FALSE(attainment(std::vector<Attained>{}));
    CHECK_FALSE(attainment(std::vector<Attained>{{2, 0}}));
}

TEST_CASE("a week that went wrong takes nothing from the weeks that went well") {
    const Day today = *parse_day("2026-11-27");
    std::vector<Day> done;
    for (const auto* day :
         {"2026-11-02", "2026-11-04", "2026-11-06", "2026-11-16", "2026-11-17", "2026-11-22", "2026-11-25"})
        done.push_back(*parse_day(day));
    CHECK(weeks_kept({.days_a_week = 3}, done, today, 4) == 2);
    CHECK(weeks_kept({.days_a_week = 1}, done, today, 4) == 2);
    // Of something to do less of, a quiet week is a good one, and this week is not judged before it is over.
    CHECK(weeks_kept({.days_a_week = 1, .at_most = true}, done, today, 4) == 2);
    CHECK(weeks_kept({.days_a_week = 3}, {}, today, 4) == 0);
}

TEST_CASE("levels, targets and actions say what is wrong with them") {
    Levels levels{.words = {"", "", "Walks to school", "", ""}};
    CHECK(check(GoalLevels{{}, levels}));
    levels.words[2] = "  ";
    CHECK(check(GoalLevels{{}, levels}).error() == GoalProblem::no_words);
    CHECK(check(Goal{.words = "Sleep", .target = 11}).error() == GoalProblem::rating_outside_0_to_10);
    CHECK(check(GoalRating{.value = 3, .confidence = -1}).error() == GoalProblem::rating_outside_0_to_10);
    CHECK(check(GoalRating{.value = 3, .level = 3}).error() == GoalProblem::no_such_level);
    CHECK(check(ActionStep{.words = " \n"}).error() == GoalProblem::no_words);
    CHECK(check(ActionStep{.words = "Ring the school"})->words == "Ring the school");
}

}  // namespace goodweek
