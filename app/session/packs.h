// What the packs of somebody's conditions ask, each thing once, and what they have taken up of it.
#pragma once

#include "session/state.h"

namespace goodweek::session {

std::vector<const Pack*> packs_for(const State& state, const PersonId& person);

struct Watched {
    PackAsk ask;
    std::optional<EntityId> routine;  // on Today's list
};
// Of the same thing in two packs the one that asks more often. What they keep an eye on of their own comes after it.
std::vector<Watched> watched_by(const State& state, const PersonId& person);

struct FormDue {
    const Questionnaire* questionnaire;
    AskedAgain again;
};
// The questionnaires of those packs that came with the app and are for somebody of that age.
std::vector<FormDue> forms_for(const State& state, const PersonId& person);

// What all that they took up costs them, questionnaires too; in seconds a week.
int seconds_a_week(const State& state, const PersonId& person);

}  // namespace goodweek::session
