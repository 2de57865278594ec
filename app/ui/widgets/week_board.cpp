#include "ui/widgets/week_board.h"

#include "ui/widgets/parts.h"

namespace goodweek::ui {

namespace {

constexpr float apart = 3;

using Mark = BoardItem::Mark;

// ---- one thing: its mark and its words -------------------------------------------------------------------------------------

float mark_size(const Ui& ui) { return grown(ui, ui.board ? 18 : 20, 40); }

void draw_item_mark(Ui& ui, Mark mark, Point top_left) {
    const Theme& theme = ui.theme();
    const float size = mark_size(ui), radius = size / 2;
    const Point middle{top_left.x + radius, top_left.y + radius};
    if (mark == Mark::planned) {
        ui.draw(shape::Ring{middle, radius - 1, theme.field, 2});
        return;
    }
    ui.draw(shape::Disc{middle, radius, mark == Mark::done ? theme.done_fill : theme.info});
    if (theme.outlined) ui.draw(shape::Ring{middle, radius, theme.ink, 2});
    const float icon = size * 0.66f;
    ui.draw_icon(mark == Mark::done ? "check" : "moon", {middle.x - icon / 2, middle.y - icon / 2}, icon,
                 mark == Mark::done ? theme.on_done : theme.ink);
}

Type item_type(const Ui& ui) { return ui.board ? small_type() : Type{18, 24}; }

// Draws it and gives back how high it is.
float put_item(Ui& ui, const BoardItem& item, Point at, float width) {
    const float mark = mark_size(ui), indent = mark + (ui.board ? 8.0f : 10.0f);
    const Type type = item_type(ui);
    const Block words = ui.type().set(item.text, {type, ui.theme().ink}, std::max(20.0f, width - indent));
    const float line = type.line * ui.scale();
    draw_item_mark(ui, item.mark, {at.x, at.y + (line - mark) / 2});
    ui.draw_text(words, {at.x + indent, at.y});
    return std::max(words.size.height, mark);
}

float put_items(Ui& ui, const std::vector<BoardItem>& items, Point at, float width) {
    float height = 0;
    for (const auto& item : items) {
        if (height > 0) height += ui.board ? 6.0f : 4.0f;
        height += put_item(ui, item, {at.x, at.y + height}, width);
    }
    return height;
}

std::string said(const WeekBoard& board, const BoardItem& item) {
    const auto& mark = item.mark == Mark::done      ? board.done
                       : item.mark == Mark::planned ? board.planned
                                                    : board.rest_word;
    return item.mark == Mark::rest ? item.text : item.text + ", " + mark;
}

std::string said(const WeekBoard& board, const std::vector<BoardItem>& items) {
    std::string all;
    for (const auto& item : items) all += (all.empty() ? "" : ". ") + said(board, item);
    return all;
}

DayColours colours_of(const Ui& ui, const WeekBoard& board, int place) {
    const bool today = place == board.today;
    const auto state = board.days[static_cast<std::size_t>(place)].state;
    return day_colours(ui.theme(), today ? DayState::nothing : state, today);
}

void draw_day_cell(Ui& ui, const WeekBoard& board, int place, Rect cell, Corners corners) {
    ui.draw(shape::Fill{cell, corners, colours_of(ui, board, place).ground});
    const bool nothing = board.days[static_cast<std::size_t>(place)].state == DayState::nothing;
    if (ui.theme().outlined) ui.draw(shape::Outline{cell, corners, ui.theme().ink, 2});
    else if (nothing && place != board.today) ui.draw(shape::Outline{cell, corners, ui.theme().line, 1});
}

// The day's name over its date, in the middle of the cell.
void draw_day_words(Ui& ui, const WeekBoard& board, int place, Rect cell, const std::string& name) {
    const auto& day = board.days[static_cast<std::size_t>(place)];
    const bool today = place == board.today;
    const Colour colour = colours_of(ui, board, place).word;
    const Block words =
        ui.type().set(name, {{16, 21, today ? Face::semibold : Face::regular}, colour}, cell.width, Align::centre);
    const Block date = ui.type().set(day.date, {{22, 27, Face::semibold}, colour}, cell.width, Align::centre);
    const float top = cell.y + (cell.height - words.size.height - date.size.height) / 2;
    ui.draw_text(words, {cell.x, top});
    ui.draw_text(date, {cell.x, top + words.size.height});
}

bool put_day_link(Ui& ui, Key key, std::string name, const std::string& href, Rect rect) {
    AccessNode& node = ui.node(key, Role::link, std::move(name), rect);
    node.value = href;
    return ui.followed(key, href);
}

// ---- the board -------------------------------------------------------------------------------------------------------------

struct Columns {
    float x, first, width;  // where it begins, the people's column, each day's

    Rect of(int place, float y, float height) const {
        return {x + first + static_cast<float>(place) * (width + apart), y, width, height};
    }
};

Columns columns_of(const Ui& ui, const WeekBoard& board) {
    float names = 0;
    for (const auto& row : board.rows) names = std::max(names, ui.type().width(row.name, strong(Type{17, 22})));
    const float first = std::min(36 + 10 + names + 14, ui.width() / 5);
    return {ui.x(), first, (ui.width() - first - 6 * apart) / 7};
}

constexpr float sun_radius = 48, sun_rise = 27, sun_gap = 3;

void put_heads(Ui& ui, const WeekBoard& board, const Columns& columns, Key key) {
    const float height = 64 + (ui.scale() - 1) * 48;
    const Rect rect = ui.place(sun_rise + sun_gap + height, {0, 0});
    const float top = rect.y + sun_rise + sun_gap;
    bool full = true;
    for (const auto& day : board.days) full = full && ui.type().width(day.name, {16, 21}) < columns.width - 8;
    ui.inside(key_of(key, "head"), Role::row, "", [&] {
        ui.node(key_of(key, "who"), Role::column_header, board.who, {columns.x, top, columns.first, height});
        for (int place = 0; place < 7; ++place) {
            const auto& day = board.days[static_cast<std::size_t>(place)];
            const Rect cell = columns.of(place, top, height);
            const float left = place == 0 ? 14.0f : 4.0f, right = place == 6 ? 14.0f : 4.0f;
            if (place == board.today)
                ui.draw(
                    shape::Slice{{cell.x + cell.width / 2, cell.y - sun_gap}, sun_radius, sun_rise, ui.theme().sun});
            draw_day_cell(ui, board, place, cell, {left, right, right, left});
            draw_day_words(ui, board, place, cell, full ? day.name : day.brief);
            ui.node(key_of(key, "day" + std::to_string(place)), Role::column_header, day.name + " " + day.date, cell);
        }
    });
}

void put_row(Ui& ui, const WeekBoard& board, const BoardRow& row, const Columns& columns, Key key) {
    const float least = 92, padding = 14;
    const float top = ui.open(0);
    float height = least;
    // Today's ground comes before the words and is as high as they need: filled in below.
    const std::size_t lit = ui.draw(shape::Fill{});
    ui.inside(key, Role::row, "", [&] {
        const Block name = ui.type().set(row.name, {strong(Type{17, 22}), ui.theme().ink}, columns.first - 50);
        draw_face(ui, row.face, {columns.x + 18, top + padding + 14}, 36);
        ui.draw_text(name, {columns.x + 46, top + padding + 14 - name.size.height / 2});
        ui.node(key_of(key, "who"), Role::cell, row.name, {columns.x, top, columns.first, least});
        for (int place = 0; place < 7; ++place) {
            const auto& items = row.cells[static_cast<std::size_t>(place)];
            const Rect cell = columns.of(place, top, least);
            const float words = put_items(ui, items, {cell.x + 8, cell.y + padding}, cell.width - 12);
            height = std::max(height, words + 2 * padding);
            ui.node(key_of(key, std::to_string(place)), Role::cell, said(board, items), cell);
        }
    });
    if (board.today >= 0) ui.layer()[lit] = shape::Fill{columns.of(board.today, top, height), {}, ui.theme().warn};
    for (int place = -1; place < 7; ++place) {
        const Rect cell = place < 0 ? Rect{columns.x, 0, columns.first - apart, 0} : columns.of(place, 0, 0);
        draw_hairline(ui, cell.x, top + height - 1, cell.width);
    }
    ui.close(top + height, 0);
}

// What the three marks mean, for those who see them.
void put_legend(Ui& ui, const WeekBoard& board) {
    const Rect rect = ui.place(small_type().line * ui.scale() + 4, {12, 8});
    float x = rect.x;
    for (const auto& [mark, word] : {std::pair{Mark::done, &board.done}, std::pair{Mark::planned, &board.planned},
                                     std::pair{Mark::rest, &board.rest_word}}) {
        draw_item_mark(ui, mark, {x, rect.y + (rect.height - mark_size(ui)) / 2});
        const Block words = ui.type().set(*word, {small_type(), ui.theme().hint}, 300);
        ui.draw_text(words, {x + mark_size(ui) + 8, rect.y + (rect.height - words.size.height) / 2});
        x += mark_size(ui) + 8 + words.size.width + 22;
    }
}

}  // namespace

void week_board(Ui& ui, std::string_view id, const WeekBoard& board) {
    const Key key = ui.key(id);
    const Columns columns = columns_of(ui, board);
    const float top = ui.open(8);
    ui.inside(key, Role::table, board.name, [&] {
        put_heads(ui, board, columns, key);
        for (std::size_t at = 0; at < board.rows.size(); ++at)
            put_row(ui, board, board.rows[at], columns, key_of(key, "row" + std::to_string(at)));
    });
    if (auto* table = ui.find(key)) table->hidden_name = true;
    put_legend(ui, board);
    // Over the heads: each day's own page. After the table, so that it is read first.
    ui.inside(key_of(key, "days"), Role::list, board.name, [&] {
        for (int place = 0; place < 7; ++place) {
            const auto& day = board.days[static_cast<std::size_t>(place)];
            const Key link = key_of(key, "open" + std::to_string(place));
            const Rect cell = columns.of(place, top + sun_rise + sun_gap, 64 + (ui.scale() - 1) * 48);
            ui.inside(key_of(link, "item"), Role::list_item, "",
                      [&] { put_day_link(ui, link, day.said, day.href, cell); });
            if (ui.hovered(link) || ui.held(link))
                ui.draw(shape::Outline{cell, Corners::all(6), ui.theme().go, ui.held(link) ? 3.0f : 2.0f});
        }
    });
}

void week_spine(Ui& ui, std::string_view id, const WeekBoard& board) {
    const Key key = ui.key(id);
    const Theme& theme = ui.theme();
    const float indent = ui.stacked() ? 0 : 14, wide = std::min(60 * std::max(1.0f, ui.scale()), 110.0f);
    const auto& cells = board.rows.front().cells;
    ui.inside(key, Role::list, board.name, [&] {
        for (int place = 0; place < 7; ++place) {
            const auto& day = board.days[static_cast<std::size_t>(place)];
            const auto& items = cells[static_cast<std::size_t>(place)];
            const Key link = key_of(key, std::to_string(place));
            const float top = ui.open(place == 0 ? 8.0f : apart);
            const float left = ui.x() + indent + wide + 14, width = ui.x() + ui.width() - left;
            const std::size_t ground = ui.draw(shape::Fill{});
            const float padding = 11;
            float height = 0;
            const Block nothing = ui.type().set(board.nothing, {item_type(ui), theme.hint}, width);
            if (items.empty()) height = nothing.size.height;
            else height = put_items(ui, items, {left, top + padding}, width);
            const float high = std::max(height + 2 * padding, 60 + (ui.scale() - 1) * 48);
            if (items.empty() && day.state == DayState::to_come)
                ui.draw_text(nothing, {left, top + (high - nothing.size.height) / 2});
            const Rect cell{ui.x() + indent, top, wide, high};
            const float above = place == 0 ? 14.0f : 4.0f, below = place == 6 ? 14.0f : 4.0f;
            const Corners corners{above, above, below, below};
            if (place == board.today && indent > 0)
                ui.draw(shape::Slice{{cell.x - 3, cell.y + high / 2}, 32, 14, theme.sun, true});
            draw_day_cell(ui, board, place, cell, corners);
            draw_day_words(ui, board, place, cell, day.brief);
            if (ui.hovered(link) || ui.held(link))
                ui.layer()[ground] = shape::Fill{
                    {left - 8, top, width + 8, high}, Corners::all(8), ui.held(link) ? theme.band : theme.leaf};
            if (place < 6) draw_hairline(ui, left, top + high, width);
            ui.close(top + high, 0);
            ui.inside(key_of(link, "item"), Role::list_item, "", [&] {
                const auto words = items.empty() ? std::string{} : said(board, items);
                put_day_link(ui, link, joined({day.said, words}), day.href,
                             {ui.x() + indent, top, ui.width() - indent, high});
            });
        }
    });
}

}  // namespace goodweek::ui
