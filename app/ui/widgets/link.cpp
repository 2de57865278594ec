#include "ui/widgets/link.h"

#include "ui/widgets/parts.h"

namespace goodweek::ui {

bool link(Ui& ui, std::string_view id, const Link& link) {
    const Key key = ui.key(id);
    const Theme& theme = ui.theme();
    const Type type = link.small || ui.compact ? small_type() : body_type(ui);
    const float icon = link.icon.empty() ? 0 : grown(ui, type.size < 17 ? 20 : 24, 40);
    const float indent = icon > 0 ? icon + 6 : 0;
    const float room = ui.line ? ui.line->right - ui.line->left : ui.width();
    const Block label = ui.type().set(link.label, {type, theme.link, true}, room - indent);
    const Size size{std::max(44.0f, label.size.width + indent), std::max(44.0f, label.size.height + 17)};
    Rect rect = ui.place_small(size, {2, 2});
    if (link.centred && !ui.line) rect.x += (ui.width() - rect.width) / 2;

    // A ground shows under a pointer or a finger, a little wider than the words.
    if (ui.hovered(key) || ui.held(key))
        ui.draw(shape::Fill{{rect.x - 6, rect.y + 4, rect.width + 12, rect.height - 8},
                            Corners::all(8),
                            ui.held(key) ? theme.band : theme.leaf});
    const float middle = rect.y + rect.height / 2;
    // Short words stand at the side of their box that the column begins at, or ends at.
    const float spare = ui.compact ? rect.width - label.size.width - indent : 0;
    if (icon > 0) ui.draw_icon(link.icon, {rect.x + spare, middle - icon / 2}, icon, theme.link);
    ui.draw_text(label, {rect.x + spare + indent, middle - label.size.height / 2});

    AccessNode& node = ui.node(key, Role::link, joined({link.label, link.about}, ", "), rect);
    node.value = link.href;
    node.paint = label.by_browser ? Paint::browser : Paint::canvas;
    node.font_size = type.size * ui.scale();
    return ui.followed(key, link.href);
}

bool link(Ui& ui, std::string_view id, std::string_view label, const session::Route& to) {
    return link(ui, id, Link{.label = std::string(label), .href = session::to_text(to)});
}

}  // namespace goodweek::ui
