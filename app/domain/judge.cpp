// From what was typed to a reading.
#include <algorithm>

#include "domain/measure.h"
#include "domain/text.h"
#include "domain/typed_number.h"

namespace goodweek {

namespace {

constexpr int months_of_childhood = 18 * 12;
constexpr Thousandths a_thousand = 1000 * 1000;

// What is plausible for the person it is about.
struct Plausible {
    Limits first;
    std::optional<Limits> second;
};

struct Typed {
    Thousandths first = 0;  // of the measure's first unit
    std::optional<Thousandths> second{};
    const Unit* unit = nullptr;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool has_digit(std::string_view text) { return std::ranges::any_of(text, is_digit); }
bool outside(Thousandths value, const Limits& limits) { return value < limits.lowest || value > limits.highest; }

void skip_spaces(std::string_view& text) { text.remove_prefix(std::min(text.find_first_not_of(' '), text.size())); }

// "12 000" is twelve thousand where a measure goes that far; elsewhere it is two numbers.
std::string join_thousands(std::string text) {
    const auto digits_from = [&](std::size_t at) {
        return std::min(text.find_first_not_of("0123456789", at), text.size()) - at;
    };
    for (std::size_t i = 1; i < text.size(); ++i)
        if (text[i] == ' ' && is_digit(text[i - 1]) && digits_from(i + 1) == 3) text.erase(i, 1);
    return text;
}

// "120/80", "120 over 80", "120 80", "120-80 mmHg".
Result<Typed, ReadingProblem> read_two(const Measure& measure, std::string_view text, const Unit* asked) {
    Typed typed{.unit = asked};
    typed.first = TRY(take_number(text));
    skip_spaces(text);
    if (text.starts_with('/') || text.starts_with('-')) {
        text.remove_prefix(1);
    } else if (same_words(text.substr(0, 4), "over")) {
        text.remove_prefix(4);
    }
    skip_spaces(text);
    if (text.empty() || !is_digit(text.front())) return Failure{ReadingProblem::needs_two_numbers};
    typed.second = TRY(take_number(text));
    if (has_digit(text)) return Failure{ReadingProblem::needs_two_numbers};
    if (!trimmed(text).empty()) typed.unit = find_unit(measure, text);
    if (!typed.unit) return Failure{ReadingProblem::unknown_unit};
    typed.first = in_first_unit(typed.first, *typed.unit);
    typed.second = in_first_unit(*typed.second, *typed.unit);
    return typed;
}

// The pounds of "11st 4lb", the inches of 5' 7", the minutes of "7:30", after the larger part. "11.5" stone could be eleven
// and a half, or eleven stone five; "7.5" hours could not.
Result<Thousandths, ReadingProblem> read_parts(Thousandths large, std::string_view small_text, const Unit& unit) {
    const SmallerUnit& smaller = *unit.smaller;
    if (large < 0) return Failure{ReadingProblem::too_low};
    Thousandths small = 0;
    const bool only_large = small_text.empty();
    if (!only_large) {
        small = TRY(take_number(small_text));
        small_text = trimmed(small_text);
        if (!small_text.empty() && !is_spelled(small_text, smaller.key, smaller.also))
            return Failure{ReadingProblem::unknown_unit};
    }
    const bool decimals = large % 1000 != 0 && !(smaller.decimals_too && only_large);
    if (decimals || small < 0 || small >= smaller.in_one * 1000) return Failure{ReadingProblem::needs_two_numbers};
    const Unit part{.numerator = unit.numerator, .denominator = unit.denominator * smaller.in_one};
    return in_first_unit(large * smaller.in_one + small, part);
}

Result<Typed, ReadingProblem> read_one(const Measure& measure, std::string_view text, const Unit* asked) {
    const auto number = TRY(take_number(text));
    text = trimmed(text);
    Typed typed{.unit = asked};
    std::string_view rest;
    if (const auto* whole = find_unit(measure, text)) {
        typed.unit = whole;  // "7/10", "100 mg/dL"
    } else {
        const auto word_end = std::min(text.find_first_of("0123456789.,+-"), text.size());
        const auto word = trimmed(text.substr(0, word_end));
        rest = text.substr(word_end);
        if (!word.empty()) typed.unit = find_unit(measure, word);
        const bool more = has_digit(rest);
        if (!typed.unit) return Failure{more ? ReadingProblem::only_one_number : ReadingProblem::unknown_unit};
        if (more && !typed.unit->smaller) return Failure{ReadingProblem::only_one_number};
        if (!more && !rest.empty()) return Failure{ReadingProblem::not_a_number};
    }
    if (measure.whole && number % 1000 != 0) return Failure{ReadingProblem::only_whole_numbers};
    typed.first =
        typed.unit->smaller ? TRY(read_parts(number, rest, *typed.unit)) : in_first_unit(number, *typed.unit);
    return typed;
}

Result<Judged, ReadingProblem> weigh_up(const Measure& measure, const Typed& typed, const Plausible& plausible) {
    if (typed.first < measure.hard.lowest) return Failure{ReadingProblem::too_low};
    if (typed.first > measure.hard.highest) return Failure{ReadingProblem::too_high};
    Judged judged{.first = typed.first, .second = typed.second, .unit = typed.unit->key};
    judged.unusual = outside(typed.first, plausible.first);
    if (!typed.second) return judged;
    if (*typed.second < measure.second_hard->lowest) return Failure{ReadingProblem::second_too_low};
    if (*typed.second > measure.second_hard->highest) return Failure{ReadingProblem::second_too_high};
    const auto apart = typed.first - *typed.second;
    if (apart < measure.least_apart) return Failure{ReadingProblem::upper_not_above_lower};
    judged.unusual = judged.unusual || apart > measure.most_apart ||
                     (plausible.second && outside(*typed.second, *plausible.second));
    return judged;
}

Result<Judged, ReadingProblem> judge_by(const Measure& measure, std::string_view typed, std::string_view unit,
                                        const Plausible& plausible) {
    if (typed.size() > longest_typed) return Failure{ReadingProblem::not_a_number};
    std::string text = plain_digits(typed);
    if (text.empty()) return Failure{ReadingProblem::empty};
    if (measure.hard.highest >= a_thousand) text = join_thousands(std::move(text));
    const auto* asked = trimmed(unit).empty() ? &measure.units.front() : find_unit(measure, unit);
    if (!asked) return Failure{ReadingProblem::unknown_unit};
    if (!measure.two_part()) return weigh_up(measure, TRY(read_one(measure, text, asked)), plausible);
    const auto two = TRY(read_two(measure, text, asked));
    if (measure.whole && (two.first % 1000 != 0 || *two.second % 1000 != 0))
        return Failure{ReadingProblem::only_whole_numbers};
    return weigh_up(measure, two, plausible);
}

}  // namespace

Result<Judged, ReadingProblem> judge(const Measure& measure, std::string_view typed, std::string_view unit,
                                     bool child) {
    return judge_by(measure, typed, unit,
                    child ? Plausible{measure.soft_child, measure.second_soft_child}
                          : Plausible{measure.soft, measure.second_soft});
}

bool is_child(std::optional<int> months) { return months && *months < months_of_childhood; }

Result<Judged, ReadingProblem> judge_at_age(const Measure& measure, std::string_view typed, std::string_view unit,
                                            std::optional<int> months) {
    if (!is_child(months)) return judge(measure, typed, unit, false);
    const auto band =
        std::ranges::find_if(measure.soft_by_age, [&](const AgeLimits& one) { return *months < one.below_months; });
    const auto soft = band == measure.soft_by_age.end() ? measure.soft_child : band->soft;
    return judge_by(measure, typed, unit, {soft, measure.second_soft_child});
}

const Unit* likelier_unit(const Measure& measure, std::string_view typed, std::string_view unit,
                          std::optional<int> months) {
    const auto fits = [&](const Unit& one) {
        const auto judged = judge_at_age(measure, typed, one.key, months);
        return judged && judged->unit == one.key && !judged->unusual;
    };
    const auto* asked = find_unit(measure, unit);
    const Unit* likelier = nullptr;
    for (const auto& one : measure.units) {
        if (&one == asked || one.smaller || !fits(one)) continue;
        if (likelier) return nullptr;
        likelier = &one;
    }
    return likelier;
}

}  // namespace goodweek
