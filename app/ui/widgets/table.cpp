#include "ui/widgets/table.h"

#include "ui/widgets/parts.h"

namespace goodweek::ui {

namespace {

constexpr float edge = 16, between = 16;

// ---- columns -------------------------------------------------------------------------------------------------------

struct Plan {
    std::vector<float> x, width;  // of each column; a width of 0 is one that is left out
    bool links = false;           // a chevron stands at the end of every row
};

// Wide enough for columns, or few enough words in them.
bool fits(const Ui& ui, const Table& table) {
    if (ui.width() >= 560 && !ui.stacked()) return true;
    float room = ui.width() - 2 * edge;
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        float widest = ui.type().width(table.columns[at].title, small_type());
        for (const TableGroup& group : table.groups)
            for (const TableRow& row : group.rows) {
                const Cell& cell = row.cells[at];
                if (cell.week || cell.tag || !row.href.empty()) return false;
                widest = std::max(widest, ui.type().width(cell.text, strong(small_type())));
            }
        room -= widest + between;
    }
    return room >= 0;
}

// Between two rows, and never at the sheet's own edge.
void draw_line_above(Ui& ui, const Rect& rect) {
    if (ui.rows++ > 0) draw_hairline(ui, rect.x, rect.y, rect.width);
}

Plan plan_of(const Ui& ui, const Table& table) {
    Plan plan;
    for (const TableGroup& group : table.groups)
        for (const TableRow& row : group.rows) plan.links = plan.links || !row.href.empty();
    const float room = ui.width() - 2 * edge - (plan.links ? 28.0f : 0.0f);
    const std::size_t count = table.columns.size();
    std::vector<bool> shown(count, true);
    const auto needed = [&] {
        float sum = 0;
        for (std::size_t at = 0; at < count; ++at)
            if (shown[at])
                sum += (table.columns[at].width > 0 ? table.columns[at].width * ui.scale() : 140.0f) + between;
        return sum - between;
    };
    // What is not essential gives way first, from the right.
    for (std::size_t at = count; at-- > 0 && needed() > room;)
        if (!table.columns[at].essential) shown[at] = false;
    float fixed = 0, sharing = 0;
    for (std::size_t at = 0; at < count; ++at) {
        if (!shown[at]) continue;
        fixed += between;
        table.columns[at].width > 0 ? fixed += table.columns[at].width * ui.scale() : sharing += 1;
    }
    const float share = sharing > 0 ? std::max(60.0f, (room - fixed + between) / sharing) : 0;
    const float spare = sharing > 0 ? 1.0f : std::max(1.0f, (room + between) / std::max(1.0f, fixed));
    float x = ui.x() + edge;
    for (std::size_t at = 0; at < count; ++at) {
        const float own = table.columns[at].width > 0 ? table.columns[at].width * ui.scale() * spare : share;
        plan.x.push_back(x);
        plan.width.push_back(shown[at] ? own : 0);
        if (shown[at]) x += own + between;
    }
    return plan;
}

// ---- a cell --------------------------------------------------------------------------------------------------------

std::string said(const Cell& cell) {
    return joined({cell.text, cell.tag ? cell.tag->text : "", cell.week ? cell.week->name : ""}, ", ");
}

float indent_of(const Ui& ui, const Cell& cell) {
    if (cell.week) return small_strip_size(ui).width + 8;
    return cell.icon.empty() ? 0 : grown(ui, 18, 32) + 10;
}

Block set_cell(const Ui& ui, const Cell& cell, float width) {
    const Type type = cell.strong ? strong(small_type()) : small_type();
    const float tag = cell.tag ? tag_size(ui, *cell.tag).width + 8 : 0;
    return ui.type().set(cell.text, {type, cell.hint ? ui.theme().hint : ui.theme().ink},
                         std::max(20.0f, width - indent_of(ui, cell) - tag));
}

void draw_cell(Ui& ui, const Cell& cell, const Block& words, Rect rect, bool number) {
    const float middle = rect.y + rect.height / 2;
    float x = rect.x;
    if (cell.week) {
        draw_small_strip(ui, *cell.week, {x, middle - small_strip_size(ui).height / 2});
    } else if (!cell.icon.empty()) {
        const float size = grown(ui, 18, 32);
        ui.draw_icon(cell.icon, {x, middle - size / 2}, size, ui.theme().hint);
    }
    x += indent_of(ui, cell);
    if (number) x = rect.x + rect.width - words.size.width;
    ui.draw_text(words, {x, middle - words.size.height / 2});
    if (cell.tag) {
        const Size size = tag_size(ui, *cell.tag);
        draw_tag(ui, *cell.tag,
                 {number ? x - size.width - 8 : x + words.size.width + (cell.text.empty() ? 0.0f : 8.0f),
                  middle - size.height / 2});
    }
}

// The link in a row's first cell covers the row: it is how the row is pressed.
bool put_link(Ui& ui, Key row_key, const TableRow& row, Rect rect, bool by_browser) {
    const Key key = key_of(row_key, "link");
    AccessNode& node = ui.node(key, Role::link, said(row.cells.front()), rect);
    node.value = row.href;
    node.paint = by_browser ? Paint::browser : Paint::canvas;
    return ui.followed(key, row.href);
}

void put_cell(Ui& ui, Key key, Role role, std::string name, Rect rect, bool by_browser = false) {
    ui.node(key, role, std::move(name), rect).paint = by_browser ? Paint::browser : Paint::canvas;
}

// ---- wide: a table is drawn as one -----------------------------------------------------------------------------------

void put_head(Ui& ui, const Table& table, const Plan& plan, Key key) {
    const float height = small_type().line * ui.scale() + 12;
    const Rect rect = ui.place(height, {0, 0});
    ui.inside(key_of(key, "head"), Role::row, "", [&] {
        for (std::size_t at = 0; at < table.columns.size(); ++at) {
            const Column& column = table.columns[at];
            const Rect cell{plan.x[at], rect.y, plan.width[at], height};
            if (plan.width[at] > 0 && !column.title_hidden) {
                const Block words =
                    ui.type().set(column.title, {small_type(), ui.theme().hint}, cell.width + between);
                ui.draw_text(words, {column.number ? cell.x + cell.width - words.size.width : cell.x,
                                     rect.y + (height - words.size.height) / 2});
            }
            put_cell(ui, key_of(key, "column" + std::to_string(at)), Role::column_header, column.title, cell);
        }
    });
    draw_line_above(ui, rect);
}

void put_group_head(Ui& ui, const TableGroup& group, Key key) {
    if (group.title.empty()) return;
    const Theme& theme = ui.theme();
    const float height = std::max(31.0f, small_type().line * ui.scale() + 9);
    const Rect rect = ui.place(height, {0, 0});
    const float corner = ui.rows == 0 ? 13.0f : 0.0f;  // at the top of the sheet it follows its corners
    ui.draw(shape::Fill{{rect.x + 1, rect.y + (ui.rows == 0 ? 1.0f : 0.0f), rect.width - 2, height},
                        {corner, corner, 0, 0},
                        theme.page});
    draw_line_above(ui, rect);
    float x = rect.x + edge;
    const auto middle = [&](float high) { return rect.y + (height - high) / 2; };
    const Block title = ui.type().set(group.title, {strong(small_type()), theme.ink}, rect.width - 2 * edge);
    ui.draw_text(title, {x, middle(title.size.height)});
    x += title.size.width + 8;
    if (!group.count.empty()) {
        const Tag count{group.count, group.look};
        draw_tag(ui, count, {x, middle(tag_size(ui, count).height)});
        x += tag_size(ui, count).width + 10;
    }
    const Block reason = ui.type().set(group.reason, {small_type(), theme.hint}, 1e4f);
    if (x + reason.size.width < rect.x + rect.width - edge) ui.draw_text(reason, {x, middle(reason.size.height)});
    ui.inside(key, Role::row, "", [&] {
        put_cell(ui, key_of(key, "title"), Role::column_header,
                 joined({group.title, group.count, group.reason}, ", "), rect);
    });
}

bool put_wide_row(Ui& ui, const Table& table, const Plan& plan, const TableRow& row, Key key) {
    std::vector<Block> words;
    float height = 44;
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
        words.push_back(set_cell(ui, row.cells[at], std::max(plan.width[at], 20.0f)));
        if (plan.width[at] > 0) height = std::max(height, words.back().size.height + 14);
    }
    const Rect rect = ui.place(height, {0, 0});
    const Key link = key_of(key, "link");
    if (!row.href.empty() && (ui.hovered(link) || ui.held(link)))
        ui.draw(shape::Fill{
            {rect.x + 1, rect.y, rect.width - 2, height}, {}, ui.held(link) ? ui.theme().band : ui.theme().leaf});
    draw_line_above(ui, rect);
    bool pressed = false;
    ui.inside(key, Role::row, "", [&] {
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            const Rect cell{plan.x[at], rect.y, plan.width[at], height};
            if (plan.width[at] > 0) draw_cell(ui, row.cells[at], words[at], cell, table.columns[at].number);
            const Key cell_key = key_of(key, std::to_string(at));
            if (at > 0 || row.href.empty())
                put_cell(ui, cell_key, Role::cell, said(row.cells[at]), cell, words[at].by_browser);
            else
                ui.inside(cell_key, Role::cell, "",
                          [&] { pressed = put_link(ui, key, row, rect, words[at].by_browser); });
        }
    });
    if (!row.href.empty())
        ui.draw_icon("chevron-right", {rect.x + rect.width - 12 - 20, rect.y + (height - 20) / 2}, 20,
                     ui.theme().hint);
    return pressed;
}

// ---- narrow: each row is drawn as a few lines; it is a table to a screen reader all the same ------------------------

bool put_narrow_row(Ui& ui, const Table& table, const TableRow& row, Key key) {
    const float top = ui.open(0), chevron = row.href.empty() ? 0 : grown(ui, 24, 40) + 8;
    const float left = ui.x() + edge, width = ui.width() - 2 * edge - chevron;
    const Key link = key_of(key, "link");
    Ground ground{ui};
    float y = top + 12;
    std::vector<Rect> cells;
    std::vector<bool> by_browser;
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
        Cell cell = row.cells[at];
        const bool empty_cell = said(cell).empty();
        float indent = 0;
        if (at > 0 && !table.columns[at].title_hidden && !empty_cell) {
            const Block title = ui.type().set(table.columns[at].title, {small_type(), ui.theme().hint}, width);
            indent = title.size.width + 12;
            if (indent > width / 2) indent = 0;
            ui.draw_text(title, {left, y});
            if (indent == 0) y += title.size.height;
        }
        const Block words = set_cell(ui, cell, width - indent);
        const float height = empty_cell ? 0
                                        : std::max(words.size.height, cell.week  ? small_strip_size(ui).height + 4
                                                                      : cell.tag ? tag_size(ui, *cell.tag).height + 2
                                                                                 : 0.0f);
        cells.push_back({left + indent, y, width - indent, height});
        by_browser.push_back(words.by_browser);
        if (!empty_cell) draw_cell(ui, cell, words, cells.back(), false);
        y += height;
    }
    const Rect rect{ui.x(), top, ui.width(), std::max(44.0f, y + 12 - top)};
    bool pressed = false;
    ui.inside(key, Role::row, "", [&] {
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            const Key cell_key = key_of(key, std::to_string(at));
            if (at > 0 || row.href.empty())
                put_cell(ui, cell_key, Role::cell, said(row.cells[at]), cells[at], by_browser[at]);
            else ui.inside(cell_key, Role::cell, "", [&] { pressed = put_link(ui, key, row, rect, by_browser[at]); });
        }
    });
    if (!row.href.empty()) {
        const float size = chevron - 8;
        ui.draw_icon("chevron-right", {rect.x + rect.width - edge - size, rect.y + (rect.height - size) / 2}, size,
                     ui.theme().ink);
        if (ui.hovered(link) || ui.held(link))
            ground.finish({rect.x + 1, rect.y, rect.width - 2, rect.height}, 0,
                          ui.held(link) ? ui.theme().band : ui.theme().leaf, {}, 0);
    }
    draw_line_above(ui, rect);
    ui.close(top + rect.height, 0);
    return pressed;
}

// The columns' names are still said where they are not drawn as a head.
void put_hidden_head(Ui& ui, const Table& table, Key key) {
    ui.inside(key_of(key, "head"), Role::row, "", [&] {
        for (std::size_t at = 0; at < table.columns.size(); ++at)
            put_cell(ui, key_of(key, "column" + std::to_string(at)), Role::column_header, table.columns[at].title,
                     {ui.x(), ui.y(), 1, 1});
    });
}

}  // namespace

std::optional<std::string> table(Ui& ui, std::string_view id, const Table& table) {
    std::optional<std::string> pressed;
    const Key key = ui.key(id);
    const bool wide = fits(ui, table);
    if (!table.caption_hidden) {
        const Block caption = ui.type().set(table.caption, {label_type(ui), ui.theme().ink}, ui.width());
        const Rect rect = ui.place(caption.size.height, {16, 8});
        put_text(ui, key_of(key, "caption"), Role::heading, caption, {rect.x, rect.y}, table.caption).level = 3;
    }
    const float top = ui.open(12);
    Ground ground{ui};
    const int outer = std::exchange(ui.rows, 0);
    float height = 0;
    ui.inside(key, Role::table, table.caption, [&] {
        height = ui.column(ui.x(), top, ui.width(), [&] {
            const Plan plan = wide ? plan_of(ui, table) : Plan{};
            if (wide) put_head(ui, table, plan, key);
            else put_hidden_head(ui, table, key);
            for (std::size_t at = 0; at < table.groups.size(); ++at) {
                const TableGroup& group = table.groups[at];
                put_group_head(ui, group, key_of(key, "group" + std::to_string(at)));
                for (const TableRow& row : group.rows) {
                    const Key row_key = key_of(key_of(key, "row"), row.id);
                    if (wide ? put_wide_row(ui, table, plan, row, row_key) : put_narrow_row(ui, table, row, row_key))
                        pressed = row.id;
                }
            }
        });
    });
    // Its heading has said it.
    if (AccessNode* node = ui.find(key)) node->hidden_name = !table.caption_hidden;
    ui.rows = outer;
    ground.finish_sheet({ui.x(), top, ui.width(), height});
    ui.close(top + height, 12);
    return pressed;
}

}  // namespace goodweek::ui
