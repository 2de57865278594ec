// Before anyone is let in: the sun over the week, one field, one button; and the states in which there is nothing to open.
#include "session/command.h"
#include "ui/views/dates.h"
#include "ui/views/frame.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;

namespace {

// Too many wrong tries: how long to wait, in words, and nothing to press.
bool waiting(Ui& ui, const State& state) {
    if (!state.wait_until || *state.wait_until <= state.now) return false;
    const auto left = std::chrono::ceil<std::chrono::minutes>(*state.wait_until - state.now).count();
    notice(ui, {.id = "wait",
                .tone = Tone::warn,
                .title = ui.text("open.wait_title"),
                .text = ui.counted("open.wait", left),
                .live = Live::polite});
    return true;
}

void with_passphrase(Ui& ui, const State& state, session::OpenDraft& draft) {
    secret_field(ui, "passphrase",
                 {.label = ui.text("open.passphrase"), .error = problem_of(ui, draft.problems, "passphrase")},
                 draft.passphrase, draft.show);
    const bool busy = state.stage == session::Stage::opening;
    if (button(ui, "open", {.label = busy ? ui.text("open.opening") : ui.text("open.open"), .busy = busy}) ||
        (ui.enter && !busy))
        ui.emit(session::Open{});
    if (quiet(ui, "forgotten", ui.text("open.forgotten"))) draft.with_recovery = true;
}

void with_recovery(Ui& ui, const State& state, session::OpenDraft& draft) {
    paragraph(ui, ui.text("open.recovery_text"));
    text_field(ui, "recovery",
               {.label = ui.text("open.recovery"),
                .hint = ui.text("open.recovery_hint"),
                .error = problem_of(ui, draft.problems, "recovery"),
                .autocomplete = "off",
                .autocapitalize = "characters",
                .spellcheck = false},
               draft.recovery);
    const bool busy = state.stage == session::Stage::opening;
    if (button(ui, "open", {.label = busy ? ui.text("open.opening") : ui.text("open.open"), .busy = busy}) ||
        (ui.enter && !busy))
        ui.emit(session::Open{});
    if (quiet(ui, "back", ui.text("open.use_passphrase"))) draft.with_recovery = false;
}

}  // namespace

void open(Ui& ui, const State& state, session::OpenDraft& draft) {
    bare(ui, "open", true, [&] {
        opening(ui, weekday(state.today()));
        title(ui, ui.text("open.title"));
        problems(ui, draft.problems);
        if (!waiting(ui, state)) {
            if (draft.with_recovery) with_recovery(ui, state, draft);
            else with_passphrase(ui, state, draft);
        }
        paragraph(ui, {.text = ui.text("open.scrambled"), .look = Look::small_hint, .icon = "lock"});
    });
}

void starting(Ui& ui, const State&) {
    bare(ui, "starting", true, [&] {
        title(ui, ui.text("app.name"));
        loading(ui, ui.text("starting.reading"));
    });
}

void coming(Ui& ui, const State& state) {
    const auto inside = [&] {
        title(ui, ui.text("coming.title"));
        const bool missing = state.second_part == session::SecondPart::missing;
        loading(ui, missing ? ui.text("coming.missing") : ui.text("coming.text"));
    };
    if (state.stage != session::Stage::open || !state.family()) return bare(ui, "coming", true, inside);
    framed(ui, state, {.id = "coming", .home = true}, inside);
}

void unsupported(Ui& ui, const State& state) {
    bare(ui, "unsupported", true, [&] {
        title(ui, ui.text("unsupported.title"));
        if (state.trouble) paragraph(ui, ui.text(*state.trouble));
        paragraph(ui, ui.text("unsupported.what_to_do"));
        if (secondary(ui, "look", ui.text("start.look_around"))) ui.emit(session::LookAround{});
    });
}

void elsewhere(Ui& ui, const State&) {
    bare(ui, "elsewhere", true, [&] {
        title(ui, ui.text("elsewhere.title"));
        paragraph(ui, ui.text("elsewhere.text"));
        if (button(ui, "use-here", ui.text("elsewhere.use_here"))) ui.emit(session::UseHere{});
    });
}

}  // namespace goodweek::ui
