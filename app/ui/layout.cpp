#include "ui/layout.h"

#include <algorithm>

namespace goodweek::ui {

void columns(Ui& ui, const std::vector<Part>& parts, float gutter, float least) {
    if (ui.narrow() || ui.stacked() || ui.width() < least) {
        for (const Part& part : parts) part.body();
        return;
    }
    float fixed = gutter * static_cast<float>(parts.size() - 1), sharing = 0;
    for (const Part& part : parts) part.width > 0 ? fixed += part.width : sharing += 1;
    const float share = sharing > 0 ? std::max(160.0f, (ui.width() - fixed) / sharing) : 0;
    // Where the fixed widths leave too little for the others, all give way alike.
    const float needed = fixed + share * sharing, squeeze = std::min(1.0f, ui.width() / needed);
    const float top = ui.open(12);
    float x = ui.x(), height = 0;
    for (const Part& part : parts) {
        const float width = (part.width > 0 ? part.width : share) * squeeze;
        height = std::max(height, ui.column(x, top, width, part.body));
        x += width + gutter * squeeze;
    }
    ui.close(top + height, 12);
}

void beside(Ui& ui, const Body& left, float right_width, const Body& right) {
    if (ui.narrow() || ui.stacked()) {
        left();
        right();
        return;
    }
    const float top = ui.open(12), apart = 16;
    const float first = ui.column(ui.x(), top, ui.width() - right_width - apart, left);
    const float second = ui.column(ui.x() + ui.width() - right_width, top, right_width, right);
    ui.close(top + std::max(first, second), 12);
}

void section(Ui& ui, std::string_view id, std::string_view name, const Body& body) {
    ui.inside(ui.key(id), Role::section, std::string(name), body);
}

}  // namespace goodweek::ui
