#include "domain/measure.h"

#include <algorithm>
#include <array>
#include <utility>

#include "domain/text.h"

namespace goodweek {

namespace {

// Whole and tenth numbers of a measure's first unit, in thousandths.
constexpr Limits from(Thousandths lowest, Thousandths highest) { return {lowest * 1000, highest * 1000}; }
constexpr Limits from_tenths(Thousandths lowest, Thousandths highest) { return {lowest * 100, highest * 100}; }

constexpr std::array peak_flow_units{
    Unit{.key = "L/min", .name = "litres per minute", .also = "l lpm litres liters"}};
constexpr std::array pressure_units{Unit{.key = "mmHg", .name = "millimetres of mercury", .also = "mm[hg]"}};
// A mole of glucose weighs 180.156 g: the one figure here, whatever a meter's maker rounds it to.
constexpr std::array glucose_units{Unit{.key = "mmol/L", .name = "millimoles per litre", .places = 1, .also = "mmol"},
                                   Unit{.key = "mg/dL",
                                        .name = "milligrams per decilitre",
                                        .numerator = 10'000,
                                        .denominator = 180'156,
                                        .also = "mg mgdl mg%"}};
// A pound is 0.45359237 kg exactly, a stone fourteen of them.
constexpr std::array weight_units{
    Unit{.key = "kg", .name = "kilograms", .places = 1, .also = "kgs kilo kilos kilogram"},
    Unit{.key = "st",
         .name = "stones and pounds",
         .numerator = 317'514'659,
         .denominator = 50'000'000,
         .places = 1,
         .also = "stone stones",
         .stones = true},
    Unit{.key = "lb",
         .name = "pounds",
         .numerator = 45'359'237,
         .denominator = 100'000'000,
         .places = 1,
         .also = "lbs pound"}};
constexpr std::array rating_units{Unit{.key = "/10", .name = "out of 10"}};
constexpr std::array step_units{Unit{.key = "steps", .name = "steps", .also = "step"}};

// Deliberately wide: they ask whether a number was mistyped, they say nothing of a child's growth.
constexpr std::array weight_by_age{
    AgeLimits{3, from_tenths(15, 80)},         AgeLimits{12, from_tenths(35, 130)},
    AgeLimits{3 * 12, from_tenths(60, 200)},   AgeLimits{5 * 12, from_tenths(90, 300)},
    AgeLimits{12 * 12, from_tenths(120, 800)}, AgeLimits{18 * 12, from_tenths(240, 1500)}};

constexpr std::array table{
    Measure{.key = "peak_flow",
            .icon = "wind",
            .units = peak_flow_units,
            .hard = from(30, 900),
            .soft = from(60, 800),
            .soft_child = from(60, 650),
            .better = Better::higher,
            .whole = true},
    Measure{.key = "blood_pressure",
            .icon = "heart-pulse",
            .units = pressure_units,
            .hard = from(40, 300),
            .soft = from(80, 200),
            .soft_child = from(60, 150),
            .chart = Chart::range_bar,
            .whole = true,
            .second_hard = from(20, 200),
            .second_soft = from(40, 120),
            .second_soft_child = from(30, 100),
            .least_apart = 10'000,
            .most_apart = 100'000},
    Measure{.key = "glucose",
            .icon = "droplet",
            .units = glucose_units,
            .hard = from_tenths(6, 600),
            .soft = from(3, 25),
            .soft_child = from(3, 25),
            .meals = true},
    Measure{.key = "weight",
            .icon = "weight",
            .units = weight_units,
            .hard = from_tenths(3, 4500),
            .soft = from(35, 200),
            .soft_child = from_tenths(15, 1500),
            .soft_by_age = weight_by_age,
            .drift = Drift{5, 10}},
    Measure{.key = "mood",
            .icon = "smile",
            .units = rating_units,
            .hard = from(0, 10),
            .soft = from(0, 10),
            .soft_child = from(0, 10),
            .better = Better::higher,
            .whole = true,
            .rating = true},
    Measure{.key = "pain",
            .icon = "frown",
            .units = rating_units,
            .hard = from(0, 10),
            .soft = from(0, 10),
            .soft_child = from(0, 10),
            .better = Better::lower,
            .whole = true,
            .rating = true},
    Measure{.key = "steps",
            .icon = "footprints",
            .units = step_units,
            .hard = from(0, 150'000),
            .soft = from(0, 40'000),
            .soft_child = from(0, 40'000),
            .chart = Chart::bar,
            .better = Better::higher,
            .whole = true},
};

bool is_spelling(std::string_view also, std::string_view unit) {
    while (!also.empty()) {
        const auto end = std::min(also.find(' '), also.size());
        if (same_words(also.substr(0, end), unit)) return true;
        also.remove_prefix(std::min(end + 1, also.size()));
    }
    return false;
}

constexpr std::array<std::pair<Context, std::string_view>, 9> contexts{{
    {Context::none, "none"},
    {Context::before_breakfast, "before_breakfast"},
    {Context::after_breakfast, "after_breakfast"},
    {Context::before_lunch, "before_lunch"},
    {Context::after_lunch, "after_lunch"},
    {Context::before_evening_meal, "before_evening_meal"},
    {Context::after_evening_meal, "after_evening_meal"},
    {Context::before_snack, "before_snack"},
    {Context::bedtime, "bedtime"},
}};

}  // namespace

std::span<const Measure> measures() { return table; }

const Measure* find_measure(std::string_view key) {
    const auto found = std::ranges::find(table, key, &Measure::key);
    return found == table.end() ? nullptr : &*found;
}

const Unit* find_unit(const Measure& measure, std::string_view unit) {
    for (const auto& one : measure.units)
        if (same_words(one.key, unit) || is_spelling(one.also, unit)) return &one;
    return nullptr;
}

bool moved_a_lot(const Measure& measure, Thousandths before, Day before_on, Thousandths now, Day now_on) {
    if (!measure.drift || before <= 0) return false;
    const Thousandths moved = now > before ? now - before : before - now;
    const auto apart = now_on > before_on ? now_on - before_on : before_on - now_on;
    const auto more_than = [&](int percent) { return moved * 100 > before * percent; };
    return more_than(measure.drift->ever) || (apart <= Days{7} && more_than(measure.drift->week));
}

std::string_view to_text(Context context) {
    const auto found = std::ranges::find(contexts, context, &std::pair<Context, std::string_view>::first);
    return found == contexts.end() ? std::string_view{} : found->second;
}

std::optional<Context> context_from(std::string_view text) {
    const auto found = std::ranges::find(contexts, text, &std::pair<Context, std::string_view>::second);
    return found == contexts.end() ? std::nullopt : std::optional{found->first};
}

}  // namespace goodweek
