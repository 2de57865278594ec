// Which questionnaires there are, for whom, and the question that is being answered.
#pragma once

#include "session/state.h"

namespace goodweek::session {

const Questionnaire* find_questionnaire(const State& state, std::string_view id, std::string_view form);
// By "ucla3.adult", as addresses have it.
const Questionnaire* find_questionnaire(const State& state, std::string_view what);

// It was made for people of that age.
bool is_for(const Questionnaire& questionnaire, std::optional<int> years);

// Its words are here, and the licence of a clinic that lends them is not over.
bool can_be_put(const State& state, const Questionnaire& questionnaire);
// Those that can be put to somebody, in their order. What a worker fills in with them only where a pack of theirs asks for it.
std::vector<const Questionnaire*> offered(const State& state, const PersonId& person);

// A number from 0 to 10 is chosen; one of another range is typed.
bool is_rating(const Question& question);

// Nothing before the questionnaires have come, or where none is being answered.
const Question* question_in_hand(const State& state);

}  // namespace goodweek::session
