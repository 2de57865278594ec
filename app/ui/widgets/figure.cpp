#include "ui/widgets/figure.h"

#include "ui/widgets/button.h"
#include "ui/widgets/face.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/list.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/plot.h"
#include "ui/widgets/table.h"

namespace goodweek::ui {

namespace {

// Every word that is drawn on the plot, said in one go: a figure is never only its picture.
std::string said(const FigureData& data) {
    std::string words = joined({data.subject, data.unit});
    const auto add = [&](std::string_view more) { words = joined({words, more}); };
    for (const FigureBand& band : data.bands) add(band.words);
    for (const FigureSeries& series : data.series) {
        if (data.series.size() > 1) add(series.name);
        for (const FigurePoint& point : series.points) add(point.note);
    }
    add(data.last_words);
    std::string axes;
    for (const FigureDate& date : data.dates) axes = joined({axes, date.words}, ", ");
    for (const double value : labels_of(data)) axes = joined({axes, value_words(value, data.places)}, ", ");
    add(axes);
    return words;
}

float label_room(const Ui& ui, const FigureData& data) {
    float widest = 24;
    for (const double value : labels_of(data))
        widest = std::max(widest, ui.type().width(value_words(value, data.places), small_type()));
    return widest + 16;
}

// Bands too thin to be written on are named under the plot, each with its mark.
float put_unwritten(Ui& ui, const std::vector<FigureBand>& bands, Point at, float width) {
    float y = at.y;
    for (const FigureBand& band : bands) {
        const Block words = ui.type().set(band.words, {small_type(), ui.theme().ink}, width - 24);
        draw_zone_mark(ui, band.zone, {at.x + 8, y + small_type().line * ui.scale() / 2});
        ui.draw_text(words, {at.x + 24, y});
        y += words.size.height;
    }
    return y - at.y;
}

void put_plot(Ui& ui, Key key, const FigureData& data, int selected) {
    const float top = ui.open(12), side = 8, small_line = small_type().line * ui.scale();
    Ground ground{ui};
    const Block unit = ui.type().set(data.unit, {small_type(), ui.theme().hint}, ui.width() - 32);
    ui.draw_text(unit, {ui.x() + 16, top + 12});
    const float room = label_room(ui, data), right = 18;
    PlotScale scale{
        .area = {ui.x() + side + room, top + 12 + unit.size.height + 12, ui.width() - side - room - right, 300},
        .lowest = data.lowest,
        .highest = data.highest,
        .days = data.days};
    scale.area.width = std::max(scale.area.width, 60.0f);
    if (!ui.narrow()) scale.area.height = 260;
    if (!data.events.empty()) scale.under = small_line + 8;
    const auto unwritten = draw_plot(ui, data, scale, selected);
    if (!data.events.empty()) draw_events(ui, data, scale);
    float bottom = scale.area.y + scale.area.height + scale.under + small_line + 8;
    bottom += put_unwritten(ui, unwritten, {ui.x() + 16, bottom}, ui.width() - 32) + 8;
    const Rect rect{ui.x(), top, ui.width(), bottom - top};
    ui.node(key_of(key, "said"), Role::paragraph, said(data), rect);
    ground.finish_sheet(rect);
    ui.close(bottom, 12);
}

// Before, the reading in words, After. At an end the button stays, and says why it does nothing.
void put_steps(Ui& ui, const FigureData& data, FigureView& view) {
    const auto& points = data.series.front().points;
    const int last = static_cast<int>(points.size()) - 1;
    if (view.selected < 0 || view.selected > last) view.selected = last;
    const bool first_end = view.selected == 0, last_end = view.selected == last;
    const auto before = [&] {
        if (button(ui, "before",
                   Button{.label = ui.text("ui.before"),
                          .look = Button::Look::secondary,
                          .icon = "chevron-left",
                          .description = first_end ? ui.text("ui.no_earlier") : "",
                          .at_end = first_end,
                          .small = true}))
            --view.selected;
    };
    const auto after = [&] {
        if (button(ui, "after",
                   Button{.label = ui.text("ui.after"),
                          .look = Button::Look::secondary,
                          .icon_after = "chevron-right",
                          .description = last_end ? ui.text("ui.no_later") : "",
                          .at_end = last_end,
                          .small = true}))
            ++view.selected;
    };
    const auto reading = [&] {
        const FigurePoint& point = points[static_cast<std::size_t>(view.selected)];
        const Block words =
            ui.type().set(point.said, {strong(body_type(ui)), ui.theme().ink}, ui.width(), Align::centre);
        const Block more = ui.type().set(point.more, {small_type(), ui.theme().hint}, ui.width(), Align::centre);
        const Rect rect = ui.place(words.size.height + (point.more.empty() ? 0 : more.size.height), {0, 8});
        ui.draw_text(words, {rect.x, rect.y});
        if (!point.more.empty()) ui.draw_text(more, {rect.x, rect.y + words.size.height});
        ui.node(ui.key("reading"), Role::paragraph, joined({point.said, point.more}, ", "), rect);
    };
    const float top = ui.open(12), width = std::min(ui.width(), 560.0f);
    const Type words{16, 19.2f, Face::semibold};
    const float left = std::max(104.0f, ui.type().width(ui.text("ui.before"), words) + 44);
    const float right = std::max(104.0f, ui.type().width(ui.text("ui.after"), words) + 44);
    const float middle = width - left - right - 24;
    const float needed = ui.type().width(points[static_cast<std::size_t>(view.selected)].said, strong(body_type(ui)));
    if (ui.stacked() || middle < needed) {
        ui.close(
            top + ui.column(ui.x(), top, ui.width(), [&] { reading(), buttons(ui, [&] { before(), after(); }); }),
            12);
        return;
    }
    const float high = ui.column(ui.x(), top, left, before);
    const Ui::Mark start = ui.mark();
    const float between = ui.column(ui.x() + left + 12, top, middle, reading);
    ui.shift_between(start, ui.mark(), 0, (high - between) / 2);
    ui.column(ui.x() + width - right, top, right, after);
    ui.close(top + std::max(high, between), 12);
}

// What the numbers on the axis stand for.
void put_events(Ui& ui, const FigureData& data) {
    const std::string title = ui.text("ui.what_else");
    heading(ui, title);
    list(ui, {.id = "events", .name = title}, [&] {
        for (std::size_t at = 0; at < data.events.size(); ++at) {
            const std::string number = std::to_string(at + 1);
            row(ui, "event" + number,
                {.title = joined({number, data.events[at].words}), .text = data.events[at].day, .strong = false});
        }
    });
    if (!data.more_events.empty()) paragraph(ui, data.more_events, Look::small_hint);
}

void put_event_rows(Ui& ui, const FigureData& data) {
    const std::string title = ui.text("ui.what_else");
    Table table{.caption = title, .columns = {{.title = data.columns.front(), .width = 110}, {.title = title}}};
    table.groups.push_back({});
    for (const FigureEvent& event : data.events)
        table.groups.front().rows.push_back({.id = std::to_string(table.groups.front().rows.size()),
                                             .cells = {{.text = event.day, .strong = true}, {.text = event.words}}});
    ui::table(ui, "event-rows", table);
}

void put_numbers(Ui& ui, const FigureData& data, FigureView& view) {
    const std::string words = ui.text(view.numbers ? "ui.hide_numbers" : "ui.show_numbers");
    if (button(ui, "numbers",
               Button{.label = words,
                      .look = Button::Look::secondary,
                      .icon = "table-2",
                      .expandable = true,
                      .expanded = view.numbers}))
        view.numbers = !view.numbers;
    if (!view.numbers) return;
    Table table{.caption = joined({data.subject, data.unit}, ", ")};
    for (const std::string& title : data.columns) table.columns.push_back({.title = title});
    const std::size_t shown = std::min(data.numbers.size(), static_cast<std::size_t>(std::max(view.rows, 1)));
    TableGroup rows;
    for (std::size_t at = 0; at < shown; ++at) {
        TableRow row{.id = std::to_string(at)};
        for (const std::string& text : data.numbers[at])
            row.cells.push_back({.text = text, .strong = row.cells.empty()});
        rows.rows.push_back(std::move(row));
    }
    table.groups.push_back(std::move(rows));
    ui::table(ui, "table", table);
    const long long more = std::min<long long>(20, static_cast<long long>(data.numbers.size() - shown));
    if (more > 0 && secondary(ui, "more", ui.counted("ui.show_more", more))) view.rows += 20;
    if (!data.events.empty()) put_event_rows(ui, data);
}

}  // namespace

void figure(Ui& ui, std::string_view id, const FigureData& data, FigureView& view) {
    const Key key = ui.key(id);
    const bool any = !data.series.empty() && !data.series.front().points.empty();
    ui.inside(key, Role::figure, data.conclusion, [&] {
        ui.scope(id, [&] {
            put_plot(ui, key, data, any ? view.selected : -1);
            if (any) put_steps(ui, data, view);
            if (!data.events.empty()) put_events(ui, data);
            if (!data.numbers.empty()) put_numbers(ui, data, view);
        });
    });
}

void small_figure(Ui& ui, std::string_view id, const SmallFigure& figure) {
    const Theme& theme = ui.theme();
    const Key key = ui.key(id);
    const Key link = key_of(key, "said");
    const bool leads = !figure.href.empty();
    const std::string name =
        joined({joined({figure.title, figure.whose}, ", "), figure.last, figure.data.conclusion});
    const float face = face_size(ui, 28), top = ui.open(14);
    ui.inside(key, Role::figure, name, [&] {
        Ground ground{ui};
        const Block title = ui.type().set(figure.title, {strong(small_type()), leads ? theme.link : theme.ink, leads},
                                          ui.width() - face - 8);
        const Block last = ui.type().set(figure.last, {{16, 20}, theme.hint}, ui.width() - face - 8);
        const float head = std::max(face, title.size.height);
        draw_face(ui, {.picture = figure.picture, .colour = figure.colour}, {ui.x() + face / 2, top + head / 2},
                  face);
        ui.draw_text(title, {ui.x() + face + 8, top + (head - title.size.height) / 2});
        ui.draw_text(last, {ui.x() + face + 8, top + head});
        const float line = top + head + last.size.height + 4;
        draw_hairline(ui, ui.x(), line, ui.width());
        const PlotScale scale{.area = {ui.x(), line + 7, ui.width(), 76},
                              .lowest = figure.data.lowest,
                              .highest = figure.data.highest,
                              .days = figure.data.days,
                              .inset = 8};
        draw_small_plot(ui, figure.data, scale, figure.good_above);
        draw_hairline(ui, ui.x(), line + 89, ui.width());
        const Rect rect{ui.x(), top, ui.width(), line + 90 - top};
        ui.node(link, leads ? Role::link : Role::paragraph, name, rect).value = figure.href;
        if (leads && (ui.hovered(link) || ui.held(link)))
            ground.finish({rect.x - 6, rect.y - 6, rect.width + 12, rect.height + 6}, 10,
                          ui.held(link) ? theme.band : theme.leaf, {}, 0);
        ui.close(line + 90, 14);
    });
    if (leads) ui.followed(link, figure.href);
}

}  // namespace goodweek::ui
