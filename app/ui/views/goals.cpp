// Every goal as a card: its words, how it is going, the next small step. And the form for a new one.
#include <algorithm>

#include "session/command.h"
#include "ui/views/entry_words.h"
#include "ui/views/frame.h"
#include "ui/views/goal_parts.h"
#include "ui/views/views.h"
#include "ui/views/week_of.h"

namespace goodweek::ui {

using At = session::Page;

namespace {

// One person, or everyone.
void whose_goal(Ui& ui, const State& state, session::GoalDraft& draft) {
    const auto& people = state.family()->answers.home.people();
    if (people.size() < 2) return;
    Choice made{.legend = ui.text("goal.whose"), .look = Choice::Look::faces};
    int at = draft.people.empty() ? static_cast<int>(people.size()) : -1;
    for (std::size_t i = 0; i < people.size(); ++i) {
        made.options.push_back({.value = static_cast<int>(i),
                                .label = people[i].name,
                                .id = people[i].id.hex(),
                                .face = face_of(people[i])});
        if (draft.people.size() == 1 && people[i].id == draft.people.front()) at = static_cast<int>(i);
    }
    made.options.push_back({.value = static_cast<int>(people.size()),
                            .label = ui.text("people.all"),
                            .id = "everyone",
                            .face = everyone()});
    if (!choice(ui, "people", made, at)) return;
    draft.people.clear();
    if (at < static_cast<int>(people.size())) draft.people.push_back(people[static_cast<std::size_t>(at)].id);
}

}  // namespace

void goal_fields(Ui& ui, const State& state, session::GoalDraft& draft) {
    problems(ui, draft.problems);
    text_field(ui, "words",
               {.label = ui.text("goal.question"),
                .hint = ui.text("goal.question_hint"),
                .error = problem_of(ui, draft.problems, "words"),
                .multiline = true,
                .question = true},
               draft.words);
    whose_goal(ui, state, draft);
    text_field(ui, "why", {.label = ui.text("goal.why"), .hint = ui.text("log.can_skip")}, draft.why);
    rating(ui, "target", {.legend = ui.text("goal.target"), .hint = ui.text("log.can_skip")}, draft.target);
    date_field(
        ui, "by",
        {.label = ui.text("goal.by"), .hint = ui.text("log.can_skip"), .error = problem_of(ui, draft.problems, "by")},
        draft.by);
}

void step_fields(Ui& ui, session::GoalDraft& draft) {
    text_field(ui, "step",
               {.label = ui.text("goal.step"),
                .hint = ui.text("goal.step_hint"),
                .error = problem_of(ui, draft.problems, "step")},
               draft.step);
    Choice made{.legend = ui.text("goal.days_a_week"), .look = Choice::Look::segments};
    for (int days = 1; days <= 7; ++days) made.options.push_back({.value = days, .label = std::to_string(days)});
    choice(ui, "days", made, draft.days_a_week);
    check(ui, "at-most", {.label = ui.text("goal.at_most"), .plain = true}, draft.at_most);
}

namespace {

constexpr std::ptrdiff_t enough_goals = 3;

// Three at a time are as many as most can keep in mind. A fourth is not refused.
void enough_already(Ui& ui, const State& state, const session::GoalDraft& draft) {
    const auto theirs = std::ranges::count_if(state.family()->answers.goals.all(),
                                              [&](const auto* story) { return story->goal.people == draft.people; });
    if (theirs >= enough_goals)
        notice(ui, {.id = "enough", .tone = Tone::info, .text = ui.text("goals.enough"), .live = Live::polite});
}

void new_goal(Ui& ui, const State& state, session::GoalDraft& draft) {
    framed(ui, state, {.id = "new-goal", .back = ui.text("goals.title"), .back_href = "#/goals"}, [&] {
        enough_already(ui, state, draft);
        goal_fields(ui, state, draft);
        step_fields(ui, draft);
        rating(ui, "rating",
               {.legend = ui.text("goal.start_rating"), .low = ui.text("goal.low"), .high = ui.text("goal.high")},
               draft.rating);
        if (button(ui, "add", ui.text("goal.save"))) ui.emit(session::AddGoal{});
    });
}

void goal_row(Ui& ui, const State& state, const records::GoalStory& story) {
    const auto& people = story.goal.people;
    const auto href = session::to_text({.page = At::goal, .entity = story.id});
    Row made{.title = story.goal.words,
             .text = story.last_rating() ? rating_words(ui, story) : ui.text("goal.not_rated"),
             .face = face_of(state, people),
             .href = href};
    if (story.step) made.more = ui.text("goal.next_is", {{"step", story.step->words}});
    if (row(ui, "goal", made)) ui.emit(session::Go{{.page = At::goal, .entity = story.id}});
}

}  // namespace

void goals(Ui& ui, const State& state, session::GoalDraft& draft) {
    if (state.route.what == "new") return new_goal(ui, state, draft);
    framed(ui, state, {.id = "goals", .back = ui.text("place.more"), .back_href = "#/more"}, [&] {
        title(ui, ui.text("goals.title"));
        const auto all = state.family()->answers.goals.all();
        const auto add = [&](std::string words) {
            draft = {};
            draft.words = std::move(words);
            ui.emit(session::Go{{.page = At::goals, .what = "new"}});
        };
        if (all.empty()) {
            if (empty(ui, "none",
                      {.title = ui.text("goals.none_title"),
                       .text = ui.text("goals.none_text"),
                       .action = ui.text("goals.add"),
                       .level = 2}))
                add("");
            heading(ui, ui.text("goals.starters"));
            list(ui, {.id = "starters", .name = ui.text("goals.starters")}, [&] {
                const auto href = session::to_text({.page = At::goals, .what = "new"});
                const auto starter = [&](std::string_view id, std::string words) {
                    if (row(ui, id, {.title = words, .href = href, .strong = false})) add(words);
                };
                starter("walk", ui.text("goals.starter_walk"));
                starter("sleep", ui.text("goals.starter_sleep"));
                starter("together", ui.text("goals.starter_together"));
            });
            return;
        }
        list(ui, {.id = "goals", .name = ui.text("goals.title")}, [&] {
            for (const auto* story : all) ui.scope(story->id.hex(), [&] { goal_row(ui, state, *story); });
        });
        if (button(ui, "add", ui.text("goals.add"))) add("");
    });
}

}  // namespace goodweek::ui
