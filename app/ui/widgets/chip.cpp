#include "ui/widgets/chip.h"

#include "ui/widgets/parts.h"

namespace goodweek::ui {

namespace {

Colour colour_of(const Theme& theme, ChipGround ground) {
    switch (ground) {
        case ChipGround::leaf: return theme.leaf;
        case ChipGround::info: return theme.info;
        case ChipGround::warn: return theme.warn;
        default: return theme.well;
    }
}

}  // namespace

void draw_chip(Ui& ui, std::string_view icon, ChipGround ground, Rect square) {
    draw_ground(ui, square, 12, colour_of(ui.theme(), ground));
    const float size = square.width * 28 / 44;
    ui.draw_icon(icon, {square.x + (square.width - size) / 2, square.y + (square.height - size) / 2}, size,
                 ground == ChipGround::leaf ? ui.theme().link : ui.theme().ink);
}

}  // namespace goodweek::ui
