// Groups and classes on the week's page.
#pragma once

#include "session/state.h"
#include "ui/ui.h"

namespace goodweek::ui {

// Each group that somebody went to: since when, how often, how they liked it. Nothing where there is none.
void group_list(Ui& ui, const session::State& state);

}  // namespace goodweek::ui
