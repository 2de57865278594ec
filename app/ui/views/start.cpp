// First run. Four questions at most, none that can wait: who this is for, how large the words are, what stays on this
// phone, and how it is locked.
#include "session/command.h"
#include "ui/views/frame.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;
using Step = session::CreateDraft::Step;

namespace {

void who(Ui& ui, session::CreateDraft& draft) {
    title(ui, ui.text("create.who_title"));
    problems(ui, draft.problems);
    text_field(ui, "home",
               {.label = ui.text("create.home"),
                .hint = ui.text("create.home_hint"),
                .error = problem_of(ui, draft.problems, "home"),
                .autocomplete = "off",
                .spellcheck = false},
               draft.home);
    text_field(ui, "name",
               {.label = ui.text("create.name"),
                .hint = ui.text("create.name_hint"),
                .error = problem_of(ui, draft.problems, "name"),
                .autocomplete = "given-name",
                .spellcheck = false},
               draft.name);
}

void look(Ui& ui, const State& state) {
    title(ui, ui.text("create.look_title"));
    paragraph(ui, ui.text("create.look_text"));
    auto settings = state.settings;
    int size = static_cast<int>(settings.text_scale * 100);
    if (choice(ui, "text-size",
               {.legend = ui.text("settings.text_size"),
                .options = {{.value = 100, .label = ui.text("settings.text_usual")},
                            {.value = 125, .label = ui.text("settings.text_larger")},
                            {.value = 150, .label = ui.text("settings.text_large")},
                            {.value = 200, .label = ui.text("settings.text_largest")}}},
               size)) {
        settings.text_scale = static_cast<float>(size) / 100;
        ui.emit(session::ChangeSettings{settings});
    }
    if (check(ui, "plain", {.label = ui.text("settings.plain"), .hint = ui.text("settings.plain_hint")},
              settings.plain))
        ui.emit(session::ChangeSettings{settings});
}

void promise(Ui& ui) {
    title(ui, ui.text("create.promise_title"));
    bullets(ui, {.id = "promises",
                 .name = ui.text("create.promise_title"),
                 .lines = {ui.text("create.promise_here"), ui.text("create.promise_sealed"),
                           ui.text("create.promise_share"), ui.text("create.promise_lost")},
                 .mark = Bullets::Mark::tick});
    paragraph(ui, ui.text("create.ios_text"), Look::small_hint);
}

void lock(Ui& ui, session::CreateDraft& draft) {
    title(ui, ui.text("create.lock_title"));
    problems(ui, draft.problems);
    if (!draft.own_words) {
        paragraph(ui, ui.text("create.words_text"));
        std::string words;
        for (const auto& word : draft.offered) words += (words.empty() ? "" : " ") + word;
        card(ui, ui.text("create.your_words"), [&] { paragraph(ui, words, Look::number); });
        buttons(ui, [&] {
            if (quiet(ui, "others", ui.text("create.other_words"))) ui.emit(session::OfferWords{});
            if (quiet(ui, "own", ui.text("create.own_words"))) draft.own_words = true;
        });
        secret_field(ui, "again",
                     {.label = ui.text("create.type_words"),
                      .hint = ui.text("create.type_words_hint"),
                      .error = problem_of(ui, draft.problems, "again"),
                      .autocomplete = "new-password"},
                     draft.again, draft.show);
        return;
    }
    secret_field(ui, "passphrase",
                 {.label = ui.text("create.own_label"),
                  .hint = ui.text("create.own_hint"),
                  .error = problem_of(ui, draft.problems, "passphrase"),
                  .autocomplete = "new-password"},
                 draft.passphrase, draft.show);
    secret_field(ui, "again",
                 {.label = ui.text("create.own_again"),
                  .error = problem_of(ui, draft.problems, "again"),
                  .autocomplete = "new-password"},
                 draft.again, draft.show);
    if (quiet(ui, "offered", ui.text("create.use_offered"))) draft.own_words = false;
}

void back(Ui& ui, session::CreateDraft& draft) {
    if (!quiet(ui, "back", ui.text("do.back"))) return;
    if (draft.step == Step::who) ui.emit(session::Go{{.page = At::start}});
    else draft.step = static_cast<Step>(static_cast<int>(draft.step) - 1);
}

void forward(Ui& ui, const State& state, session::CreateDraft& draft) {
    const bool last = draft.step == Step::lock;
    const bool busy = state.stage == session::Stage::opening;
    const auto label = busy ? ui.text("create.making") : ui.text(last ? "create.make" : "do.continue");
    if (!button(ui, "continue", {.label = label, .busy = busy}) && !(ui.enter && !busy)) return;
    if (last) return ui.emit(session::CreateFamily{});
    ui.emit(session::NextPage{});
}

}  // namespace

void start(Ui& ui, const State& state) {
    bare(ui, "start", true, [&] {
        title(ui, ui.text("start.title"));
        paragraph(ui, ui.text("start.what"));
        const auto go_create = [&](bool then_join) { ui.emit(session::StartCreating{then_join}); };
        list(ui, {.id = "ways", .name = ui.text("start.title")}, [&] {
            const auto href = [](At page) { return session::to_text({.page = page}); };
            if (row(ui, "family",
                    {.title = ui.text("start.family"),
                     .text = ui.text("start.family_hint"),
                     .icon = "users",
                     .href = href(At::create)}))
                go_create(false);
            if (row(ui, "invite",
                    {.title = ui.text("start.invite"),
                     .text = ui.text("start.invite_hint"),
                     .icon = "handshake",
                     .href = href(At::join)}))
                go_create(true);
            if (row(ui, "phone",
                    {.title = ui.text("start.phone"),
                     .text = ui.text("start.phone_hint"),
                     .icon = "tablet-smartphone",
                     .href = href(At::add_phone)}))
                ui.emit(session::Go{{.page = At::add_phone}});
            if (row(ui, "look",
                    {.title = ui.text("start.look_around"),
                     .text = ui.text("start.look_around_hint"),
                     .icon = "eye",
                     .href = href(At::today)}))
                ui.emit(session::LookAround{});
        });
        paragraph(ui, {.text = ui.text("start.promise"), .look = Look::small_hint, .icon = "lock"});
        if (state.settings.plain) return;
        if (quiet(ui, "plain", ui.text("start.plain"))) {
            auto settings = state.settings;
            settings.plain = true;
            ui.emit(session::ChangeSettings{settings});
        }
    });
}

void create(Ui& ui, const State& state, session::CreateDraft& draft) {
    const Steps steps{.at = static_cast<int>(draft.step) + 1, .of = 4};
    // Each step is a page of its own: its heading is read first, and its fields start at the top.
    bare(
        ui, "create-" + std::to_string(steps.at), true,
        [&] {
            switch (draft.step) {
                case Step::who: who(ui, draft); break;
                case Step::look: look(ui, state); break;
                case Step::promise: promise(ui); break;
                case Step::lock: lock(ui, draft); break;
            }
            forward(ui, state, draft);
            back(ui, draft);
        },
        steps);
}

void recovery(Ui& ui, const State&, session::RecoveryDraft& draft) {
    bare(ui, draft.asking ? "recovery-asked" : "recovery", true, [&] {
        if (!draft.asking) {
            title(ui, ui.text("recovery.title"));
            paragraph(ui, ui.text("recovery.text"));
            card(ui, ui.text("recovery.code"), [&] { paragraph(ui, draft.code, Look::number); });
            notice(ui, {.id = "once", .tone = Tone::warn, .text = ui.text("recovery.once")});
            if (button(ui, "written", ui.text("recovery.written"))) draft.asking = true;
            if (button(ui, "print",
                       {.label = ui.text("recovery.print"),
                        .look = Button::Look::secondary,
                        .icon = "printer",
                        .gesture = true}))
                ui.emit(session::PrintPage{});
            return;
        }
        title(ui, ui.text("recovery.ask_title"));
        problems(ui, draft.problems);
        paragraph(ui, ui.text("recovery.ask_text"));
        for (std::size_t i = 0; i < draft.asked.size(); ++i) {
            const std::string field = "group-" + std::to_string(i);
            text_field(ui, field,
                       {.label = ui.text("recovery.group", {{"number", std::to_string(draft.asked[i] + 1)}}),
                        .error = problem_of(ui, draft.problems, field),
                        .width = 160,
                        .autocomplete = "off",
                        .autocapitalize = "characters",
                        .spellcheck = false},
                       draft.given[i]);
        }
        if (button(ui, "check", ui.text("recovery.check")) || ui.enter) ui.emit(session::ConfirmRecovery{});
        if (quiet(ui, "again", ui.text("recovery.show_again"))) draft.asking = false;
    });
}

}  // namespace goodweek::ui
