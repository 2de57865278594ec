#include "ui/widgets/heading.h"

#include "ui/widgets/paragraph.h"
#include "ui/widgets/parts.h"

namespace goodweek::ui {

namespace {

Type type_of(const Ui& ui, const Heading& heading) {
    if (heading.level == 1) {
        Type type = title_type();
        if (heading.long_title && !ui.narrow()) type.size = 26, type.line = 31.2f;
        return type;
    }
    return heading.level == 2 ? heading_type(ui) : label_type(ui);
}

Margins margins_of(const Heading& heading) {
    switch (heading.level) {
        case 1: return {8, 0};
        case 2: return {28, 10};
        default: return {16, 4};
    }
}

// The heading's own words, down the column.
float put_heading(Ui& ui, const Heading& heading) {
    const Theme& theme = ui.theme();
    const float x = ui.x(), top = ui.open(0), width = ui.width();
    float y = top;
    if (!heading.over.empty()) {
        const Type type = heading.level == 1 ? body_type(ui) : small_type();
        const Block over = ui.type().set(heading.over, {type, theme.hint}, width);
        put_text(ui, ui.nth("over"), Role::paragraph, over, {x, y}, heading.over);
        y += over.size.height;
    }
    const Type type = type_of(ui, heading);
    float indent = 0;
    if (!heading.icon.empty()) {
        const float size = grown(ui, 24);
        ui.draw_icon(heading.icon, {x, y + (type.line * ui.scale() - size) / 2}, size, theme.leaf_edge);
        indent = size + 10;
    }
    const Block block = ui.type().set(heading.text, {type, theme.ink}, width - indent);
    const Key key = heading.level == 1 ? ui.key("title") : ui.nth("heading");
    AccessNode& node = put_text(ui, key, Role::heading, block, {x + indent, y}, heading.text);
    node.level = static_cast<std::uint8_t>(heading.level);
    node.lang = heading.lang;
    if (heading.level == 1) ui.set_title(heading.text);
    ui.close(y + block.size.height, 0);
    return y + block.size.height - top;
}

}  // namespace

void heading(Ui& ui, const Heading& heading) {
    if (!heading.aside.empty()) {
        ui::heading(ui, heading, [&] { paragraph(ui, {.text = heading.aside, .look = Look::small_hint}); });
        return;
    }
    const auto [before, after] = margins_of(heading);
    const float top = ui.open(before);
    ui.close(top + put_heading(ui, heading), after);
}

void heading(Ui& ui, std::string_view text) { heading(ui, Heading{.text = std::string(text)}); }
void title(Ui& ui, std::string_view text) { heading(ui, Heading{.text = std::string(text), .level = 1}); }

void heading(Ui& ui, const Heading& heading, const Body& action) {
    const auto [before, after] = margins_of(heading);
    const float top = ui.open(before);
    const Ui::Mark start = ui.mark();
    float words = 0;
    const float lower = (type_of(ui, heading).size - small_type().size) * ui.scale() * baseline_under_middle;
    const float height =
        ui.abreast(ui.x(), top, ui.width(), 12, [&] { words = put_heading(ui, heading); }, action, lower);
    // What is pressed is 44 high, of which its words need the middle: the rest may reach into the room around.
    const float reach = ui.stacked() ? 0 : std::clamp((height - words) / 2, 0.0f, 8.0f);
    ui.shift_between(start, ui.mark(), 0, -reach);
    ui.close(top + height - 2 * reach, after);
}

}  // namespace goodweek::ui
