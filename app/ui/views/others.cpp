// The invented families, to look around with another of them: each plainly invented, and none of it kept.
#include "session/command.h"
#include "ui/views/frame.h"
#include "ui/views/views.h"

namespace goodweek::ui {

void others(Ui& ui, const State& state) {
    framed(ui, state, {.id = "others", .back = ui.text("place.more"), .back_href = "#/more"}, [&] {
        title(ui, ui.text("others.title"));
        paragraph(ui, ui.text("others.text"), Look::hint);
        if (!state.invented) return;
        list(ui, {.id = "others", .name = ui.text("others.title")}, [&] {
            for (const auto& one : state.invented_families)
                if (row(ui, one.key, {.title = one.name, .text = one.about, .href = "#/today"}))
                    ui.emit(session::LookAround{one.key});
        });
    });
}

}  // namespace goodweek::ui
