// Goodweek's own CSV (export.h) read back: what was measured, felt, done and taken. The same household's entries are known
// again by their ids; whatever else it holds is left out, line by line with the reason.
#pragma once

#include "exchange/import.h"
#include "exchange/records_file.h"

namespace goodweek::exchange {

bool is_own_export(const FileRecord& first);
Imported read_own_export(std::span<const FileRecord> records, const ImportFor& who);

}  // namespace goodweek::exchange
