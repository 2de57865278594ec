// A second phone, from both sides: the new one shows a code, the one that is in takes it, and both show the same three
// words before anything is trusted.
#include "session/command.h"
#include "ui/views/frame.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;

namespace {

std::string spaced(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

void compare(Ui& ui, const session::PhoneOffer& offer) {
    title(ui, ui.text("phone.words_title"));
    paragraph(ui, ui.text("phone.words_text"));
    card(ui, ui.text("phone.words"), [&] { paragraph(ui, spaced(offer.words), Look::number); });
    buttons(ui, [&] {
        if (button(ui, "same", ui.text("phone.same"))) ui.emit(session::PhoneWordsMatch{});
        if (secondary(ui, "not-same", ui.text("phone.not_same"))) ui.emit(session::CancelPhone{});
    });
}

}  // namespace

void add_phone(Ui& ui, const State& state) {
    // Each step is a page of its own: its heading is read first.
    const auto step = !state.phone ? "add-phone" : state.phone->words.empty() ? "add-phone-code" : "add-phone-words";
    bare(ui, step, true, [&] {
        if (!state.phone) {
            title(ui, ui.text("phone.new_title"));
            paragraph(ui, ui.text("phone.new_text"));
            if (state.trouble) notice(ui, {.id = "trouble", .tone = Tone::error, .text = ui.text(*state.trouble)});
            if (button(ui, "offer", ui.text("phone.show_code"))) ui.emit(session::OfferPhone{});
            link(ui, "back", ui.text("do.back"), {.page = At::start});
            return;
        }
        if (!state.phone->words.empty()) return compare(ui, *state.phone);
        title(ui, ui.text("phone.code_title"));
        paragraph(ui, ui.text("phone.code_text"));
        qr(ui, "code", {.modules = state.phone->qr, .name = ui.text("phone.qr_name")});
        card(ui, ui.text("phone.or_type"), [&] { paragraph(ui, state.phone->code, Look::number); });
        paragraph(ui, {.text = ui.text("phone.waiting"), .look = Look::hint, .live = Live::polite});
        if (quiet(ui, "cancel", ui.text("do.cancel"))) ui.emit(session::CancelPhone{});
    });
}

void accept_phone(Ui& ui, const State& state, session::PhoneDraft& draft) {
    const bool clinic = state.side == Side::clinic;
    framed(ui, state,
           {.id = state.phone && !state.phone->words.empty() ? "accept-words" : "accept-phone",
            .back = ui.text(clinic ? "sync.title" : "people.title"),
            .back_href = clinic ? "#/sync" : "#/people"},
           [&] {
               if (state.phone && !state.phone->words.empty()) return compare(ui, *state.phone);
               title(ui, ui.text("phone.accept_title"));
               if (state.sending.state == session::Sending::alone) {
                   paragraph(ui, ui.text("phone.needs_clinic"));
                   return;
               }
               paragraph(ui, ui.text("phone.accept_text"));
               problems(ui, draft.problems);
               text_field(ui, "typed",
                          {.label = ui.text("phone.their_code"),
                           .hint = ui.text("phone.their_code_hint"),
                           .error = problem_of(ui, draft.problems, "typed"),
                           .autocomplete = "off",
                           .autocapitalize = "characters",
                           .spellcheck = false},
                          draft.typed);
               const auto& people = state.family() ? state.family()->answers.home.people() : std::vector<Person>{};
               if (people.size() > 1) {
                   Choice made{.legend = ui.text("phone.whose")};
                   int at = -1;
                   for (std::size_t i = 0; i < people.size(); ++i) {
                       made.options.push_back(
                           {.value = static_cast<int>(i), .label = people[i].name, .id = people[i].id.hex()});
                       if (people[i].id == draft.person) at = static_cast<int>(i);
                   }
                   if (choice(ui, "whose", made, at)) draft.person = people[static_cast<std::size_t>(at)].id;
               }
               const bool busy = state.phone && state.phone->waiting;
               if (button(ui, "accept", {.label = ui.text(busy ? "phone.fetching" : "do.continue"), .busy = busy}) ||
                   (ui.enter && !busy))
                   ui.emit(session::LookAtPhone{});
           });
}

}  // namespace goodweek::ui
