// Numbers as people type them: "5,5", " 320 ", "１２０", "1 234.5". One place for what a comma means.
#pragma once

#include <string>
#include <string_view>

#include "domain/measure.h"

namespace goodweek {

// Longer than this is no reading, whatever it says.
inline constexpr std::size_t longest_typed = 200;

// The text with every digit, mark and space that other keyboards have (full-width, Arabic, no-break) as its plain
// ASCII one, outer spaces gone. What has no plain form stays as it is.
std::string plain_digits(std::string_view typed);

// Takes digits and marks from the front of `text` and gives the number they spell, rounded half up to the thousandth.
// not_a_number when none is there; ambiguous_comma for "1,000"; too_high or too_low for what no measure reaches.
Result<Thousandths, ReadingProblem> take_number(std::string_view& text);

}  // namespace goodweek
