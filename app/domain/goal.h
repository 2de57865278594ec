// Goals in a person's own words, their next small step, and how it is going from 0 to 10.
#pragma once

#include <string>
#include <vector>

#include "domain/ids.h"
#include "domain/moment.h"
#include "domain/result.h"

namespace goodweek {

struct Goal {
    std::string words{};  // exactly as they said it
    std::string why{};
    std::vector<PersonId> people{};  // whose goal; none means everyone's
    friend bool operator==(const Goal&, const Goal&) = default;
};

struct NextStep {
    EntityId goal{};
    std::string words{};
    int days_a_week = 3;  // "any 3 will do"
    friend bool operator==(const NextStep&, const NextStep&) = default;
};

struct StepDone {
    EntityId goal{};
    friend bool operator==(const StepDone&, const StepDone&) = default;
};

struct GoalRating {
    EntityId goal{};
    int value = 0;  // 0 not started, 10 all the way
    friend bool operator==(const GoalRating&, const GoalRating&) = default;
};

// One side's yes to a goal. A goal is agreed when family and clinic have both said so about its present words.
enum class Side { family, clinic };
struct GoalAgreed {
    EntityId goal{};
    Side side = Side::family;
    std::string words{};  // the words that were agreed to
    friend bool operator==(const GoalAgreed&, const GoalAgreed&) = default;
};

enum class Agreement { not_asked, waiting_for_clinic, waiting_for_family, agreed };

enum class GoalProblem { no_words, too_long, rating_outside_0_to_10, days_outside_1_to_7 };

inline constexpr std::size_t longest_words = 2000;

Result<Goal, GoalProblem> check(Goal goal);
Result<NextStep, GoalProblem> check(NextStep step);
Result<GoalRating, GoalProblem> check(GoalRating rating);

}  // namespace goodweek
