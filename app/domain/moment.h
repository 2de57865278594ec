// Days and moments: dates with an order, and no clock. Time is always handed in.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace goodweek {

using Day = std::chrono::sys_days;
using Days = std::chrono::days;
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;
using Minutes = std::chrono::minutes;

// When something happened, as the person's own clock and calendar had it.
struct LocalMoment {
    Moment at{};
    Minutes offset{0};      // of their clock from UTC
    bool day_only = false;  // the time of day is not known: `at` is their local noon
    friend auto operator<=>(const LocalMoment&, const LocalMoment&) = default;

    Day day() const { return std::chrono::floor<Days>(at + offset); }
    // Minutes since their local midnight.
    Minutes time_of_day() const;
};

// How far a clock on earth can stand from UTC.
inline constexpr Minutes earliest_offset{-12 * 60};
inline constexpr Minutes latest_offset{14 * 60};

LocalMoment noon_of(Day day, Minutes offset = Minutes{0});
LocalMoment moment_of(Day day, Minutes time_of_day, Minutes offset = Minutes{0});

// A real calendar date, or nothing: 31 April is nothing.
std::optional<Day> make_day(int year, int month, int day);
std::optional<Day> parse_day(std::string_view yyyy_mm_dd);
// "2026-11-06T07:45", with seconds and with Z or +hh:mm if given; a bare date is that day at an unknown time.
std::optional<LocalMoment> parse_moment(std::string_view iso8601);

// parse_day and parse_moment read them back as they were. An unknown time of day is left out, and comes back with
// the offset it cannot say.
std::string to_iso(Day day);
std::string to_iso(const LocalMoment& moment);

// Monday is 0.
int weekday(Day day);
Day monday_of(Day day);
// In completed years, and in completed months; below zero before the birth.
int age_on(Day day, Day born);
int months_on(Day day, Day born);

}  // namespace goodweek
