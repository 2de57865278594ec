// Everything that can happen, on one page. Events are written once, by one device, and never changed: an edit is a
// new event that names the ones its author saw (security.md 5).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/entries.h"
#include "domain/goal.h"
#include "domain/ids.h"
#include "domain/moment.h"
#include "domain/person.h"
#include "domain/plan.h"
#include "domain/questionnaire.h"
#include "domain/section.h"
#include "domain/sharing.h"

namespace goodweek::records {

// Which event: the n-th that this device wrote in this household. Unique for ever.
struct Dot {
    DeviceId device{};
    std::uint64_t counter = 0;
    friend auto operator<=>(const Dot&, const Dot&) = default;
};

// A hybrid logical clock: 48 bits of milliseconds, 16 bits to keep one device's events in order.
struct Clock {
    std::uint64_t packed = 0;
    std::uint64_t milliseconds() const { return packed >> 16; }
    friend auto operator<=>(const Clock&, const Clock&) = default;
};
// A phone's clock can step back (a time zone, a flat battery): the count keeps its events in order all the same.
Clock next(Clock last, Moment now);
// After hearing from others, ours moves forward, but never more than ten minutes past what our own phone believes.
Clock heard(Clock ours, Clock theirs, Moment now);

struct HomeNamed {
    std::string name{};
    friend bool operator==(const HomeNamed&, const HomeNamed&) = default;
};

struct DeviceNamed {
    DeviceId device{};
    std::string name{};
    friend bool operator==(const DeviceNamed&, const DeviceNamed&) = default;
};

struct ClinicNamed {
    std::string name{}, worker{};
    friend bool operator==(const ClinicNamed&, const ClinicNamed&) = default;
};

struct SharingChosen {
    Sharing sharing{};
    friend bool operator==(const SharingChosen&, const SharingChosen&) = default;
};

// Words to the other side, about something or about nothing in particular.
struct Message {
    Side from = Side::family;
    std::string text{};
    std::optional<EntityId> about{};
    friend bool operator==(const Message&, const Message&) = default;
};

// The clinic's own: a paper invite it gave out, so that every worker's device can tell who was handed which.
struct InviteGiven {
    Bytes secret{};
    std::string for_whom{};
    Moment expires{};
    friend bool operator==(const InviteGiven&, const InviteGiven&) = default;
};

// The household's proof that it holds that paper (security.md 2.7).
struct InviteUsed {
    Bytes proof{};
    friend bool operator==(const InviteUsed&, const InviteUsed&) = default;
};

// A link worker opened a page of a care plan: the family sees by whom and when.
struct SectionRead {
    std::string section{};
    std::string who{};
    friend bool operator==(const SectionRead&, const SectionRead&) = default;
};

// A clinic's signed file with the words of a form, as it was taken (exchange/lent_words_file.h). Who wrote this down had
// seen that the signature holds.
struct WordsLent {
    Bytes file{};
    friend bool operator==(const WordsLent&, const WordsLent&) = default;
};

// Hides the entity as its author saw it; a change made unseen at the same time brings it back.
struct Removed {
    friend bool operator==(const Removed&, const Removed&) = default;
};

struct Restored {
    friend bool operator==(const Restored&, const Restored&) = default;
};

// Written by a release newer than this one: kept byte for byte, passed on, not shown.
struct FromTheFuture {
    std::string kind{};
    friend bool operator==(const FromTheFuture&, const FromTheFuture&) = default;
};

using Happening =
    std::variant<HomeNamed, DeviceNamed, ClinicNamed, Person, Relationship, SharingChosen, Reading, AbsentReading,
                 Symptom, Note, Activity, MedicineTaken, RestDay, Response, Routine, Planned, PlanOutcome, Goal,
                 NextStep, StepDone, GoalRating, GoalAgreed, GoalLevels, ActionStep, ActionState, Message, Written,
                 SectionRead, InviteGiven, InviteUsed, WordsLent, Removed, Restored, FromTheFuture>;

struct Event {
    Dot dot{};
    Clock clock{};
    EntityId entity{};                 // what this event is a version of
    std::optional<PersonId> person{};  // whom it is about
    std::optional<PersonId> author{};  // who wrote it, where the device knows
    LocalMoment at{};                  // when it happened
    std::vector<Dot> supersedes{};     // versions its author had seen, at most 8
    Happening what{};
    Bytes original{};  // as received, where this release does not understand all of it
    friend bool operator==(const Event&, const Event&) = default;
};

inline constexpr std::size_t most_superseded = 8;

// The name of its kind in stored events: "reading". Both views live as long as the happening.
std::string_view kind_of(const Happening& what);
// What it is a version of. Versions of one kind replace each other; kinds do not, except that Removed and Restored
// answer each other, and that each side's yes to a goal and words in a care plan are its own.
std::string_view register_of(const Happening& what);
inline constexpr std::string_view presence = "/presence";  // no kind has this name: kinds are small letters and _
// Where a register stands among those of one entity, so that every phone has them in the same order: what the entity
// is first, what is said about it after that. Those of releases to come are last.
std::size_t rank_of(std::string_view register_name);

}  // namespace goodweek::records

template <>
struct std::hash<goodweek::records::Dot> {
    std::size_t operator()(const goodweek::records::Dot& dot) const noexcept {
        // An odd factor spreads one device's counters over the whole table.
        return std::hash<goodweek::DeviceId>{}(dot.device) ^
               static_cast<std::size_t>(dot.counter * 0x9E3779B97F4A7C15u);
    }
};
