// A file of records with separators, as spreadsheets write it: commas, semicolons or tabs; cells in quotes may hold anything.
// RFC 4180, and forgiving where it can be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace goodweek::exchange {

struct FileRecord {
    std::size_t line = 0;  // on which it begins, from 1
    std::vector<std::string> cells{};
    bool open_quote = false;  // a quote that nobody closed: the rest of the file is in its last cell

    // Without outer spaces; empty beyond the last.
    std::string_view cell(std::size_t at) const;
    bool empty() const;
};

// Without a byte order mark. The separator is the one that the first line has most of; a comma, where it has none.
std::vector<FileRecord> records_in(std::string_view text);

}  // namespace goodweek::exchange
