// One thing to write down: its question, when it was, a note, Save.
#include "session/command.h"
#include "ui/views/entry_words.h"
#include "ui/views/frame.h"
#include "ui/views/log_parts.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;

namespace {

std::string person_name(const State& state, const session::LogDraft& draft) {
    return std::string(state.family()->answers.home.name_of(draft.person));
}

// Most entries have none: it is one press away, so that Save stands in the first view.
void note_field(Ui& ui, session::LogDraft& draft) {
    if (draft.note.empty() && !draft.note_open) {
        if (!button(ui, "add-note", {.label = ui.text("log.add_note"), .look = Button::Look::quiet, .icon = "plus"}))
            return;
        draft.note_open = true;
        ui.focus("note");
    }
    text_field(ui, "note",
               {.label = ui.text("log.note"),
                .hint = ui.text("log.note_hint"),
                .error = problem_of(ui, draft.problems, "note"),
                .multiline = true},
               draft.note);
}

void unit_choice(Ui& ui, const Measure& measure, session::LogDraft& draft) {
    if (measure.units.size() < 2) return;
    Choice made{.legend = ui.text("log.unit"), .look = Choice::Look::segments};
    int at = 0;
    for (std::size_t i = 0; i < measure.units.size(); ++i) {
        made.options.push_back({.value = static_cast<int>(i), .label = std::string(measure.units[i].key)});
        if (measure.units[i].key == draft.unit) at = static_cast<int>(i);
    }
    if (choice(ui, "unit", made, at)) draft.unit = std::string(measure.units[static_cast<std::size_t>(at)].key);
}

void meal_choice(Ui& ui, session::LogDraft& draft) {
    Choice made{.legend = ui.text("log.meal")};
    for (int i = 0; i <= static_cast<int>(Context::bedtime); ++i)
        made.options.push_back({.value = i, .label = ui.text_of("context.", to_text(static_cast<Context>(i)))});
    choice(ui, "meal", made, draft.context);
}

void reading_form(Ui& ui, const State& state, const Measure& measure, session::LogDraft& draft) {
    const std::string key(measure.key);
    const std::string question = ui.text_of("measure.question.", key, {{"name", person_name(state, draft)}});
    const std::string error = problem_of(ui, draft.problems, "value");
    if (measure.rating) {
        rating(ui, "value",
               {.legend = question,
                .error = error,
                .low = ui.text_of("measure.low.", key),
                .high = ui.text_of("measure.high.", key),
                .question = true},
               draft.rating);
    } else {
        const auto* unit = find_unit(measure, draft.unit);
        if (!unit) unit = &measure.units.front();
        number_field(ui, "value",
                     {.label = question,
                      .unit = std::string(unit->key),
                      .unit_said = ui.text_of("unit.", unit->key),
                      .hint = ui.text_of("measure.hint.", key),
                      .error = error,
                      .decimal = !measure.whole,
                      .question = true,
                      .inputmode = measure.two_part() || unit->smaller ? "text" : ""},
                     draft.value);
        unit_choice(ui, measure, draft);
    }
    if (measure.meals) meal_choice(ui, draft);
}

void save(Ui& ui, std::string_view label_key, session::Command command) {
    if (button(ui, "save", ui.text(label_key)) || ui.enter) ui.emit(std::move(command));
}

// None is an answer too, and no nought. Several of one sitting stand one after another.
void save_reading(Ui& ui, const Measure& measure, const session::LogDraft& draft) {
    const std::string key(measure.key);
    if (draft.in_sitting > 0) paragraph(ui, ui.counted("log.in_sitting", draft.in_sitting), Look::hint);
    save(ui, "log.save_reading", session::SaveReading{key});
    if (draft.editing) return;
    if (measure.two_part() && secondary(ui, "another", ui.text("log.save_and_another")))
        ui.emit(session::SaveReading{key, true});
    if (draft.in_sitting > 0 && quiet(ui, "that-is-all", ui.text("log.that_is_all"))) ui.emit(session::GoBack{});
    if (draft.in_sitting > 0) return;
    buttons(ui, [&] {
        if (quiet(ui, "skipped", ui.text("log.skip_it")))
            ui.emit(session::SaveAbsent{key, AbsentReading::Why::skipped});
        if (quiet(ui, "not-known", ui.text("log.not_known")))
            ui.emit(session::SaveAbsent{key, AbsentReading::Why::not_known});
    });
}

void symptom_form(Ui& ui, const State& state, session::LogDraft& draft) {
    text_field(ui, "value",
               {.label = ui.text("symptom.question", {{"name", person_name(state, draft)}}),
                .hint = ui.text("symptom.hint"),
                .error = problem_of(ui, draft.problems, "value"),
                .question = true},
               draft.value);
    rating(ui, "strength",
           {.legend = ui.text("symptom.strength"),
            .hint = ui.text("log.can_skip"),
            .low = ui.text("symptom.low"),
            .high = ui.text("symptom.high")},
           draft.rating);
}

void activity_form(Ui& ui, const State& state, session::LogDraft& draft) {
    text_field(ui, "value",
               {.label = ui.text("activity.question", {{"name", person_name(state, draft)}}),
                .hint = ui.text("activity.hint"),
                .error = problem_of(ui, draft.problems, "value"),
                .question = true},
               draft.value);
    text_field(ui, "minutes",
               {.label = ui.text("activity.minutes_label"),
                .hint = ui.text("log.can_skip"),
                .error = problem_of(ui, draft.problems, "minutes"),
                .width = 120,
                .inputmode = "numeric"},
               draft.minutes);
    const auto& people = state.family()->answers.home.people();
    if (people.size() < 2) return;
    group(ui, "together", {.legend = ui.text("activity.who_else")}, [&] {
        for (const auto& person : people) {
            if (person.id == draft.person) continue;
            bool with = std::ranges::find(draft.together, person.id) != draft.together.end();
            if (!check(ui, person.id.hex(), {.label = person.name, .plain = true}, with)) continue;
            if (with) draft.together.push_back(person.id);
            else std::erase(draft.together, person.id);
        }
    });
}

void medicine_form(Ui& ui, const State& state, session::LogDraft& draft) {
    text_field(ui, "value",
               {.label = ui.text("medicine.question", {{"name", person_name(state, draft)}}),
                .hint = ui.text("medicine.hint"),
                .error = problem_of(ui, draft.problems, "value"),
                .question = true},
               draft.value);
    text_field(ui, "dose",
               {.label = ui.text("medicine.dose"),
                .hint = ui.text("medicine.dose_hint"),
                .error = problem_of(ui, draft.problems, "dose"),
                .width = 240},
               draft.dose);
    choice(ui, "taken",
           {.legend = ui.text("medicine.was_it"),
            .options = {{.value = 0, .label = ui.text("medicine.taken")},
                        {.value = 1, .label = ui.text("medicine.some")},
                        {.value = 2, .label = ui.text("medicine.missed")},
                        {.value = 3, .label = ui.text("medicine.cannot_say")}}},
           draft.taken);
}

void rest_form(Ui& ui, session::LogDraft& draft) {
    choice(ui, "rest",
           {.legend = ui.text("rest.question"),
            .hint = ui.text("rest.hint"),
            .options = {{.value = 0, .label = ui.text("rest.rest")},
                        {.value = 1, .label = ui.text("rest.ill")},
                        {.value = 2, .label = ui.text("rest.away")}},
            .look = Choice::Look::rows,
            .question = true},
           draft.rest);
}

void note_form(Ui& ui, const State& state, session::LogDraft& draft) {
    text_field(ui, "value",
               {.label = ui.text("note.question", {{"name", person_name(state, draft)}}),
                .hint = ui.text("note.hint"),
                .error = problem_of(ui, draft.problems, "value"),
                .multiline = true,
                .question = true},
               draft.value);
}

}  // namespace

void log_one(Ui& ui, const State& state, session::LogDraft& draft) {
    const std::string& what = state.route.what;
    const auto* measure = find_measure(what);
    // An address can lead here before anyone was chosen.
    if (draft.person.empty()) draft.person = state.looking_at;
    const auto back = ui.text("log.title");
    framed(ui, state, {.id = "log-one", .back = back, .back_href = "#/log", .tab = back, .whose = draft.person}, [&] {
        problems(ui, draft.problems);
        if (measure) reading_form(ui, state, *measure, draft);
        else if (what == "symptom") symptom_form(ui, state, draft);
        else if (what == "activity") activity_form(ui, state, draft);
        else if (what == "medicine") medicine_form(ui, state, draft);
        else if (what == "rest") rest_form(ui, draft);
        else note_form(ui, state, draft);
        when(ui, state, draft.when, draft.problems);
        const bool own_note = measure || what == "symptom" || what == "activity" || what == "medicine";
        if (own_note) note_field(ui, draft);
        if (measure || what == "activity" || what == "medicine") every_day(ui, draft);
        if (measure) save_reading(ui, *measure, draft);
        else if (what == "symptom") save(ui, "log.save", session::SaveSymptom{});
        else if (what == "activity") save(ui, "log.save", session::SaveActivity{});
        else if (what == "medicine") save(ui, "log.save", session::SaveMedicine{});
        else if (what == "rest") save(ui, "log.save", session::SaveRest{});
        else save(ui, "log.save", session::SaveNote{});
    });
}

}  // namespace goodweek::ui
