// A list: rows on one sheet with hairlines between. A row has a face or an icon, words, and at most one thing to press.
#pragma once

#include "ui/ui.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/face.h"
#include "ui/widgets/tag.h"
#include "ui/widgets/week_strip.h"

namespace goodweek::ui {

struct List {
    std::string id;
    std::string name;    // what it is a list of, for those who cannot see the heading above it
    bool small = false;  // worker pages: 17 px, tighter
    bool bare = false;   // on a flush card under its title: brings no sheet of its own
};
void list(Ui& ui, const List& list, const Body& rows);

struct Row {
    std::string title;
    std::string text;  // second line, hint
    std::string more;  // third
    FaceOf face{.nobody = true};
    float face_across = 44;
    std::string icon;  // instead of a face
    std::string chip;  // an icon on a tinted square; ground by chip_ground
    using Ground = ChipGround;
    Ground chip_ground = Ground::well;
    std::optional<Tag> tag;
    std::string href;    // the whole row is one link, with a chevron
    bool strong = true;  // the title is semibold
    std::string lang;
    enum class State : std::uint8_t { due, just_done, done } state = State::due;
    std::string done_word;              // "Taken", with a tick
    std::optional<WeekStrip> week;      // small strip before the words
    std::string value;                  // at the right, semibold: "265"
    std::optional<SmallRating> rating;  // under the title, of a row that is one link
};
// The row by itself; true if it has an href and was pressed.
bool row(Ui& ui, std::string_view id, const Row& row);
// With one thing to press at its right (under it where text is large).
void row(Ui& ui, std::string_view id, const Row& row, const Body& action);
// With anything in it, in the row's padding.
void free_row(Ui& ui, std::string_view id, const Body& body);

}  // namespace goodweek::ui
