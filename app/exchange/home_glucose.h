// The home glucose log: one record a line, date, time, code and value with tabs between, as people with diabetes
// wrote it in 1988 to 1991. tests/data/home-glucose-logs/README.md says what becomes of every kind of line, and why.
#pragma once

#include <span>

#include "exchange/import.h"

namespace goodweek::exchange {

// To be said wherever these logs are shown (CC BY 4.0).
inline constexpr std::string_view home_glucose_credit =
    "AIM-94 data set: Michael Kahn, MD, PhD, Washington University, St. Louis. UCI Machine Learning Repository, "
    "\u201cDiabetes\u201d, CC BY 4.0.";

// Every line is taken, noted or refused, once each.
Imported read_home_glucose(std::span<const std::string_view> lines, const PersonId& person, std::optional<Day> today);

}  // namespace goodweek::exchange
