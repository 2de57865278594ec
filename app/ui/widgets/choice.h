// One of several: as rows, as one framed list, as segments, as tiles, as faces, or as the eleven boxes of a rating.
#pragma once

#include <type_traits>

#include "ui/ui.h"
#include "ui/widgets/face.h"

namespace goodweek::ui {

struct Option {
    int value = 0;
    std::string label;
    std::string hint;             // a second line
    std::string icon;             // at the right
    std::string id;               // its identity, where the value is only its place: a person's id
    FaceOf face{.nobody = true};  // of Look faces
    std::string over;             // drawn above it: "or"
    std::string count;            // of Look tiles: how many there are, beside its label
};

struct Choice {
    std::string legend;
    std::string hint;
    std::string error;
    std::vector<Option> options;
    enum class Look : std::uint8_t { rows, list, segments, tiles, faces, pictures } look = Look::list;
    bool question = false;  // the legend is the page's h1
    bool legend_hidden = false;
};
// True if another option was chosen. `chosen` is an option's value, or -1.
bool choice(Ui& ui, std::string_view id, const Choice& choice, int& chosen);

// The same over an enumeration, or over one that may not have been answered yet.
template <class Enum>
    requires std::is_enum_v<Enum>
bool choice(Ui& ui, std::string_view id, const Choice& asked, Enum& chosen) {
    int value = static_cast<int>(chosen);
    const bool changed = choice(ui, id, asked, value);
    if (changed) chosen = static_cast<Enum>(value);
    return changed;
}
template <class Value>
bool choice(Ui& ui, std::string_view id, const Choice& asked, std::optional<Value>& chosen) {
    int value = chosen ? static_cast<int>(*chosen) : -1;
    const bool changed = choice(ui, id, asked, value);
    if (changed) chosen = static_cast<Value>(value);
    return changed;
}

// 0 to 10 in eleven boxes, with words for both ends.
struct Rating {
    std::string legend;
    std::string hint;
    std::string error;
    std::string low, high;         // "0 is not started", "10 is all the way"
    std::optional<int> last_time;  // marked by a bar
    std::string last_words;        // "You said 5 last time"
    bool question = false;
};
bool rating(Ui& ui, std::string_view id, const Rating& rating, std::optional<int>& chosen);

// 3 to 7 in eleven small cells, for goals in a list. The words are the caller's: "3 to 7".
struct SmallRating {
    int was = -1;  // -1: no earlier one
    int now = -1;
    std::string words;
    std::string name;  // in full: "3 in June, 7 now"
};
void small_rating(Ui& ui, const SmallRating& rating);
// The same at a place, for rows; records nothing, for the row says it.
Size small_rating_size(const Ui& ui, const SmallRating& rating, float width);
void draw_small_rating(Ui& ui, const SmallRating& rating, Point top_left, float width);

struct Check {
    std::string label;
    std::string hint;
    std::string error;
    bool plain = false;  // without the frame, for lists of many
};
bool check(Ui& ui, std::string_view id, const Check& check, bool& on);

}  // namespace goodweek::ui
