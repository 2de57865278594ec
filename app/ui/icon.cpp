#include "ui/icon.h"

#include <algorithm>

#include "icons.h"

namespace goodweek::ui {

namespace {

const icons::Named* find(std::string_view name) {
    const auto found = std::ranges::lower_bound(icons::all, name, {}, &icons::Named::name);
    return found != std::end(icons::all) && found->name == name ? &*found : nullptr;
}

}  // namespace

// The font keeps its icons in the private use area, where every character is three bytes of UTF-8.
std::string icon_glyph(std::string_view name) {
    const icons::Named* icon = find(name);
    if (!icon) return {};
    const char32_t code = icon->code;
    return {static_cast<char>(0xE0 | code >> 12), static_cast<char>(0x80 | (code >> 6 & 63)),
            static_cast<char>(0x80 | (code & 63))};
}

bool has_icon(std::string_view name) { return find(name) != nullptr; }

}  // namespace goodweek::ui
