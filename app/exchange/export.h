// A household's record to take away: everything in it that can be read, for spreadsheets and for programs.
// tests/vectors/export/FORMAT.md.
#pragma once

#include "exchange/rows.h"

namespace goodweek::exchange {

// RFC 4180: CR LF, quotes where needed, a first line with the names of the columns, UTF-8 with a byte order mark so
// that spreadsheets read the accents. A cell of somebody's words that a spreadsheet would take for a formula begins
// with '.
std::string to_csv(const std::vector<Row>& rows);

// {"format":"goodweek-export","version":1,"entries":[{...}]}: the same cells, those that are empty left
// out, values as numbers.
std::string to_json(const std::vector<Row>& rows);

}  // namespace goodweek::exchange
