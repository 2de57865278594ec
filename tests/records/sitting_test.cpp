#include "records/sitting.h"

#include <doctest/doctest.h>

#include <vector>

#include "support/history.h"

using namespace goodweek;
using namespace goodweek::records;

namespace {

ReadingAt at(std::string_view when, std::uint8_t id, Thousandths first, Thousandths second) {
    ReadingAt reading{.at = on(when), .first = first * 1000, .second = second * 1000};
    reading.entity.bytes[0] = id;
    return reading;
}

const std::vector<ReadingAt> evening{
    at("2026-06-01T08:00+01:00", 1, 150, 90), at("2026-06-01T19:00+01:00", 2, 142, 88),
    at("2026-06-01T19:02+01:00", 3, 139, 85), at("2026-06-01T19:31+01:00", 4, 136, 84)};

}  // namespace

TEST_CASE("three readings after supper are one sitting, and come to their mean; the morning's stands alone") {
    for (const std::size_t place : {1U, 2U, 3U}) {
        const auto sitting = sitting_of(evening, evening[place].entity);
        REQUIRE(sitting.size() == 3);
        CHECK(mean_of(sitting).first == 139'000);
        CHECK(mean_of(sitting).second == 86'000);  // 85 and two thirds
    }
    CHECK(sitting_of(evening, evening[0].entity).size() == 1);
    CHECK(sitting_of(evening, EntityId{}).empty());
    CHECK(mean_of({}).first == 0);
}

TEST_CASE(
    "readings of which only the day is known are no sitting, and one without its second number has no second mean") {
    auto readings = evening;
    readings[2].at = noon_of(readings[2].at.day(), Minutes{60});
    CHECK(sitting_of(readings, readings[2].entity).size() == 1);
    readings = evening;
    readings[2].second.reset();
    CHECK_FALSE(mean_of(sitting_of(readings, readings[1].entity)).second);
}
