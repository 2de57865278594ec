// Invented families and a year of what they wrote down, ending now: for looking around in the app, for training, for
// screenshots and for `goodweek seed`. Plainly invented people with believable weeks: school mornings and late weekends,
// colds, forgotten inhalers, rest days, goals that creep up and slip back. Nothing in them is advice. Each is a file
// (assets/invented/FORMAT.md): one more family is one more file.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/sharing.h"
#include "exchange/library.h"
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

// The same file, seed and moment give the same family, entity for entity; nothing in it has happened later than `now`. Total: any
// file gives the family or the first thing wrong with it. `questionnaires` are those it may
// have answered, `sections` those of its care plan.
Result<InventedFamily, exchange::FileProblem> invented_family(const vault::Cbor& file,
                                                              std::span<const Questionnaire> questionnaires,
                                                              std::span<const Section> sections, std::uint64_t seed,
                                                              const LocalMoment& now);

// A library's in their order, at most so many.
Result<std::vector<InventedFamily>, exchange::FileProblem> invented_families(const exchange::Library& library,
                                                                             std::uint64_t seed,
                                                                             const LocalMoment& now,
                                                                             std::size_t most);

}  // namespace goodweek::session
