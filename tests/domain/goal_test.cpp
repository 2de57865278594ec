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

}  // namespace goodweek
