// One household's events and what they add up to, whoever sent them and in whatever order they came. Causality
// decides first, clocks only between edits that did not know of each other (security.md 5).
#pragma once

#include <deque>
#include <unordered_map>
#include <vector>

#include "records/event.h"
#include "records/seen.h"

namespace goodweek::records {

// The versions of one kind that one entity has.
struct Register {
    std::string_view name{};
    const Event* shown = nullptr;              // the one people see
    std::vector<const Event*> also_written{};  // at the same time, unseen by it; latest first
    std::vector<const Event*> all{};           // by clock, oldest first
};

struct Entity {
    EntityId id{};
    std::vector<Register> registers{};  // few; in the order of rank_of, presence last
    bool removed = false;
    bool back_again = false;  // removed by one while changed by another

    const Register* find(std::string_view name) const;
    // The shown version that is a T, or nothing.
    template <class T>
    const Event* version() const {
        for (const auto& one : registers)
            if (one.shown && std::holds_alternative<T>(one.shown->what)) return one.shown;
        return nullptr;
    }
    template <class T>
    const T* as() const {
        const auto* found = version<T>();
        return found ? &std::get<T>(found->what) : nullptr;
    }
    // The event behind the first register that is not about presence: who, when, about whom.
    const Event* event() const;
    const Event* first_version() const;
};

class Log {
public:
    Log() = default;
    // Entities point at events, so a log can move but not be copied.
    Log(Log&&) = default;
    Log& operator=(Log&&) = default;

    // The entity it changed, or nothing when this event is already here. An event whose dot is here with other content
    // is a device out of step; it is ignored and counted.
    const Entity* append(Event event);

    const Entity* find(const EntityId& id) const;
    const Event* find(const Dot& dot) const;
    const std::deque<Event>& events() const { return events_; }
    const Seen& seen() const { return seen_; }
    std::size_t contradicted() const { return contradicted_; }
    // The highest stamp of any event here, whoever's clock it came from: ask `heard` before going by it.
    Clock clock() const { return clock_; }

    // The dots an edit of this kind has to name: what its author now sees, at most 8, in order.
    std::vector<Dot> seen_versions(const EntityId& id, const Happening& next) const;

    // Logs are equal when they hold the same events; the order they came in does not matter.
    friend bool operator==(const Log& a, const Log& b);

private:
    using Versions = std::vector<const Event*>;
    Register& register_for(Entity& entity, const Event& event);
    void place(Register& among, const Event& event);
    Versions named_in(const Register& among, const Event& event) const;
    Versions naming_in(const Register& among, const Event& event) const;
    Versions knot_of(const Register& among, const Event& event) const;
    void judge_presence(Entity& entity) const;
    std::vector<Dot> known_to(const Register& presence, Versions from) const;

    std::deque<Event> events_;  // never moves: entities point into it
    std::unordered_map<EntityId, Entity> entities_;
    std::unordered_map<Dot, const Event*> by_dot_;
    std::unordered_multimap<Dot, const Event*> named_by_;  // which events supersede this dot, be it here or not
    Seen seen_;
    Clock clock_;
    std::size_t contradicted_ = 0;
};

}  // namespace goodweek::records
