// One goal: its own words, the next small step, how it is going, where it came from, and who has agreed to it.
#include <algorithm>

#include "session/command.h"
#include "ui/views/dates.h"
#include "ui/views/entry_words.h"
#include "ui/views/frame.h"
#include "ui/views/goal_parts.h"
#include "ui/views/message_parts.h"
#include "ui/views/views.h"
#include "ui/views/week_of.h"

namespace goodweek::ui {

using At = session::Page;

namespace {

using records::GoalStory;

void who_set_it(Ui& ui, const State& state, const GoalStory& story) {
    const auto* entity = state.family()->log.find(story.id);
    const auto* first = entity ? entity->first_version() : nullptr;
    if (!first) return;
    const auto name = first->author ? state.family()->answers.home.name_of(*first->author) : std::string_view{};
    paragraph(ui,
              ui.text("goal.set_by", {{"name", name.empty() ? ui.text("entry.somebody") : std::string(name)},
                                      {"day", relative_day(ui, first->at.day(), state.today())}}),
              Look::small_hint);
}

// Weeks, not a streak: one that went wrong takes nothing from the others.
void kept_words(Ui& ui, const State& state, const GoalStory& story) {
    constexpr int most_weeks = 8;
    const auto since = (monday_of(state.today()) - monday_of(story.since.day())).count() / 7;
    const int weeks = static_cast<int>(std::min<long long>(since, most_weeks));
    if (weeks < 2) return;
    paragraph(ui,
              ui.text("goal.weeks_kept",
                      {{"kept", std::to_string(weeks_kept(*story.step, story.days_done(), state.today(), weeks))},
                       {"weeks", std::to_string(weeks)}}),
              Look::hint);
}

void step_card(Ui& ui, const State& state, const GoalStory& story, session::GoalDraft& draft) {
    const bool family = state.side == Side::family;
    if (draft.changing_step || (!story.step && family)) {
        card(ui, {.id = "step"}, [&] {
            step_fields(ui, draft);
            buttons(ui, [&] {
                if (button(ui, "set-step", ui.text("goal.save_step"))) ui.emit(session::SetStep{story.id});
                if (draft.changing_step && quiet(ui, "leave-step", ui.text("do.cancel"))) draft.changing_step = false;
            });
        });
        return;
    }
    if (!story.step) return;
    card(ui, {.id = "step"}, [&] {
        heading(ui, {.text = story.step->words, .level = 2, .over = ui.text("goal.next_step")});
        const auto week = step_week(ui, story, state.today(), WeekStrip::Form::middle);
        week_strip(ui, week);
        const auto days = std::to_string(story.step->days_a_week);
        paragraph(
            ui, {.text = ui.text(story.step->at_most ? "goal.no_more_than" : "goal.any_will_do", {{"days", days}}),
                 .strong =
                     ui.text("goal.some_of_days", {{"done", std::to_string(count_of(week).good)}, {"days", days}})});
        kept_words(ui, state, story);
        if (!family) return;
        const auto today = story.done.find(state.today());
        if (today == story.done.end()) {
            if (button(ui, "did", ui.text("goal.did_today"))) ui.emit(session::DidStep{story.id});
        } else {
            paragraph(ui, {.text = ui.text("goal.done_today"), .icon = "check"});
            if (quiet(ui, "undo-did", ui.text("do.undo"))) ui.emit(session::Remove{today->second});
        }
        if (quiet(ui, "change-step", ui.text("goal.change_step"))) draft.changing_step = true;
    });
}

void level_choice(Ui& ui, const Levels& levels, int& chosen) {
    Choice made{.legend = ui.text("goal.which_level"), .hint = ui.text("log.can_skip")};
    for (int level = best_level; level >= worst_level; --level)
        if (!levels.at(level).empty())
            made.options.push_back({.value = level - worst_level,
                                    .label = levels.at(level),
                                    .hint = ui.text("goal.level." + std::to_string(level - worst_level))});
    int at = chosen - worst_level;
    if (choice(ui, "level", made, at)) chosen = at + worst_level;
}

void rate(Ui& ui, const GoalStory& story, session::GoalDraft& draft) {
    const auto* last = story.last_rating();
    rating(ui, "rating",
           {.legend = ui.text("goal.how_is_it_going"),
            .error = problem_of(ui, draft.problems, "rating"),
            .low = ui.text("goal.low"),
            .high = ui.text("goal.high"),
            .last_time = last ? std::optional(last->value) : std::nullopt,
            .last_words = last ? ui.text("goal.you_said", {{"value", std::to_string(last->value)}}) : ""},
           draft.rating);
    if (story.step)
        rating(ui, "confidence",
               {.legend = ui.text("goal.confidence"),
                .hint = ui.text("log.can_skip"),
                .low = ui.text("goal.confidence_low"),
                .high = ui.text("goal.confidence_high"),
                .last_time = story.confidence()},
               draft.confidence);
    if (draft.confidence && *draft.confidence < sure_enough)
        notice(ui,
               {.id = "smaller", .tone = Tone::info, .text = ui.text("goal.make_it_smaller"), .live = Live::polite});
    if (story.levels) level_choice(ui, *story.levels, draft.level);
    const auto label = draft.rating ? ui.text("goal.save_rating", {{"value", std::to_string(*draft.rating)}})
                                    : ui.text("goal.save_a_rating");
    if (secondary(ui, "rate", label)) ui.emit(session::RateGoal{story.id});
}

void history(Ui& ui, const GoalStory& story) {
    if (story.ratings.empty()) return paragraph(ui, ui.text("goal.no_ratings"), Look::hint);
    if (story.ratings.size() == 1) return;
    const auto& first = story.ratings.front();
    const auto& last = story.ratings.back();
    heading(ui, ui.text("goal.from_to", {{"was", std::to_string(first.value)},
                                         {"month", day_words(ui, first.at.day(), DayForm::month)},
                                         {"now", std::to_string(last.value)}}));
    card(ui, {.id = "history"}, [&] {
        Columns made{.name = rating_words(ui, story)};
        // The first, which the heading speaks of, and the last five.
        const auto count = story.ratings.size();
        for (std::size_t i = 0; i < count; ++i) {
            if (i > 0 && i + 5 < count) continue;
            made.bars.push_back({.label = std::to_string(story.ratings[i].value),
                                 .under = day_words(ui, story.ratings[i].at.day(), DayForm::short_),
                                 .value = static_cast<double>(story.ratings[i].value)});
        }
        column_bars(ui, "columns", made);
        paragraph(ui, ui.counted("goal.days_done", static_cast<long long>(story.done.size())));
    });
}

// What is enough for them, and how their five levels came out.
void hoped_for(Ui& ui, const State& state, const GoalStory& story) {
    const auto& goal = story.goal;
    if (goal.target && goal.by)
        paragraph(ui, ui.text("goal.enough_by", {{"value", std::to_string(*goal.target)},
                                                 {"day", relative_day(ui, *goal.by, state.today())}}));
    else if (goal.target) paragraph(ui, ui.text("goal.enough", {{"value", std::to_string(*goal.target)}}));
    else if (goal.by) paragraph(ui, ui.text("goal.by_day", {{"day", relative_day(ui, *goal.by, state.today())}}));
    if (!story.levels) return;
    heading(ui, ui.text("goal.levels"));
    list(ui, {.id = "levels", .name = ui.text("goal.levels")}, [&] {
        for (int level = best_level; level >= worst_level; --level) {
            const auto& words = story.levels->at(level);
            if (words.empty()) continue;
            Row made{.title = words,
                     .text = ui.text("goal.level." + std::to_string(level - worst_level)),
                     .strong = story.last_level() == level};
            if (story.last_level() == level) made.tag = Tag{ui.text("goal.level_now"), Tag::Look::done};
            row(ui, "level" + std::to_string(level - worst_level), made);
        }
    });
}

void levels_form(Ui& ui, const State& state, const GoalStory& story, session::GoalDraft& draft) {
    const auto back = session::to_text({.page = At::goal, .entity = story.id});
    framed(ui, state, {.id = "levels", .back = ui.text("goal.title"), .back_href = back}, [&] {
        title(ui, ui.text("goal.levels_title"));
        paragraph(ui, ui.text("goal.levels_text"), Look::hint);
        problems(ui, draft.problems);
        for (int level = best_level; level >= worst_level; --level) {
            const auto id = "level" + std::to_string(level);
            text_field(ui, id,
                       {.label = ui.text("goal.level." + std::to_string(level - worst_level)),
                        .error = problem_of(ui, draft.problems, id),
                        .required = level == 0},
                       draft.levels.words[static_cast<std::size_t>(level - worst_level)]);
        }
        const auto from_none = [&](std::string_view id, int& chosen) {
            Choice made{.legend = ui.text_of("goal.", id), .look = Choice::Look::segments};
            for (int value = 0; value <= 3; ++value)
                made.options.push_back({.value = value, .label = std::to_string(value)});
            choice(ui, id, made, chosen);
        };
        from_none("importance", draft.levels.importance);
        from_none("difficulty", draft.levels.difficulty);
        if (button(ui, "save", ui.text("do.save"))) ui.emit(session::SetLevels{story.id});
    });
}

void agreement(Ui& ui, const State& state, const GoalStory& story) {
    const bool clinic = state.side == Side::clinic;
    if (!clinic && !state.family()->linked) return;
    heading(ui, ui.text("goal.agreement"));
    const auto stands = story.agreement();
    switch (stands) {
        case Agreement::agreed: paragraph(ui, {.text = ui.text("goal.agreed_by_both"), .icon = "handshake"}); return;
        case Agreement::waiting_for_clinic: paragraph(ui, ui.text("goal.waiting_for_clinic")); break;
        case Agreement::waiting_for_family: paragraph(ui, ui.text("goal.waiting_for_family")); break;
        case Agreement::not_asked: paragraph(ui, ui.text("goal.not_agreed_yet")); break;
    }
    const bool ours_said = clinic ? stands == Agreement::waiting_for_family : stands == Agreement::waiting_for_clinic;
    if (!ours_said && secondary(ui, "agree", ui.text(clinic ? "goal.clinic_agrees" : "goal.family_agrees")))
        ui.emit(session::AgreeGoal{story.id});
}

void change(Ui& ui, const State& state, const GoalStory& story, session::GoalDraft& draft) {
    const auto back = session::to_text({.page = At::goal, .entity = story.id});
    framed(ui, state,
           {.id = "change-goal", .back = ui.text("goal.title"), .back_href = back, .whose = state.looking_at}, [&] {
               goal_fields(ui, state, draft);
               if (button(ui, "save", ui.text("goal.save_changes"))) ui.emit(session::ChangeGoal{story.id});
               if (quiet(ui, "remove", ui.text("goal.remove"))) {
                   ui.emit(session::Remove{story.id});
                   ui.emit(session::Go{{.page = At::goals}});
               }
           });
}

}  // namespace

void goal(Ui& ui, const State& state, session::GoalDraft& draft, session::ActionDraft& action,
          session::MessageDraft& message) {
    const auto* story = state.family()->answers.goals.find(state.route.entity);
    const bool clinic = state.side == Side::clinic;
    const session::Route back =
        clinic ? session::Route{.page = At::family, .family = state.route.family} : session::Route{.page = At::goals};
    if (story && state.route.what == "levels" && !clinic) return levels_form(ui, state, *story, draft);
    if (story && state.route.what == "change" && !clinic) return change(ui, state, *story, draft);
    const bool one = story && story->goal.people.size() == 1;
    framed(ui, state,
           {.id = "goal",
            .back = ui.text(clinic ? "family.back" : "goals.title"),
            .back_href = session::to_text(back),
            .tab = ui.text("goal.title"),
            .whose = one ? std::optional(story->goal.people.front()) : std::nullopt},
           [&] {
               if (!story) {
                   title(ui, ui.text("goal.gone_title"));
                   return paragraph(ui, ui.text("goal.gone_text"));
               }
               const auto over =
                   one ? ui.text("goal.whose_goal", {{"name", names_of(ui, *state.family(), story->goal.people)}})
                       : ui.text("goal.everyones");
               heading(ui,
                       {.text = ui.text("goal.quoted", {{"words", story->goal.words}}), .level = 1, .over = over});
               if (!story->goal.why.empty())
                   paragraph(ui, {.text = story->goal.why, .lead = ui.text("goal.why_lead")});
               who_set_it(ui, state, *story);
               if (story->changed_apart)
                   notice(ui, {.id = "apart", .tone = Tone::warn, .text = ui.text("goal.changed_apart")});
               problems(ui, draft.problems);
               step_card(ui, state, *story, draft);
               if (!clinic) rate(ui, *story, draft);
               history(ui, *story);
               hoped_for(ui, state, *story);
               who_does_what(ui, state, *story, action);
               agreement(ui, state, *story);
               said_about(ui, state, message, story->id);
               if (clinic) return;
               const session::Route to_change{.page = At::goal, .entity = story->id, .what = "change"};
               link(ui, "change", ui.text("goal.change"), to_change);
               link(ui, "to-levels", ui.text(story->levels ? "goal.change_levels" : "goal.write_levels"),
                    {.page = At::goal, .entity = story->id, .what = "levels"});
           });
}

}  // namespace goodweek::ui
