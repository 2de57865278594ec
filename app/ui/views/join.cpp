// Joining a clinic with a paper invite: read it, look at whom it is from, choose what they will see, and only then join.
#include "session/command.h"
#include "ui/views/dates.h"
#include "ui/views/frame.h"
#include "ui/views/sharing_parts.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;

namespace {

void ask(Ui& ui, session::JoinDraft& draft) {
    title(ui, ui.text("join.title"));
    paragraph(ui, ui.text("join.text"));
    problems(ui, draft.problems);
    text_field(ui, "typed",
               {.label = ui.text("join.code"),
                .hint = ui.text("join.code_hint"),
                .error = problem_of(ui, draft.problems, "typed"),
                .autocomplete = "off",
                .autocapitalize = "characters",
                .spellcheck = false},
               draft.typed);
    if (button(ui, "look", ui.text("do.continue")) || ui.enter) ui.emit(session::LookAtInvite{});
}

void compare(Ui& ui, const session::InviteSeen& invite, session::JoinDraft& draft) {
    if (invite.scanned || invite.words.empty()) return;
    card(ui, ui.text("join.words_title"), [&] {
        paragraph(ui, ui.text("join.words_text"));
        std::string words;
        for (const auto& word : invite.words) words += (words.empty() ? "" : " ") + word;
        paragraph(ui, words, Look::number);
        check(ui, "words-match",
              {.label = ui.text("join.words_match"), .error = problem_of(ui, draft.problems, "words-match")},
              draft.words_match);
    });
}

void choose(Ui& ui, const State& state, session::JoinDraft& draft) {
    const auto& invite = *state.invite;
    title(ui, ui.text("join.choose_title"));
    problems(ui, draft.problems);
    if (invite.expires != Moment{})
        paragraph(
            ui,
            ui.text("join.expires", {{"day", day_words(ui, LocalMoment{invite.expires}.day(), DayForm::with_year)}}),
            Look::hint);
    compare(ui, invite, draft);
    // Before there is a family there is nothing to share yet; the choice is asked again when there is.
    if (!state.own.empty()) {
        group(ui, "kinds", {.legend = ui.text("sharing.legend"), .hint = ui.text("join.sharing_hint")}, [&] {
            if (sharing_checks(ui, state, draft.sharing)) ui.emit(session::PreviewSharing{draft.sharing});
        });
        what_leaves(ui, state, draft.sharing);
        const bool busy = state.joining;
        if (button(ui, "join", {.label = ui.text(busy ? "join.joining" : "join.join"), .busy = busy}))
            ui.emit(session::JoinClinic{});
        return;
    }
    paragraph(ui, ui.text("join.first_a_family"));
    if (button(ui, "create", ui.text("join.make_family"))) ui.emit(session::StartCreating{true});
}

void body(Ui& ui, const State& state, session::JoinDraft& draft) {
    if (state.invite) choose(ui, state, draft);
    else ask(ui, draft);
}

}  // namespace

void join(Ui& ui, const State& state, session::JoinDraft& draft) {
    const std::string id = state.invite ? "join-choose" : "join";
    if (state.own.empty()) {
        bare(ui, id, true, [&] {
            body(ui, state, draft);
            link(ui, "back", ui.text("do.back"), {.page = At::start});
        });
        return;
    }
    framed(ui, state, {.id = id, .back = ui.text("people.title"), .back_href = "#/people"},
           [&] { body(ui, state, draft); });
}

}  // namespace goodweek::ui
