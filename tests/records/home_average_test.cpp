#include "records/home_average.h"

#include <doctest/doctest.h>

#include <vector>

using namespace goodweek;
using namespace goodweek::records;

namespace {

// So many readings on each of these days of June, the first of them far above the rest.
std::vector<ReadingAt> on_days(std::initializer_list<int> days, int a_day) {
    std::vector<ReadingAt> readings;
    for (const int day : days)
        for (int i = 0; i < a_day; ++i) {
            const bool first = readings.size() < static_cast<std::size_t>(a_day);
            readings.push_back({.at = noon_of(*make_day(2026, 6, day), Minutes{0}),
                                .first = first ? 180'000 : 128'000 + 1000 * (i % 2),
                                .second = first ? 110'000 : 76'000});
        }
    return readings;
}

}  // namespace

TEST_CASE("a week of blood pressure is averaged without its first day") {
    const auto average = home_average(on_days({1, 2, 3, 4, 5, 6, 7}, 4));
    REQUIRE(average);
    CHECK(*average == HomeAverage{.first = 129'000, .second = 76'000, .days = 6, .readings = 24});
    // Four days of four are the fewest.
    CHECK(home_average(on_days({1, 2, 3, 4}, 4)) ==
          HomeAverage{.first = 129'000, .second = 76'000, .days = 3, .readings = 12});
}

TEST_CASE("three days, days apart, and one reading a day make no average") {
    CHECK_FALSE(home_average({}));
    CHECK_FALSE(home_average(on_days({1, 2, 3}, 6)));
    CHECK_FALSE(home_average(on_days({1, 2, 4, 5}, 6)));
    CHECK_FALSE(home_average(on_days({1, 2, 3, 4, 5, 6, 7}, 1)));
}

TEST_CASE("of many weeks only the last seven days count, and what came before a gap does not") {
    const auto average = home_average(on_days({1, 2, 3, 4, 10, 11, 12, 13, 14, 15, 16, 17, 18}, 4));
    REQUIRE(average);
    CHECK(average->days == 6);
    CHECK(average->readings == 24);
}
