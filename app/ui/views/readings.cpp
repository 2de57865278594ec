// Readings: one person's measures, the last value of each; and one measure's figure with its numbers a press away.
#include <algorithm>
#include <array>
#include <ranges>

#include "records/home_average.h"
#include "session/command.h"
#include "session/measuring.h"
#include "session/sections.h"
#include "ui/views/dates.h"
#include "ui/views/entry_words.h"
#include "ui/views/figure_of.h"
#include "ui/views/frame.h"
#include "ui/views/log_parts.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;

namespace {

void measure_row(Ui& ui, const State& state, const PersonId& person, const Measure& measure) {
    const auto& family = *state.family();
    const auto* last = family.answers.readings.last(person, measure.key);
    const auto& unit = shown_unit(family, person, measure);
    const session::Route to{.page = At::reading, .person = person, .what = std::string(measure.key)};
    const auto count = static_cast<long long>(family.answers.readings.of(person, measure.key).size());
    Row made{.title = ui.text_of("measure.name.", measure.key),
             .text = ui.counted("readings.count", count, {{"day", relative_day(ui, last->at.day(), state.today())}}),
             .chip = std::string(measure.icon),
             .chip_ground = Row::Ground::leaf,
             .href = session::to_text(to),
             .value = show(measure, last->first, last->second, unit)};
    if (row(ui, measure.key, made)) ui.emit(session::Go{to});
}

// Where imported readings must be credited, they are, wherever they are shown.
void credit(Ui& ui, const session::Family& family) {
    if (family.answers.home.has_imported()) paragraph(ui, ui.text("import.credit"), Look::small_hint);
}

// Few enough to read one by one.
void as_list(Ui& ui, const State& state, const PersonId& person, const Measure& measure) {
    const auto& family = *state.family();
    const auto& unit = shown_unit(family, person, measure);
    list(ui, {.id = "few", .name = ui.text_of("measure.name.", measure.key)}, [&] {
        for (const auto& at : family.answers.readings.of(person, measure.key) | std::views::reverse) {
            const session::Route to{.page = At::entry, .family = state.route.family, .entity = at.entity};
            if (row(ui, at.entity.hex(),
                    {.title = show(measure, at.first, at.second, unit),
                     .text = moment_words(ui, at.at, state.today()),
                     .href = session::to_text(to)}))
                ui.emit(session::Go{to});
        }
    });
}

// What changes seldom is looked at over years.
std::array<int, 3> days_to_choose_from(const Measure& measure) {
    return measure.chart == Chart::step ? std::array{90, 365, 1826} : std::array{14, 30, 90};
}

void as_figure(Ui& ui, const State& state, const PersonId& person, const Measure& measure,
               session::ReadingView& view) {
    const auto& family = *state.family();
    const auto* last = family.answers.readings.last(person, measure.key);
    const Day end = std::min(state.today(), last->at.day());
    auto how_long = days_to_choose_from(measure);
    // Another measure's choice, where this one has no such.
    if (std::ranges::find(how_long, view.days) == how_long.end()) view.days = how_long[measure.chart == Chart::step];
    const Day first = end - Days{view.days - 1};
    auto data = figure_of(ui, family, person, measure, first, end);
    add_what_else(ui, state, person, first, end, data);
    const bool same_year = std::chrono::year_month_day{first}.year() == std::chrono::year_month_day{end}.year();
    heading(ui, {.text = data.conclusion, .level = 1, .long_title = true});
    paragraph(
        ui,
        ui.text("figure.range", {{"measure", data.subject},
                                 {"name", std::string(family.answers.home.name_of(person))},
                                 {"first", day_words(ui, first, same_year ? DayForm::day_month : DayForm::with_year)},
                                 {"last", day_words(ui, end, DayForm::with_year)}}),
        Look::hint);
    Choice made{.legend = ui.text("figure.how_long"), .look = Choice::Look::segments, .legend_hidden = true};
    for (const int days : how_long)
        made.options.push_back({.value = days, .label = ui.text_of("figure.days.", std::to_string(days))});
    choice(ui, "days", made, view.days);
    FigureView shown{.selected = view.selected, .numbers = view.numbers, .rows = view.rows};
    figure(ui, "figure", data, shown);
    view.selected = shown.selected;
    view.numbers = shown.numbers;
    view.rows = shown.rows;
}

// Worked out, and said with what it was worked out from; of a child never without saying what it is not.
void bmi_words(Ui& ui, const State& state, const PersonId& person) {
    const auto bmi = session::bmi_of(state, person);
    if (!bmi) return;
    const bool child = session::is_under_18(state, person);
    const auto tenths = (*bmi + 50) / 100;
    paragraph(ui, ui.text(child ? "readings.bmi_child" : "readings.bmi",
                          {{"bmi", std::to_string(tenths / 10) + "." + std::to_string(tenths % 10)}}));
}

// What home monitoring is for, or what it still needs.
void home_average_words(Ui& ui, std::span<const records::ReadingAt> readings, const Measure& measure) {
    const auto average = records::home_average(readings);
    if (!average) return paragraph(ui, ui.text("readings.home_average_needs"), Look::hint);
    paragraph(
        ui, {.text = ui.text("readings.home_average_of",
                             {{"days", std::to_string(average->days)}, {"count", std::to_string(average->readings)}}),
             .strong = ui.text(
                 "readings.home_average",
                 {{"value", show_with_unit(measure, average->first, average->second, measure.units.front())}})});
}

}  // namespace

void readings(Ui& ui, const State& state) {
    framed(ui, state, {.id = "readings", .back = ui.text("place.today"), .back_href = "#/today"}, [&] {
        title(ui, ui.text("readings.title"));
        PersonId person = state.looking_at;
        faces(ui, state, person);
        const auto& family = *state.family();
        const auto measures = session::measures_shown(state, person);
        if (measures.empty()) {
            if (empty(ui, "none",
                      {.title = ui.text("readings.none_title"),
                       .text = ui.text("readings.none_text"),
                       .action = ui.text("readings.log_one"),
                       .primary = true,
                       .level = 2}))
                ui.emit(session::Go{{.page = At::log}});
            return;
        }
        list(ui, {.id = "measures", .name = ui.text("readings.title")}, [&] {
            for (const auto* measure : measures) measure_row(ui, state, person, *measure);
        });
        credit(ui, family);
        if (button(ui, "log", ui.text("readings.log_one"))) ui.emit(session::Go{{.page = At::log}});
    });
}

void reading(Ui& ui, const State& state, session::ReadingView& view) {
    const bool clinic = state.side == Side::clinic;
    const session::Route back = clinic ? session::Route{.page = At::family, .family = state.route.family}
                                       : session::Route{.page = At::readings};
    const PersonId person = state.route.person.empty() ? state.looking_at : state.route.person;
    framed(ui, state,
           {.id = "reading",
            .back = ui.text(clinic ? "family.back" : "readings.title"),
            .back_href = session::to_text(back),
            .tab = ui.text("readings.title"),
            .whose = person},
           [&] {
               const auto* measure = find_measure(state.route.what);
               const auto all = measure && session::is_shown(state, person, *measure)
                                    ? state.family()->answers.readings.of(person, measure->key)
                                    : std::span<const records::ReadingAt>{};
               if (!measure || all.empty()) {
                   title(ui, measure ? ui.text_of("measure.name.", measure->key) : ui.text("readings.title"));
                   empty(
                       ui, "none",
                       {.title = ui.text("readings.none_title"), .text = ui.text("readings.none_text"), .level = 2});
               } else if (all.size() < 3) {
                   title(ui, ui.text_of("measure.name.", measure->key));
                   paragraph(ui, ui.text("readings.few"), Look::hint);
                   as_list(ui, state, person, *measure);
               } else {
                   as_figure(ui, state, person, *measure, view);
               }
               if (measure && measure->key == "blood_pressure" && !all.empty()) home_average_words(ui, all, *measure);
               if (measure && measure->key == "weight" && !all.empty()) bmi_words(ui, state, person);
               credit(ui, *state.family());
               if (!clinic && measure && button(ui, "log", ui.text("readings.log_one")))
                   ui.emit(session::StartLog{.what = std::string(measure->key), .person = person});
           });
}

}  // namespace goodweek::ui
