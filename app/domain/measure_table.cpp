// What can be measured at home, a row each. Sources: units as HL7 UK Core and UCUM have them; limits the project's own;
// conversions exact (an inch is 2.54 cm, a pound 0.45359237 kg) or as published: glucose mg/dL / 18.0156 = mmol/L, and
// HbA1c by the master equation of IFCC and NGSP, per cent = 0.09148 mmol/mol + 2.152.
#include <array>

#include "domain/measure.h"

namespace goodweek {

namespace {

// Whole and tenth numbers of a measure's first unit, in thousandths.
constexpr Limits from(Thousandths lowest, Thousandths highest) { return {lowest * 1000, highest * 1000}; }
constexpr Limits from_tenths(Thousandths lowest, Thousandths highest) { return {lowest * 100, highest * 100}; }

// ---- units -----------------------------------------------------------------------------------------------------------------

constexpr std::array out_of_ten{Unit{.key = "/10"}};
constexpr std::array per_cent{Unit{.key = "%", .also = "percent"}};
constexpr std::array in_a_minute{Unit{.key = "/min", .also = "bpm"}};
constexpr std::array litres_a_minute{Unit{.key = "L/min", .also = "l lpm litres liters"}};
constexpr std::array litres{Unit{.key = "L", .places = 2, .also = "litre liter liters"}};
constexpr std::array mercury{Unit{.key = "mmHg", .also = "mm[hg]"}};
// A mole of glucose weighs 180.156 g: the one figure here, whatever a meter's maker rounds it to.
constexpr std::array sugar{Unit{.key = "mmol/L", .places = 1, .also = "mmol"},
                           Unit{.key = "mg/dL", .numerator = 10'000, .denominator = 180'156, .also = "mg mgdl mg%"}};
constexpr std::array ketone{Unit{.key = "mmol/L", .places = 1, .also = "mmol"}};
constexpr std::array long_term_sugar{
    Unit{.key = "mmol/mol", .also = "mmol"},
    Unit{.key = "%", .numerator = 100'000, .denominator = 9'148, .places = 1, .also = "percent dcct", .zero = 2152}};
// A stone is fourteen pounds.
constexpr std::array kilograms{
    Unit{.key = "kg", .places = 1, .also = "kgs kilo kilos kilogram"},
    Unit{.key = "st",
         .numerator = 317'514'659,
         .denominator = 50'000'000,
         .places = 1,
         .also = "stone stones",
         .smaller = SmallerUnit{"lb", "lbs pound pounds", 14, false}},
    Unit{.key = "lb", .numerator = 45'359'237, .denominator = 100'000'000, .places = 1, .also = "lbs pound"}};
constexpr std::array centimetres{
    Unit{.key = "cm", .places = 1, .also = "cms centimetre centimeters"},
    Unit{.key = "ft",
         .numerator = 3048,
         .denominator = 100,
         .places = 1,
         .also = "foot feet ' ’ ′",
         .smaller = SmallerUnit{"in", "ins inch inches \" '' ” ″", 12, false}},
    Unit{.key = "m", .numerator = 100, .places = 2, .also = "metre metres meter meters"}};
constexpr std::array round_the_middle{
    Unit{.key = "cm", .places = 1, .also = "cms centimetre centimeters"},
    Unit{.key = "in", .numerator = 254, .denominator = 100, .places = 1, .also = "ins inch \" ” ″"}};
constexpr std::array degrees{
    Unit{.key = "°C", .places = 1, .also = "c ºc celsius centigrade °"},
    Unit{.key = "°F", .numerator = 5, .denominator = 9, .places = 1, .also = "f ºf fahrenheit", .zero = 32'000}};
constexpr std::array hours_and_minutes{Unit{.key = "h",
                                            .places = 1,
                                            .also = "hr hrs hour hours :",
                                            .smaller = SmallerUnit{"min", "m mins minute minutes", 60, true}}};
constexpr std::array hours_a_week{Unit{.key = "h", .also = "hr hrs hour hours"}};
constexpr std::array minutes{Unit{.key = "min", .also = "m mins minute minutes"}};
constexpr std::array grades{Unit{.key = "/5", .also = "grade"}};
constexpr std::array step_count{Unit{.key = "steps", .also = "step"}};
constexpr std::array puffs{Unit{.key = "puffs", .also = "puff"}};
constexpr std::array nights{Unit{.key = "nights", .also = "night /7"}};
constexpr std::array days_of_28{Unit{.key = "days", .also = "day /28"}};
constexpr std::array times{Unit{.key = "times", .also = "time falls fall"}};
constexpr std::array drinks{Unit{.key = "units", .places = 1, .also = "unit"}};
constexpr std::array smoked{Unit{.key = "cigarettes", .also = "cigarette cigs"}};

// ---- by age: deliberately wide: they ask whether a number was mistyped, they say nothing of a child's growth ---------------

// The ages, in months, below which each row of a measure's limits holds.
constexpr std::array ages{3, 12, 3 * 12, 5 * 12, 12 * 12, 18 * 12};
using ByAge = std::array<AgeLimits, ages.size()>;
constexpr ByAge by_age(const std::array<Limits, ages.size()>& limits) {
    ByAge rows{};
    for (std::size_t i = 0; i < ages.size(); ++i) rows[i] = {ages[i], limits[i]};
    return rows;
}

constexpr auto weight_by_age =
    by_age({from_tenths(15, 80), from_tenths(35, 130), from(6, 20), from(9, 30), from(12, 80), from(24, 150)});
constexpr auto height_by_age =
    by_age({from(40, 65), from(52, 85), from(65, 100), from(82, 118), from(95, 170), from(125, 200)});
constexpr auto pulse_by_age =
    by_age({from(90, 190), from(80, 180), from(75, 170), from(70, 150), from(60, 140), from(45, 130)});
constexpr auto breaths_by_age =
    by_age({from(20, 70), from(20, 60), from(18, 50), from(16, 40), from(14, 35), from(10, 30)});

// ---- the measures ------------------------------------------------------------------------------------------------------------

constexpr Measure rated(std::string_view key, Topic topic, std::string_view icon, Better better) {
    return {.key = key,
            .topic = topic,
            .icon = icon,
            .units = out_of_ten,
            .hard = from(0, 10),
            .soft = from(0, 10),
            .soft_child = from(0, 10),
            .better = better,
            .whole = true,
            .rating = true};
}

// So many of something in a day, or in the days that its name says.
constexpr Measure counted(std::string_view key, Topic topic, std::string_view icon, std::span<const Unit> units,
                          Limits hard, Limits soft, Limits soft_child, Better better, bool adds_up) {
    return {.key = key,
            .topic = topic,
            .icon = icon,
            .units = units,
            .hard = hard,
            .soft = soft,
            .soft_child = soft_child,
            .chart = Chart::bar,
            .better = better,
            .whole = units.front().places == 0,
            .adds_up = adds_up};
}

constexpr Measure ones_own(Measure measure) {
    measure.own_switch = true;
    return measure;
}

constexpr std::array table{
    rated("mood", Topic::feelings, "smile", Better::higher),
    rated("pain", Topic::feelings, "frown", Better::lower),
    Measure{.key = "sleep",
            .topic = Topic::feelings,
            .icon = "moon",
            .units = hours_and_minutes,
            .hard = from(0, 24),
            .soft = from(2, 14),
            .soft_child = from(4, 18),
            .chart = Chart::bar},
    rated("sleep_quality", Topic::feelings, "bed", Better::higher),

    Measure{.key = "peak_flow",
            .topic = Topic::breathing,
            .icon = "wind",
            .units = litres_a_minute,
            .hard = from(30, 900),
            .soft = from(60, 800),
            .soft_child = from(60, 650),
            .better = Better::higher,
            .whole = true},
    counted("reliever", Topic::breathing, "gw-inhaler", puffs, from(0, 100), from(0, 12), from(0, 10), Better::lower,
            true),
    counted("night_wake", Topic::breathing, "moon", nights, from(0, 7), from(0, 7), from(0, 7), Better::lower, false),
    Measure{.key = "spo2",
            .topic = Topic::breathing,
            .icon = "activity",
            .units = per_cent,
            .hard = from(50, 100),
            .soft = from(88, 100),
            .soft_child = from(92, 100),
            .whole = true},
    Measure{.key = "resp_rate",
            .topic = Topic::breathing,
            .icon = "wind",
            .units = in_a_minute,
            .hard = from(4, 120),
            .soft = from(8, 30),
            .soft_child = from(10, 70),
            .soft_by_age = breaths_by_age,
            .whole = true},
    Measure{.key = "mrc",
            .topic = Topic::breathing,
            .icon = "wind",
            .units = grades,
            .hard = from(1, 5),
            .soft = from(1, 5),
            .soft_child = from(1, 5),
            .chart = Chart::step,
            .better = Better::lower,
            .whole = true},
    Measure{.key = "fev1",
            .topic = Topic::breathing,
            .icon = "wind",
            .units = litres,
            .hard = from_tenths(2, 80),
            .soft = from_tenths(5, 65),
            .soft_child = from_tenths(3, 55),
            .chart = Chart::step,
            .better = Better::higher},
    Measure{.key = "fev1_pct",
            .topic = Topic::breathing,
            .icon = "wind",
            .units = per_cent,
            .hard = from(5, 160),
            .soft = from(15, 140),
            .soft_child = from(15, 140),
            .chart = Chart::step,
            .better = Better::higher,
            .whole = true},

    Measure{.key = "glucose",
            .topic = Topic::sugar,
            .icon = "droplet",
            .units = sugar,
            .hard = from_tenths(6, 600),
            .soft = from(3, 25),
            .soft_child = from(3, 25),
            .meals = true},
    Measure{.key = "glucose_sensor",
            .topic = Topic::sugar,
            .icon = "droplet",
            .units = sugar,
            .hard = from_tenths(6, 600),
            .soft = from(3, 25),
            .soft_child = from(3, 25),
            .meals = true},
    Measure{.key = "ketones",
            .topic = Topic::sugar,
            .icon = "droplet",
            .units = ketone,
            .hard = from(0, 15),
            .soft = from(0, 3),
            .soft_child = from(0, 3),
            .chart = Chart::bar,
            .better = Better::lower},
    Measure{.key = "hba1c",
            .topic = Topic::sugar,
            .icon = "droplet",
            .units = long_term_sugar,
            .hard = from(10, 200),
            .soft = from(25, 130),
            .soft_child = from(25, 130),
            .chart = Chart::step},

    Measure{.key = "blood_pressure",
            .topic = Topic::heart,
            .icon = "heart-pulse",
            .units = mercury,
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
    Measure{.key = "pulse",
            .topic = Topic::heart,
            .icon = "heart-pulse",
            .units = in_a_minute,
            .hard = from(20, 300),
            .soft = from(40, 130),
            .soft_child = from(45, 190),
            .soft_by_age = pulse_by_age,
            .whole = true},

    Measure{.key = "weight",
            .topic = Topic::body,
            .icon = "weight",
            .units = kilograms,
            .hard = from_tenths(3, 4500),
            .soft = from(35, 200),
            .soft_child = from_tenths(15, 1500),
            .soft_by_age = weight_by_age,
            .drift = Drift{.week_percent = 5, .ever_percent = 10},
            .hidden_under_18 = true},
    Measure{.key = "height",
            .topic = Topic::body,
            .icon = "ruler",
            .units = centimetres,
            .hard = from(30, 250),
            .soft = from(130, 210),
            .soft_child = from(40, 200),
            .soft_by_age = height_by_age,
            .drift = Drift{.up = 3000, .down = 3000, .child_up_in_a_year = 12'000, .child_down = 1000},
            .chart = Chart::step},
    Measure{.key = "waist",
            .topic = Topic::body,
            .icon = "ruler",
            .units = round_the_middle,
            .hard = from(20, 250),
            .soft = from(50, 180),
            .soft_child = from(30, 130),
            .hidden_under_18 = true},
    Measure{.key = "temp",
            .topic = Topic::body,
            .icon = "thermometer",
            .units = degrees,
            .hard = from(30, 44),
            .soft = from(35, 40),
            .soft_child = from(35, 40)},

    counted("steps", Topic::moving, "footprints", step_count, from(0, 150'000), from(0, 40'000), from(0, 40'000),
            Better::higher, false),
    counted("activity_min", Topic::moving, "bike", minutes, from(0, 1440), from(0, 480), from(0, 480), Better::higher,
            true),
    counted("falls", Topic::moving, "person-standing", times, from(0, 200), from(0, 5), from(0, 10), Better::lower,
            true),

    ones_own(counted("alcohol_units", Topic::habits, "wine", drinks, from(0, 120), from(0, 30), from(0, 0),
                     Better::lower, true)),
    counted("cigarettes", Topic::habits, "cigarette", smoked, from(0, 200), from(0, 60), from(0, 60), Better::lower,
            true),
    ones_own(rated("craving", Topic::habits, "flame", Better::lower)),
    ones_own(counted("substance_days", Topic::habits, "calendar-days", days_of_28, from(0, 28), from(0, 28),
                     from(0, 28), Better::lower, false)),

    counted("carer_hours", Topic::caring, "hand-heart", hours_a_week, from(0, 168), from(0, 140), from(0, 10),
            Better::neither, false),
    rated("carer_strain", Topic::caring, "hand-heart", Better::lower),
};

}  // namespace

std::span<const Measure> measures() { return table; }

}  // namespace goodweek
