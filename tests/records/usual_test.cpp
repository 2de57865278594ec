#include "records/usual.h"

#include <doctest/doctest.h>

#include <vector>

using namespace goodweek;
using namespace goodweek::records;

namespace {

std::vector<ReadingAt> readings_of(std::initializer_list<Thousandths> values) {
    std::vector<ReadingAt> readings;
    for (const auto value : values) readings.push_back({.first = value});
    return readings;
}

}  // namespace

TEST_CASE("what is usual lies between the lowest and the highest quarter, in whatever order it was written") {
    CHECK(middle_half(readings_of({8, 1, 7, 2, 6, 3, 5, 4})) == std::pair<Thousandths, Thousandths>{3, 6});
    CHECK(middle_half(readings_of({5, 5, 5, 5, 5, 5, 5, 900, 5})) == std::pair<Thousandths, Thousandths>{5, 5});
}

TEST_CASE("a few readings make nothing usual") {
    CHECK_FALSE(middle_half({}));
    CHECK_FALSE(middle_half(readings_of({1, 2, 3, 4, 5, 6, 7})));
}
