// Parts that the forms for writing things down share.
#pragma once

#include "session/state.h"
#include "ui/ui.h"

namespace goodweek::ui {

// Whom it is about, as faces; nothing where only one person lives here.
void faces(Ui& ui, const session::State& state, PersonId& chosen);
// Now, earlier today, yesterday, another day; with boxes for the time and the date where they are needed.
void when(Ui& ui, const session::State& state, session::WhenDraft& draft, const session::Problems& problems);
// "Also put this on Today's list", and when in the day.
void every_day(Ui& ui, session::LogDraft& draft);

}  // namespace goodweek::ui
