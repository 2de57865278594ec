#include "records/readings.h"

#include <algorithm>

#include "domain/put_in_order.h"

namespace goodweek::records {

void Readings::hear(const Entity& entity) {
    const auto* event = entity.removed ? nullptr : entity.version<Reading>();
    Timeline<ReadingAt>* series = nullptr;
    if (event) series = &series_[{event->person.value_or(PersonId{}), std::get<Reading>(event->what).measure}];
    if (const auto before = where_.find(entity.id); before != where_.end() && before->second != series) {
        before->second->forget(entity.id);
        where_.erase(before);
    }
    if (!event) return;
    const auto& reading = std::get<Reading>(event->what);
    series->set({event->at, entity.id, reading.first, reading.second, reading.context, !reading.note.empty()});
    where_[entity.id] = series;
}

const Timeline<ReadingAt>* Readings::find(const PersonId& person, std::string_view measure) const {
    const auto found = series_.find({person, std::string{measure}});
    return found == series_.end() ? nullptr : &found->second;
}

std::span<const ReadingAt> Readings::of(const PersonId& person, std::string_view measure) const {
    const auto* series = find(person, measure);
    return series ? std::span<const ReadingAt>{series->all()} : std::span<const ReadingAt>{};
}

std::span<const ReadingAt> Readings::of(const PersonId& person, std::string_view measure, Day first, Day last) const {
    const auto* series = find(person, measure);
    return series ? series->between(first, last) : std::span<const ReadingAt>{};
}

std::vector<std::string> Readings::measures_of(const PersonId& person) const {
    std::vector<std::pair<LocalMoment, std::string>> used;
    for (auto one = series_.lower_bound({person, {}}); one != series_.end() && one->first.person == person; ++one)
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
