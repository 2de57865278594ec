// A button: what happens, verb first. One primary a page.
#pragma once

#include "ui/ui.h"

namespace goodweek::ui {

struct Button {
    std::string label;
    enum class Look : std::uint8_t { primary, secondary, quiet, warning } look = Look::primary;
    std::string icon, icon_after;
    std::string about;        // said after the label, to tell it from others of the same name: "Brown inhaler"
    std::string description;  // more, read after the name
    bool busy = false;        // "Saving": drawn pressed, takes nothing
    bool at_end = false;      // nothing further (no later day): still there, says why in description
    bool in_row = false;      // 46 high, as wide as its words
    bool big = false;         // 60 high: Call 999
    bool small = false;       // 16 px words, for a pair with words between them
    bool gesture = false;     // share, print, copy: must run inside the person's own press
    std::string href;         // "tel:999": a link that looks like a button; the browser follows it
    bool expandable = false, expanded = false;
};

// True if it was pressed.
bool button(Ui& ui, std::string_view id, const Button& button);
bool button(Ui& ui, std::string_view id, std::string_view label);
bool secondary(Ui& ui, std::string_view id, std::string_view label);
bool quiet(Ui& ui, std::string_view id, std::string_view label);

// Buttons side by side where there is room, one under the other where there is not.
void buttons(Ui& ui, const Body& body);

// Lets the person pick a file; the choice arrives as a FileChosen command from outside, with the id as its purpose.
struct FileButton {
    std::string label;
    std::string accept;  // ".csv,.txt"
    std::string description;
};
void file_button(Ui& ui, std::string_view id, const FileButton& button);

}  // namespace goodweek::ui
