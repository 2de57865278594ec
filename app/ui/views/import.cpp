// A file of readings that somebody already has: whose it is, the file, and line by line what became of it.
#include <ranges>

#include "session/command.h"
#include "ui/views/frame.h"
#include "ui/views/log_parts.h"
#include "ui/views/views.h"

namespace goodweek::ui {

namespace {

void report(Ui& ui, const session::ImportReport& report) {
    heading(ui, ui.text("import.report", {{"file", report.file}}));
    list(ui, {.id = "counts", .name = ui.text("import.counts")}, [&] {
        const auto line = [&](std::string_view id, std::string words, std::size_t count) {
            row(ui, id, {.title = std::move(words), .strong = false, .value = std::to_string(count)});
        };
        line("lines", ui.text("import.lines"), report.lines);
        line("taken", ui.text("import.taken"), report.taken);
        line("noted", ui.text("import.noted"), report.noted);
        line("refused", ui.text("import.refused"), report.refused);
        if (report.already) line("already", ui.text("import.already"), report.already);
    });
    if (!report.columns_left_out.empty())
        paragraph(ui, ui.text("import.columns_left_out", {{"columns", report.columns_left_out}}), Look::hint);
    if (!report.credit.empty()) paragraph(ui, ui.text("import.credit"), Look::small_hint);
    if (report.reasons.empty()) return;
    Table made{.caption = ui.text("import.reasons"),
               .caption_hidden = false,
               .columns = {{.title = ui.text("import.line"), .width = 80, .number = true},
                           {.title = ui.text("import.why")}}};
    made.groups.push_back({});
    for (const auto& reason : report.reasons | std::views::take(100))
        made.groups.front().rows.push_back(
            {.id = std::to_string(reason.line),
             .cells = {{.text = std::to_string(reason.line)}, {.text = ui.text(reason.why)}}});
    table(ui, "reasons", made);
    if (report.reasons.size() > 100)
        paragraph(ui, ui.counted("import.more_reasons", static_cast<long long>(report.reasons.size() - 100)),
                  Look::hint);
}

}  // namespace

void import(Ui& ui, const State& state, session::LogDraft& draft) {
    framed(ui, state, {.id = "import", .back = ui.text("log.title"), .back_href = "#/log", .whose = state.looking_at},
           [&] {
               title(ui, ui.text("import.title"));
               paragraph(ui, ui.text("import.text"));
               draft.person = state.looking_at;
               faces(ui, state, draft.person);
               file_button(ui, "import",
                           {.label = ui.text("import.choose"),
                            .accept = ".csv,.txt,.tsv,text/plain,*",
                            .description = ui.text("import.keeps")});
               if (state.import) report(ui, *state.import);
           });
}

}  // namespace goodweek::ui
