// The table of measures and how a typed reading is judged against it. Limits are plausibility limits, not clinical
// thresholds: hard ones refuse, soft ones ask once. Values are whole thousandths of the measure's first unit, so that
// every platform computes the same; what was typed is kept beside them. Source of every row: HL7 UK Core units and
// the project's own limits; glucose mg/dL / 18.0156 = mmol/L.
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

struct Unit {
    std::string_view key{};      // as typed and stored: "mmol/L"
    std::string_view name{};     // as read aloud: "millimoles per litre"
    std::int64_t numerator = 1;  // first unit = this unit * numerator / denominator
    std::int64_t denominator = 1;
    int places = 0;              // decimals shown
    std::string_view also = {};  // other ways people write it, "lbs pounds"
    bool stones = false;         // written as stones and pounds: "11st 4"
};

struct Limits {
    Thousandths lowest, highest;
};

// What is plausible below an age, from the age above it.
struct AgeLimits {
    int below_months;
    Limits soft{};
};

// How much it may move before we ask: by `week` percent in seven days, by `ever` percent since the last one.
struct Drift {
    int week, ever;
};

enum class Chart { line, range_bar, bar };
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
    std::string_view key{};                       // stored for ever: "glucose"
    std::string_view icon{};                      // of its tile, a name in the icon font
    std::span<const Unit> units{};                // the first is the one values are kept in
    Limits hard{};                                // refused outside these
    Limits soft{};                                // asked about once outside these
    Limits soft_child{};                          // at any age below 18
    std::span<const AgeLimits> soft_by_age = {};  // ascending; where the child's age in months is known
    std::optional<Drift> drift = {};
    Chart chart = Chart::line;
    Better better = Better::neither;
    bool whole = false;                                                       // only whole numbers
    bool meals = false;                                                       // has a meal context
    bool rating = false;                                                      // 0 to 10, chosen rather than typed
    std::optional<Limits> second_hard{}, second_soft{}, second_soft_child{};  // a two-part reading's second value
    Thousandths least_apart = 0;  // its first value is at least this much above the second
    Thousandths most_apart = 0;   // asked about once above this

    bool two_part() const { return second_hard.has_value(); }
};

std::span<const Measure> measures();
// Nothing for a measure this version does not know.
const Measure* find_measure(std::string_view key);
const Unit* find_unit(const Measure& measure, std::string_view unit);

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
// The same, asking by the child's age in completed months where the measure has limits for it.
Result<Judged, ReadingProblem> judge_at_age(const Measure& measure, std::string_view typed, std::string_view unit,
                                            std::optional<int> months);
// A value of another unit in the measure's first one, and back. Half up; what is beyond all numbers stops at the last.
Thousandths in_first_unit(Thousandths value, const Unit& unit);
Thousandths in_unit(Thousandths value, const Unit& unit);

// So far from the reading before it that it is worth asking whether it is right.
bool moved_a_lot(const Measure& measure, Thousandths before, Day before_on, Thousandths now, Day now_on);

// "5.6", "128/76", "320": in one of the measure's units, without its name.
std::string show(const Measure& measure, Thousandths first, std::optional<Thousandths> second, const Unit& unit);
std::string show(const Measure& measure, Thousandths value, const Unit& unit);
// "5.6 mmol/L", "11st 4lb", "7/10", "128/76 mmHg".
std::string show_with_unit(const Measure& measure, Thousandths first, std::optional<Thousandths> second,
                           const Unit& unit);

std::string_view to_text(Context context);
std::optional<Context> context_from(std::string_view text);

}  // namespace goodweek
