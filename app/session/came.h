// A visit to a group, confirmed by whoever runs it, without an account and without a network of their own: they scan the code on
// the family's phone, and the page it leads to shows six characters that they read out to who was there. The link names the
// group and no person.
#pragma once

#include "session/state.h"

namespace goodweek::session {

// The address that the code holds.
std::string came_link(std::string_view origin, const EntityId& visit, std::string_view group);
// "7HQ-2K0": what the page shows to whoever scanned it.
std::string came_code(const EntityId& visit);
// What the group is called in such an address; nothing where it is none.
std::optional<std::string> came_group(const Route& route);
// Is that the code, as people type it?
bool is_came_code(const EntityId& visit, std::string_view typed);

}  // namespace goodweek::session
