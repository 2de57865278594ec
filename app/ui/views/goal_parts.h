// Parts that the goal forms share.
#pragma once

#include "session/state.h"
#include "ui/ui.h"

namespace goodweek::ui {

// What it is, in whose words, for whom and why; and what is wrong with that.
void goal_fields(Ui& ui, const session::State& state, session::GoalDraft& draft);
// The next small step, and on how many days a week.
void step_fields(Ui& ui, session::GoalDraft& draft);

// Who does what about it, by when; and the form for one more.
void who_does_what(Ui& ui, const session::State& state, const records::GoalStory& story, session::ActionDraft& draft);

}  // namespace goodweek::ui
