// What else happened to somebody, beside the readings that a figure shows: services used and days lost, medicines started,
// days when they were not well, appointments that were kept. A clinic finds only what is shared with it, and nobody what
// stands behind a door.
#pragma once

#include "session/state.h"

namespace goodweek::session {

struct Happened {
    Day first{}, last{};  // the same, or several days in a row
    Sentence words{};
};

// In those days, the newest first. Asks for those days only, however long the record is.
std::vector<Happened> happened_to(const State& state, const PersonId& person, Day first, Day last);

}  // namespace goodweek::session
