// Small words for files of text that somebody else wrote, in whatever encoding they had.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace goodweek::exchange {

// Without their endings (LF or CR LF) and without a byte order mark. An ending after the last line begins no further
// line.
std::vector<std::string_view> lines_of(std::string_view text);
// Never empty: text without the separator is one part.
std::vector<std::string_view> parts_of(std::string_view line, char separator);

// The digits of a whole number below ten million, and nothing else.
std::optional<int> whole_number(std::string_view text);

}  // namespace goodweek::exchange
