// Blood pressure at home, as it is averaged: two readings a minute apart, morning and evening, for four days at least and seven
// at best; the first day is left out, and all others count (home monitoring as in NICE NG136).
#pragma once

#include <optional>
#include <span>

#include "records/readings.h"

namespace goodweek::records {

struct HomeAverage {
    Thousandths first = 0, second = 0;  // whole mmHg, half up
    int days = 0, readings = 0;         // those that count
    friend bool operator==(const HomeAverage&, const HomeAverage&) = default;
};

inline constexpr int fewest_days = 4, most_days = 7, fewest_readings = 12;

// Of the days up to the last reading that follow one another. Nothing for fewer days, or for fewer readings after the first
// day: few say little. Readings oldest first, with both numbers.
std::optional<HomeAverage> home_average(std::span<const ReadingAt> readings);

}  // namespace goodweek::records
