// Who does what about a goal: written down by either side, taken on by whoever is to do it.
#include "session/handlers.h"
#include "session/sentences.h"
#include "session/when.h"

namespace goodweek::session {

void apply(Inside& in, const AddAction& asked) {
    if (!in.family().answers.goals.find(asked.goal)) return;
    auto& draft = in.state.drafts.action;
    draft.problems.clear();
    ActionStep action{.goal = asked.goal,
                      .by = in.state.side,
                      .words = draft.words,
                      .owner = draft.owner,
                      .for_clinic = draft.for_clinic,
                      .help = draft.help};
    if (!draft.due.empty()) {
        action.due = read_day(draft.due);
        if (!action.due) draft.problems.push_back({"due", {.key = "when.not_a_day"}});
    }
    const auto checked = check(action);
    if (!checked) draft.problems.push_back({"words", sentence_for(checked.error())});
    if (!draft.problems.empty()) return in.ask(Announce{{.key = "problem.heading"}, true});
    const auto entity = in.fresh_id();
    in.record(entity, checked->owner, in.here(), *checked);
    // Whoever writes it down for themselves has said yes to it.
    const bool own = checked->for_clinic ? in.state.side == Side::clinic : checked->owner == in.state.me;
    if (own)
        in.record(entity, checked->owner, in.here(),
                  ActionState{asked.goal, in.state.side, ActionState::State::accepted});
    draft = {};
    in.notify(Notice::Tone::good, {.key = "action.added"}, entity);
}

void apply(Inside& in, const ActionIs& asked) {
    const auto* entity = in.family().log.find(asked.action);
    const auto* action = entity && !entity->removed ? entity->as<ActionStep>() : nullptr;
    if (!action) return;
    in.record(asked.action, action->owner, in.here(), ActionState{action->goal, in.state.side, asked.state});
}

}  // namespace goodweek::session
