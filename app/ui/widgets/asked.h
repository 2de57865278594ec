// The words round anything that is asked: its label or legend, a hint, what is wrong, and the bar beside a group that
// has something wrong. For words only; views do not include this.
#pragma once

#include "ui/ui.h"

namespace goodweek::ui {

struct Asked {
    std::string_view label, hint, error;
    bool question = false;  // the label is the page's h1
    bool hidden = false;    // the label is said, not drawn
    bool large = false;     // drawn as a heading: a legend, or the one field of a page
};

// Label, hint and error down the column, each a label_text of `field` (levels 0, 1, 2), and room after them.
void put_asked(Ui& ui, Key field, const Asked& asked);

// The body in a column; where something is wrong, set in behind a red bar of its height.
void with_error_bar(Ui& ui, std::string_view error, const Body& body);

// Hint and error in one, as a field's description is read.
std::string description_of(const Asked& asked);

}  // namespace goodweek::ui
