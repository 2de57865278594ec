#include "ui/widgets/button.h"

#include "ui/widgets/parts.h"

namespace goodweek::ui {

namespace {

using Kind = Button::Look;

struct Colours {
    Colour edge, face, label;
    float edge_height = 3;
};

bool quiet_look(const Button& button) { return button.look == Kind::quiet; }

Colours colours_of(const Theme& theme, const Button& button, bool hovered, bool down) {
    switch (button.look) {
        case Kind::secondary:
            if (button.at_end) return {theme.edge, theme.card, theme.hint, 4};
            return {theme.link, hovered || down ? theme.leaf : theme.card, theme.link, down ? 2.0f : 4.0f};
        case Kind::quiet: return {theme.page, down ? theme.band : theme.leaf, theme.link, 0};
        case Kind::warning:
            return {theme.error_edge,
                    down      ? theme.error_edge
                    : hovered ? theme.error_hover
                              : theme.error,
                    theme.on_error, down ? 0.0f : 3.0f};
        default:
            return {theme.go_edge,
                    down      ? theme.go_down
                    : hovered ? theme.go_hover
                              : theme.go,
                    theme.on_go, down ? 0.0f : 3.0f};
    }
}

Type type_of(const Ui& ui, const Button& button) {
    if (button.big) return {22, 26.4f, Face::semibold};
    if (button.small) return {16, 19.2f, Face::semibold};
    const float size = ui.board && ui.compact ? 17.0f : 18.0f;
    return {size, size * 1.2f, quiet_look(button) ? Face::regular : Face::semibold};
}

struct Measures {
    float height, padding, least_width;
};

Measures measures_of(const Ui& ui, const Button& button, bool in_row) {
    if (button.big) return {60, 20, 0};
    if (button.small) return {46, 10, 104};
    if (in_row)
        return {ui.stacked() ? 72.0f : 46.0f, quiet_look(button) ? 8.0f : 14.0f, quiet_look(button) ? 44.0f : 84.0f};
    // Among others on a line a quiet one begins where the column does.
    if (ui.line && quiet_look(button)) return {52, 0, 44};
    return {52, quiet_look(button) ? 8.0f : 20.0f, 44};
}

// The secondary button is an outline, 2 px all round and 4 at the foot; the others a face on a lower edge.
void draw_face(Ui& ui, const Button& button, const Colours& colours, Rect rect, bool seen) {
    if (button.look == Kind::secondary) {
        ui.draw(shape::Fill{rect, Corners::all(12), colours.edge});
        ui.draw(shape::Fill{{rect.x + 2, rect.y + 2, rect.width - 4, rect.height - 2 - colours.edge_height},
                            Corners::all(10),
                            colours.face});
    } else if (button.look == Kind::quiet) {
        if (seen) ui.draw(shape::Fill{rect, Corners::all(12), colours.face});
    } else {
        draw_raised(ui, rect, 12, colours.edge, colours.face, colours.edge_height);
    }
}

// Icon, words, icon: centred together on what is left above the edge.
void draw_label(Ui& ui, const Button& button, const Block& label, Rect face, float icon, Colour colour) {
    const float apart = button.small ? 4 : 8;
    const float before = button.icon.empty() ? 0 : icon + apart, after = button.icon_after.empty() ? 0 : icon + apart;
    float x = face.x + (face.width - before - label.size.width - after) / 2;
    const float middle = face.y + face.height / 2;
    if (before > 0) ui.draw_icon(button.icon, {x, middle - icon / 2}, icon, colour);
    x += before;
    ui.draw_text(label, {x, middle - label.size.height / 2});
    if (after > 0) ui.draw_icon(button.icon_after, {x + label.size.width + apart, middle - icon / 2}, icon, colour);
}

void record(Ui& ui, Key key, const Button& button, Rect rect, const Block& label) {
    AccessNode& node = ui.node(key, button.href.empty() ? Role::button : Role::link,
                               joined({button.label, button.about}, ", "), rect);
    node.description = button.description;
    node.value = button.href;
    node.disabled = button.at_end;
    node.busy = button.busy;
    node.gesture = button.gesture;
    node.expandable = button.expandable;
    node.expanded = button.expanded;
    node.paint = label.by_browser ? Paint::browser : Paint::canvas;
    node.font_size = type_of(ui, button).size * ui.scale();
}

}  // namespace

bool button(Ui& ui, std::string_view id, const Button& button) {
    const Key key = ui.key(id);
    const bool in_row = button.in_row || button.small || ui.compact;
    const bool natural = in_row || ui.line.has_value() || !ui.narrow();
    const Type type = type_of(ui, button);
    const Measures measures = measures_of(ui, button, in_row);
    const float icon = grown(ui, in_row ? 20 : 24, 40);
    const float icons = (button.icon.empty() ? 0 : icon + 8) + (button.icon_after.empty() ? 0 : icon + 8);
    const float room = ui.line ? ui.line->right - ui.line->left : ui.width();
    const bool down = ui.held(key) || button.busy, hovered = ui.hovered(key);
    const Colours colours = colours_of(ui.theme(), button, hovered, down);
    const Style style{type, colours.label, quiet_look(button)};
    const Block label = ui.type().set(button.label, style, room - 2 * measures.padding - icons, Align::left);

    const float wanted = std::max(measures.least_width, label.size.width + icons + 2 * measures.padding);
    const float around = measures.height - type.line;
    const Size size{natural && !(in_row && ui.stacked()) ? wanted : room,
                    std::max(measures.height, label.size.height + around)};
    Rect rect = ui.place_small(size, {quiet_look(button) ? 6.0f : 12.0f, quiet_look(button) ? 6.0f : 12.0f});
    record(ui, key, button, rect, label);

    const float sunk = ui.moved(key, down && !quiet_look(button) ? 2 : 0, down ? 80 : 120);
    rect.y += sunk, rect.height -= sunk;
    draw_face(ui, button, colours, rect, hovered || down);
    Rect face = rect;
    if (button.look == Kind::secondary)
        face = {rect.x, rect.y + 2, rect.width, rect.height - 2 - colours.edge_height};
    else face.height -= colours.edge_height;
    if (!label.by_browser) draw_label(ui, button, label, face, icon, colours.label);

    bool pressed = ui.followed(key, button.href);
    if (button.look == Kind::primary && ui.enter && !in_row) pressed = std::exchange(ui.enter, false) || pressed;
    return pressed && !button.busy && !button.at_end;
}

bool button(Ui& ui, std::string_view id, std::string_view label) {
    return button(ui, id, Button{.label = std::string(label)});
}
bool secondary(Ui& ui, std::string_view id, std::string_view label) {
    return button(ui, id, Button{.label = std::string(label), .look = Kind::secondary});
}
bool quiet(Ui& ui, std::string_view id, std::string_view label) {
    return button(ui, id, Button{.label = std::string(label), .look = Kind::quiet});
}

void buttons(Ui& ui, const Body& body) {
    if (ui.stacked()) {
        body();
        return;
    }
    const float top = ui.open(12);
    const auto outer =
        std::exchange(ui.line, Ui::Line{.left = ui.x(), .right = ui.x() + ui.width(), .pen = ui.x(), .top = top});
    body();
    ui.close(ui.line->top + ui.line->height, 12);
    ui.line = outer;
}

void file_button(Ui& ui, std::string_view id, const FileButton& button) {
    ui::button(
        ui, id,
        Button{.label = button.label, .look = Kind::secondary, .icon = "upload", .description = button.description});
    AccessNode& node = *ui.find(ui.key(id));
    node.role = Role::file_button;
    node.value = id;  // what the file is for: the page hands it back with the file
    node.accept = button.accept;
}

}  // namespace goodweek::ui
