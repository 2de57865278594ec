#include "records/routines.h"

#include <algorithm>

#include "domain/either.h"
#include "domain/put_in_order.h"
#include "domain/text.h"

namespace goodweek::records {

namespace {

bool is_for(const Routine& routine, const std::vector<PersonId>& people) {
    return routine.people.empty() || std::ranges::any_of(people, [&](const PersonId& person) {
               return std::ranges::find(routine.people, person) != routine.people.end();
           });
}

bool answers(const Event& event, const Routine& routine) {
    const std::vector<PersonId> about = event.person ? std::vector{*event.person} : std::vector<PersonId>{};
    return std::visit(on{
                          [&](const Reading& reading) {
                              return routine.kind == Routine::Kind::reading && reading.measure == routine.what &&
                                     is_for(routine, about);
                          },
                          [&](const AbsentReading& none) {
                              return routine.kind == Routine::Kind::reading && none.measure == routine.what &&
                                     is_for(routine, about);
                          },
                          [&](const MedicineTaken& taken) {
                              return routine.kind == Routine::Kind::medicine &&
                                     same_words(taken.medicine, routine.what) && is_for(routine, about);
                          },
                          [&](const Activity& activity) {
                              return routine.kind == Routine::Kind::activity &&
                                     same_words(activity.what, routine.what) &&
                                     is_for(routine, activity.people.empty() ? about : activity.people);
                          },
                          [](const auto&) { return false; },
                      },
                      event.what);
}

}  // namespace

void Routines::hear(const Entity& entity) {
    const auto* event = entity.removed ? nullptr : entity.version<Routine>();
    if (!event) {
        if (living_.erase(entity.id) > 0) gathered_ = false;
        return;
    }
    living_[entity.id] = {entity.id, std::get<Routine>(event->what), entity.first_version()->clock};
    gathered_ = false;
}

const std::vector<RoutineAt>& Routines::all() const {
    if (gathered_) return routines_;
    gathered_ = true;
    routines_.clear();
    for (const auto& [id, routine] : living_) routines_.push_back(routine);
    put_in_order(routines_, {}, [](const RoutineAt& one) { return std::pair{one.since, one.id}; });
    return routines_;
}

const RoutineAt* Routines::find(const EntityId& id) const {
    const auto found = living_.find(id);
    return found == living_.end() ? nullptr : &found->second;
}

std::vector<Due> Routines::due(const Log& log, const Diary& diary, Day today) const {
    struct Entry {
        const Event* event;
        bool spoken_for = false;
    };
    std::vector<Entry> entries;
    for (const auto& item : diary.between(today, today))
        if (const auto* entity = log.find(item.entity)) entries.push_back({entity->event()});
    std::vector<Due> due;
    for (const auto& one : all()) {
        due.push_back({.routine = &one});
        const auto entry = std::ranges::find_if(entries, [&](const Entry& candidate) {
            return !candidate.spoken_for && answers(*candidate.event, one.routine);
        });
        if (entry == entries.end()) continue;
        entry->spoken_for = true;
        due.back().done_by = entry->event->entity;
        due.back().done_at = entry->event->at;
    }
    return due;
}

}  // namespace goodweek::records
