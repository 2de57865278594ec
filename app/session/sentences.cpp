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

Sentence sentence_for(const Measure& measure, ReadingProblem problem, std::string_view unit) {
    const Unit& shown = unit_or_first(measure, unit);
    const bool second = problem == ReadingProblem::second_too_low || problem == ReadingProblem::second_too_high;
    const Limits limits = second && measure.second_hard ? *measure.second_hard : measure.hard;
    return {.key = std::string(key_of(problem)),
            .gaps = {{"lowest", show(measure, limits.lowest, shown)},
                     {"highest", show(measure, limits.highest, shown)},
                     {"unit", std::string(shown.key)}}};
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
        case GoalProblem::too_long: return {.key = "goal.too_long"};
        case GoalProblem::rating_outside_0_to_10: return {.key = "goal.choose_a_rating"};
        case GoalProblem::days_outside_1_to_7: return {.key = "goal.days_1_to_7"};
    }
    std::unreachable();
}

Sentence unusual_sentence(const Measure& measure, const Judged& judged, std::string_view unit) {
    const Unit& shown = unit_or_first(measure, unit);
    return {.key = "reading.unusual",
            .gaps = {{"value", show(measure, judged.first, judged.second, shown)}, {"unit", std::string(shown.key)}}};
}

}  // namespace goodweek::session
