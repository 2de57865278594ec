#include "ui/widgets/tag.h"

#include "ui/widgets/parts.h"

namespace goodweek::ui {

namespace {

struct Colours {
    Colour ground, word;
};

Colours colours_of(const Theme& theme, Tag::Look look) {
    switch (look) {
        case Tag::Look::done: return {theme.leaf, theme.link};
        case Tag::Look::waiting: return {theme.warn, theme.ink};
        case Tag::Look::overdue: return {theme.error_tint, theme.error};
        case Tag::Look::away: return {theme.info, theme.ink};
        default: return {theme.well, theme.ink};
    }
}

}  // namespace

Size tag_size(const Ui& ui, const Tag& tag) {
    return {ui.type().width(tag.text, small_type()) + 16, small_type().line * ui.scale() + 4};
}

void draw_tag(Ui& ui, const Tag& tag, Point top_left) {
    const Colours colours = colours_of(ui.theme(), tag.look);
    const Size size = tag_size(ui, tag);
    draw_ground(ui, {top_left.x, top_left.y, size.width, size.height}, 6, colours.ground);
    ui.draw_text(ui.type().set(tag.text, {small_type(), colours.word}, size.width), {top_left.x + 8, top_left.y + 2});
}

void tag(Ui& ui, const Tag& tag) {
    const Size size = tag_size(ui, tag);
    const Rect rect = ui.place_small(size);
    draw_tag(ui, tag, {rect.x, rect.y});
    ui.node(ui.nth("tag"), Role::paragraph, tag.text, rect);
}

}  // namespace goodweek::ui
