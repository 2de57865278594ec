#include "records/diary.h"

#include <algorithm>

namespace goodweek::records {

namespace {

constexpr PersonId everyone{};

// What families write down as it happens, as opposed to what they set up. A plan is, once it is done.
bool is_entry(const Entity& entity, const Happening& what) {
    if (const auto* outcome = std::holds_alternative<Planned>(what) ? entity.as<PlanOutcome>() : nullptr)
        return outcome->kind == PlanOutcome::Kind::done;
    return std::holds_alternative<Reading>(what) || std::holds_alternative<AbsentReading>(what) ||
           std::holds_alternative<Symptom>(what) || std::holds_alternative<Note>(what) ||
           std::holds_alternative<Activity>(what) || std::holds_alternative<MedicineTaken>(what) ||
           std::holds_alternative<RestDay>(what) || std::holds_alternative<Response>(what) ||
           std::holds_alternative<GoalRating>(what) || std::holds_alternative<StepDone>(what);
}

// Whom it is about, each once, the first of them first.
std::vector<PersonId> people_of(const Event& event) {
    const auto* activity = std::get_if<Activity>(&event.what);
    std::vector<PersonId> named;
    if (activity) named = activity->people;
    if (const auto* plan = std::get_if<Planned>(&event.what)) named = plan->people;
    if (named.empty() && event.person) named.push_back(*event.person);
    std::vector<PersonId> people;
    for (const auto& one : named)
        if (one != everyone && std::ranges::find(people, one) == people.end()) people.push_back(one);
    return people;
}

}  // namespace

void Diary::hear(const Entity& entity) {
    forget(entity.id);
    const auto* event = entity.event();
    if (entity.removed || !event || !is_entry(entity, event->what)) return;
    auto people = people_of(*event);
    items_.set({event->at, entity.id, people.empty() ? everyone : people.front(), kind_of(event->what)});
    const auto& place =
        where_[entity.id] = {event->at.day(), std::move(people), std::holds_alternative<RestDay>(event->what)};
    mark(place, 1);
}

void Diary::forget(const EntityId& entity) {
    const auto place = where_.find(entity);
    if (place == where_.end()) return;
    mark(place->second, -1);
    where_.erase(place);
    items_.forget(entity);
}

void Diary::mark(const Place& place, int by) {
    const auto mark_one = [&](const PersonId& person) {
        const auto key = std::pair{person, place.day};
        auto& marks = marks_[key];
        marks.entries += by;
        if (place.rest) marks.rests += by;
        if (marks == DayMarks{}) marks_.erase(key);
        counts_[person] += static_cast<std::size_t>(by);
    };
    std::ranges::for_each(place.people, mark_one);
    mark_one(everyone);
}

std::span<const DiaryItem> Diary::between(Day first, Day last) const { return items_.between(first, last); }

DayMarks Diary::marks(const PersonId& person, Day day) const {
    const auto found = marks_.find({person, day});
    return found == marks_.end() ? DayMarks{} : found->second;
}

DayMarks Diary::marks(Day day) const { return marks(everyone, day); }

std::optional<Day> Diary::last_logged() const {
    if (items_.size() == 0) return std::nullopt;
    return items_.all().back().at.day();
}

std::size_t Diary::count(const PersonId& person) const {
    const auto found = counts_.find(person);
    return found == counts_.end() ? 0 : found->second;
}

}  // namespace goodweek::records
