#include "records/medicines.h"

#include <algorithm>
#include <functional>

#include "domain/put_in_order.h"
#include "domain/text.h"

namespace goodweek::records {

Medicines::Key Medicines::key(const PersonId& person, std::string_view medicine) {
    Key key{person, std::string{trimmed(medicine)}};
    for (auto& c : key.medicine)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return key;
}

void Medicines::hear(const Entity& entity) {
    const auto* event = entity.removed ? nullptr : entity.version<MedicineTaken>();
    const auto* taken = event ? &std::get<MedicineTaken>(event->what) : nullptr;
    Doses* doses = nullptr;
    if (taken) doses = &medicines_[key(event->person.value_or(PersonId{}), taken->medicine)];
    if (const auto before = where_.find(entity.id); before != where_.end() && before->second != doses) {
        before->second->doses.forget(entity.id);
        where_.erase(before);
    }
    if (!taken) return;
    doses->name = trimmed(taken->medicine);
    doses->doses.set({event->at, entity.id, taken->taken});
    where_[entity.id] = doses;
}

std::vector<std::string> Medicines::of(const PersonId& person) const {
    std::vector<std::pair<LocalMoment, const Doses*>> used;
    for (auto one = medicines_.lower_bound({person, ""}); one != medicines_.end() && one->first.person == person;
         ++one)
        if (one->second.doses.size() > 0) used.emplace_back(one->second.doses.all().back().at, &one->second);
    put_in_order(used, std::greater{}, &std::pair<LocalMoment, const Doses*>::first);
    std::vector<std::string> names;
    for (const auto& [at, one] : used) names.push_back(one->name);
    return names;
}

Coverage Medicines::coverage(const PersonId& person, std::string_view medicine, Day first, Day last) const {
    const auto found = medicines_.find(key(person, medicine));
    Coverage coverage;
    if (found == medicines_.end() || found->second.doses.size() == 0) return coverage;
    const auto& doses = found->second.doses;
    for (Day day = std::max(first, doses.all().front().at.day()); day <= last; day += Days{1}) {
        const auto that_day = doses.between(day, day);
        const auto had = [](const DoseAt& dose) { return dose.taken == Taken::taken || dose.taken == Taken::part; };
        if (std::ranges::any_of(that_day, had)) ++coverage.covered;
        else if (std::ranges::contains(that_day, Taken::missed, &DoseAt::taken)) ++coverage.missed;
        else ++coverage.not_known;
    }
    return coverage;
}

}  // namespace goodweek::records
