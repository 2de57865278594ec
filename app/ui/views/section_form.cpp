// A section of the care plan, or one entry of it, to write in: everything can be left out but what an entry is called by.
#include <algorithm>

#include "session/command.h"
#include "ui/views/frame.h"
#include "ui/views/section_parts.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;
using Kind = SectionField::Kind;
using Typed = session::SectionDraft::Field;

namespace {

void choice_field(Ui& ui, const SectionField& field, const std::string& error, Typed& typed) {
    Choice made{.legend = field.label, .hint = field.hint, .error = error};
    int at = -1;
    for (std::size_t i = 0; i < field.options.size(); ++i) {
        const int value = static_cast<int>(i);
        made.options.push_back({.value = value, .label = field.options[i].label, .id = field.options[i].code});
        if (field.options[i].code == typed.text) at = value;
    }
    if (choice(ui, field.key, made, at)) typed.text = field.options[static_cast<std::size_t>(at)].code;
}

void many_field(Ui& ui, const SectionField& field, const std::string& error, Typed& typed) {
    group(ui, field.key, {.legend = field.label, .hint = field.hint, .error = error}, [&] {
        for (const auto& option : field.options) {
            bool on = std::ranges::contains(codes_in(typed.text), option.code);
            if (check(ui, option.code, {.label = option.label, .plain = true}, on))
                typed.text = with_code(field, typed.text, option.code, on);
        }
    });
}

void person_field(Ui& ui, const State& state, const SectionField& field, const std::string& error, Typed& typed) {
    const auto& people = state.family()->answers.home.people();
    Choice made{.legend = field.label, .hint = field.hint, .error = error, .look = Choice::Look::faces};
    int at = -1;
    for (std::size_t i = 0; i < people.size(); ++i) {
        const int value = static_cast<int>(i);
        made.options.push_back(
            {.value = value, .label = people[i].name, .id = people[i].id.hex(), .face = face_of(people[i])});
        if (people[i].id.hex() == typed.text) at = value;
    }
    if (choice(ui, field.key, made, at)) typed.text = people[static_cast<std::size_t>(at)].id.hex();
}

void rating_field(Ui& ui, const SectionField& field, const std::string& error, Typed& typed) {
    std::optional<int> chosen;
    if (!typed.text.empty()) chosen = std::atoi(typed.text.c_str());
    if (rating(ui, field.key, {.legend = field.label, .hint = field.hint, .error = error}, chosen))
        typed.text = std::to_string(*chosen);
}

void put(Ui& ui, const State& state, const SectionField& field, session::SectionDraft& draft) {
    const auto error = problem_of(ui, draft.problems, field.key);
    auto& typed = draft.fields[field.key];
    switch (field.kind) {
        case Kind::words:
        case Kind::line:
            text_field(ui, field.key,
                       {.label = field.label,
                        .hint = field.hint,
                        .error = error,
                        .multiline = field.kind == Kind::words,
                        .required = field.needed},
                       typed.text);
            break;
        case Kind::number:
            text_field(ui, field.key,
                       {.label = field.label,
                        .hint = field.hint,
                        .error = error,
                        .width = 120,
                        .inputmode = "decimal",
                        .spellcheck = false},
                       typed.text);
            break;
        case Kind::day:
            date_field(ui, field.key, {.label = field.label, .hint = field.hint, .error = error}, typed.date);
            break;
        case Kind::rating: rating_field(ui, field, error, typed); break;
        case Kind::choice: choice_field(ui, field, error, typed); break;
        case Kind::many: many_field(ui, field, error, typed); break;
        case Kind::person: person_field(ui, state, field, error, typed); break;
    }
}

// What the other side wrote stands between the boxes, to be read.
void theirs(Ui& ui, const State& state, const SectionField& field, const session::SectionDraft& draft) {
    const auto found = draft.fields.find(field.key);
    if (found == draft.fields.end() || found->second.text.empty()) return;
    heading(ui, field.label);
    paragraph(ui, said_words(ui, state, field, found->second.text));
}

}  // namespace

void section_form(Ui& ui, const State& state, session::SectionDraft& draft) {
    const auto* found = session::section_of(state, state.route);
    session::Route back = state.route;
    back.page = At::section;
    back.entity = {};
    framed(ui, state,
           {.id = "section-form",
            .back = found ? found->title : ui.text("care_plan.title"),
            .back_href = session::to_text(back)},
           [&] {
               if (!found || draft.section != found->key) {
                   title(ui, ui.text("section.gone_title"));
                   return paragraph(ui, ui.text("section.gone_text"));
               }
               title(ui, found->title);
               paragraph(ui, found->lead, Look::hint);
               paragraph(ui, ui.text(found->many ? "section.entry_optional" : "section.all_optional"), Look::hint);
               problems(ui, draft.problems);
               const auto years = session::years_of(state, draft.person);
               for (const auto& field : found->fields)
                   if (!session::is_asked(field, years)) continue;
                   else if (field.asked == state.side) put(ui, state, field, draft);
                   else theirs(ui, state, field, draft);
               if (button(ui, "save", ui.text("do.save"))) ui.emit(session::SaveSection{});
           });
}

}  // namespace goodweek::ui
