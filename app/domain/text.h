// People's words as they can be kept for ever and shown anywhere: whole characters, no control codes, nothing that
// turns the writing direction round (a name must not be able to rewrite the line it stands in).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace goodweek {

// Valid UTF-8 without control codes other than a new line, and without bidirectional overrides and isolates.
bool is_tidy(std::string_view text);

// The same words made so: what is not a character becomes the replacement character, a tab or a carriage return
// becomes a space or a new line, other controls and overrides go. A text that is tidy comes back as it was.
std::string tidy(std::string_view text);

// Tidy, on one line, without outer spaces: a name.
std::string one_line(std::string_view text);

// Without spaces and new lines at either end.
std::string_view trimmed(std::string_view text);

// How long it looks: its code points.
std::size_t characters(std::string_view text);

// Without outer spaces and with plain letters small: what two spellings of a name have in common.
std::string folded(std::string_view text);

// "Blue inhaler" and "blue inhaler " are one medicine: equal but for the case of plain letters and outer spaces.
bool same_words(std::string_view a, std::string_view b);

}  // namespace goodweek
