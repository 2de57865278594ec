// The one way in: whatever there is to see, from the state alone.
#pragma once

#include "session/state.h"
#include "ui/ui.h"

namespace goodweek::ui {

void screen(Ui& ui, const session::State& state, session::Drafts& drafts);

}  // namespace goodweek::ui
