#include "domain/goal.h"

#include "domain/text.h"

namespace goodweek {

namespace {

Result<std::string, GoalProblem> check_words(std::string_view typed) {
    std::string words{trimmed(tidy(typed))};
    if (words.empty()) return Failure{GoalProblem::no_words};
    if (characters(words) > longest_words) return Failure{GoalProblem::too_long};
    return words;
}

}  // namespace

Result<Goal, GoalProblem> check(Goal goal) {
    goal.words = TRY(check_words(goal.words));
    goal.why = trimmed(tidy(goal.why));
    if (characters(goal.why) > longest_words) return Failure{GoalProblem::too_long};
    return goal;
}

Result<NextStep, GoalProblem> check(NextStep step) {
    step.words = TRY(check_words(step.words));
    if (step.days_a_week < 1 || step.days_a_week > 7) return Failure{GoalProblem::days_outside_1_to_7};
    return step;
}

Result<GoalRating, GoalProblem> check(GoalRating rating) {
    if (rating.value < 0 || rating.value > 10) return Failure{GoalProblem::rating_outside_0_to_10};
    return rating;
}

}  // namespace goodweek
