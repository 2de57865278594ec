// What the relay, or a file carried by hand, changed: each change taken into state and kept in words.
#pragma once

#include "session/inside.h"

namespace goodweek::session {

// The rule sync asks of each event in a bundle: bytes that are one event, whatever kind.
bool is_event(ByteView bytes);
void take_change(Inside& in, const sync::Change& change);
// Why something that came was set aside, as a sentence's key.
std::string_view trouble_key(wire::BundleProblem why);
// The phones and tablets of a family, from its roster and what they are called.
void list_devices(Inside& in, Family& family);

}  // namespace goodweek::session
