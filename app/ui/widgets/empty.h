// Nothing here yet: what will be here, why it helps, and one thing to do about it. The one thing that is centred.
#pragma once

#include "ui/ui.h"

namespace goodweek::ui {

struct Empty {
    std::string title;
    std::string text;
    std::string action;  // of its button; none if empty
    bool primary = false;
    int level = 3;
};
// True if its button was pressed.
bool empty(Ui& ui, std::string_view id, const Empty& empty);

// Words on the way: shown only once it has taken long enough to notice.
void loading(Ui& ui, std::string_view text);
// A bar that fills, with its words.
struct Progress {
    std::string label;
    float now = 0, most = 1;
};
void progress(Ui& ui, std::string_view id, const Progress& progress);

}  // namespace goodweek::ui
