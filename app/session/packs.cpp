#include "session/packs.h"

#include <algorithm>

#include "domain/text.h"
#include "session/handlers.h"
#include "session/questionnaires.h"
#include "session/sections.h"

namespace goodweek::session {

namespace {

// What a thing costs that no pack speaks of.
constexpr int usual_seconds = 40;
// How far back days of rest move a questionnaire.
constexpr Days furthest_back{400};

bool is_same(const PackAsk& ask, Routine::Kind kind, std::string_view what) {
    return ask.kind == kind && same_words(ask.what, what);
}

bool is_for(const Routine& routine, const PersonId& person) {
    return routine.people.empty() || std::ranges::contains(routine.people, person);
}

std::vector<Day> rested(const State& state, const PersonId& person) {
    const auto& diary = state.family()->answers.diary;
    std::vector<Day> days;
    for (Day day = state.today() - furthest_back; day <= state.today(); day += Days{1})
        if (diary.marks(person, day).rests > 0) days.push_back(day);
    return days;
}

std::vector<Day> answered(const State& state, const PersonId& person, const Questionnaire& one) {
    std::vector<Day> days;
    for (const bool by_proxy : {false, true})
        for (const auto& at : state.family()->answers.responses.of({person, one.id, one.form, by_proxy}))
            days.push_back(at.at.day());
    return days;
}

}  // namespace

std::vector<const Pack*> packs_for(const State& state, const PersonId& person) {
    const auto conditions = conditions_of(state, person);
    std::vector<const Pack*> packs;
    for (const auto& pack : state.packs)
        if (std::ranges::contains(conditions, pack.condition)) packs.push_back(&pack);
    return packs;
}

std::vector<Watched> watched_by(const State& state, const PersonId& person) {
    std::vector<Watched> all;
    const auto years = years_of(state, person);
    for (const auto* pack : packs_for(state, person))
        for (const auto& ask : pack->asks) {
            if (years && (*years < ask.youngest || *years > ask.oldest)) continue;
            const auto same =
                std::ranges::find_if(all, [&](const Watched& one) { return is_same(one.ask, ask.kind, ask.what); });
            if (same == all.end()) all.push_back({ask, {}});
            else if (ask.times_a_week > same->ask.times_a_week) same->ask = ask;
        }
    for (const auto& one : state.family()->answers.routines.all()) {
        if (!is_for(one.routine, person)) continue;
        const auto asked = std::ranges::find_if(
            all, [&](const Watched& ask) { return is_same(ask.ask, one.routine.kind, one.routine.what); });
        if (asked != all.end()) asked->routine = one.id;
        else
            all.push_back({{.kind = one.routine.kind,
                            .what = one.routine.what,
                            .when = one.routine.when,
                            .seconds = usual_seconds},
                           one.id});
    }
    return all;
}

std::vector<FormDue> forms_for(const State& state, const PersonId& person) {
    std::vector<FormDue> due;
    const auto years = years_of(state, person);
    const auto rests = rested(state, person);
    for (const auto* pack : packs_for(state, person))
        for (const auto& form : pack->forms) {
            const auto* one = find_questionnaire(state, form.questionnaire, form.form);
            if (!one || !is_for(*one, years) || !can_be_put(state, *one) ||
                std::ranges::contains(due, one, &FormDue::questionnaire))
                continue;
            const auto days = answered(state, person, *one);
            due.push_back({one, asked_again(form, state.today(), days, rests, state.today())});
        }
    return due;
}

int seconds_a_week(const State& state, const PersonId& person) {
    int seconds = 0;
    for (const auto& one : watched_by(state, person))
        if (one.routine) seconds += goodweek::seconds_a_week(one.ask);
    const auto taken_up = forms_for(state, person);
    for (const auto* pack : packs_for(state, person))
        for (const auto& form : pack->forms)
            for (const auto& [questionnaire, again] : taken_up)
                if (questionnaire->id == form.questionnaire && questionnaire->form == form.form)
                    seconds += 60 * questionnaire->minutes / form.every_weeks;
    return seconds;
}

void apply(Inside& in, const TakeUp& asked) {
    if (!in.home().find(asked.person)) return;
    const auto entity = in.fresh_id();
    in.record(entity, asked.person, in.here(),
              Routine{.kind = asked.ask.kind,
                      .what = asked.ask.what,
                      .dose = "",
                      .when = asked.ask.when,
                      .people = {asked.person}});
    in.ask(Announce{{.key = "watching.taken_up"}});
}

}  // namespace goodweek::session
