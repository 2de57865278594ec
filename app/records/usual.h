// Where readings mostly lie: what is usual for these people, never what would be right for them.
#pragma once

#include <optional>
#include <span>
#include <utility>

#include "records/readings.h"

namespace goodweek::records {

// The lowest and highest of the middle half, by the first number of each; nothing for fewer than eight, of which no
// half means anything.
std::optional<std::pair<Thousandths, Thousandths>> middle_half(std::span<const ReadingAt> readings);

}  // namespace goodweek::records
