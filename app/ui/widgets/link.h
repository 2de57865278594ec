// A link to a page: a real address, in a box 44 high. Pressing one of ours goes there; the browser's own ways of opening
// it hold.
#pragma once

#include "session/route.h"
#include "ui/ui.h"

namespace goodweek::ui {

struct Link {
    std::string label;
    std::string href;   // "#/today", "tel:111"
    std::string icon;   // before the words
    std::string about;  // said after the label
    bool small = false;
    bool centred = false;
};

// True if it was pressed; an address of ours ("#/...") has then been gone to already.
bool link(Ui& ui, std::string_view id, const Link& link);
bool link(Ui& ui, std::string_view id, std::string_view label, const session::Route& to);

}  // namespace goodweek::ui
