// A table of readings, as families keep it in a spreadsheet: a first line that says what each column is, a row for each time
// that something was measured.
#pragma once

#include "exchange/import.h"
#include "exchange/records_file.h"

namespace goodweek::exchange {

// Has its first line a day and at least one measure that we know?
bool is_table(const FileRecord& first);
// Each row is taken, noted (what could not be read is kept as words on its day) or refused. Columns that mean nothing to us are
// named once, and left out.
Imported read_table(std::span<const FileRecord> records, const ImportFor& who);

}  // namespace goodweek::exchange
