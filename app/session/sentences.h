// What to say of a problem: the sentence's key and what goes in its gaps. assets/words has the words.
#pragma once

#include "domain/goal.h"
#include "domain/measure.h"
#include "domain/person.h"
#include "session/drafts.h"

namespace goodweek::session {

Sentence sentence_for(const Measure& measure, ReadingProblem problem, std::string_view unit);
Sentence sentence_for(PersonProblem problem);
Sentence sentence_for(GoalProblem problem);

// "Is that right?" of a value that is possible but rare.
Sentence unusual_sentence(const Measure& measure, const Judged& judged, std::string_view unit);

}  // namespace goodweek::session
