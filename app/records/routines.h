// What this family means to do on a day, and which of it is done.
#pragma once

#include <unordered_map>
#include <vector>

#include "records/diary.h"

namespace goodweek::records {

struct RoutineAt {
    EntityId id{};
    Routine routine{};
    Clock since{};
    friend bool operator==(const RoutineAt&, const RoutineAt&) = default;
};

struct Due {
    const RoutineAt* routine = nullptr;
    std::optional<EntityId> done_by{};  // the entry that did it today
    LocalMoment done_at{};
};

class Routines {
public:
    void hear(const Entity& entity);
    // In the order they were set up.
    const std::vector<RoutineAt>& all() const;
    const RoutineAt* find(const EntityId& id) const;
    // Each routine, with today's entry that answers it, if there is one. An entry answers one routine: of two that mean
    // the same inhaler, the first entry of the day is the first's and the second the second's.
    std::vector<Due> due(const Log& log, const Diary& diary, Day today) const;

private:
    std::unordered_map<EntityId, RoutineAt> living_;
    // In order, gathered at the first look after a change.
    mutable bool gathered_ = true;
    mutable std::vector<RoutineAt> routines_;
};

}  // namespace goodweek::records
