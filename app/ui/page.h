// What every page shares: header, the week's line under it, one column (or a worker's board), the sentence that closes
// it, and the bar or rail that leads elsewhere.
#pragma once

#include "ui/layout.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace goodweek::ui {

// One place in the bottom bar and the rail.
struct Place {
    std::string id;                // "today"
    std::string label, bar_label;  // the bar's may be shorter: "Week" for "This week"
    std::string icon;
    std::string href;
    bool here = false;
    bool in_bar = true;  // the bar has five at most
    bool help = false;   // Help 999: always last, its icon red
};

struct StatusLine {
    std::string icon;
    std::string text;
    std::string brief;  // the same in two or three words, for the header's right end
    bool bad = false;   // red: only when a save failed
};

struct Page {
    std::string id;               // of the page: its route
    bool home = false;            // Today's header: logo, whose page, status lines
    bool bare = false;            // before anyone is let in: no bar, the foot stands at the bottom
    bool logo = false;            // of a bare page
    std::string back, back_href;  // the link at the top left
    std::string whose;            // whose page it is
    FaceOf face{.nobody = true};
    std::string whose_href;          // where to change it (home)
    std::vector<StatusLine> status;  // two lines under Today's header; elsewhere the first, at the right
    std::optional<WeekStrip> week;   // the line under the header
    int step = 0, of = 0;            // instead of it: a questionnaire's steps
    std::vector<Place> places;
    std::string menu_href;  // where Menu leads when text is so large that the bar has two
    std::string me;         // at the foot of the rail: who is in, beside Lock
    FaceOf my_face{.nobody = true};
    bool board = false;  // a worker's page: as wide as it may be, in smaller text
    std::string help_href = "#/help";
};

// Runs the body inside the page. The page's h1 is the body's first heading.
void page(Ui& ui, const Page& page, const Body& body);

}  // namespace goodweek::ui
