// What to say of a problem: the sentence's key and what goes in its gaps. assets/words has the words.
#pragma once

#include "domain/goal.h"
#include "domain/measure.h"
#include "domain/person.h"
#include "session/drafts.h"

namespace goodweek::session {

// Of what was typed as a number of that unit, by somebody so many months old.
Sentence sentence_for(const Measure& measure, ReadingProblem problem, std::string_view typed, std::string_view unit,
                      std::optional<int> months);
Sentence sentence_for(PersonProblem problem);
Sentence sentence_for(GoalProblem problem);

// "7.5%", where the number would be usual in that one other unit.
std::optional<std::string> meant_instead(const Measure& measure, std::string_view typed, std::string_view unit,
                                         std::optional<int> months);

}  // namespace goodweek::session
