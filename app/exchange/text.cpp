#include "exchange/text.h"

#include <algorithm>

namespace goodweek::exchange {

std::vector<std::string_view> lines_of(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

std::vector<std::string_view> parts_of(std::string_view line, char separator) {
    std::vector<std::string_view> parts;
    for (auto end = line.find(separator); end != std::string_view::npos; end = line.find(separator)) {
        parts.push_back(line.substr(0, end));
        line.remove_prefix(end + 1);
    }
    parts.push_back(line);
    return parts;
}

std::optional<int> whole_number(std::string_view text) {
    if (text.empty() || text.size() > 7) return std::nullopt;
    if (!std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    int value = 0;
    for (const char digit : text) value = value * 10 + (digit - '0');
    return value;
}

}  // namespace goodweek::exchange
