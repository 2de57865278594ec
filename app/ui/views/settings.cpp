// Settings: how it looks, how it locks, and a copy of everything for a rainy day.
#include <cmath>

#include "session/command.h"
#include "ui/views/frame.h"
#include "ui/views/views.h"

namespace goodweek::ui {

namespace {

using session::Settings;

void looks(Ui& ui, const Settings& now) {
    Settings wanted = now;
    int size = static_cast<int>(std::lround(wanted.text_scale * 100));
    bool changed = choice(ui, "text-size",
                          {.legend = ui.text("settings.text_size"),
                           .options = {{.value = 100, .label = ui.text("settings.text_usual")},
                                       {.value = 125, .label = ui.text("settings.text_larger")},
                                       {.value = 150, .label = ui.text("settings.text_large")},
                                       {.value = 200, .label = ui.text("settings.text_largest")}}},
                          size);
    wanted.text_scale = static_cast<float>(size) / 100;
    changed |= choice(ui, "theme",
                      {.legend = ui.text("settings.theme"),
                       .options = {{.value = 0, .label = ui.text("settings.as_phone")},
                                   {.value = 1, .label = ui.text("settings.light")},
                                   {.value = 2, .label = ui.text("settings.dark")},
                                   {.value = 3, .label = ui.text("settings.high_contrast")}}},
                      wanted.theme);
    changed |= choice(ui, "face",
                      {.legend = ui.text("settings.letters"),
                       .options = {{.value = 0, .label = "Atkinson Hyperlegible"}, {.value = 1, .label = "Inter"}}},
                      wanted.face);
    bool less = wanted.motion == Settings::Motion::less;
    if (check(ui, "motion", {.label = ui.text("settings.less_motion")}, less)) {
        wanted.motion = less ? Settings::Motion::less : Settings::Motion::system;
        changed = true;
    }
    changed |= check(ui, "plain", {.label = ui.text("settings.plain"), .hint = ui.text("settings.plain_hint")},
                     wanted.plain);
    if (changed) ui.emit(session::ChangeSettings{wanted});
}

void reminders(Ui& ui, const Settings& now) {
    Settings wanted = now;
    heading(ui, ui.text("settings.reminders"));
    bool changed =
        check(ui, "reminders", {.label = ui.text("settings.remind"), .hint = ui.text("settings.remind_hint")},
              wanted.reminders);
    if (now.reminders) {
        const auto hours = [&](std::string_view id, std::string_view legend, std::initializer_list<int> all,
                               int& chosen) {
            Choice asked{.legend = ui.text(legend), .look = Choice::Look::segments};
            for (const int hour : all)
                asked.options.push_back({.value = hour, .label = ui.words().say_time(std::chrono::hours{hour})});
            changed |= choice(ui, id, asked, chosen);
        };
        hours("quiet-from", "settings.quiet_from", {19, 20, 21, 22}, wanted.quiet_from);
        hours("quiet-until", "settings.quiet_until", {6, 7, 8, 9}, wanted.quiet_until);
    }
    if (changed) ui.emit(session::ChangeSettings{wanted});
}

void locks(Ui& ui, const Settings& now) {
    Settings wanted = now;
    if (choice(ui, "lock-after",
               {.legend = ui.text("settings.lock_after"),
                .options = {{.value = 2, .label = ui.counted("settings.minutes", 2)},
                            {.value = 5, .label = ui.counted("settings.minutes", 5)},
                            {.value = 15, .label = ui.counted("settings.minutes", 15)}},
                .look = Choice::Look::segments},
               wanted.lock_after_minutes))
        ui.emit(session::ChangeSettings{wanted});
    if (secondary(ui, "lock-now", ui.text("more.lock"))) ui.emit(session::Lock{});
}

void backup(Ui& ui, const State& state, session::SettingsDraft& draft) {
    heading(ui, ui.text("settings.backup"));
    paragraph(ui, ui.text("settings.backup_text"));
    problems(ui, draft.problems);
    secret_field(ui, "backup-passphrase",
                 {.label = ui.text("settings.backup_passphrase"),
                  .hint = ui.text("settings.backup_hint"),
                  .error = problem_of(ui, draft.problems, "backup-passphrase"),
                  .autocomplete = "new-password"},
                 draft.backup_passphrase, draft.show);
    secret_field(ui, "backup-again",
                 {.label = ui.text("settings.backup_again"),
                  .error = problem_of(ui, draft.problems, "backup-again"),
                  .autocomplete = "new-password"},
                 draft.backup_again, draft.show);
    const bool busy = state.backing_up;
    if (button(ui, "make-backup",
               {.label = ui.text(busy ? "settings.making_backup" : "settings.make_backup"),
                .busy = busy,
                .gesture = true}))
        ui.emit(session::MakeBackup{});
    paragraph(ui, ui.text(state.kept_by_browser ? "settings.promised" : "settings.not_promised"), Look::small_hint);
}

void restore(Ui& ui, const State& state, session::SettingsDraft& draft) {
    heading(ui, ui.text("settings.restore"));
    paragraph(ui, ui.text("settings.restore_text"));
    secret_field(ui, "restore-passphrase",
                 {.label = ui.text("settings.restore_passphrase"),
                  .error = problem_of(ui, draft.problems, "restore-passphrase")},
                 draft.restore_passphrase, draft.show);
    file_button(ui, "backup", {.label = ui.text("settings.choose_backup"), .accept = ".goodweek"});
    if (!state.backup_chosen.empty()) {
        paragraph(ui, ui.text("settings.chosen", {{"file", state.backup_chosen}}));
        if (secondary(ui, "restore", ui.text("settings.restore_now"))) ui.emit(session::RestoreBackup{});
    }
}

}  // namespace

void settings(Ui& ui, const State& state, session::SettingsDraft& draft) {
    const bool inside = state.stage == session::Stage::open || state.stage == session::Stage::rescue;
    const auto body = [&] {
        title(ui, ui.text("settings.title"));
        looks(ui, state.settings);
        if (state.side == Side::family) reminders(ui, state.settings);
        if (inside && !state.invented) {
            heading(ui, ui.text("settings.lock"));
            locks(ui, state.settings);
            backup(ui, state, draft);
            restore(ui, state, draft);
        }
        paragraph(ui, ui.text("settings.version"), Look::small_hint);
    };
    if (!inside) return bare(ui, "settings", true, body);
    const bool clinic = state.side == Side::clinic;
    framed(ui, state,
           {.id = "settings",
            .back = ui.text(clinic ? "place.caseload" : "place.more"),
            .back_href = clinic ? "#/caseload" : "#/more"},
           body);
}

}  // namespace goodweek::ui
