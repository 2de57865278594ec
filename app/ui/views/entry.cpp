// One thing that was written down: what, who, when; who can read it; every version; what was said about it.
#include <algorithm>
#include <ranges>

#include "domain/either.h"
#include "records/sitting.h"
#include "session/command.h"
#include "session/questionnaires.h"
#include "session/sharing.h"
#include "ui/views/dates.h"
#include "ui/views/entry_words.h"
#include "ui/views/frame.h"
#include "ui/views/message_parts.h"
#include "ui/views/section_parts.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;

namespace {

using records::Entity;
using records::Event;

const records::Register* written(const Entity& entity) {
    for (const auto& one : entity.registers)
        if (one.shown && one.shown == entity.event()) return &one;
    return nullptr;
}

std::string author_of(const Ui& ui, const session::Family& family, const Event& event) {
    const auto name = event.author ? family.answers.home.name_of(*event.author) : std::string_view{};
    return name.empty() ? ui.text("entry.somebody") : std::string(name);
}

// What was written in a section, each under its question where there are several.
std::string written_words(const Ui& ui, const State& state, const Written& written) {
    const auto* section = find_section(state.sections, written.section);
    std::string words;
    for (const auto& said : written.fields) {
        if (said.text.empty()) continue;
        const auto* field = section ? find_field(*section, said.field) : nullptr;
        const auto text = field ? said_words(ui, state, *field, said.text) : said.text;
        if (!words.empty()) words += "\n";
        words += field && written.fields.size() > 1
                     ? ui.text("entry.field_said", {{"field", field->label}, {"words", text}})
                     : text;
    }
    return words.empty() ? ui.text("entry.words_taken_out") : words;
}

std::string version_words(const Ui& ui, const State& state, const Event& event) {
    const auto* written = std::get_if<Written>(&event.what);
    return written ? written_words(ui, state, *written) : entry_title(ui, event);
}

// A section's words are long: its name stands over them.
void entry_heading(Ui& ui, const State& state, const Event& event) {
    const auto* written = std::get_if<Written>(&event.what);
    if (!written) return title(ui, entry_title(ui, event));
    const auto* section = find_section(state.sections, written->section);
    title(ui, section ? section->title : ui.text("care_plan.title"));
    paragraph(ui, written_words(ui, state, *written));
}

// Of measures that are taken several times at one sitting: how many, and what they come to together.
void sitting(Ui& ui, const session::Family& family, const Event& event, const Reading& reading) {
    const auto* measure = find_measure(reading.measure);
    if (!measure || !measure->two_part() || !event.person) return;
    const auto day = event.at.day();
    const auto all = records::sitting_of(
        family.answers.readings.of(*event.person, reading.measure, day - Days{1}, day + Days{1}), event.entity);
    if (all.size() < 2) return;
    const auto mean = records::mean_of(all);
    row(ui, "sitting",
        {.title = ui.text("entry.sitting"),
         .text = ui.counted("entry.sitting_of", static_cast<long long>(all.size()),
                            {{"value", show_with_unit(*measure, mean.first, mean.second, measure->units.front())}}),
         .icon = std::string(measure->icon)});
}

// When it was put down, where that was more than a day after it happened: memory is not measurement.
void written_later(Ui& ui, const State& state, const Event& event) {
    const LocalMoment written{Moment{std::chrono::milliseconds(event.clock.milliseconds())}, state.offset};
    if (written.day() <= event.at.day() + Days{1}) return;
    row(ui, "later",
        {.title = ui.text("entry.written_later"), .text = moment_words(ui, written, state.today()), .icon = "clock"});
}

void facts(Ui& ui, const State& state, const Event& event, const PlanOutcome* outcome) {
    const auto& family = *state.family();
    list(ui, {.id = "facts", .name = ui.text("entry.facts")}, [&] {
        if (event.person)
            row(ui, "about",
                {.title = ui.text("entry.about"),
                 .text = std::string(family.answers.home.name_of(*event.person)),
                 .face = face_of(state, *event.person)});
        row(ui, "when",
            {.title = ui.text("entry.when"), .text = moment_words(ui, event.at, state.today()), .icon = "clock"});
        row(ui, "by", {.title = ui.text("entry.written_by"), .text = author_of(ui, family, event), .icon = "pencil"});
        written_later(ui, state, event);
        if (const auto* plan = std::get_if<Planned>(&event.what); plan && outcome)
            row(ui, "outcome",
                {.title = ui.text("plan.outcome"), .text = outcome_words(ui, *plan, *outcome), .icon = "check"});
        if (const auto* reading = std::get_if<Reading>(&event.what)) {
            sitting(ui, family, event, *reading);
            row(ui, "typed",
                {.title = ui.text("entry.as_typed"),
                 .text = reading->typed + " " + reading->unit,
                 .icon = "notebook-pen"});
            if (reading->source != Source::typed)
                row(ui, "source",
                    {.title = ui.text("entry.source"), .text = ui.text("entry.imported"), .icon = "upload"});
        }
        const auto reach = session::reach_of(event.what, family.answers.home.sharing(), family.linked);
        row(ui, "readers",
            {.title = ui.text("entry.who_reads"),
             .text = ui.text(state.side == Side::clinic             ? "entry.they_and_us"
                             : reach == session::Reach::with_clinic ? "entry.family_and_clinic"
                                                                    : "entry.family_only"),
             .icon = "eye"});
    });
}

std::string words_of(const Ui& ui, const Question* question, const ItemAnswer& answer) {
    if (answer.declined) return ui.text("question.declined");
    if (answer.number) return std::to_string(*answer.number);
    if (!answer.text.empty()) return answer.text;
    const auto option = question ? std::ranges::find(question->options, answer.code, &AnswerOption::code)
                                 : std::vector<AnswerOption>::const_iterator{};
    return question && option != question->options.end() ? option->words : answer.code;
}

// Each question beside what was answered; by its number where its words are not in this version.
void answers_given(Ui& ui, const State& state, const Event& event) {
    const auto* response = std::get_if<Response>(&event.what);
    if (!response) return;
    const auto* questionnaire = session::find_questionnaire(state, response->questionnaire, response->form);
    if (questionnaire && questionnaire->version != response->version) questionnaire = nullptr;
    heading(ui, ui.text("entry.answers"));
    list(ui, {.id = "answers", .name = ui.text("entry.answers")}, [&] {
        for (const auto& answer : response->answers) {
            const auto* question = questionnaire ? questionnaire->find(answer.question) : nullptr;
            row(ui, answer.question,
                {.title = question ? question->words : answer.question,
                 .text = words_of(ui, question, answer),
                 .strong = false});
        }
    });
    if (questionnaire) paragraph(ui, questionnaire->attribution, Look::small_hint);
}

void both_versions(Ui& ui, const State& state, const EntityId& id, const records::Register& versions) {
    if (versions.also_written.empty()) return;
    notice(ui, {.id = "two", .tone = Tone::warn, .text = ui.text("entry.two_versions")});
    const auto version = [&](const Event& event) {
        ui.scope(event.dot.device.hex() + std::to_string(event.dot.counter), [&] {
            card(ui, {.id = "version"}, [&] {
                paragraph(ui, version_words(ui, state, event));
                paragraph(ui, author_of(ui, *state.family(), event), Look::small_hint);
                if (secondary(ui, "keep", ui.text("entry.keep_this"))) ui.emit(session::KeepThis{id, event.dot});
            });
        });
    };
    version(*versions.shown);
    for (const auto* event : versions.also_written) version(*event);
}

void history(Ui& ui, const State& state, const records::Register& versions) {
    if (versions.all.size() < 2) return;
    heading(ui, ui.text("entry.history"));
    list(ui, {.id = "history", .name = ui.text("entry.history")}, [&] {
        for (const auto* event : versions.all | std::views::reverse)
            row(ui, event->dot.device.hex() + std::to_string(event->dot.counter),
                {.title = version_words(ui, state, *event),
                 .text =
                     author_of(ui, *state.family(), *event) + ", " +
                     moment_words(ui, {Moment{std::chrono::milliseconds(event->clock.milliseconds())}, state.offset},
                                  state.today()),
                 .strong = false});
    });
}

// What has a form of its own to be changed in. Words in a section are changed on their section's page.
bool has_form(const Event& event) {
    using namespace records;
    return std::visit(on{[](const Response&) { return false; }, [](const Written&) { return false; },
                         [](const StepDone&) { return false; }, [](const GoalRating&) { return false; },
                         [](const AbsentReading&) { return false; }, [](const auto&) { return true; }},
                      event.what);
}

// From a version of a section's words back to the section; from anything else to where it is listed.
session::Route page_before(const State& state, const Event* event) {
    if (const auto* written = event ? std::get_if<Written>(&event->what) : nullptr)
        return {.page = At::section,
                .family = state.route.family,
                .person = event->person.value_or(PersonId{}),
                .what = written->section};
    return state.side == Side::clinic ? session::Route{.page = At::family, .family = state.route.family}
                                      : session::Route{.page = At::readings};
}

std::string name_of_page_before(const Ui& ui, const State& state, const Event* event) {
    if (const auto* written = event ? std::get_if<Written>(&event->what) : nullptr) {
        const auto* section = find_section(state.sections, written->section);
        return section ? section->title : ui.text("care_plan.title");
    }
    return ui.text(state.side == Side::clinic ? "family.back" : "readings.title");
}

}  // namespace

void entry(Ui& ui, const State& state, session::MessageDraft& draft) {
    const bool clinic = state.side == Side::clinic;
    const auto& family = *state.family();
    const auto* entity = family.log.find(state.route.entity);
    const auto* shown = entity ? entity->event() : nullptr;
    framed(ui, state,
           {.id = "entry",
            .back = name_of_page_before(ui, state, shown),
            .back_href = session::to_text(page_before(state, shown)),
            .tab = ui.text("entry.facts")},
           [&] {
               if (!shown) {
                   title(ui, ui.text("entry.gone_title"));
                   return paragraph(ui, ui.text("entry.gone_text"));
               }
               const auto& event = *shown;
               entry_heading(ui, state, event);
               if (entity->removed) {
                   notice(ui, {.id = "removed", .tone = Tone::info, .text = ui.text("entry.is_removed")}, [&] {
                       if (!clinic && secondary(ui, "restore", ui.text("entry.restore")))
                           ui.emit(session::Restore{entity->id});
                   });
               }
               if (entity->back_again)
                   notice(ui, {.id = "back", .tone = Tone::warn, .text = ui.text("entry.back_again")});
               facts(ui, state, event, entity->as<PlanOutcome>());
               answers_given(ui, state, event);
               if (const auto* versions = written(*entity)) {
                   both_versions(ui, state, entity->id, *versions);
                   history(ui, state, *versions);
               }
               said_about(ui, state, draft, entity->id);
               if (clinic || entity->removed || std::holds_alternative<Written>(event.what)) return;
               buttons(ui, [&] {
                   if (has_form(event) && secondary(ui, "edit", ui.text("entry.change")))
                       ui.emit(session::EditEntry{entity->id});
                   if (quiet(ui, "remove", ui.text("entry.remove"))) ui.emit(session::Remove{entity->id});
               });
           });
}

}  // namespace goodweek::ui
