#include "records/groups.h"

#include <algorithm>

#include "domain/text.h"

namespace goodweek::records {

namespace {

constexpr Days three_months{84}, and_a_month_more{112}, year{364};

bool came(const PlanAt& visit) { return visit.outcome.kind == PlanOutcome::Kind::done; }

GroupStory::Still still_going(const Timeline<PlanAt>& visits, Day first, Day today) {
    if (std::ranges::any_of(visits.between(first + three_months, today), came)) return GroupStory::Still::yes;
    return today < first + and_a_month_more ? GroupStory::Still::too_soon : GroupStory::Still::none_written;
}

}  // namespace

void Groups::hear(const Entity& entity) {
    const auto visit = plan_in(entity);
    if (!visit || visit->plan.kind != Planned::Kind::group) return visits_.forget(entity.id);
    visits_.set(folded(visit->plan.what), *visit);
}

std::vector<GroupStory> Groups::all(Day today) const {
    std::vector<GroupStory> stories;
    for (const auto& [name, visits] : visits_.by_key()) {
        const auto first = std::ranges::find_if(visits.all(), came);
        if (first == visits.all().end()) continue;
        GroupStory story{.what = first->plan.what,
                         .people = first->plan.people,
                         .first = first->at.day(),
                         .last = first->at.day(),
                         .accompanied = first->outcome.accompanied,
                         .enjoyed = first->outcome.enjoyed,
                         .still = still_going(visits, first->at.day(), today)};
        for (const auto& visit : visits.between(today - year, today)) {
            story.lately.count(visit.outcome);
            if (!came(visit)) continue;
            story.last = visit.at.day();
            if (visit.outcome.confirmed) ++story.confirmed;
            if (visit.outcome.enjoyed) story.enjoyed = visit.outcome.enjoyed;
        }
        stories.push_back(std::move(story));
    }
    return stories;
}

}  // namespace goodweek::records
