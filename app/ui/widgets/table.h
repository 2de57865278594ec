// A table. Where it is narrow its rows are drawn as cards; it is a table to a screen reader all the same.
#pragma once

#include "ui/ui.h"
#include "ui/widgets/tag.h"
#include "ui/widgets/week_strip.h"

namespace goodweek::ui {

struct Column {
    std::string title;
    float width = 0;      // CSS px; 0 shares what is left
    bool number = false;  // right aligned
    bool title_hidden = false;
    bool essential = true;  // left out where the page is not wide enough for all of them
};

struct Cell {
    std::string text;
    bool strong = false;
    bool hint = false;
    std::string icon;
    std::optional<Tag> tag;
    std::optional<WeekStrip> week;
};

struct TableRow {
    std::string id;
    std::vector<Cell> cells;
    std::string href;  // the whole row is one link, named by its first cell
};

struct TableGroup {
    std::string title;  // empty: rows without a heading
    std::string count;  // in a chip: "3"
    Tag::Look look = Tag::Look::planned;
    std::string reason;  // "oldest first"
    std::vector<TableRow> rows;
};

struct Table {
    std::string caption;  // its name; drawn as a heading unless hidden
    bool caption_hidden = true;
    std::vector<Column> columns;
    std::vector<TableGroup> groups;
};
// Gives back the id of the row that was pressed, or nothing.
std::optional<std::string> table(Ui& ui, std::string_view id, const Table& table);

}  // namespace goodweek::ui
