// Four invented families and a year of what they wrote down, ending now: for looking around in the app, for training,
// for screenshots and for `goodweek seed`. Plainly invented people with believable weeks: school mornings and late
// weekends, colds, forgotten inhalers, rest days, goals that creep up and slip back. Nothing in them is advice.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/sharing.h"
#include "records/event.h"

namespace goodweek::session {

struct InventedEntry {
    LocalMoment at;
    EntityId entity;
    std::optional<PersonId> person;
    records::Happening what;
    friend bool operator==(const InventedEntry&, const InventedEntry&) = default;
};

struct InventedFamily {
    std::string key;                         // "thistlewick": fit for a folder's name
    std::string name;                        // "The Thistlewicks"
    Sharing sharing;                         // what they let their clinic read
    std::vector<InventedEntry> entries;      // the family's own, oldest first, people and home among them
    std::vector<InventedEntry> from_clinic;  // what their link worker wrote to them, oldest first
};

inline constexpr std::string_view invented_clinic = "Larkrise Lane";
inline constexpr std::string_view invented_worker = "Sam Lanternfield";

// The Thistlewicks first. The same seed and moment give the same families, entity for entity; nothing in them is
// later than `now`.
std::vector<InventedFamily> invented_families(std::uint64_t seed, const LocalMoment& now);

}  // namespace goodweek::session
