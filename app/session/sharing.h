// Which events go to whom: the family's own channel, or the one its clinic reads too.
#pragma once

#include "domain/sharing.h"
#include "records/event.h"

namespace goodweek::session {

enum class Reach { family_only, with_clinic };

// Where an event of this kind goes, given what the family shares and whether a clinic is joined at all.
Reach reach_of(const records::Happening& what, const Sharing& sharing, bool linked);
// The kind of thing it counts as when people choose what to share; nothing for what is not theirs to choose.
std::optional<Shared> shared_kind(const records::Happening& what);

}  // namespace goodweek::session
