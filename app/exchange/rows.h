// All that a household's log shows, as rows of named cells: what the CSV and the JSON that people take away are made
// of. tests/vectors/export/FORMAT.md says what stands in each column.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/home.h"
#include "records/log.h"

namespace goodweek::exchange {

enum class Column {
    home,
    entry,
    at,
    person,
    person_id,
    kind,
    what,
    value,
    second,
    unit,
    typed,
    typed_unit,
    context,
    dose,
    minutes,
    taken,
    people,
    about,
    note,
    source,
    author,
};
inline constexpr std::array<std::string_view, 21> column_names{
    "home",       "entry",   "at",   "person",  "person_id", "kind",   "what",  "value", "second", "unit",  "typed",
    "typed_unit", "context", "dose", "minutes", "taken",     "people", "about", "note",  "source", "author"};

// Cells that say nothing are empty.
struct Row {
    LocalMoment at;
    std::array<std::string, column_names.size()> cells;

    std::string& operator[](Column column) { return cells[static_cast<std::size_t>(column)]; }
    const std::string& operator[](Column column) const { return cells[static_cast<std::size_t>(column)]; }
};

// Oldest first. What was removed is left out, and so are invites and the names of devices, which are no part of
// anybody's record.
std::vector<Row> rows_of(const records::Log& log, const records::Home& home);

// "5.551", "128", "-0.5": thousandths as a plain decimal, without zeros at its end.
std::string decimal(Thousandths value);

}  // namespace goodweek::exchange
