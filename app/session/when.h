// "Now", "Yesterday at 7:45pm", "6 11 2026": when something happened, from what was typed about it.
#pragma once

#include "domain/result.h"
#include "session/drafts.h"

namespace goodweek::session {

// A time of day as people write it: "7:45", "7.45pm", "19:45", "0745", "7pm"; in minutes since midnight.
std::optional<Minutes> read_time(std::string_view typed);
// Day, month and year from three boxes; the month may be a word, the year two digits.
std::optional<Day> read_day(const TypedDate& date);

// The other way round, for a form that begins with what is known: what these give is read back as the same.
TypedDate typed_date(Day day);
std::string typed_time(const LocalMoment& at);  // empty when only its day is known
WhenDraft typed_when(const LocalMoment& at);

// A moment, or the field to mend and what to say beside it. Never later than now.
Result<LocalMoment, FieldProblem> read_when(const WhenDraft& draft, Moment now, Minutes offset);

// The day and time of a plan, which may be to come. Without a time only its day is known.
Result<LocalMoment, FieldProblem> read_plan_when(const PlanDraft& draft, Minutes offset);

}  // namespace goodweek::session
