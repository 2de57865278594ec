// Side by side, where there is room. Reading order stays the order the parts are called in.
#pragma once

#include <functional>

#include "ui/ui.h"

namespace goodweek::ui {

// Columns of a worker's page: widths in CSS px, 0 shares what is left. One under the other on a phone, and where there
// is less room than `least`.
struct Part {
    float width = 0;
    std::function<void()> body;  // kept until all widths are known
};
void columns(Ui& ui, const std::vector<Part>& parts, float gutter = 16, float least = 640);

// Words at the left, something to press at the right; under it where there is no room.
void beside(Ui& ui, const Body& left, float right_width, const Body& right);

// A part of the page with a name, that a screen reader can jump to.
void section(Ui& ui, std::string_view id, std::string_view name, const Body& body);

}  // namespace goodweek::ui
