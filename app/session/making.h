// A new profile: keys, the vault that holds them, and the recovery code. The passphrase's key is derived twice and both
// must agree (security.md 2.2).
#pragma once

#include "session/inside.h"

namespace goodweek::session {

// Judges the create draft's passphrase; the one to use, or problems beside their fields.
std::optional<std::string> chosen_passphrase(CreateDraft& draft);

using WithSlotKey = std::function<void(Inside&, std::optional<vault::SlotKey>)>;
// The key of a new slot, worked out twice; nothing when there was no memory or the two differ.
void derive_twice(Inside& in, const std::string& secret, const vault::SlotQuestion& question, WithSlotKey then);

// Derives the slot's key, makes the vault with whatever member and profile stand in `in`, shows the recovery code, and
// runs `then` once the profile is open.
void make_vault(Inside& in, const std::string& passphrase, std::function<void(Inside&)> then);

}  // namespace goodweek::session
