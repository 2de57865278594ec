// Goals in a person's own words, their next small step, and how it is going from 0 to 10.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/gas.h"
#include "domain/ids.h"
#include "domain/moment.h"
#include "domain/result.h"

namespace goodweek {

struct Goal {
    std::string words{};  // exactly as they said it
    std::string why{};
    std::vector<PersonId> people{};  // whose goal; none means everyone's
    std::optional<int> target{};     // the rating that is enough for them
    std::optional<Day> by{};
    friend bool operator==(const Goal&, const Goal&) = default;
};

struct NextStep {
    EntityId goal{};
    std::string words{};
    int days_a_week = 3;   // "any 3 will do"
    bool at_most = false;  // something to do less of: no more than so many
    friend bool operator==(const NextStep&, const NextStep&) = default;
};

struct StepDone {
    EntityId goal{};
    friend bool operator==(const StepDone&, const StepDone&) = default;
};

struct GoalRating {
    EntityId goal{};
    int value = 0;                    // 0 not started, 10 all the way
    std::optional<int> confidence{};  // 0 to 10: how sure they are that they can do the next step
    std::optional<int> level{};       // -2 to 2, where five levels are written
    friend bool operator==(const GoalRating&, const GoalRating&) = default;
};

struct GoalLevels {
    EntityId goal{};
    Levels levels{};
    friend bool operator==(const GoalLevels&, const GoalLevels&) = default;
};

// One side's yes to a goal. A goal is agreed when family and clinic have both said so about its present words.
enum class Side { family, clinic };
struct GoalAgreed {
    EntityId goal{};
    Side side = Side::family;
    std::string words{};  // the words that were agreed to
    friend bool operator==(const GoalAgreed&, const GoalAgreed&) = default;
};

// Something one person or the clinic is to do about a goal. It counts as agreed once whoever is to do it has said yes.
struct ActionStep {
    EntityId goal{};
    Side by = Side::family;  // who wrote it down
    std::string words{};
    std::optional<PersonId>
        owner{};  // nobody in particular: the clinic, where it is for the clinic, else anybody here
    bool for_clinic = false;
    std::optional<Day> due{};
    std::string help{};  // what would help them do it
    friend bool operator==(const ActionStep&, const ActionStep&) = default;
};

struct ActionState {
    enum class State { open, accepted, done, dropped };
    EntityId goal{};
    Side by = Side::family;
    State state = State::open;
    friend bool operator==(const ActionState&, const ActionState&) = default;
};

enum class Agreement { not_asked, waiting_for_clinic, waiting_for_family, agreed };

enum class GoalProblem { no_words, too_long, rating_outside_0_to_10, days_outside_1_to_7, no_such_level };

inline constexpr std::size_t longest_words = 2000;

Result<Goal, GoalProblem> check(Goal goal);
Result<NextStep, GoalProblem> check(NextStep step);
Result<GoalRating, GoalProblem> check(GoalRating rating);
Result<GoalLevels, GoalProblem> check(GoalLevels levels);
Result<ActionStep, GoalProblem> check(ActionStep action);
// Below seven of ten a step is likely too big: make it smaller, or find help (brief action planning, Bodenheimer and others).
inline constexpr int sure_enough = 7;
// How many of the last weeks, today's not among them, had enough days or, of something to do less of, not too many. Not a
// streak: a week that went wrong takes nothing from the others.
int weeks_kept(const NextStep& step, const std::vector<Day>& done, Day today, int weeks);

}  // namespace goodweek
