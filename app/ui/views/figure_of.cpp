#include <ranges>

#include "ui/views/figure_of.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "records/usual.h"
#include "session/happened.h"
#include "session/measuring.h"
#include "ui/views/dates.h"
#include "ui/views/frame.h"

namespace goodweek::ui {

namespace {

using records::ReadingAt;

double number_in(Thousandths value, const Unit& unit) { return static_cast<double>(in_unit(value, unit)) / 1000; }

FigurePoint point_of(const Ui& ui, const session::Family& family, const Measure& measure, const Unit& unit,
                     const ReadingAt& at, Day first) {
    const double noon = at.at.day_only ? 0.5 : static_cast<double>(at.at.time_of_day().count()) / (24 * 60);
    FigurePoint point{.when = static_cast<double>((at.at.day() - first).count()) + noon,
                      .value = number_in(at.first, unit)};
    if (at.second) point.lower = number_in(*at.second, unit);
    const std::string value = show(measure, at.first, at.second, unit);
    point.said =
        ui.text("figure.day_value", {{"day", day_words(ui, at.at.day(), DayForm::weekday)}, {"value", value}});
    if (!at.at.day_only) point.more = time_words(ui, at.at);
    if (at.context != Context::none)
        point.more += (point.more.empty() ? "" : ", ") + ui.text_of("context.", to_text(at.context));
    if (at.noted)
        if (const auto* entity = family.log.find(at.entity))
            if (const auto* reading = entity->as<Reading>(); reading && reading->note.size() <= 24)
                point.note = reading->note;
    return point;
}

FigureForm form_of(Chart chart) {
    switch (chart) {
        case Chart::line: return FigureForm::line;
        case Chart::step: return FigureForm::steps;
        case Chart::range_bar: return FigureForm::range_bars;
        case Chart::bar: return FigureForm::bars;
    }
    std::unreachable();
}

// One for each day: two glasses and one more are three.
std::vector<ReadingAt> day_totals(std::span<const ReadingAt> readings) {
    std::vector<ReadingAt> totals;
    for (const auto& at : readings) {
        if (totals.empty() || totals.back().at.day() != at.at.day()) {
            totals.push_back(at);
            continue;
        }
        totals.back().first += at.first;
        totals.back().at = noon_of(at.at.day(), at.at.offset);
    }
    return totals;
}

// A round step that gives about four lines.
double step_for(double span) {
    for (const double step :
         {0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0, 10000.0})
        if (span / step <= 4) return step;
    return span / 4;
}

void set_axis(FigureData& data, const Measure& measure, const Unit& unit, const std::optional<session::Range>& aim) {
    if (measure.rating) {
        data.lowest = 0;
        data.highest = 10;
        data.labels = {0, 5, 10};
        return;
    }
    double low = 1e18, high = -1e18;
    for (const auto& point : data.series.front().points) {
        low = std::min(low, point.lower.value_or(point.value));
        high = std::max(high, point.value);
    }
    for (const auto& end :
         aim ? std::array{aim->lowest, aim->highest} : std::array<std::optional<Thousandths>, 2>{}) {
        if (!end) continue;
        low = std::min(low, number_in(*end, unit));
        high = std::max(high, number_in(*end, unit));
    }
    if (measure.chart == Chart::bar) low = 0;
    const double step = step_for(std::max(high - low, high * 0.1));
    data.lowest = std::floor(low / step) * step;
    data.highest = std::ceil(high / step) * step;
    if (data.highest <= data.lowest) data.highest = data.lowest + step;
    for (double at = data.lowest; at <= data.highest + step / 2; at += step) data.labels.push_back(at);
}

// What is usual for this person in this time: their own middle half, and no judgement of it.
void add_usual(const Ui& ui, FigureData& data, const Measure& measure, const Unit& unit,
               std::span<const ReadingAt> readings) {
    if (measure.two_part() || measure.chart != Chart::line) return;
    const auto usual = records::middle_half(readings);
    if (!usual || usual->first == usual->second) return;
    data.bands.push_back({.zone = Zone::plain,
                          .from = number_in(usual->first, unit),
                          .to = number_in(usual->second, unit),
                          .words = ui.text("figure.usual", {{"lowest", show(measure, usual->first, unit)},
                                                            {"highest", show(measure, usual->second, unit)}})});
}

// The range that they agreed to aim for: a place on the axis, and no verdict on what is outside it.
void add_aim(const Ui& ui, FigureData& data, const Measure& measure, const Unit& unit, const session::Range& aim) {
    const auto words = [&](Thousandths value) { return show(measure, value, unit); };
    const std::string said =
        !aim.lowest    ? ui.text("figure.aim_to", {{"highest", words(*aim.highest)}})
        : !aim.highest ? ui.text("figure.aim_from", {{"lowest", words(*aim.lowest)}})
                       : ui.text("figure.aim", {{"lowest", words(*aim.lowest)}, {"highest", words(*aim.highest)}});
    data.bands.push_back({.zone = Zone::good,
                          .from = aim.lowest ? number_in(*aim.lowest, unit) : data.lowest,
                          .to = aim.highest ? number_in(*aim.highest, unit) : data.highest,
                          .words = said});
}

void add_numbers(const Ui& ui, FigureData& data, const Measure& measure, const Unit& unit,
                 std::span<const ReadingAt> readings) {
    data.columns = {ui.text("figure.day"), ui.text("figure.time"), std::string(unit.key)};
    if (measure.meals) data.columns.push_back(ui.text("figure.meal"));
    // The newest first: it is what people look for.
    for (const auto& at : readings | std::views::reverse) {
        std::vector<std::string> row{day_words(ui, at.at.day(), DayForm::with_year),
                                     at.at.day_only ? ui.text("figure.no_time") : time_words(ui, at.at),
                                     show(measure, at.first, at.second, unit)};
        if (measure.meals)
            row.push_back(at.context == Context::none ? "" : ui.text_of("context.", to_text(at.context)));
        data.numbers.push_back(std::move(row));
    }
}

std::string conclusion_of(const Ui& ui, const Measure& measure, const Unit& unit,
                          std::span<const ReadingAt> readings) {
    const auto count = static_cast<long long>(readings.size());
    if (readings.empty()) return ui.text("figure.none");
    if (measure.adds_up)
        return ui.counted(
            "figure.count_days", count,
            {{"highest", show(measure, std::ranges::max(readings, {}, &ReadingAt::first).first, unit)}});
    if (measure.two_part() || readings.size() == 1)
        return ui.counted("figure.count_last", count,
                          {{"last", show(measure, readings.back().first, readings.back().second, unit)}});
    const auto [low, high] = std::ranges::minmax(readings, {}, &ReadingAt::first);
    return ui.counted("figure.count_range", count,
                      {{"lowest", show(measure, low.first, unit)}, {"highest", show(measure, high.first, unit)}});
}

}  // namespace

const Unit& shown_unit(const session::Family& family, const PersonId& person, const Measure& measure) {
    if (const auto* last = family.answers.readings.last(person, measure.key))
        if (const auto* entity = family.log.find(last->entity))
            if (const auto* reading = entity->as<Reading>())
                if (const auto* unit = find_unit(measure, reading->unit)) return *unit;
    return measure.units.front();
}

FigureData figure_of(const Ui& ui, const session::Family& family, const PersonId& person, const Measure& measure,
                     Day first, Day last) {
    const auto written = family.answers.readings.of(person, measure.key, first, last);
    const auto totals = measure.adds_up ? day_totals(written) : std::vector<ReadingAt>{};
    const auto readings = measure.adds_up ? std::span{totals} : written;
    const Unit& unit = shown_unit(family, person, measure);
    FigureData data{
        .conclusion = conclusion_of(ui, measure, unit, readings),
        .subject = ui.text_of("measure.name.", measure.key),
        .unit = measure.rating ? ui.text_of("measure.scale.", measure.key) : ui.text_of("unit.", unit.key),
        .days = static_cast<double>((last - first).count() + 1),
        .places = unit.places};
    data.form = form_of(measure.chart);
    data.series.push_back({.name = data.subject});
    for (const auto& at : readings)
        data.series.front().points.push_back(point_of(ui, family, measure, unit, at, first));
    if (!readings.empty()) {
        const auto aim = measure.two_part() ? std::nullopt : session::range_for(family, person, measure, last);
        set_axis(data, measure, unit, aim);
        if (aim) add_aim(ui, data, measure, unit, *aim);
        else add_usual(ui, data, measure, unit, readings);
        data.last_words = show(measure, readings.back().first, readings.back().second, unit);
    }
    const Day middle = first + (last - first) / 2;
    for (const Day day : {first, middle, last})
        data.dates.push_back(
            {.when = static_cast<double>((day - first).count()) + 0.5, .words = day_words(ui, day, DayForm::short_)});
    add_numbers(ui, data, measure, unit, written);
    return data;
}

void add_what_else(const Ui& ui, const session::State& state, const PersonId& person, Day first, Day last,
                   FigureData& data) {
    constexpr std::size_t most = 8;
    const auto happened = session::happened_to(state, person, first, last);
    for (const auto& one : happened | std::views::take(most)) {
        std::string day = day_words(ui, one.first, DayForm::weekday);
        if (one.last != one.first)
            day = ui.text("week.from_to", {{"from", day}, {"to", day_words(ui, one.last, DayForm::weekday)}});
        data.events.push_back({.when = static_cast<double>((one.first - first).count()) + 0.5,
                               .day = std::move(day),
                               .words = ui.text(one.words)});
    }
    if (happened.size() > most)
        data.more_events = ui.counted("figure.more_events", static_cast<long long>(happened.size() - most));
}

SmallFigure small_figure_of(const Ui& ui, const session::Family& family, const PersonId& person,
                            const Measure& measure, Day today) {
    const auto* last = family.answers.readings.last(person, measure.key);
    const Unit& unit = shown_unit(family, person, measure);
    SmallFigure figure{.title = ui.text_of("measure.name.", measure.key)};
    if (const auto* who = family.answers.home.find(person)) {
        figure.picture = who->picture;
        figure.colour = who->colour;
    }
    // A record that ended long ago is drawn where it ended: it is still the last eight weeks of it.
    const Day end = last ? std::min(today, last->at.day()) : today;
    figure.data = figure_of(ui, family, person, measure, end - Days{55}, end);
    if (last)
        figure.last = ui.text("figure.last_on", {{"value", show(measure, last->first, last->second, unit)},
                                                 {"day", relative_day(ui, last->at.day(), today)}});
    return figure;
}

}  // namespace goodweek::ui
