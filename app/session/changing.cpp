// Taking back, bringing back and mending what was written. Events never change: each of these is a new one.
#include "session/handlers.h"
#include "session/when.h"

namespace goodweek::session {

namespace {

// The clinic comments; it never edits what a family wrote, nor a family what the clinic wrote.
bool ours_to_change(const Inside& in, const records::Entity& entity) {
    const auto* first = entity.first_version();
    return first && in.is_own_side(first->dot.device);
}

}  // namespace

void apply(Inside& in, const Remove& asked) {
    const auto* entity = in.family().log.find(asked.entity);
    if (!entity || entity->removed || !ours_to_change(in, *entity)) return;
    in.record(asked.entity, entity->event() ? entity->event()->person : std::nullopt, in.here(), records::Removed{});
    if (in.state.just_done == asked.entity) in.state.just_done.reset();
    in.notify(Notice::Tone::info, {.key = "entry.removed"}, asked.entity, true);
    if (in.state.route.page == Page::entry) in.go({.page = Page::today});
    if (in.state.route.page == Page::plan) in.go({.page = Page::week});
}

void apply(Inside& in, const Restore& asked) {
    const auto* entity = in.family().log.find(asked.entity);
    if (!entity || !entity->removed) return;
    in.record(asked.entity, entity->event() ? entity->event()->person : std::nullopt, in.here(), records::Restored{});
    in.notify(Notice::Tone::good, {.key = "entry.restored"});
}

void apply(Inside& in, const KeepThis& asked) {
    const auto* chosen = in.family().log.find(asked.dot);
    if (!chosen || chosen->entity != asked.entity) return;
    in.record(asked.entity, chosen->person, chosen->at, chosen->what);
    in.notify(Notice::Tone::good, {.key = "entry.version_kept"});
}

void apply(Inside& in, const EditEntry& asked) {
    const auto* entity = in.family().log.find(asked.entity);
    if (!entity || !entity->event() || !ours_to_change(in, *entity)) return;
    const auto& event = *entity->event();
    LogDraft draft{.person = event.person.value_or(PersonId{})};
    draft.editing = asked.entity;
    draft.when = typed_when(event.at);
    std::string what{records::kind_of(event.what)};
    if (const auto* reading = std::get_if<Reading>(&event.what)) {
        what = reading->measure;
        draft.value = reading->typed;
        draft.unit = reading->unit;
        draft.context = reading->context;
        draft.note = reading->note;
        if (const auto* measure = find_measure(what); measure && measure->rating)
            draft.rating = static_cast<int>(reading->first / 1000);
    } else if (const auto* symptom = std::get_if<Symptom>(&event.what)) {
        draft.value = symptom->what;
        draft.rating = symptom->strength;
        draft.note = symptom->note;
    } else if (const auto* note = std::get_if<Note>(&event.what)) {
        draft.value = note->text;
    } else if (const auto* activity = std::get_if<Activity>(&event.what)) {
        draft.value = activity->what;
        draft.together = activity->people;
        draft.note = activity->note;
        if (activity->minutes) draft.minutes = std::to_string(*activity->minutes);
    } else if (const auto* medicine = std::get_if<MedicineTaken>(&event.what)) {
        draft.value = medicine->medicine;
        draft.dose = medicine->dose;
        draft.taken = medicine->taken;
        draft.note = medicine->note;
    } else if (const auto* rest = std::get_if<RestDay>(&event.what)) {
        draft.rest = rest->why;
    } else if (std::holds_alternative<Planned>(event.what)) {
        return in.go({.page = Page::plan, .entity = asked.entity});
    } else {
        return;
    }
    in.state.drafts.log = std::move(draft);
    in.go({.page = Page::log_one, .what = std::move(what)});
}

}  // namespace goodweek::session
