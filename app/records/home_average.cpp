#include "records/home_average.h"

#include <ranges>

namespace goodweek::records {

namespace {

// The first of the days that follow one another up to the last.
Day run_begins(std::span<const ReadingAt> readings) {
    const Day last = readings.back().at.day();
    Day begins = last;
    for (const auto& one : readings | std::views::reverse) {
        const Day day = one.at.day();
        if (begins - day > Days{1} || last - day >= Days{most_days}) break;
        begins = day;
    }
    return begins;
}

Thousandths mean_of(Thousandths sum, int count) {
    const Thousandths of = Thousandths{count} * 1000;
    return (sum * 2 + of) / (of * 2) * 1000;
}

}  // namespace

std::optional<HomeAverage> home_average(std::span<const ReadingAt> readings) {
    if (readings.empty()) return std::nullopt;
    const Day begins = run_begins(readings), last = readings.back().at.day();
    const auto days = static_cast<int>((last - begins).count());
    if (days + 1 < fewest_days) return std::nullopt;
    Thousandths upper = 0, lower = 0;
    int count = 0;
    for (const auto& one : readings | std::views::reverse) {
        if (one.at.day() <= begins) break;
        if (!one.second) continue;
        upper += one.first;
        lower += *one.second;
        ++count;
    }
    if (count < fewest_readings) return std::nullopt;
    return HomeAverage{
        .first = mean_of(upper, count), .second = mean_of(lower, count), .days = days, .readings = count};
}

}  // namespace goodweek::records
