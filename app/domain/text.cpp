#include "domain/text.h"

#include <algorithm>
#include <cstdint>

namespace goodweek {

namespace {

struct Character {
    char32_t code = 0;
    std::size_t size = 0;  // 0: what stands there is no character
};

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// The first character, decoded as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
Character first_of(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < size) return {};
    char32_t code = lead & (0xFFu >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {};
        code = code << 6 | (byte(i) & 0x3Fu);
    }
    const char32_t least = size == 4 ? 0x10000 : size == 3 ? 0x800 : 0x80;
    if (code < least || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {};
    return {code, size};
}

bool turns_direction(char32_t code) {
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

bool may_stay(char32_t code) {
    return (code >= 0x20 || code == '\n') && !turns_direction(code) && !(code >= 0x7F && code <= 0x9F);
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool is_tidy(std::string_view text) {
    while (!text.empty()) {
        const auto next = first_of(text);
        if (next.size == 0 || !may_stay(next.code)) return false;
        text.remove_prefix(next.size);
    }
    return true;
}

std::string tidy(std::string_view text) {
    std::string kept;
    kept.reserve(text.size());
    while (!text.empty()) {
        const auto next = first_of(text);
        if (next.size == 0) {
            kept += replacement;
        } else if (may_stay(next.code)) {
            kept += text.substr(0, next.size);
        } else if (next.code == '\t') {
            kept += ' ';
        } else if (next.code == '\r' && !text.starts_with("\r\n")) {
            kept += '\n';
        }
        text.remove_prefix(std::max<std::size_t>(next.size, 1));
    }
    return kept;
}

std::string one_line(std::string_view text) {
    std::string line = tidy(text);
    std::ranges::replace(line, '\n', ' ');
    return std::string{trimmed(line)};
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<std::uint8_t>(c) & 0xC0) != 0x80; }));
}

std::string folded(std::string_view text) {
    std::string words{trimmed(text)};
    std::ranges::transform(words, words.begin(), lower);
    return words;
}

bool same_words(std::string_view a, std::string_view b) {
    return std::ranges::equal(trimmed(a), trimmed(b), {}, lower, lower);
}

}  // namespace goodweek
