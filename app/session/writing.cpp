// Writing things down: from a draft to an event, or to a sentence beside the field that needs mending.
#include <algorithm>
#include <cctype>
#include <charconv>

#include "session/handlers.h"
#include "session/sentences.h"
#include "session/when.h"
#include "session/worth_asking.h"

namespace goodweek::session {

namespace {

constexpr std::size_t longest_text = 4000;

std::string trimmed(std::string_view text) {
    const auto blank = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return std::string(text);
}

void refuse(Problems& problems, std::string_view field, Sentence sentence) {
    problems.push_back({std::string(field), std::move(sentence)});
}

// What was written in one box: needed, and no longer than a page.
std::string need_text(Problems& problems, std::string_view field, std::string_view typed,
                      std::string_view empty_key) {
    std::string text = trimmed(typed);
    if (text.empty()) refuse(problems, field, {.key = std::string(empty_key)});
    if (text.size() > longest_text) refuse(problems, field, {.key = "text.too_long"});
    return text;
}

std::string need_note(Problems& problems, std::string_view typed) {
    std::string text = trimmed(typed);
    if (text.size() > longest_text) refuse(problems, "note", {.key = "text.too_long"});
    return text;
}

std::optional<int> need_minutes(Problems& problems, std::string_view typed) {
    const std::string text = trimmed(typed);
    if (text.empty()) return std::nullopt;
    int minutes = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), minutes);
    if (error != std::errc{} || end != text.data() + text.size() || minutes < 1 || minutes > 1440) {
        refuse(problems, "minutes", {.key = "activity.minutes_outside"});
        return std::nullopt;
    }
    return minutes;
}

LocalMoment need_when(const Inside& in, Problems& problems, const WhenDraft& when) {
    auto read = read_when(when, in.now, in.state.offset);
    if (read) return *read;
    problems.push_back(read.error());
    return {};
}

std::optional<int> months_old(const Inside& in, const PersonId& id, Day on) {
    const auto* person = in.home().find(id);
    return person && person->born ? std::optional{months_on(on, *person->born)} : std::nullopt;
}

// The draft became an entry: say so, keep the person and their choice of unit for the next one, and go back to Today.
void written(Inside& in, const EntityId& entity) {
    auto& draft = in.state.drafts.log;
    LogDraft next{.person = draft.person};
    next.unit = draft.unit;
    draft = std::move(next);
    in.state.just_done = entity;
    in.notify(Notice::Tone::thanks, {.key = "log.saved_here"}, entity);
    in.go({.page = in.state.side == Side::clinic ? Page::family : Page::today});
}

// The same sitting goes on: who, when and in what unit stay, the box is empty again.
void await_another(Inside& in) {
    auto& draft = in.state.drafts.log;
    ++draft.in_sitting;
    draft.value.clear();
    draft.note.clear();
    draft.note_open = false;
    draft.asked_about.reset();
    draft.every_day = false;
    in.ask(Announce{{.key = "log.another_saved"}});
}

void add_routine(Inside& in, Routine::Kind kind, std::string what, std::string dose) {
    const auto& draft = in.state.drafts.log;
    if (!draft.every_day) return;
    Routine routine{
        .kind = kind, .what = std::move(what), .dose = std::move(dose), .when = trimmed(draft.routine_when)};
    routine.people = {draft.person};
    in.record(in.fresh_id(), draft.person, in.here(), std::move(routine));
}

// A page that writes needs someone to write about.
bool someone(Inside& in) {
    auto& draft = in.state.drafts.log;
    draft.problems.clear();
    if (in.home().find(draft.person)) return true;
    refuse(draft.problems, "person", {.key = "log.choose_a_person"});
    return false;
}

// Nothing is written while a problem stands; the page says which.
bool sound(Inside& in) {
    if (in.state.drafts.log.problems.empty()) return true;
    const bool only_asks = std::ranges::all_of(in.state.drafts.log.problems, &FieldProblem::only_asks);
    in.ask(Announce{{.key = only_asks ? "problem.is_it_right" : "problem.heading"}, true});
    return false;
}

}  // namespace

void apply(Inside& in, const StartLog& asked) {
    LogDraft draft;
    draft.person = asked.person.empty() ? in.state.looking_at : asked.person;
    if (in.state.drafts.log.person == draft.person) draft.unit = in.state.drafts.log.unit;
    in.state.drafts.log = std::move(draft);
    in.go({.page = Page::log_one, .what = asked.what});
}

void apply(Inside& in, const SaveReading& asked) {
    const auto* measure = find_measure(asked.measure);
    if (!measure || !someone(in)) return;
    auto& draft = in.state.drafts.log;
    if (!find_unit(*measure, draft.unit)) draft.unit = std::string(measure->units.front().key);
    const std::string typed = measure->rating ? (draft.rating ? std::to_string(*draft.rating) : "") : draft.value;
    const auto at = need_when(in, draft.problems, draft.when);
    const auto months = months_old(in, draft.person, at.day());
    const auto judged = judge_at_age(*measure, typed, draft.unit, months);
    if (!judged) refuse(draft.problems, "value", sentence_for(*measure, judged.error(), typed, draft.unit, months));
    const auto note = need_note(draft.problems, draft.note);
    const auto question = judged ? worth_asking(*measure, typed, *judged, at,
                                                {in.family().answers.readings, draft.person, months, draft.editing})
                                 : std::nullopt;
    if (question && draft.asked_about != typed) {
        draft.asked_about = typed;
        draft.problems.push_back({"value", *question, true});
    }
    if (!sound(in)) return;
    const auto entity = draft.editing.value_or(in.fresh_id());
    in.record(entity, draft.person, at,
              Reading{.measure = asked.measure,
                      .first = judged->first,
                      .second = judged->second,
                      .typed = typed,
                      .unit = draft.unit,
                      .context = measure->meals ? draft.context : Context::none,
                      .note = note,
                      .confirmed = question.has_value()});
    add_routine(in, Routine::Kind::reading, asked.measure, "");
    if (asked.another && !draft.editing) return await_another(in);
    written(in, entity);
}

void apply(Inside& in, const SaveAbsent& asked) {
    if (!find_measure(asked.measure) || !someone(in)) return;
    auto& draft = in.state.drafts.log;
    if (draft.editing) return;
    const auto at = need_when(in, draft.problems, draft.when);
    if (!sound(in)) return;
    const auto entity = in.fresh_id();
    in.record(entity, draft.person, at, AbsentReading{asked.measure, asked.why});
    add_routine(in, Routine::Kind::reading, asked.measure, "");
    written(in, entity);
}

void apply(Inside& in, const SaveSymptom&) {
    if (!someone(in)) return;
    auto& draft = in.state.drafts.log;
    const auto what = need_text(draft.problems, "value", draft.value, "symptom.empty");
    const auto note = need_note(draft.problems, draft.note);
    const auto at = need_when(in, draft.problems, draft.when);
    if (!sound(in)) return;
    const auto entity = draft.editing.value_or(in.fresh_id());
    in.record(entity, draft.person, at, Symptom{.what = what, .strength = draft.rating, .note = note});
    written(in, entity);
}

void apply(Inside& in, const SaveNote&) {
    if (!someone(in)) return;
    auto& draft = in.state.drafts.log;
    const auto text = need_text(draft.problems, "value", draft.value, "note.empty");
    const auto at = need_when(in, draft.problems, draft.when);
    if (!sound(in)) return;
    const auto entity = draft.editing.value_or(in.fresh_id());
    in.record(entity, draft.person, at, Note{.text = text});
    written(in, entity);
}

void apply(Inside& in, const SaveActivity&) {
    if (!someone(in)) return;
    auto& draft = in.state.drafts.log;
    const auto what = need_text(draft.problems, "value", draft.value, "activity.empty");
    const auto minutes = need_minutes(draft.problems, draft.minutes);
    const auto note = need_note(draft.problems, draft.note);
    const auto at = need_when(in, draft.problems, draft.when);
    if (!sound(in)) return;
    Activity activity{.what = what, .people = {draft.person}, .minutes = minutes, .note = note};
    for (const auto& other : draft.together)
        if (std::ranges::find(activity.people, other) == activity.people.end()) activity.people.push_back(other);
    const auto entity = draft.editing.value_or(in.fresh_id());
    in.record(entity, draft.person, at, std::move(activity));
    add_routine(in, Routine::Kind::activity, what, draft.minutes);
    written(in, entity);
}

void apply(Inside& in, const SaveMedicine&) {
    if (!someone(in)) return;
    auto& draft = in.state.drafts.log;
    const auto medicine = need_text(draft.problems, "value", draft.value, "medicine.empty");
    const auto dose = need_note(draft.problems, draft.dose);
    const auto note = need_note(draft.problems, draft.note);
    const auto at = need_when(in, draft.problems, draft.when);
    if (!sound(in)) return;
    const auto entity = draft.editing.value_or(in.fresh_id());
    in.record(entity, draft.person, at,
              MedicineTaken{.medicine = medicine, .dose = dose, .taken = draft.taken, .note = note});
    add_routine(in, Routine::Kind::medicine, medicine, dose);
    written(in, entity);
}

void apply(Inside& in, const SaveRest&) {
    if (!someone(in)) return;
    auto& draft = in.state.drafts.log;
    const auto at = need_when(in, draft.problems, draft.when);
    if (!sound(in)) return;
    const auto entity = draft.editing.value_or(in.fresh_id());
    in.record(entity, draft.person, at, RestDay{.why = draft.rest});
    written(in, entity);
}

void apply(Inside& in, const DoRoutine& asked) {
    const auto* found = in.family().answers.routines.find(asked.routine);
    if (!found) return;
    const Routine routine = found->routine;
    const PersonId person = routine.people.empty() ? in.state.looking_at : routine.people.front();
    if (routine.kind == Routine::Kind::reading) return apply(in, StartLog{routine.what, person});
    const auto entity = in.fresh_id();
    if (routine.kind == Routine::Kind::medicine) {
        in.record(entity, person, in.here(), MedicineTaken{.medicine = routine.what, .dose = routine.dose});
    } else {
        Problems none;
        in.record(
            entity, person, in.here(),
            Activity{.what = routine.what, .people = routine.people, .minutes = need_minutes(none, routine.dose)});
    }
    in.state.just_done = entity;
    in.ask(Announce{{.key = "log.saved_here"}});
}

void apply(Inside& in, const RemoveRoutine& asked) {
    if (!in.family().answers.routines.find(asked.routine)) return;
    in.record(asked.routine, std::nullopt, in.here(), records::Removed{});
    in.notify(Notice::Tone::info, {.key = "routine.removed"}, asked.routine, true);
}

}  // namespace goodweek::session
