// The seven days of a week as the strip draws them, from what was written down.
#pragma once

#include "session/state.h"
#include "ui/widgets/week_strip.h"

namespace goodweek::ui {

// Of one person, or of everyone. The strip's name says what it comes to: "3 good days and a rest day so far".
WeekStrip week_of(const Ui& ui, const session::Family& family, const std::optional<PersonId>& person, Day today,
                  WeekStrip::Form form);
// Of another week than today's.
WeekStrip week_of(const Ui& ui, const session::Family& family, const std::optional<PersonId>& person, Day monday,
                  Day today, WeekStrip::Form form);
// The days on which one goal's step was done.
WeekStrip step_week(const Ui& ui, const records::GoalStory& story, Day today, WeekStrip::Form form);

struct WeekCount {
    int good = 0, rest = 0;
};
WeekCount count_of(const WeekStrip& strip);
// "3 good days and a rest day so far.": the strong part and the rest of the sentence.
std::pair<std::string, std::string> week_words(const Ui& ui, const WeekStrip& strip);

}  // namespace goodweek::ui
