#include "session/sentences.h"

#include <utility>

namespace goodweek::session {

namespace {

std::string_view key_of(ReadingProblem problem) {
    switch (problem) {
        case ReadingProblem::empty: return "reading.empty";
        case ReadingProblem::not_a_number: return "reading.not_a_number";
        case ReadingProblem::needs_two_numbers: return "reading.needs_two_numbers";
        case ReadingProblem::only_one_number: return "reading.only_one_number";
        case ReadingProblem::only_whole_numbers: return "reading.only_whole_numbers";
        case ReadingProblem::ambiguous_comma: return "reading.ambiguous_comma";
        case ReadingProblem::too_low:
        case ReadingProblem::too_high: return "reading.outside";
        case ReadingProblem::second_too_low:
        case ReadingProblem::second_too_high: return "reading.second_outside";
        case ReadingProblem::upper_not_above_lower: return "reading.upper_not_above_lower";
        case ReadingProblem::unknown_unit: return "reading.unknown_unit";
        case ReadingProblem::in_the_future: return "when.in_the_future";
    }
    std::unreachable();
}

const Unit& unit_or_first(const Measure& measure, std::string_view unit) {
    const auto* found = find_unit(measure, unit);
    return found ? *found : measure.units.front();
}

}  // namespace

std::optional<std::string> meant_instead(const Measure& measure, std::string_view typed, std::string_view unit,
                                         std::optional<int> months) {
    const auto* other = likelier_unit(measure, typed, unit, months);
    if (!other) return std::nullopt;
    const auto judged = judge_at_age(measure, typed, other->key, months);
    return show_with_unit(measure, judged->first, judged->second, *other);
}

Sentence sentence_for(const Measure& measure, ReadingProblem problem, std::string_view typed, std::string_view unit,
                      std::optional<int> months) {
    const Unit& shown = unit_or_first(measure, unit);
    const bool second = problem == ReadingProblem::second_too_low || problem == ReadingProblem::second_too_high;
    const bool outside = problem == ReadingProblem::too_low || problem == ReadingProblem::too_high;
    const Limits limits = second && measure.second_hard ? *measure.second_hard : measure.hard;
    Sentence sentence{.key = std::string(key_of(problem)),
                      .gaps = {{"lowest", show(measure, limits.lowest, shown)},
                               {"highest", show(measure, limits.highest, shown)},
                               {"unit", std::string(shown.key)}}};
    const auto other = outside ? meant_instead(measure, typed, unit, months) : std::nullopt;
    if (!other) return sentence;
    sentence.key = "reading.outside_other_unit";
    sentence.gaps.push_back({"other", *other});
    return sentence;
}

Sentence sentence_for(PersonProblem problem) {
    switch (problem) {
        case PersonProblem::no_name: return {.key = "person.no_name"};
        case PersonProblem::name_too_long: return {.key = "person.name_too_long"};
        case PersonProblem::born_in_the_future: return {.key = "person.born_in_the_future"};
        case PersonProblem::born_too_long_ago: return {.key = "person.born_too_long_ago"};
    }
    std::unreachable();
}

Sentence sentence_for(GoalProblem problem) {
    switch (problem) {
        case GoalProblem::no_words: return {.key = "goal.no_words"};
        case GoalProblem::no_such_level: return {.key = "question.choose"};
        case GoalProblem::too_long: return {.key = "goal.too_long"};
        case GoalProblem::rating_outside_0_to_10: return {.key = "goal.choose_a_rating"};
        case GoalProblem::days_outside_1_to_7: return {.key = "goal.days_1_to_7"};
    }
    std::unreachable();
}

}  // namespace goodweek::session
