#include "ui/widgets/week_strip.h"

#include "ui/widgets/parts.h"

namespace goodweek::ui {

namespace {

// A form's measures: cell height, the corners of its ends and of the rest, and its sun: radius, rise, gap.
struct Measures {
    float height, end, corner;
    float radius, rise, gap;
};

Measures measures_of(WeekStrip::Form form) {
    switch (form) {
        case WeekStrip::Form::middle: return {50, 12, 4, 27, 15, 3};
        case WeekStrip::Form::tiny: return {34, 9, 3, 18, 9, 3};
        case WeekStrip::Form::line: return {6, 3, 1, 12, 9, 2};
        default: return {64, 14, 4, 36, 22, 3};
    }
}

constexpr float apart = 3;

Corners corners_of(int place, int of, float end, float corner) {
    const float left = place == 0 ? end : corner, right = place == of - 1 ? end : corner;
    return {left, right, right, left};
}

Rect cell_of(Rect strip, int place, int of, float between = apart) {
    const float width = (strip.width - between * static_cast<float>(of - 1)) / static_cast<float>(of);
    return {strip.x + (width + between) * static_cast<float>(place), strip.y, width, strip.height};
}

void draw_sun(Ui& ui, Rect cell, const Measures& measures, float risen = 1) {
    if (measures.rise * risen < 0.5f) return;
    ui.draw(shape::Slice{
        {cell.x + cell.width / 2, cell.y - measures.gap}, measures.radius, measures.rise * risen, ui.theme().sun});
}

void draw_cell(Ui& ui, Rect cell, Corners corners, DayState state, Colour ground) {
    ui.draw(shape::Fill{cell, corners, ground});
    if (ui.theme().outlined) ui.draw(shape::Outline{cell, corners, ui.theme().ink, 2});
    else if (state == DayState::nothing) ui.draw(shape::Outline{cell, corners, ui.theme().line, 1});
}

// Under a day's name: a tick, a moon, today's date, or a ring where something is planned. Nothing written has no mark.
void draw_mark(Ui& ui, const WeekDay& day, bool today, const std::string& date, Rect cell, float top, float size,
               Colour colour) {
    const float middle = cell.x + cell.width / 2;
    if (day.state == DayState::good) ui.draw_icon("check", {middle - size / 2, top}, size, colour);
    else if (day.state == DayState::rest) ui.draw_icon("moon", {middle - size / 2, top}, size, colour);
    else if (today && !date.empty()) {
        const Block number = ui.type().set(date, {{22, 26.4f, Face::semibold}, colour}, cell.width, Align::centre);
        ui.draw_text(number, {cell.x, top - 2});
    } else if (day.planned) {
        ui.draw(shape::Ring{{middle, top + 12}, 5 * std::max(1.0f, size / 24), colour, 2});
    }
}

std::string day_name(const Ui& ui, int place, bool one_letter) {
    const std::string name = ui.text_of("weekday.short.", std::to_string(place));
    if (!one_letter) return name;
    std::string_view rest = name;
    next_character(rest);
    return name.substr(0, name.size() - rest.size());
}

// The height a strip's cells need when the text in them has grown.
float height_of(const Ui& ui, WeekStrip::Form form) {
    const float plain = measures_of(form).height;
    return form == WeekStrip::Form::line ? plain
                                         : plain + (ui.scale() - 1) * (form == WeekStrip::Form::tiny ? 20.0f : 42.0f);
}

// A day turning good fills from its foot; the sun comes up over today once.
void draw_ground_of(Ui& ui, const WeekStrip& strip, int place, Rect cell, Key key) {
    const DayState state = strip.days[static_cast<std::size_t>(place)].state;
    const Measures measures = measures_of(strip.form);
    const bool today = place == strip.today, good = state == DayState::good;
    const Corners corners = corners_of(place, 7, measures.end, measures.corner);
    const float filled = ui.moved(key_of(key, "fill"), good ? 1 : 0, 240);
    if (today)
        draw_sun(ui, cell, measures,
                 strip.form == WeekStrip::Form::large ? ui.first_seen(key_of(key, "sun"), 400) : 1);
    const bool on_its_way = good && filled < 1;
    const DayState before = on_its_way ? DayState::nothing : state;
    draw_cell(ui, cell, corners, today ? DayState::good : before, day_colours(ui.theme(), before, today).ground);
    if (!on_its_way) return;
    const float height = cell.height * filled;
    ui.draw(shape::Clip{{cell.x, cell.y + cell.height - height, cell.width, height}});
    ui.draw(shape::Fill{cell, corners, ui.theme().done_fill});
    ui.draw(shape::Unclip{});
}

void draw_day(Ui& ui, const WeekStrip& strip, int place, Rect cell, Key key) {
    const WeekDay& day = strip.days[static_cast<std::size_t>(place)];
    const bool today = place == strip.today, tiny = strip.form == WeekStrip::Form::tiny;
    const DayColours colours = day_colours(ui.theme(), day.state, today);
    draw_ground_of(ui, strip, place, cell, key);

    const bool large = strip.form == WeekStrip::Form::large;
    const Type type{16, 20, today ? Face::semibold : Face::regular};
    const bool one_letter =
        tiny || ui.stacked() || ui.type().width(day_name(ui, place, false), type) > cell.width - 2;
    const Block name =
        ui.type().set(day_name(ui, place, one_letter), {type, colours.word}, cell.width, Align::centre);
    const float top = cell.y + (large ? 9.0f : tiny ? (cell.height - name.size.height) / 2 : 4.0f);
    ui.draw_text(name, {cell.x, top});
    if (tiny) return;
    const float mark = std::min(grown(ui, large ? 24 : 20), cell.width - 4);
    draw_mark(ui, day, today, large ? day.date : "", cell, top + name.size.height + (large ? 4.0f : 1.0f), mark,
              colours.word);
}

}  // namespace

DayColours day_colours(const Theme& theme, DayState state, bool today) {
    if (state == DayState::good) return {theme.done_fill, theme.on_done};
    if (today) return {theme.sun, theme.on_sun};
    if (state == DayState::rest) return {theme.info, theme.ink};
    if (state == DayState::nothing) return {theme.card, theme.hint};
    return {theme.well, theme.hint};
}

void week_strip(Ui& ui, const WeekStrip& strip) {
    const Measures measures = measures_of(strip.form);
    const float width =
        strip.form == WeekStrip::Form::tiny ? std::min(ui.width(), 238.0f * std::max(1.0f, ui.scale())) : ui.width();
    const float height = height_of(ui, strip.form);
    // The room above the cells is the sun's.
    const Rect rect = ui.place(measures.rise + measures.gap + height, {0, 10});
    const Rect cells{rect.x, rect.y + measures.rise + measures.gap, width, height};
    const Key key = ui.key_or_nth(strip.id, "week");
    ui.inside(key, Role::list, strip.name, [&] {
        for (int place = 0; place < 7; ++place) {
            const Rect cell = cell_of(cells, place, 7);
            const Key day = key_of(key, std::to_string(place));
            draw_day(ui, strip, place, cell, day);
            ui.inside(day, Role::list_item, "", [&] {
                ui.node(key_of(day, "said"), Role::paragraph, strip.days[static_cast<std::size_t>(place)].said, cell);
            });
        }
    });
}

Size small_strip_size(const Ui& ui) {
    const float scale = std::min(2.0f, std::max(1.0f, ui.scale())), cell = ui.board ? 11.0f : 12.0f;
    return {(7 * cell + 12) * scale, (ui.board ? 20.0f : 18.0f) * scale};
}

Size draw_small_strip(Ui& ui, const WeekStrip& strip, Point top_left) {
    const Theme& theme = ui.theme();
    const Size size = small_strip_size(ui);
    const Rect whole{top_left.x, top_left.y, size.width, size.height};
    for (int place = 0; place < 7; ++place) {
        const DayState state = strip.days[static_cast<std::size_t>(place)].state;
        const Rect cell = cell_of(whole, place, 7, 2);
        const Corners corners = corners_of(place, 7, 5, 2);
        const bool today = place == strip.today;
        if (state == DayState::nothing && !today) ui.draw(shape::Outline{cell, corners, theme.field, 1});
        else
            ui.draw(shape::Fill{cell, corners,
                                state == DayState::good   ? theme.done_fill
                                : state == DayState::rest ? theme.info
                                                          : theme.well});
        if (state == DayState::rest || theme.outlined) ui.draw(shape::Outline{cell, corners, theme.info_edge, 1});
        if (today)
            ui.draw(shape::Fill{{cell.x, cell.y + cell.height - 4, cell.width, 4},
                                {0, 0, corners.bottom_right, corners.bottom_left},
                                theme.sun});
    }
    return size;
}

void draw_week_line(Ui& ui, const WeekStrip& strip, Rect line) {
    const Measures measures = measures_of(WeekStrip::Form::line);
    for (int place = 0; place < 7; ++place) {
        const DayState state = strip.days[static_cast<std::size_t>(place)].state;
        const Rect cell = cell_of(line, place, 7);
        if (place == strip.today) draw_sun(ui, cell, measures);
        const Colour ground = place == strip.today         ? ui.theme().sun
                              : state == DayState::nothing ? ui.theme().well
                                                           : day_colours(ui.theme(), state, false).ground;
        draw_cell(ui, cell, corners_of(place, 7, measures.end, measures.corner), DayState::good, ground);
    }
}

void draw_step_line(Ui& ui, int step, int of, Rect line) {
    const Measures measures = measures_of(WeekStrip::Form::line);
    for (int place = 0; place < of; ++place) {
        const Rect cell = cell_of(line, place, of);
        const bool here = place + 1 == step;
        if (here) draw_sun(ui, cell, measures);
        const Colour ground = here ? ui.theme().sun : place + 1 < step ? ui.theme().done_fill : ui.theme().well;
        draw_cell(ui, cell, corners_of(place, of, measures.end, measures.corner), DayState::good, ground);
    }
}

void opening(Ui& ui, int today) {
    const Theme& theme = ui.theme();
    // The picture is drawn for a column of 358, and no larger than half as much again.
    const float share = std::min(ui.width() / 358, 1.5f);
    const Measures measures{116 * share, 24 * share, 6 * share, 106 * share, 98 * share, 4 * share};
    const Rect rect = ui.place(measures.rise + 8 * share + measures.gap + measures.height, {12, 32});
    const Rect cells{rect.x, rect.y + rect.height - measures.height, std::min(rect.width, 358 * share),
                     measures.height};
    const float risen = measures.rise;
    for (int place = 0; place < 7; ++place) {
        const Rect cell = cell_of(cells, place, 7, 4 * share);
        const bool here = place == today;
        if (here)
            ui.draw(
                shape::Slice{{cell.x + cell.width / 2, cell.y - measures.gap}, measures.radius, risen, theme.sun});
        const Colour ground = here            ? theme.sun
                              : place > today ? theme.well
                              : place == 2    ? theme.info
                                              : theme.done_fill;
        draw_cell(ui, cell, corners_of(place, 7, measures.end, measures.corner), DayState::good, ground);
    }
}

void draw_logo(Ui& ui, Point top_left, float width) {
    const Theme& theme = ui.theme();
    const float share = width / 40;
    const float top = top_left.y + 16 * share, height = 10 * share;
    ui.draw(shape::Slice{{top_left.x + 20 * share, top_left.y + 14 * share}, 10.5f * share, 9.5f * share, theme.sun});
    for (int bar = 0; bar < 7; ++bar) {
        const float x = top_left.x + 6 * share * static_cast<float>(bar);
        ui.draw(shape::Fill{
            {x, top, 4 * share, height}, corners_of(bar, 7, 3 * share, 0), bar == 3 ? theme.sun : theme.go});
    }
}

}  // namespace goodweek::ui
