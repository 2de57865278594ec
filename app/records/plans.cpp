#include "records/plans.h"

#include <algorithm>

namespace goodweek::records {

bool is_for(const Planned& plan, const PersonId& person) {
    return plan.people.empty() || std::ranges::contains(plan.people, person);
}

std::optional<PlanAt> plan_in(const Entity& entity) {
    const auto* event = entity.removed ? nullptr : entity.version<Planned>();
    if (!event) return std::nullopt;
    const auto* outcome = entity.as<PlanOutcome>();
    return PlanAt{.at = event->at,
                  .entity = entity.id,
                  .plan = std::get<Planned>(event->what),
                  .outcome = outcome ? *outcome : PlanOutcome{}};
}

void Plans::hear(const Entity& entity) {
    if (const auto plan = plan_in(entity)) plans_.set(*plan);
    else plans_.forget(entity.id);
}

Attendance Plans::attendance(const std::optional<PersonId>& person, Day first, Day last) const {
    Attendance attendance;
    for (const auto& one : between(first, last))
        if (one.plan.kind == Planned::Kind::appointment && (!person || is_for(one.plan, *person)))
            attendance.count(one.outcome);
    return attendance;
}

}  // namespace goodweek::records
