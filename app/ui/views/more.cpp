// Everything else of a family's, as one list: where a search for a page ends.
#include "session/command.h"
#include "ui/views/frame.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;

void more(Ui& ui, const State& state) {
    framed(ui, state, {.id = "more", .back = ui.text("place.today"), .back_href = "#/today"}, [&] {
        title(ui, ui.text("place.more"));
        const auto entry = [&](std::string_view id, std::string words, std::string text, std::string icon, At page) {
            const session::Route to{.page = page};
            if (row(ui, id,
                    {.title = std::move(words),
                     .text = std::move(text),
                     .icon = std::move(icon),
                     .href = session::to_text(to)}))
                ui.emit(session::Go{to});
        };
        list(ui, {.id = "pages", .name = ui.text("place.more")}, [&] {
            entry("readings", ui.text("readings.title"), ui.text("more.readings"), "chart-line", At::readings);
            entry("care-plan", ui.text("care_plan.title"), ui.text("more.care_plan"), "hand-heart", At::care_plan);
            entry("timeline", ui.text("timeline.title"), ui.text("more.timeline"), "clock", At::timeline);
            entry("summary", ui.text("summary.title"), ui.text("more.summary"), "printer", At::summary);
            entry("watching", ui.text("watching.title"), ui.text("more.watching"), "eye", At::watching);
            entry("goals", ui.text("goals.title"), ui.text("more.goals"), "target", At::goals);
            entry("questionnaires", ui.text("questionnaires.title"), ui.text("more.questionnaires"), "notebook-pen",
                  At::questionnaires);
            entry("people", ui.text("people.title"), ui.text("more.people"), "users", At::people);
            entry("messages", ui.text("messages.title"), ui.text("more.messages"), "message-circle", At::messages);
            entry("sync", ui.text("sync.title"), ui.text("more.sync"), "refresh-cw", At::sync);
            entry("import", ui.text("import.title"), ui.text("import.hint"), "upload", At::import);
            entry("settings", ui.text("settings.title"), ui.text("more.settings"), "settings", At::settings);
        });
        if (state.invented) {
            link(ui, "others", ui.text("others.title"), {.page = At::others});
            if (button(ui, "leave", ui.text("more.start_your_own"))) ui.emit(session::Lock{});
        } else if (secondary(ui, "lock", ui.text("more.lock"))) {
            ui.emit(session::Lock{});
        }
    });
}

}  // namespace goodweek::ui
