// A link worker's families as a list: grouped by facts, sorted and searched as asked. Worked out from answers that are
// kept up to date, so it does not grow with anybody's history.
#pragma once

#include <vector>

#include "session/state.h"

namespace goodweek::session {

struct CaseloadRow {
    const Family* family = nullptr;
    CaseloadView::Group group = CaseloadView::Group::steady;
    std::optional<Day> danger{};  // danger_of
    std::size_t waits = 0;        // that, a message without an answer, goals they ask us to agree to
    std::optional<Day> since;     // the oldest of those
};

struct Caseload {
    std::vector<CaseloadRow> rows;
    std::size_t waiting = 0, quiet = 0, steady = 0;
    bool imported = false;  // somebody's record came from a file whose credit must be shown
};

// Quiet: nothing heard for 7 days or more. Waiting: the last word is theirs, or a goal has their yes and not ours.
inline constexpr Days quiet_after{7};

// When somebody in this family answered that they were in danger, until the clinic has written to them.
std::optional<Day> danger_of(const Family& family);

Caseload caseload(const State& state, const CaseloadView& view);

// Filter and sort are kept in the page's address, so that Back and a copied link lead to the same list. What an address
// says of neither is everybody, by what waits.
Route route_of(const CaseloadView& view);
void read_address(CaseloadView& view, std::string_view words);

}  // namespace goodweek::session
