#include "domain/plan.h"

#include "domain/text.h"

namespace goodweek {

Result<Planned, PlanProblem> check(Planned plan) {
    for (auto* words : {&plan.what, &plan.where, &plan.note}) {
        *words = std::string{trimmed(tidy(*words))};
        if (words->size() > longest_plan) return Failure<PlanProblem>(PlanProblem::too_long);
    }
    if (plan.what.empty()) return Failure<PlanProblem>(PlanProblem::nothing_planned);
    return plan;
}

void Attendance::count(const PlanOutcome& outcome) {
    switch (outcome.kind) {
        case PlanOutcome::Kind::done: ++kept; [[fallthrough]];
        case PlanOutcome::Kind::missed:
        case PlanOutcome::Kind::not_brought: ++of; break;
        case PlanOutcome::Kind::open:
        case PlanOutcome::Kind::rearranged:
        case PlanOutcome::Kind::cancelled: break;
    }
}

}  // namespace goodweek
