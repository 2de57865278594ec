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

// In order: rest, what was done, what is still planned; each by time. Routines stand only on `today`, until they are done.
std::vector<WeekItem> items_on(const Family& family, Day day, Day today);
// Of everybody: of no one in particular, or of all there are.
bool is_everyones(const Family& family, const WeekItem& item);
bool is_of(const WeekItem& item, const PersonId& person);

}  // namespace goodweek::session
