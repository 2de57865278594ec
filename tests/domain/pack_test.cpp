// When a pack asks again.
#include "domain/pack.h"

#include <doctest/doctest.h>

using namespace goodweek;
using State = AskedAgain::State;

namespace {

Day day(std::string_view iso) { return *parse_day(iso); }
const PackForm every_month{.every_weeks = 4, .grace_days = 7};

AskedAgain again(std::vector<Day> answered, std::vector<Day> paused, std::string_view today) {
    return asked_again(every_month, day("2026-05-01"), answered, paused, day(today));
}

}  // namespace

TEST_CASE("a questionnaire is asked at the start, and again each month, with a week either side") {
    CHECK(again({}, {}, "2026-05-01") == AskedAgain{day("2026-05-01"), State::due});
    CHECK(again({}, {}, "2026-05-08").state == State::due);
    CHECK(again({}, {}, "2026-05-09").state == State::late);
    const std::vector answered{day("2026-05-02"), day("2026-04-01")};
    CHECK(again(answered, {}, "2026-05-03") == AskedAgain{day("2026-05-30"), State::later});
    CHECK(again(answered, {}, "2026-05-22").state == State::later);
    CHECK(again(answered, {}, "2026-05-23").state == State::due);
    CHECK(again(answered, {}, "2026-06-06").state == State::due);
    CHECK(again(answered, {}, "2026-06-07").state == State::late);
}

TEST_CASE("days of rest, illness or away are not counted against anybody") {
    const std::vector answered{day("2026-05-02")};
    const std::vector paused{day("2026-05-01"), day("2026-05-10"), day("2026-05-11"), day("2026-06-30")};
    // The one before and the one still to come do not count.
    CHECK(again(answered, paused, "2026-05-20").due == day("2026-06-01"));
}

TEST_CASE("what is asked costs its seconds each time") {
    CHECK(seconds_a_week({.times_a_week = 14, .seconds = 30}) == 420);
}
