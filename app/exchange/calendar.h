// A calendar file of what is planned, for the calendar that people have anyway (RFC 5545). A reminder of ours can only ring
// while the app is open; theirs does not need it.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "records/plans.h"

namespace goodweek::exchange {

// One VEVENT a plan, with its entity for UID, so that the same file opened again changes what is there and doubles nothing. A
// plan whose time is not known is a day's; one with a time is an hour's, by the
// clock on the wall wherever the calendar is. Lines are folded at 75 bytes between characters.
std::string to_calendar(std::span<const records::PlanAt> plans,
                        const std::function<std::string(const Planned&)>& whose, Moment now);

}  // namespace goodweek::exchange
