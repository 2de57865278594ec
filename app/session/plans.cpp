// What is planned: put on a day, changed, and what came of it.
#include <algorithm>
#include <ranges>

#include "domain/text.h"
#include "exchange/calendar.h"
#include "session/came.h"
#include "session/handlers.h"
#include "session/qr.h"
#include "session/when.h"

namespace goodweek::session {

namespace {

Sentence sentence_for(PlanProblem problem) {
    return {.key = problem == PlanProblem::too_long ? "text.too_long" : "plan.nothing_planned"};
}

void write_day(PlanDraft& draft, Day day) {
    draft.week = monday_of(day);
    draft.chosen = weekday(day);
    draft.date = typed_date(day);
}

// The plan, where it is here and ours to change.
const records::Entity* our_plan(const Inside& in, const EntityId& id) {
    const auto* entity = in.family().log.find(id);
    const auto* event = entity && !entity->removed ? entity->version<Planned>() : nullptr;
    return event && in.is_own_side(entity->first_version()->dot.device) ? entity : nullptr;
}

void write_outcome(Inside& in, const records::Entity& plan, PlanOutcome outcome) {
    const auto* before = plan.as<PlanOutcome>();
    if (outcome == (before ? *before : PlanOutcome{})) return;
    in.record(plan.id, plan.event()->person, in.here(), std::move(outcome));
}

// As it was before it was done, in the words that were written then.
PlanOutcome before_done(const records::Entity& plan) {
    const auto* event = plan.version<PlanOutcome>();
    const auto* versions = event ? plan.find(register_of(event->what)) : nullptr;
    if (!versions) return {};
    for (const auto* version : versions->all | std::views::reverse)
        if (const auto& outcome = std::get<PlanOutcome>(version->what); outcome.kind != PlanOutcome::Kind::done)
            return outcome;
    return {};
}

}  // namespace

void Inside::fill_plan_draft(const EntityId& plan) {
    auto& draft = state.drafts.plan;
    draft = {};
    write_day(draft, state.today());
    const auto* entity = our_plan(*this, plan);
    if (!entity) return;
    const auto& event = *entity->version<Planned>();
    draft.editing = plan;
    draft.plan = std::get<Planned>(event.what);
    write_day(draft, event.at.day());
    draft.time = typed_time(event.at);
    if (const auto* outcome = entity->as<PlanOutcome>()) draft.outcome = *outcome;
    if (draft.plan.kind != Planned::Kind::group || event.at.day() > state.today()) return;
    draft.came_link = came_link(app_origin, plan, draft.plan.what);
    draft.came_qr = qr_modules(draft.came_link);
}

void apply(Inside& in, const StartPlan& asked) {
    in.fill_plan_draft({});
    write_day(in.state.drafts.plan, asked.day);
    in.go({.page = Page::plan});
}

void apply(Inside& in, const SavePlan&) {
    auto& draft = in.state.drafts.plan;
    draft.problems.clear();
    const auto plan = check(draft.plan);
    if (!plan) draft.problems.push_back({"what", sentence_for(plan.error())});
    const auto at = read_plan_when(draft, in.state.offset);
    if (!at) draft.problems.push_back(at.error());
    if (draft.outcome.why.size() > longest_plan) draft.problems.push_back({"why", {.key = "text.too_long"}});
    const bool code_typed = draft.editing && !one_line(draft.came_code).empty();
    if (code_typed && !is_came_code(*draft.editing, draft.came_code))
        draft.problems.push_back({"came", {.key = "plan.not_the_code"}});
    if (!draft.problems.empty()) return in.ask(Announce{{.key = "problem.heading"}, true});
    if (code_typed) draft.outcome.confirmed = true;
    // Only of a group that somebody went to.
    if (plan->kind != Planned::Kind::group || draft.outcome.kind != PlanOutcome::Kind::done) {
        draft.outcome.accompanied = false;
        draft.outcome.enjoyed.reset();
        draft.outcome.confirmed = false;
    }
    const bool changes = draft.editing && our_plan(in, *draft.editing);
    const auto entity = changes ? *draft.editing : in.fresh_id();
    const auto about = plan->people.empty() ? std::nullopt : std::optional{plan->people.front()};
    in.record(entity, about, *at, *plan);
    if (changes) write_outcome(in, *our_plan(in, entity), draft.outcome);
    if (changes) in.notify(Notice::Tone::good, {.key = "plan.changed"});
    else in.notify(Notice::Tone::thanks, {.key = "plan.added"}, entity);
    draft = {};
    in.go({.page = Page::day, .what = to_iso(at->day())});
}

void apply(Inside& in, const PlanIsDone& asked) {
    const auto* plan = our_plan(in, asked.plan);
    if (!plan) return;
    write_outcome(in, *plan, asked.done ? PlanOutcome{.kind = PlanOutcome::Kind::done} : before_done(*plan));
    if (!asked.done) return;
    in.state.just_done = asked.plan;
    in.ask(Announce{{.key = "log.saved_here"}});
}

void apply(Inside& in, const MakeCalendar&) {
    std::vector<records::PlanAt> to_come;
    for (const auto& one : in.family().answers.plans.all())
        if (one.at.day() >= in.state.today() && one.outcome.kind == PlanOutcome::Kind::open) to_come.push_back(one);
    if (to_come.empty()) return in.notify(Notice::Tone::info, {.key = "calendar.nothing"});
    const auto whose = [&](const Planned& plan) {
        std::string names;
        for (const auto& person : plan.people)
            names.append(names.empty() ? "" : ", ").append(in.home().name_of(person));
        return names;
    };
    const auto file = exchange::to_calendar(to_come, whose, in.now);
    in.ask(OfferFile{.name = "goodweek.ics", .type = "text/calendar", .bytes = Bytes(file.begin(), file.end())});
    in.notify(Notice::Tone::good, {.key = "calendar.made"});
}

}  // namespace goodweek::session
