#include <algorithm>

#include "vault/cbor.h"

namespace goodweek::vault {

namespace {

constexpr std::size_t broken = 0;

// The length of the UTF-8 sequence at the front and its character, or `broken` when there is none: cut short, longer
// than it need be, half of a surrogate pair, or beyond the last plane.
std::size_t sequence(ByteView bytes, char32_t& character) {
    const std::uint8_t first = bytes[0];
    if (first < 0x80) {
        character = first;
        return 1;
    }
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || bytes.size() < length) return broken;
    character = first & (0x7F >> length);
    for (const auto byte : bytes.subspan(1, length - 1)) {
        if ((byte & 0xC0) != 0x80) return broken;
        character = character << 6 | (byte & 0x3F);
    }
    if (length == 3 && (character < 0x800 || (character >= 0xD800 && character <= 0xDFFF))) return broken;
    if (length == 4 && (character < 0x10000 || character > 0x10FFFF)) return broken;
    return length;
}

bool allowed(char32_t character) {
    if (character < 0x20) return character == U'\n';
    // Overrides and isolates can make a sentence read as another one (a "spoofed author", security.md 1.2).
    return !(character >= 0x202A && character <= 0x202E) && !(character >= 0x2066 && character <= 0x2069);
}

}  // namespace

bool text_allowed(std::string_view text) {
    auto rest = bytes_of(text);
    while (!rest.empty()) {
        char32_t character = 0;
        const auto length = sequence(rest, character);
        if (length == broken || !allowed(character)) return false;
        rest = rest.subspan(length);
    }
    return true;
}

}  // namespace goodweek::vault
