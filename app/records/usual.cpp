#include "records/usual.h"

#include <vector>

#include "domain/put_in_order.h"

namespace goodweek::records {

std::optional<std::pair<Thousandths, Thousandths>> middle_half(std::span<const ReadingAt> readings) {
    constexpr std::size_t fewest = 8;
    if (readings.size() < fewest) return std::nullopt;
    std::vector<Thousandths> values;
    for (const auto& reading : readings) values.push_back(reading.first);
    put_in_order(values);
    const auto quarter = values.size() / 4;
    return std::pair{values[quarter], values[values.size() - 1 - quarter]};
}

}  // namespace goodweek::records
