// A chip: an icon on a tinted square, saying what kind of thing a row or tile is about. Always beside its words.
#pragma once

#include "ui/ui.h"

namespace goodweek::ui {

// Readings and moving, medicine and rest, feelings, signs and notes.
enum class ChipGround : std::uint8_t { leaf, info, warn, well };

void draw_chip(Ui& ui, std::string_view icon, ChipGround ground, Rect square);

}  // namespace goodweek::ui
