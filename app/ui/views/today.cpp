// Today: the week so far, what is due with one button each, goals with their next step, and the quickest ways to log.
#include <ranges>

#include "session/command.h"
#include "ui/views/dates.h"
#include "ui/views/entry_words.h"
#include "ui/views/frame.h"
#include "ui/views/views.h"
#include "ui/views/week_of.h"

namespace goodweek::ui {

using At = session::Page;

namespace {

std::string greeting(const Ui& ui, const State& state) {
    const auto hour = LocalMoment{state.now, state.offset}.time_of_day().count() / 60;
    const std::string name(state.family()->answers.home.name_of(state.looking_at));
    if (hour < 12) return ui.text("today.good_morning", {{"name", name}});
    if (hour < 18) return ui.text("today.good_afternoon", {{"name", name}});
    return ui.text("today.good_evening", {{"name", name}});
}

void head(Ui& ui, const State& state) {
    title(ui, greeting(ui, state));
    paragraph(ui, day_words(ui, state.today(), DayForm::long_), Look::hint);
    const auto week = week_of(ui, *state.family(), std::nullopt, state.today(), WeekStrip::Form::large);
    week_strip(ui, week);
    const auto [strong, rest] = week_words(ui, week);
    paragraph(ui, {.text = rest, .strong = strong});
}

std::string due_title(const Ui& ui, const Routine& routine) {
    if (routine.kind != Routine::Kind::reading) return routine.what;
    return find_measure(routine.what) ? ui.text_of("measure.name.", routine.what) : routine.what;
}

std::string due_text(const Ui& ui, const State& state, const Routine& routine) {
    std::string text = names_of(ui, *state.family(), routine.people);
    for (const auto& part : {routine.when, routine.kind == Routine::Kind::medicine ? routine.dose : std::string()})
        if (!part.empty()) text += ", " + part;
    return text;
}

std::string due_label(const Ui& ui, Routine::Kind kind) {
    switch (kind) {
        case Routine::Kind::reading: return ui.text("today.log_it");
        case Routine::Kind::medicine: return ui.text("today.taken");
        case Routine::Kind::activity: return ui.text("today.done");
    }
    return {};
}

void due_row(Ui& ui, const State& state, const records::Due& due, bool first) {
    const auto& routine = due.routine->routine;
    Row made{.title = due_title(ui, routine),
             .text = due_text(ui, state, routine),
             .face = face_of(state, routine.people)};
    if (due.done_by) {
        made.state = state.just_done == due.done_by ? Row::State::just_done : Row::State::done;
        made.done_word = routine.kind == Routine::Kind::medicine ? ui.text("today.taken") : ui.text("today.done");
        made.text = names_of(ui, *state.family(), routine.people) + ", " + time_words(ui, due.done_at);
        row(ui, "due", made, [&] {
            if (button(
                    ui, "undo",
                    {.label = ui.text("do.undo"), .look = Button::Look::quiet, .about = made.title, .in_row = true}))
                ui.emit(session::Remove{*due.done_by});
        });
        return;
    }
    row(ui, "due", made, [&] {
        const auto look = first ? Button::Look::primary : Button::Look::secondary;
        if (button(ui, "do",
                   {.label = due_label(ui, routine.kind), .look = look, .about = made.title, .in_row = true}))
            ui.emit(session::DoRoutine{due.routine->id});
    });
}

// What is planned for today stands after what every day has.
void plan_row(Ui& ui, const State& state, const records::PlanAt& one, bool first) {
    const auto& people = one.plan.people;
    Row made{.title = one.plan.what, .text = names_of(ui, *state.family(), people), .face = face_of(state, people)};
    if (!one.at.day_only) made.text += ", " + time_words(ui, one.at);
    if (!one.plan.where.empty()) made.text += ", " + one.plan.where;
    const bool done = one.outcome.kind == PlanOutcome::Kind::done;
    if (done) {
        made.state = state.just_done == one.entity ? Row::State::just_done : Row::State::done;
        made.done_word = ui.text("today.done");
    }
    row(ui, "plan", made, [&] {
        const auto look = done ? Button::Look::quiet : first ? Button::Look::primary : Button::Look::secondary;
        if (button(ui, done ? "undo" : "do",
                   {.label = ui.text(done ? "do.undo" : "today.done"),
                    .look = look,
                    .about = made.title,
                    .in_row = true}))
            ui.emit(session::PlanIsDone{one.entity, !done});
    });
}

std::vector<records::PlanAt> plans_of(const session::Family& family, Day day) {
    std::vector<records::PlanAt> plans;
    for (const auto& one : family.answers.plans.between(day, day))
        if (one.outcome.kind == PlanOutcome::Kind::open || one.outcome.kind == PlanOutcome::Kind::done)
            plans.push_back(one);
    return plans;
}

void due_today(Ui& ui, const State& state) {
    const auto& family = *state.family();
    const auto due = family.answers.routines.due(family.log, family.answers.diary, state.today());
    const auto plans = plans_of(family, state.today());
    const auto done =
        std::ranges::count_if(due, [](const records::Due& one) { return one.done_by.has_value(); }) +
        std::ranges::count(plans, PlanOutcome::Kind::done, [](const auto& one) { return one.outcome.kind; });
    const auto all = due.size() + plans.size();
    heading(ui, {.text = ui.text("today.today"),
                 .aside = all == 0 ? ""
                                   : ui.text("today.some_of",
                                             {{"done", std::to_string(done)}, {"all", std::to_string(all)}})});
    if (all == 0) {
        if (empty(ui, "nothing-due",
                  {.title = ui.text("today.nothing_due"),
                   .text = ui.text("today.nothing_due_text"),
                   .action = ui.text("today.log_something"),
                   .primary = true}))
            ui.emit(session::Go{{.page = At::log}});
        return;
    }
    list(ui, {.id = "due", .name = ui.text("today.today")}, [&] {
        bool first = true;
        for (const auto& one : due) {
            ui.scope(one.routine->id.hex(), [&] { due_row(ui, state, one, first && !one.done_by); });
            if (!one.done_by) first = false;
        }
        for (const auto& one : plans) {
            const bool open = one.outcome.kind == PlanOutcome::Kind::open;
            ui.scope(one.entity.hex(), [&] { plan_row(ui, state, one, first && open); });
            if (open) first = false;
        }
    });
}

void goal_card(Ui& ui, const State& state, const records::GoalStory& story) {
    const auto& people = story.goal.people;
    const auto* rated = story.last_rating();
    list(ui, {.id = "card", .name = story.goal.words}, [&] {
        const session::Route to{.page = At::goal, .entity = story.id};
        Row top{.title = story.goal.words, .face = face_of(state, people)};
        top.text = rated ? rating_words(ui, story) : ui.text("goal.not_rated");
        // One way to the goal's page: its next step, or the goal itself where there is none.
        if (!story.step) top.href = session::to_text(to);
        bool pressed = row(ui, "goal", top);
        if (story.step) {
            const auto week = step_week(ui, story, state.today(), WeekStrip::Form::small);
            pressed = row(ui, "step",
                          {.title = ui.text("goal.next_is", {{"step", story.step->words}}),
                           .text = ui.text("goal.some_of_days", {{"done", std::to_string(count_of(week).good)},
                                                                 {"days", std::to_string(story.step->days_a_week)}}),
                           .href = session::to_text(to),
                           .strong = false,
                           .week = week});
        }
        if (pressed) ui.emit(session::Go{to});
    });
}

void goals_today(Ui& ui, const State& state) {
    const auto all = state.family()->answers.goals.all();
    if (all.empty()) return;
    heading(ui, {.text = ui.text("today.goals")}, [&] {
        link(ui, "all-goals", ui.counted("today.all_goals", static_cast<long long>(all.size())), {.page = At::goals});
    });
    for (const auto* story : all | std::views::take(2))
        ui.scope(story->id.hex(), [&] { goal_card(ui, state, *story); });
}

void quick_log(Ui& ui, const State& state) {
    heading(ui, ui.text("today.log_something"));
    Tiles made{.id = "quick", .name = ui.text("today.log_something"), .across = 3};
    for (const auto& what : quick_choices(state, 3)) made.tiles.emplace_back(what, tile_for(ui, what));
    if (const auto chosen = tiles(ui, made)) ui.emit(session::StartLog{.what = *chosen, .person = state.looking_at});
}

}  // namespace

void today(Ui& ui, const State& state) {
    framed(ui, state, {.id = "today", .tab = ui.text("place.today"), .home = true, .whose = state.looking_at}, [&] {
        head(ui, state);
        due_today(ui, state);
        goals_today(ui, state);
        quick_log(ui, state);
    });
}

}  // namespace goodweek::ui
