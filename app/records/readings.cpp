#include "records/readings.h"

#include <algorithm>

#include "domain/put_in_order.h"

namespace goodweek::records {

void Readings::hear(const Entity& entity) {
    const auto* event = entity.removed ? nullptr : entity.version<Reading>();
    if (!event) return series_.forget(entity.id);
    const auto& reading = std::get<Reading>(event->what);
    series_.set({event->person.value_or(PersonId{}), reading.measure},
                {event->at, entity.id, reading.first, reading.second, reading.context, !reading.note.empty()});
}

std::span<const ReadingAt> Readings::of(const PersonId& person, std::string_view measure) const {
    return series_.all({person, std::string{measure}});
}

std::span<const ReadingAt> Readings::of(const PersonId& person, std::string_view measure, Day first, Day last) const {
    return series_.between({person, std::string{measure}}, first, last);
}

std::vector<std::string> Readings::measures_of(const PersonId& person) const {
    std::vector<std::pair<LocalMoment, std::string>> used;
    const auto& all = series_.by_key();
    for (auto one = all.lower_bound({person, {}}); one != all.end() && one->first.person == person; ++one)
        if (one->second.size() > 0) used.emplace_back(one->second.all().back().at, one->first.measure);
    put_in_order(used, std::greater{});
    std::vector<std::string> measures;
    for (auto& [at, measure] : used) measures.push_back(std::move(measure));
    return measures;
}

const ReadingAt* Readings::last(const PersonId& person, std::string_view measure) const {
    const auto all = of(person, measure);
    return all.empty() ? nullptr : &all.back();
}

}  // namespace goodweek::records
