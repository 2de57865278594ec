// A tag: the state of a thing in one adjective. Never pressable, never colour alone.
#pragma once

#include "ui/ui.h"

namespace goodweek::ui {

struct Tag {
    std::string text;
    enum class Look : std::uint8_t { planned, done, waiting, overdue, away } look = Look::planned;
};

Size tag_size(const Ui& ui, const Tag& tag);
// Draws it and records nothing: its word belongs to the name of the row it stands in.
void draw_tag(Ui& ui, const Tag& tag, Point top_left);
void tag(Ui& ui, const Tag& tag);

}  // namespace goodweek::ui
