#include "ui/views/log_parts.h"

#include "ui/views/dates.h"
#include "ui/views/frame.h"

namespace goodweek::ui {

void when(Ui& ui, const session::State& state, session::WhenDraft& draft, const session::Problems& problems) {
    using session::When;
    const LocalMoment now{state.now, state.offset};
    Choice made{.legend = ui.text("when.legend")};
    made.options = {{.value = 0, .label = ui.text("when.now", {{"time", time_words(ui, now)}})},
                    {.value = 1, .label = ui.text("when.earlier_today")},
                    {.value = 2, .label = ui.text("when.yesterday")},
                    {.value = 3, .label = ui.text("when.another_day")}};
    choice(ui, "when", made, draft.when);
    if (draft.when == When::another_day)
        date_field(ui, "day",
                   {.label = ui.text("when.date"),
                    .hint = ui.text("when.date_hint"),
                    .error = problem_of(ui, problems, "day")},
                   draft.date);
    if (draft.when != When::now)
        text_field(ui, "time",
                   {.label = ui.text(draft.when == When::earlier_today ? "when.time" : "when.time_if_known"),
                    .hint = ui.text("when.time_hint"),
                    .error = problem_of(ui, problems, "time"),
                    .width = 160,
                    .autocomplete = "off",
                    .spellcheck = false},
                   draft.time);
}

void every_day(Ui& ui, session::LogDraft& draft) {
    if (draft.editing) return;
    check(ui, "every-day", {.label = ui.text("log.every_day"), .plain = true}, draft.every_day);
    if (draft.every_day)
        text_field(ui, "routine-when",
                   {.label = ui.text("log.every_day_when"), .hint = ui.text("log.every_day_when_hint")},
                   draft.routine_when);
}

}  // namespace goodweek::ui
