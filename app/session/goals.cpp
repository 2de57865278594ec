// Goals: said in a person's own words, rated, stepped towards, agreed.
#include "session/handlers.h"
#include "session/sentences.h"
#include "session/when.h"

namespace goodweek::session {

namespace {

template <class T>
std::optional<T> sound(Inside& in, std::string_view field, Result<T, GoalProblem> checked) {
    if (checked) return *std::move(checked);
    in.state.drafts.goal.problems.push_back({std::string(field), sentence_for(checked.error())});
    in.ask(Announce{{.key = "problem.heading"}, true});
    return std::nullopt;
}

const records::GoalStory* story(const Inside& in, const EntityId& goal) {
    return in.family().answers.goals.find(goal);
}

// What the form says; a day that is none is a problem beside it.
std::optional<Goal> goal_in(Inside& in) {
    auto& draft = in.state.drafts.goal;
    draft.problems.clear();
    std::optional<Day> by;
    if (!draft.by.empty()) {
        by = read_day(draft.by);
        if (!by) draft.problems.push_back({"by", {.key = "when.not_a_day"}});
    }
    auto goal =
        sound(in, "words",
              check(Goal{
                  .words = draft.words, .why = draft.why, .people = draft.people, .target = draft.target, .by = by}));
    if (draft.problems.empty()) return goal;
    in.ask(Announce{{.key = "problem.heading"}, true});
    return std::nullopt;
}

NextStep step_in(const GoalDraft& draft, const EntityId& goal) {
    return {.goal = goal, .words = draft.step, .days_a_week = draft.days_a_week, .at_most = draft.at_most};
}

std::optional<PersonId> first_of(const std::vector<PersonId>& people) {
    return people.empty() ? std::nullopt : std::optional(people.front());
}

}  // namespace

void apply(Inside& in, const AddGoal&) {
    auto& draft = in.state.drafts.goal;
    const auto goal = goal_in(in);
    if (!goal) return;
    const auto id = in.fresh_id();
    // Checked before anything is written, so that nothing is half saved.
    std::optional<NextStep> step;
    if (!draft.step.empty()) {
        step = sound(in, "step", check(step_in(draft, id)));
        if (!step) return;
    }
    in.record(id, first_of(goal->people), in.here(), *goal);
    if (step) in.record(in.fresh_id(), first_of(goal->people), in.here(), *step);
    if (draft.rating) in.record(in.fresh_id(), first_of(goal->people), in.here(), GoalRating{id, *draft.rating});
    draft = {};
    in.notify(Notice::Tone::thanks, {.key = "goal.added"}, id);
    in.go({.page = Page::goal, .entity = id});
}

void apply(Inside& in, const ChangeGoal& asked) {
    if (!story(in, asked.goal)) return;
    auto& draft = in.state.drafts.goal;
    const auto goal = goal_in(in);
    if (!goal) return;
    in.record(asked.goal, first_of(goal->people), in.here(), *goal);
    draft = {};
    in.notify(Notice::Tone::good, {.key = "goal.changed"});
    in.go({.page = Page::goal, .entity = asked.goal});
}

void apply(Inside& in, const SetStep& asked) {
    const auto* goal = story(in, asked.goal);
    if (!goal) return;
    auto& draft = in.state.drafts.goal;
    draft.problems.clear();
    const auto step = sound(in, "step", check(step_in(draft, asked.goal)));
    if (!step) return;
    // One next step a goal: a new one is a new version of the old one.
    in.record(goal->step_entity.value_or(in.fresh_id()), first_of(goal->goal.people), in.here(), *step);
    draft = {};
    in.notify(Notice::Tone::good, {.key = "goal.step_set"});
}

void apply(Inside& in, const RateGoal& asked) {
    const auto* goal = story(in, asked.goal);
    if (!goal) return;
    auto& draft = in.state.drafts.goal;
    draft.problems.clear();
    GoalRating said{asked.goal, draft.rating.value_or(-1), draft.confidence, {}};
    if (draft.level >= worst_level) said.level = draft.level;
    const auto rating = sound(in, "rating", check(said));
    if (!rating) return;
    const auto id = in.fresh_id();
    in.record(id, first_of(goal->goal.people), in.here(), *rating);
    draft.rating.reset();
    draft.confidence.reset();
    draft.level = worst_level - 1;
    in.notify(Notice::Tone::thanks, {.key = "goal.rated", .gaps = {{"value", std::to_string(rating->value)}}}, id);
}

void apply(Inside& in, const DidStep& asked) {
    const auto* goal = story(in, asked.goal);
    if (!goal || goal->done.contains(in.state.today())) return;
    const auto id = in.fresh_id();
    in.record(id, first_of(goal->goal.people), in.here(), StepDone{asked.goal});
    in.state.just_done = id;
    in.notify(Notice::Tone::thanks, {.key = "goal.step_done"}, id);
}

void apply(Inside& in, const AgreeGoal& asked) {
    const auto* goal = story(in, asked.goal);
    if (!goal) return;
    in.record(in.agreement_entity(asked.goal), first_of(goal->goal.people), in.here(),
              GoalAgreed{.goal = asked.goal, .side = in.state.side, .words = goal->goal.words});
    in.notify(Notice::Tone::good, {.key = "goal.agreed_by_us"});
}

void apply(Inside& in, const SetLevels& asked) {
    const auto* goal = story(in, asked.goal);
    if (!goal) return;
    auto& draft = in.state.drafts.goal;
    draft.problems.clear();
    const auto made = sound(in, "level0", check(GoalLevels{asked.goal, draft.levels}));
    if (!made) return;
    in.record(in.levels_entity(asked.goal), first_of(goal->goal.people), in.here(), *made);
    in.notify(Notice::Tone::good, {.key = "goal.levels_saved"});
    in.go({.page = Page::goal, .entity = asked.goal});
}

}  // namespace goodweek::session
