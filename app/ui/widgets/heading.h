// A heading: the page's title (level 1, once a page), a section (2), or a label among rows (3).
#pragma once

#include "ui/ui.h"

namespace goodweek::ui {

struct Heading {
    std::string text;
    int level = 2;
    std::string aside;        // a few words at the right: "1 of 4 done"
    std::string over;         // small words above it: "Junie's goal"
    std::string icon;         // before it
    std::string lang;         // where it is not in the page's language
    bool long_title = false;  // a conclusion rather than a name: a little smaller on a wide page
};

void heading(Ui& ui, const Heading& heading);
void heading(Ui& ui, std::string_view text);
// The page's h1; the document is named after it.
void title(Ui& ui, std::string_view text);
// With something to press at the right; where text is large it goes underneath.
void heading(Ui& ui, const Heading& heading, const Body& action);

}  // namespace goodweek::ui
