// Who does what about a goal: each with its day, and whether whoever is to do it has said yes.
#include "session/command.h"
#include "ui/views/dates.h"
#include "ui/views/frame.h"
#include "ui/views/goal_parts.h"

namespace goodweek::ui {

namespace {

using records::ActionAt;
using session::State;
using Stands = ActionState::State;

std::string owner_of(const Ui& ui, const State& state, const ActionStep& action) {
    if (action.for_clinic) return ui.text("action.clinic");
    if (!action.owner) return ui.text("people.everyone");
    return std::string{state.family()->answers.home.name_of(*action.owner)};
}

Tag tag_of(const Ui& ui, const State& state, const ActionAt& one) {
    if (one.overdue(state.today())) return {ui.text("action.past_its_day"), Tag::Look::overdue};
    switch (one.state) {
        case Stands::open: return {ui.text("action.not_agreed"), Tag::Look::waiting};
        case Stands::accepted: return {ui.text("action.accepted"), Tag::Look::planned};
        case Stands::done: return {ui.text("action.done"), Tag::Look::done};
        case Stands::dropped: break;
    }
    return {ui.text("action.dropped"), Tag::Look::away};
}

// Whoever is to do it says how it stands, and so does whoever shares their phone; the other side only reads.
void buttons_of(Ui& ui, const State& state, const ActionAt& one) {
    if (one.action.for_clinic != (state.side == Side::clinic)) return;
    const auto put = [&](std::string_view id, std::string_view words, Stands next) {
        if (button(ui, id,
                   {.label = ui.text(words),
                    .look = Button::Look::secondary,
                    .about = one.action.words,
                    .in_row = true}))
            ui.emit(session::ActionIs{one.entity, next});
    };
    if (one.state == Stands::open) put("accept", "action.accept", Stands::accepted);
    else if (one.state == Stands::accepted) put("finish", "action.finish", Stands::done);
    else put("again", "action.again", Stands::accepted);
}

void one_action(Ui& ui, const State& state, const ActionAt& one) {
    Row made{.title = one.action.words, .text = owner_of(ui, state, one.action)};
    if (one.action.due)
        made.text += ", " + ui.text("action.by", {{"day", relative_day(ui, *one.action.due, state.today())}});
    if (!one.action.help.empty()) made.more = ui.text("action.with_help", {{"help", one.action.help}});
    made.tag = tag_of(ui, state, one);
    row(ui, one.entity.hex(), made, [&] { buttons_of(ui, state, one); });
}

void owner_choice(Ui& ui, const State& state, session::ActionDraft& draft) {
    const auto& people = state.family()->answers.home.people();
    Choice made{.legend = ui.text("action.who"), .look = Choice::Look::faces};
    const int clinic = static_cast<int>(people.size());
    int at = draft.for_clinic ? clinic : -1;
    for (int i = 0; i < clinic; ++i) {
        const auto& person = people[static_cast<std::size_t>(i)];
        made.options.push_back({.value = i, .label = person.name, .id = person.id.hex(), .face = face_of(person)});
        if (draft.owner == person.id) at = i;
    }
    if (state.family()->linked)
        made.options.push_back({.value = clinic, .label = ui.text("action.clinic"), .id = "clinic"});
    if (!choice(ui, "action-owner", made, at)) return;
    draft.for_clinic = at == clinic;
    draft.owner.reset();
    if (!draft.for_clinic) draft.owner = people[static_cast<std::size_t>(at)].id;
}

void form(Ui& ui, const State& state, const EntityId& goal, session::ActionDraft& draft) {
    card(ui, {.id = "action-form", .title = ui.text("action.new")}, [&] {
        problems(ui, draft.problems);
        text_field(ui, "words",
                   {.label = ui.text("action.what"),
                    .hint = ui.text("action.what_hint"),
                    .error = problem_of(ui, draft.problems, "words")},
                   draft.words);
        owner_choice(ui, state, draft);
        date_field(ui, "due",
                   {.label = ui.text("action.due"),
                    .hint = ui.text("log.can_skip"),
                    .error = problem_of(ui, draft.problems, "due")},
                   draft.due);
        text_field(ui, "help", {.label = ui.text("action.help"), .hint = ui.text("log.can_skip")}, draft.help);
        buttons(ui, [&] {
            if (button(ui, "add-action", ui.text("action.add"))) ui.emit(session::AddAction{goal});
            if (quiet(ui, "leave-action", ui.text("do.cancel"))) draft = {};
        });
    });
}

}  // namespace

void who_does_what(Ui& ui, const State& state, const records::GoalStory& story, session::ActionDraft& draft) {
    heading(ui, ui.text("action.title"));
    if (story.actions.empty()) paragraph(ui, ui.text("action.none"), Look::hint);
    else
        list(ui, {.id = "actions", .name = ui.text("action.title")}, [&] {
            for (const auto& one : story.actions) one_action(ui, state, one);
        });
    if (draft.open) return form(ui, state, story.id, draft);
    if (secondary(ui, "new-action", ui.text("action.add_one"))) draft.open = true;
}

}  // namespace goodweek::ui
