// What one person keeps an eye on: what the packs of their conditions offer, what they took up, and what it costs them.
#include "session/command.h"
#include "session/packs.h"
#include "ui/views/dates.h"
#include "ui/views/entry_words.h"
#include "ui/views/frame.h"
#include "ui/views/log_parts.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;

namespace {

std::string ask_name(const Ui& ui, const PackAsk& ask) {
    return ask.kind == Routine::Kind::reading ? choice_name(ui, ask.what) : ask.what;
}

void cost(Ui& ui, const State& state, const PersonId& person) {
    const int minutes = (session::seconds_a_week(state, person) + 59) / 60;
    progress(ui, "cost",
             {.label = ui.counted("watching.minutes", minutes, {{"most", std::to_string(most_minutes_a_week)}}),
              .now = static_cast<float>(minutes),
              .most = static_cast<float>(most_minutes_a_week)});
    if (minutes > most_minutes_a_week)
        notice(ui, {.id = "too-much", .tone = Tone::warn, .text = ui.text("watching.too_much")});
}

void asks(Ui& ui, const State& state, const PersonId& person) {
    group(ui, "asks", {.legend = ui.text("watching.legend"), .hint = ui.text("watching.hint")}, [&] {
        for (const auto& [ask, routine] : session::watched_by(state, person)) {
            bool on = routine.has_value();
            auto hint = ui.counted("watching.times", ask.times_a_week);
            if (!ask.when.empty()) hint += ", " + ask.when;
            if (!check(ui, "ask-" + ask.what, {.label = ask_name(ui, ask), .hint = hint}, on)) continue;
            if (on) ui.emit(session::TakeUp{person, ask});
            else ui.emit(session::RemoveRoutine{*routine});
        }
    });
}

std::string when_again(const Ui& ui, const AskedAgain& again, Day today) {
    if (again.state == AskedAgain::State::due) return ui.text("watching.due");
    if (again.state == AskedAgain::State::late) return ui.text("watching.any_time");
    return ui.text("watching.next", {{"day", relative_day(ui, again.due, today)}});
}

void forms(Ui& ui, const State& state, const PersonId& person) {
    const auto due = session::forms_for(state, person);
    if (due.empty()) return;
    heading(ui, ui.text("questionnaires.title"));
    list(ui, {.id = "forms", .name = ui.text("questionnaires.title")}, [&] {
        for (const auto& [questionnaire, again] : due) {
            const auto what = questionnaire->id + "." + questionnaire->form;
            const session::Route to{.page = At::question, .person = person, .what = what};
            if (row(ui, "form-" + what,
                    {.title = questionnaire->title,
                     .text = when_again(ui, again, state.today()),
                     .chip = "list-checks",
                     .href = session::to_text(to)}))
                ui.emit(session::Go{to});
        }
    });
}

// Days with a dose, of the last four weeks; a day with nothing written is not known, and no fault.
void medicines(Ui& ui, const State& state, const PersonId& person) {
    const auto& taken = state.family()->answers.medicines;
    const auto names = taken.of(person);
    if (names.empty()) return;
    heading(ui, ui.text("medicines.title"));
    list(ui, {.id = "medicines", .name = ui.text("medicines.title")}, [&] {
        for (const auto& name : names) {
            const auto days = taken.coverage(person, name, state.today() - Days{27}, state.today());
            if (days.days() == 0) continue;
            const auto number = [](int count) { return std::to_string(count); };
            row(ui, "medicine-" + name,
                {.title = name,
                 .text =
                     ui.text("medicines.covered", {{"covered", number(days.covered)}, {"days", number(days.days())}}),
                 .more = ui.text("medicines.rest",
                                 {{"missed", number(days.missed)}, {"unknown", number(days.not_known)}}),
                 .chip = "pill"});
        }
    });
    paragraph(ui, ui.text("medicines.definition"), Look::small_hint);
}

void pages(Ui& ui, const State& state, const Pack& pack, const PersonId& person) {
    list(ui, {.id = "pages-" + pack.key, .name = pack.title}, [&] {
        for (const auto& key : pack.sections)
            if (const auto* section = find_section(state.sections, key)) {
                const session::Route to{.page = At::section, .person = person, .what = key};
                if (row(ui, pack.key + "-" + key,
                        {.title = section->title, .chip = section->icon, .href = session::to_text(to)}))
                    ui.emit(session::Go{to});
            }
    });
}

}  // namespace

void watching(Ui& ui, const State& state) {
    framed(ui, state, {.id = "watching", .back = ui.text("place.more"), .back_href = "#/more"}, [&] {
        title(ui, ui.text("watching.title"));
        paragraph(ui, ui.text("watching.text"), Look::hint);
        PersonId person = state.looking_at;
        faces(ui, state, person);
        if (state.packs.empty()) return paragraph(ui, {.text = ui.text("care_plan.coming"), .live = Live::polite});
        const auto packs = session::packs_for(state, person);
        medicines(ui, state, person);
        cost(ui, state, person);
        if (!session::watched_by(state, person).empty()) asks(ui, state, person);
        if (packs.empty()) {
            const session::Route conditions{.page = At::section, .person = person, .what = "conditions"};
            if (empty(ui, "no-packs",
                      {.title = ui.text("watching.none_title"),
                       .text = ui.text("watching.none_text"),
                       .action = ui.text("watching.write_conditions"),
                       .level = 2}))
                ui.emit(session::Go{conditions});
            return;
        }
        forms(ui, state, person);
        for (const auto* pack : packs) {
            heading(ui, pack->title);
            paragraph(ui, pack->lead, Look::hint);
            pages(ui, state, *pack, person);
        }
    });
}

}  // namespace goodweek::ui
