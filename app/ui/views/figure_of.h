// A figure's numbers and sentences from a person's readings: counts, the last value and the range, never a judgement
// (a diary is shown as it was written; domain rules on what may be said are in assets/words' notes).
#pragma once

#include "session/state.h"
#include "ui/widgets/figure.h"

namespace goodweek::ui {

// The readings of days first..last of one measure, in the unit they were last written in.
FigureData figure_of(const Ui& ui, const session::Family& family, const PersonId& person, const Measure& measure,
                     Day first, Day last);
// What else happened to them in those days, the newest eight, for the figure's axis and its list.
void add_what_else(const Ui& ui, const session::State& state, const PersonId& person, Day first, Day last,
                   FigureData& data);
// Eight weeks in a corner of a worker's page.
SmallFigure small_figure_of(const Ui& ui, const session::Family& family, const PersonId& person,
                            const Measure& measure, Day today);
// The unit people of this home last used for it.
const Unit& shown_unit(const session::Family& family, const PersonId& person, const Measure& measure);

}  // namespace goodweek::ui
