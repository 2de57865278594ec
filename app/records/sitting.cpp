#include "records/sitting.h"

#include <algorithm>

namespace goodweek::records {

namespace {

bool together(const ReadingAt& one, const ReadingAt& next) {
    return !one.at.day_only && !next.at.day_only && next.at.at - one.at.at <= longest_pause;
}

Thousandths whole_mean(Thousandths sum, std::size_t count) {
    const auto units = static_cast<Thousandths>(count) * 1000;
    return (2 * sum + units) / (2 * units) * 1000;
}

}  // namespace

std::span<const ReadingAt> sitting_of(std::span<const ReadingAt> readings, const EntityId& entity) {
    const auto found = std::ranges::find(readings, entity, &ReadingAt::entity);
    if (found == readings.end()) return {};
    auto first = found, last = found;
    while (first != readings.begin() && together(*std::prev(first), *first)) --first;
    while (std::next(last) != readings.end() && together(*last, *std::next(last))) ++last;
    return {first, std::next(last)};
}

SittingMean mean_of(std::span<const ReadingAt> sitting) {
    Thousandths first = 0, second = 0;
    bool both = !sitting.empty();
    for (const auto& one : sitting) {
        first += one.first;
        second += one.second.value_or(0);
        both = both && one.second.has_value();
    }
    SittingMean mean;
    if (sitting.empty()) return mean;
    mean.first = whole_mean(first, sitting.size());
    if (both) mean.second = whole_mean(second, sitting.size());
    return mean;
}

}  // namespace goodweek::records
