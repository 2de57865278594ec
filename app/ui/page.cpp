#include "ui/page.h"

#include <algorithm>

#include "ui/page_parts.h"

namespace goodweek::ui {

namespace {

constexpr float column_width = 640, board_width = 1400;

struct Lane {
    float x, width;
};

Lane lane_of(const Ui& ui, const Page& page) {
    const Environment& environment = ui.environment();
    const float left = environment.insets.left, right = environment.width - environment.insets.right;
    const float widest = page.board ? board_width : column_width;
    if (ui.roomy() && !page.bare) return {rail_width + 28, std::min(widest, right - rail_width - 56)};
    const float margin = ui.very_narrow() ? 12.0f : ui.narrow() ? 16.0f : 24.0f;
    const float width = std::min(widest, right - left - 2 * margin);
    return {left + std::max(margin, (right - left - width) / 2), width};
}

void put_foot_sentence(Ui& ui) {
    ui.gap(20);
    ui.inside(ui.key("foot"), Role::footer, "",
              [&] { paragraph(ui, ui.text("ui.not_monitored"), Look::small_hint); });
}

void put_column(Ui& ui, const Page& page, bool rail, const Body& body) {
    put_header(ui, page, rail);
    ui.inside(ui.key("main"), Role::main, "", body);
    if (!page.bare) put_foot_sentence(ui);
}

}  // namespace

void page(Ui& ui, const Page& page, const Body& body) {
    ui.scope(page.id, [&] {
        const bool rail = ui.roomy() && !page.bare && !page.places.empty();
        ui.board = page.board && !ui.narrow();
        if (rail) put_rail(ui, page);
        const Lane lane = lane_of(ui, page);
        const float top = ui.y();
        const float height = ui.column(lane.x, top, lane.width, [&] { put_column(ui, page, rail, body); });
        ui.close(top + height, 0);
        if (rail) ui.gap(24), ui.place(0, {0, 0});
        else if (bar_is_pinned(ui)) ui.gap(24 + bar_height_of(ui)), ui.place(0, {0, 0});
        if (page.bare) put_bare_foot(ui, page);
        else if (!rail) put_bar(ui, page);
    });
}

}  // namespace goodweek::ui
