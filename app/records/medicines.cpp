#include "records/medicines.h"

#include <algorithm>
#include <functional>

#include "domain/put_in_order.h"
#include "domain/text.h"

namespace goodweek::records {

Medicines::Key Medicines::key(const PersonId& person, std::string_view medicine) {
    return {person, folded(medicine)};
}

void Medicines::hear(const Entity& entity) {
    const auto* event = entity.removed ? nullptr : entity.version<MedicineTaken>();
    if (!event) return doses_.forget(entity.id);
    const auto& taken = std::get<MedicineTaken>(event->what);
    const auto which = key(event->person.value_or(PersonId{}), taken.medicine);
    names_[which] = trimmed(taken.medicine);
    doses_.set(which, {event->at, entity.id, taken.taken});
}

std::vector<std::string> Medicines::of(const PersonId& person) const {
    std::vector<std::pair<LocalMoment, const Key*>> used;
    const auto& all = doses_.by_key();
    for (auto one = all.lower_bound({person, ""}); one != all.end() && one->first.person == person; ++one)
        if (one->second.size() > 0) used.emplace_back(one->second.all().back().at, &one->first);
    put_in_order(used, std::greater{}, &std::pair<LocalMoment, const Key*>::first);
    std::vector<std::string> names;
    for (const auto& [at, which] : used) names.push_back(names_.at(*which));
    return names;
}

Coverage Medicines::coverage(const PersonId& person, std::string_view medicine, Day first, Day last) const {
    const auto which = key(person, medicine);
    const auto doses = doses_.all(which);
    Coverage coverage;
    if (doses.empty()) return coverage;
    for (Day day = std::max(first, doses.front().at.day()); day <= last; day += Days{1}) {
        const auto that_day = doses_.between(which, day, day);
        const auto had = [](const DoseAt& dose) { return dose.taken == Taken::taken || dose.taken == Taken::part; };
        if (std::ranges::any_of(that_day, had)) ++coverage.covered;
        else if (std::ranges::contains(that_day, Taken::missed, &DoseAt::taken)) ++coverage.missed;
        else ++coverage.not_known;
    }
    return coverage;
}

}  // namespace goodweek::records
