// What somebody who runs a group sees when they scanned a family's code: the group, and six characters to read out.
#include "session/came.h"
#include "ui/views/frame.h"
#include "ui/views/views.h"

namespace goodweek::ui {

void came(Ui& ui, const State& state) {
    bare(ui, "came", true, [&] {
        const auto group = session::came_group(state.route);
        if (!group) {
            title(ui, ui.text("came.gone_title"));
            return paragraph(ui, ui.text("came.gone_text"));
        }
        title(ui, ui.text("came.title", {{"group", *group}}));
        paragraph(ui, ui.text("came.text"));
        card(ui, ui.text("came.code"), [&] { paragraph(ui, session::came_code(state.route.entity), Look::number); });
        paragraph(ui, ui.text("came.nothing_kept"), Look::hint);
    });
}

}  // namespace goodweek::ui
