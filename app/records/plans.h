// What is planned, by day, with what came of it.
#pragma once

#include <span>

#include "records/log.h"
#include "records/timeline.h"

namespace goodweek::records {

struct PlanAt {
    LocalMoment at{};
    EntityId entity{};
    Planned plan{};
    PlanOutcome outcome{};
    friend bool operator==(const PlanAt&, const PlanAt&) = default;
};

// The plan that an entity is, unless it was removed.
std::optional<PlanAt> plan_in(const Entity& entity);

class Plans {
public:
    void hear(const Entity& entity);

    // By day, then by time: those without a time stand at noon.
    std::span<const PlanAt> between(Day first, Day last) const { return plans_.between(first, last); }
    std::span<const PlanAt> all() const { return plans_.all(); }
    // The appointments of those days, of one person or of everybody.
    Attendance attendance(const std::optional<PersonId>& person, Day first, Day last) const;

private:
    Timeline<PlanAt> plans_;
};

// Is it theirs, or everyone's?
bool is_for(const Planned& plan, const PersonId& person);

}  // namespace goodweek::records
