// Questionnaires: those made for somebody of this age, when each was answered last, and how long it takes.
#include <algorithm>

#include "session/command.h"
#include "session/questionnaires.h"
#include "ui/views/dates.h"
#include "ui/views/frame.h"
#include "ui/views/log_parts.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;

namespace {

std::string last_answered(const Ui& ui, const State& state, const PersonId& person, const Questionnaire& one) {
    const auto& responses = state.family()->answers.responses;
    std::optional<Day> last;
    for (const bool by_proxy : {false, true})
        for (const auto& at : responses.of({person, one.id, one.form, by_proxy}))
            last = std::max(last.value_or(at.at.day()), at.at.day());
    return last ? ui.text("questionnaires.last", {{"day", relative_day(ui, *last, state.today())}})
                : ui.counted("questionnaires.minutes", one.minutes);
}

void rows(Ui& ui, const State& state, const PersonId& person) {
    list(ui, {.id = "questionnaires", .name = ui.text("questionnaires.title")}, [&] {
        for (const auto* form : session::offered(state, person)) {
            const auto& one = *form;
            const session::Route to{.page = At::question, .person = person, .what = one.id + "." + one.form};
            if (row(ui, to.what,
                    {.title = one.title,
                     .text = last_answered(ui, state, person, one),
                     .chip = "list-checks",
                     .href = session::to_text(to)}))
                ui.emit(session::Go{to});
        }
    });
}

void answered(Ui& ui, const State& state, const PersonId& person) {
    std::vector<std::pair<std::string, std::string>> known;
    for (const auto& series : state.family()->answers.responses.series_of(person))
        if (const auto* one = session::find_questionnaire(state, series.questionnaire, series.form)) {
            const auto what = one->id + "." + one->form;
            if (std::ranges::find(known, what, &std::pair<std::string, std::string>::first) == known.end())
                known.emplace_back(what, one->title);
        }
    if (known.empty()) return;
    heading(ui, ui.text("questionnaires.scores"));
    list(ui, {.id = "scores", .name = ui.text("questionnaires.scores")}, [&] {
        for (const auto& [what, name] : known) {
            const session::Route to{.page = At::scores, .person = person, .what = what};
            if (row(ui, "score-" + what, {.title = name, .chip = "chart-line", .href = session::to_text(to)}))
                ui.emit(session::Go{to});
        }
    });
}

// Forms that belong to somebody: which a clinic lends, on whose licence, and where its file is opened.
void lent_forms(Ui& ui, const State& state) {
    if (!state.family()->linked) return;
    heading(ui, ui.text("lent.title"));
    paragraph(ui, ui.text("lent.text"), Look::hint);
    list(ui, {.id = "lent", .name = ui.text("lent.title")}, [&] {
        for (const auto& one : state.lent)
            row(ui, "lent-" + one.form.id + "." + one.form.form,
                {.title = one.form.title,
                 .text = ui.text(one.until < state.today() ? "lent.ended" : "lent.by",
                                 {{"holder", one.holder},
                                  {"number", one.licence_number},
                                  {"day", day_words(ui, one.until, DayForm::with_year)}}),
                 .chip = "list-checks",
                 .strong = false});
    });
    file_button(ui, "words", {.label = ui.text("lent.open"), .accept = ".gww"});
}

}  // namespace

void questionnaires(Ui& ui, const State& state) {
    framed(ui, state, {.id = "questionnaires", .back = ui.text("place.more"), .back_href = "#/more"}, [&] {
        title(ui, ui.text("questionnaires.title"));
        paragraph(ui, ui.text("questionnaires.text"));
        PersonId person = state.looking_at;
        faces(ui, state, person);
        if (state.questionnaires.empty())
            return paragraph(ui, {.text = ui.text("questionnaires.coming"), .live = Live::polite});
        lent_forms(ui, state);  // near the top, where what came of a file is seen
        rows(ui, state, person);
        answered(ui, state, person);
    });
}

}  // namespace goodweek::ui
