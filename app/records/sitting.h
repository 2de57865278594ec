// Readings that were taken one after another at one sitting, as blood pressure is: two or three, a minute or so apart.
#pragma once

#include <span>

#include "records/readings.h"

namespace goodweek::records {

inline constexpr auto longest_pause = std::chrono::minutes{30};  // between one of a sitting and the next

// Those around the one of this entity, oldest first; just that one where it stands alone or only its day is known. Empty
// where it is not among them. Readings oldest first.
std::span<const ReadingAt> sitting_of(std::span<const ReadingAt> readings, const EntityId& entity);

// What they come to together, to whole units of the measure, half up.
struct SittingMean {
    Thousandths first = 0;
    std::optional<Thousandths> second{};
};
SittingMean mean_of(std::span<const ReadingAt> sitting);

}  // namespace goodweek::records
