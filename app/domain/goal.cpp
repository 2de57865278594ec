#include "domain/goal.h"

#include <algorithm>

#include "domain/text.h"

namespace goodweek {

namespace {

Result<std::string, GoalProblem> check_words(std::string_view typed) {
    std::string words{trimmed(tidy(typed))};
    if (words.empty()) return Failure{GoalProblem::no_words};
    if (characters(words) > longest_words) return Failure{GoalProblem::too_long};
    return words;
}

bool outside(std::optional<int> value, int least, int most) { return value && (*value < least || *value > most); }

}  // namespace

Result<Goal, GoalProblem> check(Goal goal) {
    goal.words = TRY(check_words(goal.words));
    goal.why = trimmed(tidy(goal.why));
    if (characters(goal.why) > longest_words) return Failure{GoalProblem::too_long};
    if (outside(goal.target, 0, 10)) return Failure{GoalProblem::rating_outside_0_to_10};
    return goal;
}

Result<NextStep, GoalProblem> check(NextStep step) {
    step.words = TRY(check_words(step.words));
    if (step.days_a_week < 1 || step.days_a_week > 7) return Failure{GoalProblem::days_outside_1_to_7};
    return step;
}

Result<GoalRating, GoalProblem> check(GoalRating rating) {
    if (outside(rating.value, 0, 10) || outside(rating.confidence, 0, 10))
        return Failure{GoalProblem::rating_outside_0_to_10};
    if (outside(rating.level, worst_level, best_level)) return Failure{GoalProblem::no_such_level};
    return rating;
}

Result<GoalLevels, GoalProblem> check(GoalLevels made) {
    for (auto& words : made.levels.words) {
        words = trimmed(tidy(words));
        if (characters(words) > longest_words / 4) return Failure{GoalProblem::too_long};
    }
    if (made.levels.at(0).empty()) return Failure{GoalProblem::no_words};
    if (outside(made.levels.importance, 0, 3) || outside(made.levels.difficulty, 0, 3))
        return Failure{GoalProblem::no_such_level};
    return made;
}

Result<ActionStep, GoalProblem> check(ActionStep action) {
    action.words = TRY(check_words(action.words));
    action.help = trimmed(tidy(action.help));
    if (characters(action.help) > longest_words) return Failure{GoalProblem::too_long};
    return action;
}

int weeks_kept(const NextStep& step, const std::vector<Day>& done, Day today, int weeks) {
    int kept = 0;
    for (int back = 1; back <= weeks; ++back) {
        const Day first = monday_of(today) - Days{7 * back};
        const auto days = std::ranges::count_if(done, [&](Day day) { return day >= first && day < first + Days{7}; });
        if (step.at_most ? days <= step.days_a_week : days >= step.days_a_week) ++kept;
    }
    return kept;
}

}  // namespace goodweek
