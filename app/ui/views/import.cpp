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

// Said by whoever knows: the headings of a machine's or a spreadsheet's table often do not.
void say_columns(Ui& ui, session::ColumnsDraft& draft) {
    heading(ui, ui.text("import.columns_of", {{"file", draft.file}}));
    paragraph(ui, ui.text("import.columns_hint"), Look::hint);
    problems(ui, draft.problems);
    for (std::size_t i = 0; i < draft.said.size(); ++i) {
        const auto id = "column" + std::to_string(i);
        const auto label = draft.headings[i].empty() ? ui.text("import.column", {{"number", std::to_string(i + 1)}})
                                                     : draft.headings[i];
        text_field(ui, id,
                   {.label = label,
                    .hint = draft.samples[i].empty() ? std::string{}
                                                     : ui.text("import.column_has", {{"sample", draft.samples[i]}}),
                    .error = problem_of(ui, draft.problems, id),
                    .autocomplete = "off",
                    .spellcheck = false},
                   draft.said[i]);
    }
    buttons(ui, [&] {
        if (button(ui, "read-columns", ui.text("import.read_columns"))) ui.emit(session::ReadColumns{});
        if (quiet(ui, "leave-columns", ui.text("do.cancel"))) draft.open = false;
    });
}

}  // namespace

void import(Ui& ui, const State& state, session::LogDraft& draft, session::ColumnsDraft& columns) {
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
               if (columns.open) return say_columns(ui, columns);
               if (state.import) report(ui, *state.import);
               if (!columns.said.empty() && secondary(ui, "say-columns", ui.text("import.name_them")))
                   columns.open = true;
           });
}

}  // namespace goodweek::ui
