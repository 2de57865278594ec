// Icons by the names Lucide gives them. Each stands beside a word, and never for one.
#pragma once

#include <string>
#include <string_view>

namespace goodweek::ui {

// The icon font's character for it, as UTF-8; empty for a name we do not have.
std::string icon_glyph(std::string_view name);
bool has_icon(std::string_view name);

}  // namespace goodweek::ui
