// Words between a family and its clinic. For a link worker: the families that wait for an answer, the oldest first.
#include "domain/put_in_order.h"
#include "session/command.h"
#include "ui/views/dates.h"
#include "ui/views/entry_words.h"
#include "ui/views/frame.h"
#include "ui/views/message_parts.h"
#include "ui/views/section_parts.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;

void conversation(Ui& ui, const State& state, std::span<const records::MessageAt> messages) {
    const auto& family = *state.family();
    list(ui, {.id = "messages", .name = ui.text("messages.title")}, [&] {
        for (const auto& message : messages) {
            const bool clinic = message.from == Side::clinic;
            const auto& worker = family.answers.home.worker();
            std::string who = clinic           ? (worker.empty() ? ui.text("messages.clinic") : worker)
                              : message.author ? std::string(family.answers.home.name_of(*message.author))
                                               : "";
            if (who.empty()) who = ui.text("messages.family");
            who += ", " + moment_words(ui, message.at, state.today());
            Row made{.title = message.text, .text = who, .strong = false};
            // In a column of a worker's board the words need all of the width.
            if (!ui.board) {
                if (clinic) made.chip = "handshake";
                else made.face = message.author ? face_of(state, *message.author) : everyone();
            }
            if (message.about)
                if (const auto* about = family.log.find(*message.about); about && about->event())
                    made.more = ui.text("messages.about", {{"what", entry_title(ui, *about->event())}});
            row(ui, message.entity.hex(), made);
        }
    });
}

namespace {

// How soon the worker answers, where they said so: never soon enough for an emergency.
std::string hint_words(const Ui& ui, const State& state) {
    const auto hint = ui.text("messages.hint");
    const auto* section = state.side == Side::family ? find_section(state.sections, "our_worker") : nullptr;
    const auto* field = section ? find_field(*section, "reply") : nullptr;
    if (!field) return hint;
    const auto said = state.family()->answers.sections.said(session::whose(*section, {}, Side::clinic), field->key);
    if (said.empty()) return hint;
    return ui.text("messages.answers_within", {{"time", said_words(ui, state, *field, said)}}) + " " + hint;
}

}  // namespace

void write_message(Ui& ui, const State& state, session::MessageDraft& draft, std::optional<EntityId> about) {
    const bool clinic = state.side == Side::clinic;
    text_field(ui, "text",
               {.label = ui.text(clinic ? "messages.write_back" : "messages.write"),
                .hint = hint_words(ui, state),
                .error = problem_of(ui, draft.problems, "text"),
                .multiline = true},
               draft.text);
    if (secondary(ui, "send", ui.text("messages.send"))) ui.emit(session::SendMessage{about});
}

void said_about(Ui& ui, const State& state, session::MessageDraft& draft, EntityId about) {
    const auto& family = *state.family();
    std::vector<records::MessageAt> said;
    for (const auto* message : family.answers.messages.about(about)) said.push_back(*message);
    if (said.empty() && state.side == Side::family && !family.linked) return;
    heading(ui, ui.text("entry.said_about"));
    if (!said.empty()) conversation(ui, state, said);
    write_message(ui, state, draft, about);
}

void messages(Ui& ui, const State& state, session::MessageDraft& draft) {
    framed(ui, state, {.id = "messages", .back = ui.text("place.more"), .back_href = "#/more"}, [&] {
        title(ui, ui.text("messages.title"));
        notice(ui, {.id = "not-monitored", .tone = Tone::info, .text = ui.text("messages.not_monitored")});
        const auto& family = *state.family();
        if (!family.linked) {
            if (empty(ui, "alone",
                      {.title = ui.text("messages.no_clinic_title"),
                       .text = ui.text("messages.no_clinic"),
                       .action = ui.text("people.join"),
                       .level = 2}))
                ui.emit(session::Go{{.page = At::join}});
            return;
        }
        if (family.answers.messages.all().empty()) paragraph(ui, ui.text("messages.none"), Look::hint);
        else conversation(ui, state, family.answers.messages.all());
        write_message(ui, state, draft, std::nullopt);
    });
}

void waiting_messages(Ui& ui, const State& state) {
    framed(ui, state, {.id = "messages", .board = true}, [&] {
        title(ui, ui.text("messages.title"));
        std::vector<const session::Family*> waiting;
        for (const auto& [id, family] : state.families)
            if (id != state.own && family.answers.messages.waiting_for_clinic()) waiting.push_back(&family);
        put_in_order(waiting, {},
                     [](const session::Family* family) { return *family->answers.messages.waiting_since(); });
        if (waiting.empty()) {
            empty(ui, "none",
                  {.title = ui.text("messages.none_waiting_title"),
                   .text = ui.text("messages.none_waiting"),
                   .level = 2});
            return;
        }
        list(ui, {.id = "waiting", .name = ui.text("messages.title")}, [&] {
            for (const auto* family : waiting) {
                const auto& last = family->answers.messages.all().back();
                const session::Route to{.page = At::family, .family = family->id};
                if (row(ui, family->id.hex(),
                        {.title = family->answers.home.name(),
                         .text = last.text,
                         .more = moment_words(ui, last.at, state.today()),
                         .icon = "message-circle",
                         .href = session::to_text(to)}))
                    ui.emit(session::Go{to});
            }
        });
    });
}

}  // namespace goodweek::ui
