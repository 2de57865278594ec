// What stands on a week's board: what was done, what is planned, and days of rest. A board hangs where visitors see it: how
// somebody felt, what hurt and what was forgotten are not on it.
#pragma once

#include <optional>
#include <vector>

#include "session/state.h"

namespace goodweek::session {

struct WeekItem {
    enum class Mark { done, planned, rest } mark = Mark::done;
    enum class Of { entry, plan, routine } of = Of::entry;
    EntityId entity{};               // of the last, where there are several alike
    std::vector<PersonId> people{};  // none means everyone
    LocalMoment at{};
    int times = 1;  // alike on that day: readings of one measure, doses of one medicine
};

// Whom an event is about; nobody means everyone.
std::vector<PersonId> people_of(const Family& family, const records::Event& event);
// In order: rest, what was done, what is still planned; each by time. Routines stand only on `today`, until they are done.
std::vector<WeekItem> items_on(const Family& family, Day day, Day today);
// The plans of a day that came to something other than done: not for the board, but to be read and put right.
std::vector<records::PlanAt> called_off_on(const Family& family, Day day);
// Of everybody: of no one in particular, or of all there are.
bool is_everyones(const Family& family, const WeekItem& item);
bool is_of(const WeekItem& item, const PersonId& person);

}  // namespace goodweek::session
