// What a clinic would read, as checks, and what would leave the phone if they stood: counted before anything does.
#pragma once

#include "session/state.h"
#include "ui/ui.h"

namespace goodweek::ui {

// True if one of them changed.
bool sharing_checks(Ui& ui, const session::State& state, Sharing& sharing);
void what_leaves(Ui& ui, const session::State& state, const Sharing& sharing);

}  // namespace goodweek::ui
