// A link worker's families, grouped by facts: a message that waits, days without news. Never a score of anybody.

#include <algorithm>
#include <ranges>

#include "session/caseload.h"
#include "session/command.h"
#include "ui/views/dates.h"
#include "ui/views/frame.h"
#include "ui/views/views.h"
#include "ui/views/week_of.h"

namespace goodweek::ui {

using At = session::Page;
using session::CaseloadRow;
using Kind = session::CaseloadView::Group;

namespace {

std::string heard(const Ui& ui, const State& state, const CaseloadRow& row) {
    const auto& when = row.family->last_heard;
    return when ? moment_words(ui, {*when, state.offset}, state.today()) : ui.text("caseload.never");
}

// Long words are cut where the row would grow past two lines; the family's page has them whole.
std::string shortened(std::string_view words) {
    constexpr std::size_t most = 46;
    if (words.size() <= most) return std::string(words);
    const auto end = words.rfind(' ', most);
    return end == std::string_view::npos ? std::string(words) : std::string(words.substr(0, end)) + "…";
}

// What is next, and the picture of its kind: their message, a goal to agree, then the next step they have set themselves.
Cell next_of(const Ui& ui, const CaseloadRow& row) {
    const auto& answers = row.family->answers;
    if (row.danger)
        return {.text = ui.text("caseload.danger", {{"day", day_words(ui, *row.danger, DayForm::day_month)}}),
                .icon = "circle-alert"};
    if (row.family->trouble) return {.text = ui.text(*row.family->trouble), .icon = "circle-alert"};
    if (answers.messages.waiting_for_clinic())
        return {.text = ui.text("caseload.quoted", {{"words", shortened(answers.messages.all().back().text)}}),
                .icon = "message-circle"};
    const auto goals = answers.goals.all();
    for (const auto* story : goals)
        if (story->agreement() == Agreement::waiting_for_clinic)
            return {.text = ui.text("caseload.goal_waits", {{"goal", shortened(story->goal.words)}}),
                    .icon = "target"};
    for (const auto* story : goals)
        if (story->step) return {.text = shortened(story->step->words), .icon = "footprints"};
    return {};
}

TableRow family_row(Ui& ui, const State& state, const CaseloadRow& row) {
    const auto& family = *row.family;
    const auto last = family.answers.diary.last_logged();
    const auto& name = family.answers.home.name();
    TableRow made{.id = family.id.hex(), .href = session::to_text({.page = At::family, .family = family.id})};
    made.cells = {{.text = name.empty() ? ui.text("family.unnamed") : name, .strong = true},
                  {.text = std::to_string(family.answers.home.people().size()), .hint = true},
                  {.text = "", .week = week_of(ui, family, std::nullopt, state.today(), WeekStrip::Form::small)},
                  {.text = heard(ui, state, row)},
                  {.text = last ? relative_day(ui, *last, state.today()) : ui.text("caseload.never")},
                  {.text = std::to_string(family.answers.diary.size()), .hint = true},
                  {.text = row.waits > 0 ? std::to_string(row.waits) : "", .strong = true},
                  next_of(ui, row)};
    return made;
}

void filter(Ui& ui, const session::Caseload& all, session::CaseloadView& view) {
    const auto option = [&](Kind group, std::string words, std::size_t count) {
        return Option{.value = static_cast<int>(group), .label = std::move(words), .count = std::to_string(count)};
    };
    if (choice(ui, "group",
               {.legend = ui.text("caseload.show"),
                .options = {option(Kind::all, ui.text("caseload.all"), all.rows.size()),
                            option(Kind::waiting, ui.text("caseload.waiting"), all.waiting),
                            option(Kind::quiet, ui.text("caseload.quiet"), all.quiet),
                            option(Kind::steady, ui.text("caseload.steady"), all.steady)},
                .look = Choice::Look::tiles,
                .legend_hidden = true},
               view.group))
        ui.emit(session::Go{session::route_of(view)});
}

void sort(Ui& ui, session::CaseloadView& view) {
    if (choice(ui, "sort",
               {.legend = ui.text("caseload.sort"),
                .options = {{.value = 0, .label = ui.text("caseload.by_reason")},
                            {.value = 1, .label = ui.text("caseload.by_name")},
                            {.value = 2, .label = ui.text("caseload.by_heard")},
                            {.value = 3, .label = ui.text("caseload.by_logged")}},
                .look = Choice::Look::segments,
                .legend_hidden = ui.roomy()},
               view.sort))
        ui.emit(session::Go{session::route_of(view)});
}

// One line where there is room for it: which families, and in what order.
void filter_and_sort(Ui& ui, const session::Caseload& all, session::CaseloadView& view) {
    if (!ui.roomy()) {
        filter(ui, all, view);
        sort(ui, view);
        return;
    }
    columns(ui, {{.body = [&] { filter(ui, all, view); }},
                 {.width = 54,
                  .body =
                      [&] {
                          ui.gap(13);
                          paragraph(ui, ui.text("caseload.sort"), Look::small_hint);
                      }},
                 {.width = 344, .body = [&] { sort(ui, view); }}});
}

Table families(Ui& ui, const State& state, const session::Caseload& shown, const session::CaseloadView& view) {
    Table made{.caption = ui.text("caseload.title")};
    made.columns = {{.title = ui.text("caseload.family"), .width = 146},
                    {.title = ui.text("caseload.people"), .width = 54, .number = true, .essential = false},
                    {.title = ui.text("caseload.this_week"), .width = 92, .essential = false},
                    {.title = ui.text("caseload.last_heard"), .width = 116},
                    {.title = ui.text("caseload.last_logged"), .width = 100},
                    {.title = ui.text("caseload.entries"), .width = 56, .number = true},
                    {.title = ui.text("caseload.waits"), .width = 58, .number = true},
                    {.title = ui.text("caseload.next"), .essential = false}};
    const bool grouped = view.sort == session::CaseloadView::Sort::reason;
    const auto add_group = [&](Kind group, std::string words, std::string reason, Tag::Look look) {
        TableGroup one{.title = std::move(words), .look = look, .reason = std::move(reason)};
        for (const auto& row : shown.rows | std::views::take(view.rows))
            if (row.group == group) one.rows.push_back(family_row(ui, state, row));
        one.count = std::to_string(one.rows.size());
        if (!one.rows.empty()) made.groups.push_back(std::move(one));
    };
    if (grouped) {
        add_group(Kind::waiting, ui.text("caseload.waiting"), ui.text("caseload.oldest_first"), Tag::Look::waiting);
        add_group(Kind::quiet, ui.text("caseload.quiet"), ui.text("caseload.quiet_reason"), Tag::Look::away);
        add_group(Kind::steady, ui.text("caseload.steady"), ui.text("caseload.steady_reason"), Tag::Look::done);
        return made;
    }
    TableGroup one;
    for (const auto& row : shown.rows | std::views::take(view.rows)) one.rows.push_back(family_row(ui, state, row));
    made.groups.push_back(std::move(one));
    return made;
}

}  // namespace

void caseload(Ui& ui, const State& state, session::CaseloadView& view) {
    session::read_address(view, state.route.what);
    framed(ui, state, {.id = "caseload", .board = true, .says_sending = true}, [&] {
        const auto all = session::caseload(state, {});
        const bool any = !all.rows.empty();
        const auto head = [&] {
            title(ui, ui.text("caseload.title"));
            paragraph(ui,
                      ui.counted("caseload.summary", static_cast<long long>(all.rows.size()),
                                 {{"day", day_words(ui, state.today(), DayForm::long_)},
                                  {"sending", sending_words(ui, state)}}),
                      Look::hint);
        };
        const auto search = [&] {
            text_field(ui, "search",
                       {.label = ui.text("caseload.search"),
                        .label_hidden = true,
                        .icon = "search",
                        .type = "search",
                        .spellcheck = false},
                       view.search);
        };
        const auto invite = [&] {
            if (button(ui, "invite", {.label = ui.text("place.invite")})) ui.emit(session::Go{{.page = At::join}});
        };
        std::vector<Part> parts{{.body = head}};
        if (any) parts.push_back({.width = 220, .body = search});
        if (any) parts.push_back({.width = 172, .body = invite});
        columns(ui, parts, 12);
        if (!any) {
            if (empty(ui, "none",
                      {.title = ui.text("caseload.none_title"),
                       .text = ui.text("caseload.none"),
                       .action = ui.text("place.invite"),
                       .level = 2}))
                ui.emit(session::Go{{.page = At::join}});
            return;
        }
        filter_and_sort(ui, all, view);
        const auto shown = session::caseload(state, view);
        if (shown.rows.empty()) return paragraph(ui, ui.text("caseload.no_match"));
        if (const auto id = table(ui, "families", families(ui, state, shown, view)))
            if (const auto bytes = from_hex(*id))
                if (const auto group = GroupId::from(*bytes))
                    ui.emit(session::Go{{.page = At::family, .family = *group}});
        if (shown.rows.size() > static_cast<std::size_t>(view.rows) && secondary(ui, "more", ui.text("do.show_more")))
            view.rows += 60;
        paragraph(ui, ui.text("caseload.only_you"), Look::small_hint);
        if (all.imported) paragraph(ui, ui.text("import.credit"), Look::small_hint);
    });
}

}  // namespace goodweek::ui
