// What one questionnaire came to, over time: the score within its range, which way is better, how far it has moved. Words that
// sound like a diagnosis are for a clinic's eyes.
#include <algorithm>
#include <ranges>

#include "session/command.h"
#include "session/questionnaires.h"
#include "ui/views/dates.h"
#include "ui/views/entry_words.h"
#include "ui/views/frame.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;
using records::ResponseAt;

namespace {

std::string_view key_of(Change change) {
    switch (change) {
        case Change::none: return "scores.same";
        case Change::could_be_chance: return "scores.could_be_chance";
        case Change::better: return "scores.better";
        case Change::worse: return "scores.worse";
    }
    return "scores.same";
}

// Only where the same wording gave it.
std::vector<std::pair<const ResponseAt*, Thousandths>> values_of(std::span<const ResponseAt> all,
                                                                 const Questionnaire& questionnaire,
                                                                 const ScoreRule& rule) {
    std::vector<std::pair<const ResponseAt*, Thousandths>> values;
    for (const auto& at : all)
        if (const auto value = at.score(rule.id); value && at.version == questionnaire.version)
            values.emplace_back(&at, *value);
    return values;
}

FigureData figure_of(const Ui& ui, const ScoreRule& rule,
                     const std::vector<std::pair<const ResponseAt*, Thousandths>>& values) {
    const Day first = values.front().first->at.day(), last = values.back().first->at.day();
    const auto days = static_cast<double>((last - first).count() + 1);
    FigureData data{.conclusion = rule.name,
                    .subject = rule.name,
                    .unit = ui.text("scores.from_to",
                                    {{"lowest", score_words(rule.lowest)}, {"highest", score_words(rule.highest)}}),
                    .days = days,
                    .lowest = static_cast<double>(rule.lowest) / 1000,
                    .highest = static_cast<double>(rule.highest) / 1000,
                    .longest_join = days,
                    .columns = {ui.text("figure.day"), rule.name}};
    data.labels = {data.lowest, data.highest};
    data.series.push_back({.name = rule.name});
    for (const auto& [at, value] : values)
        data.series.front().points.push_back(
            {.when = static_cast<double>((at->at.day() - first).count()) + 0.5,
             .value = static_cast<double>(value) / 1000,
             .said = ui.text("figure.day_value", {{"day", day_words(ui, at->at.day(), DayForm::with_year)},
                                                  {"value", score_words(value)}})});
    for (const auto& [at, value] : values | std::views::reverse)
        data.numbers.push_back({day_words(ui, at->at.day(), DayForm::with_year), score_words(value)});
    for (const Day day : {first, first + (last - first) / 2, last})
        data.dates.push_back(
            {.when = static_cast<double>((day - first).count()) + 0.5, .words = day_words(ui, day, DayForm::short_)});
    data.last_words = score_words(values.back().second);
    return data;
}

// "Not scored: 5 of 7 answered."
void not_scored(Ui& ui, const ResponseAt& last, const ScoreRule& rule) {
    const auto given = std::ranges::find(last.scores, rule.id, &ScoreGiven::score);
    if (given == last.scores.end()) return;
    paragraph(ui, ui.text("scores.not_scored",
                          {{"answered", std::to_string(given->answered)}, {"of", std::to_string(given->of)}}));
}

void band(Ui& ui, const ScoreRule& rule, Thousandths value) {
    for (const auto& one : rule.bands)
        if (value >= one.from && value <= one.to)
            paragraph(ui, ui.text("scores.band", {{"words", one.words}}), Look::hint);
}

void one_score(Ui& ui, const State& state, const Questionnaire& questionnaire, const ScoreRule& rule,
               std::span<const ResponseAt> all, session::ReadingView& view) {
    heading(ui, rule.name);
    const auto values = values_of(all, questionnaire, rule);
    if (values.empty()) return not_scored(ui, all.back(), rule);
    const auto [first, first_value] = values.front();
    const auto [last, last_value] = values.back();
    paragraph(ui, {.text = ui.text("scores.value", {{"value", score_words(last_value)},
                                                    {"lowest", score_words(rule.lowest)},
                                                    {"highest", score_words(rule.highest)}}),
                   .look = Look::number});
    paragraph(ui,
              ui.text(rule.better == Better::higher  ? "scores.higher_is_better"
                      : rule.better == Better::lower ? "scores.lower_is_better"
                                                     : "scores.neither"),
              Look::hint);
    if (values.size() > 1)
        paragraph(ui, ui.text(key_of(change_between(rule, first_value, last_value)),
                              {{"was", score_words(first_value)},
                               {"day", day_words(ui, first->at.day(), DayForm::with_year)}}));
    if (state.side == Side::clinic) band(ui, rule, last_value);
    if (values.size() < 3) return;
    FigureView shown{.selected = view.selected, .numbers = view.numbers, .rows = view.rows};
    figure(ui, "figure-" + rule.id, figure_of(ui, rule, values), shown);
    view.selected = shown.selected;
    view.numbers = shown.numbers;
    view.rows = shown.rows;
}

void times(Ui& ui, const State& state, std::span<const ResponseAt> all) {
    heading(ui, ui.text("scores.times"));
    list(ui, {.id = "times", .name = ui.text("scores.times")}, [&] {
        for (const auto& at : all | std::views::reverse) {
            const session::Route to{.page = At::entry, .family = state.route.family, .entity = at.entity};
            if (row(ui, at.entity.hex(),
                    {.title = moment_words(ui, at.at, state.today()), .href = session::to_text(to)}))
                ui.emit(session::Go{to});
        }
    });
}

}  // namespace

void scores(Ui& ui, const State& state, session::ReadingView& view) {
    const bool clinic = state.side == Side::clinic;
    const session::Route back = clinic ? session::Route{.page = At::family, .family = state.route.family}
                                       : session::Route{.page = At::questionnaires};
    const PersonId person = state.route.person.empty() ? state.looking_at : state.route.person;
    framed(ui, state,
           {.id = "scores",
            .back = ui.text(clinic ? "family.back" : "questionnaires.title"),
            .back_href = session::to_text(back),
            .tab = ui.text("questionnaires.scores"),
            .whose = person},
           [&] {
               const auto* questionnaire = session::find_questionnaire(state, state.route.what);
               title(ui, questionnaire ? questionnaire->title : ui.text("questionnaires.scores"));
               bool any = false;
               if (questionnaire)
                   for (const bool by_proxy : {false, true}) {
                       const auto all = state.family()->answers.responses.of(
                           {person, questionnaire->id, questionnaire->form, by_proxy});
                       if (all.empty()) continue;
                       any = true;
                       ui.scope(by_proxy ? "proxy" : "own", [&] {
                           if (by_proxy) paragraph(ui, ui.text("scores.by_proxy"), Look::hint);
                           for (const auto& rule : questionnaire->scores)
                               one_score(ui, state, *questionnaire, rule, all, view);
                           times(ui, state, all);
                       });
                   }
               if (!any) return paragraph(ui, ui.text("scores.none"), Look::hint);
               paragraph(ui, questionnaire->attribution, Look::small_hint);
           });
}

}  // namespace goodweek::ui
