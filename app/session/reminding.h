// Reminders, said on the page while the app is open: what is planned at a time, an hour before, and what somebody
// does at a time of their own ("8:00") that is not done yet, for an hour from then. Each once, and nothing in quiet hours.
#pragma once

#include "session/inside.h"

namespace goodweek::session {

// Across midnight where they end before they begin; the same hour twice is no quiet at all.
bool is_quiet(const Settings& settings, Minutes time_of_day);

// Says what is due, and asks to be woken for what comes next.
void remind(Inside& in);

}  // namespace goodweek::session
