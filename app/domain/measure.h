// The table of measures and how a typed reading is judged against it. Limits are plausibility limits, not clinical
// thresholds: hard ones refuse, soft ones ask once. Values are whole thousandths of the measure's first unit, so that
// every platform computes the same; what was typed is kept beside them. The rows, with their sources, are in
// measure_table.cpp: a new measure is a row there and its words.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "domain/moment.h"
#include "domain/result.h"

namespace goodweek {

using Thousandths = std::int64_t;

// What a unit is written in together with, when it is: the 4 of "11st 4", the 30 of "7h 30".
struct SmallerUnit {
    std::string_view key;   // "lb"
    std::string_view also;  // other ways people write it
    std::int64_t in_one;    // fourteen of them
    bool decimals_too;      // "7.5" hours can only mean one thing; "11.5" stone could be two
};

struct Unit {
    std::string_view key{};      // as typed and stored: "mmol/L"
    std::int64_t numerator = 1;  // first unit = (this unit - zero) * numerator / denominator
    std::int64_t denominator = 1;
    int places = 0;              // decimals shown
    std::string_view also = {};  // other ways people write it, "lbs pounds"
    std::optional<SmallerUnit> smaller = {};
    Thousandths zero = 0;  // where the first unit's nought stands on this one: 32 of a Fahrenheit thermometer
};

struct Limits {
    Thousandths lowest, highest;
};

// What is plausible below an age, from the age above it.
struct AgeLimits {
    int below_months;
    Limits soft{};
};

// How far it may move from the one before without a question. Nought is no limit.
struct Drift {
    int week_percent = 0;  // in seven days
    int ever_percent = 0;
    Thousandths up = 0, down = 0;  // of a grown-up
    Thousandths child_up_in_a_year = 0, child_down = 0;
};

// Where it stands on Log.
enum class Topic { feelings, breathing, sugar, heart, body, moving, habits, caring };
inline constexpr int topics = 8;
enum class Chart { line, step, range_bar, bar };  // a step holds until the next one: height, HbA1c
enum class Better { higher, lower, neither };
// What else a reading says about itself.
enum class Context {
    none,
    before_breakfast,
    after_breakfast,
    before_lunch,
    after_lunch,
    before_evening_meal,
    after_evening_meal,
    before_snack,
    bedtime
};

struct Measure {
    std::string_view key{};  // stored for ever: "glucose"
    Topic topic{};
    std::string_view icon{};                      // of its tile, a name in the icon font
    std::span<const Unit> units{};                // the first is the one values are kept in
    Limits hard{};                                // refused outside these
    Limits soft{};                                // asked about once outside these
    Limits soft_child{};                          // at any age below 18
    std::span<const AgeLimits> soft_by_age = {};  // ascending; where the child's age in months is known
    std::optional<Drift> drift = {};
    Chart chart = Chart::line;
    Better better = Better::neither;
    bool whole = false;            // only whole numbers
    bool meals = false;            // has a meal context
    bool rating = false;           // 0 to 10, chosen rather than typed
    bool own_switch = false;       // not shared with the other readings
    bool adds_up = false;          // two of one day are one day's total
    bool hidden_under_18 = false;  // from somebody younger, until their family asks to see it
    std::optional<Limits> second_hard{}, second_soft{}, second_soft_child{};  // a two-part reading's second value
    Thousandths least_apart = 0;  // its first value is at least this much above the second
    Thousandths most_apart = 0;   // asked about once above this

    bool two_part() const { return second_hard.has_value(); }
};

std::span<const Measure> measures();
// Nothing for a measure this version does not know.
const Measure* find_measure(std::string_view key);
const Unit* find_unit(const Measure& measure, std::string_view unit);
// By its key or one of the other ways, whatever the case.
bool is_spelled(std::string_view unit, std::string_view key, std::string_view also);

// What a person said, understood.
struct Judged {
    Thousandths first = 0;
    std::optional<Thousandths> second{};
    bool unusual = false;        // outside the soft limits: ask once, then keep it
    std::string_view unit = {};  // the key of the one it was given in, typed or asked for
    friend bool operator==(const Judged&, const Judged&) = default;
};

enum class ReadingProblem {
    empty,
    not_a_number,
    needs_two_numbers,  // "120/80"
    only_one_number,
    only_whole_numbers,
    ambiguous_comma,  // "1,000": a thousand, or one?
    too_low,
    too_high,
    second_too_low,
    second_too_high,
    upper_not_above_lower,  // blood pressure's first number is the higher one, by 10 or more
    unknown_unit,
    in_the_future,
};

// Reads what was typed ("5,5", " 320 ", "120/80", "100 mg/dL", "11st 4") in the unit asked for, or in the one
// written after the number. Total: any text gives a value or a problem. What is typed counts to the thousandth of its
// unit, then is converted to the first unit; both round half up.
Result<Judged, ReadingProblem> judge(const Measure& measure, std::string_view typed, std::string_view unit,
                                     bool child);
// Under 18. Somebody whose age is not known is taken as grown up.
bool is_child(std::optional<int> months);
// The same, asking by the child's age in completed months where the measure has limits for it.
Result<Judged, ReadingProblem> judge_at_age(const Measure& measure, std::string_view typed, std::string_view unit,
                                            std::optional<int> months);
// A value of another unit in the measure's first one, and back. Half up; what is beyond all numbers stops at the last.
Thousandths in_first_unit(Thousandths value, const Unit& unit);
Thousandths in_unit(Thousandths value, const Unit& unit);

// So far from the reading before it that it is worth asking whether it is right.
struct Dated {
    Thousandths value;
    Day on;
};
bool moved_a_lot(const Measure& measure, const Dated& before, const Dated& now, bool child);
// The unit in which this number would be nothing unusual, where the one it was given in is: 7.5 mmol/mol was meant as
// per cent, 110 mmol/L as mg/dL. Nothing where none is, or where more than one would be; never one written in two parts.
const Unit* likelier_unit(const Measure& measure, std::string_view typed, std::string_view unit,
                          std::optional<int> months);

// "5.6", "128/76", "320": in one of the measure's units, without its name.
std::string show(const Measure& measure, Thousandths first, std::optional<Thousandths> second, const Unit& unit);
std::string show(const Measure& measure, Thousandths value, const Unit& unit);
// "5.6 mmol/L", "11st 4lb", "7h 30min", "7/10", "97%", "128/76 mmHg".
std::string show_with_unit(const Measure& measure, Thousandths first, std::optional<Thousandths> second,
                           const Unit& unit);

std::string_view to_text(Topic topic);
std::string_view to_text(Context context);
std::optional<Context> context_from(std::string_view text);

}  // namespace goodweek
