// What a device shows of somebody's measures, and the range that they aim for: their own, agreed with their clinic and written
// down in the care plan. Goodweek sets none.
#pragma once

#include "session/state.h"

namespace goodweek::session {

// On a family's phone weight and waist of somebody under 18 are left out, unless their care plan says to show them.
bool is_shown(const State& state, const PersonId& person, const Measure& measure);
// Those that there are readings of, the most recently used first.
std::vector<const Measure*> measures_shown(const State& state, const PersonId& person);

struct Range {
    std::optional<Thousandths> lowest{}, highest{};
};
// Where two are written, the later one counts; nothing where neither end can be read as a value of that measure.
std::optional<Range> range_for(const Family& family, const PersonId& person, const Measure& measure, Day today);

// Kilograms to the square metre, in thousandths: the last weight over the last height that is not too old for it, five years
// of a grown-up and 30 days of a child. Nothing where one is missing.
std::optional<Thousandths> bmi_of(const State& state, const PersonId& person);

}  // namespace goodweek::session
