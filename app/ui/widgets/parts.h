// Recipes of design README 6 that several words share. For words only; views do not include this.
#pragma once

#include <algorithm>

#include "ui/ui.h"

namespace goodweek::ui {

// ---- type (README 3). Line heights are the style sheet's products, so that pages lie over their pictures.
inline Type number_type() { return {40, 46, Face::semibold}; }
inline Type title_type() { return {28, 33.6f, Face::semibold}; }
inline Type label_type(const Ui& ui) {
    return ui.board ? Type{17, 23.8f, Face::semibold} : Type{18, 25.2f, Face::semibold};
}
inline Type heading_type(const Ui& ui) {
    return ui.narrow() ? Type{22, 27.94f, Face::semibold} : Type{20, 26, Face::semibold};
}
inline Type body_type(const Ui& ui) {
    if (ui.board) return {17, 24.65f};
    return ui.narrow() ? Type{18, 27} : Type{19, 28};
}
inline Type small_type() { return {16, 22.4f}; }
inline Type strong(Type type) {
    type.face = Face::semibold;
    return type;
}

// ---- grounds
// A filled shape; where every shape must be seen without its colour, it gets an outline.
inline void draw_ground(Ui& ui, Rect rect, Corners corners, Colour colour) {
    ui.draw(shape::Fill{rect, corners, colour});
    if (ui.theme().outlined) ui.draw(shape::Outline{rect, corners, ui.theme().ink, 2});
}
inline void draw_ground(Ui& ui, Rect rect, float radius, Colour colour) {
    draw_ground(ui, rect, Corners::all(radius), colour);
}

// A ground whose height is known only after what stands on it: two shapes kept free, filled in by finish().
class Ground {
public:
    explicit Ground(Ui& ui) : ui_(ui), fill_(ui.draw(shape::Fill{})), outline_(ui.draw(shape::Fill{})) {}

    void finish(Rect rect, float radius, Colour colour, Colour outline, float thickness) {
        Drawing& layer = ui_.layer();
        layer[fill_] = shape::Fill{rect, Corners::all(radius), colour};
        if (ui_.theme().outlined) thickness = std::max(thickness, 2.0f);
        if (thickness > 0) layer[outline_] = shape::Outline{rect, Corners::all(radius), outline, thickness};
    }
    // The white sheet that cards and lists are.
    void finish_sheet(Rect rect) { finish(rect, 14, ui_.theme().card, ui_.theme().line, 1); }

private:
    Ui& ui_;
    std::size_t fill_, outline_;
};

// What can be pressed: a lower edge, and the face of it above.
inline void draw_raised(Ui& ui, Rect rect, float radius, Colour edge, Colour face, float edge_height) {
    ui.draw(shape::Fill{rect, Corners::all(radius), edge});
    Rect top = rect;
    top.height -= edge_height;
    if (edge_height > 0) ui.draw(shape::Fill{top, Corners::all(radius), face});
    else ui.draw(shape::Fill{rect, Corners::all(radius), face});
    if (ui.theme().outlined) ui.draw(shape::Outline{rect, Corners::all(radius), ui.theme().ink, 2});
}

inline void draw_hairline(Ui& ui, float x, float y, float width) {
    ui.draw(shape::Fill{{x, y, width, 1}, {}, ui.theme().line});
}

// ---- words at a place
// Draws a block and records it under a role; what our faces cannot set is left to the browser.
inline AccessNode& put_text(Ui& ui, Key key, Role role, const Block& block, Point at, std::string words) {
    ui.draw_text(block, at);
    AccessNode& node = ui.node(key, role, std::move(words), {at.x, at.y, block.size.width, block.size.height});
    node.paint = block.by_browser ? Paint::browser : Paint::canvas;
    node.font_size = block.pieces.empty() ? 18 * ui.scale() : block.pieces.front().style.type.size;
    return node;
}

// Icons and marks grow with the text.
inline float grown(const Ui& ui, float size, float most = 60) {
    return std::min(size * std::max(1.0f, ui.scale()), std::max(most, size));
}

// A measure of at most 66 characters, about 0.5 em each.
inline float readable(const Ui& ui, const Type& type) { return std::min(ui.width(), type.size * ui.scale() * 33); }

// Sentences of a name, one after the other: "Brown inhaler. Junie, before school".
inline std::string joined(std::initializer_list<std::string_view> parts, std::string_view between = ". ") {
    std::string text;
    for (const std::string_view part : parts) {
        if (part.empty()) continue;
        if (!text.empty()) text += text.ends_with('.') || text.ends_with('?') || text.ends_with('!') ? " " : between;
        text += part;
    }
    return text;
}

}  // namespace goodweek::ui
