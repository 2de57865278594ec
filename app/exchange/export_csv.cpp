#include "exchange/export.h"

namespace goodweek::exchange {

namespace {

// A spreadsheet runs what begins like a formula, and these words may have come from anybody in the family or the
// clinic.
bool looks_like_a_formula(std::string_view cell) {
    return !cell.empty() && std::string_view{"=+-@\t\r"}.contains(cell.front());
}

bool holds_words(Column column) {
    switch (column) {
        case Column::home:
        case Column::person:
        case Column::what:
        case Column::typed:
        case Column::typed_unit:
        case Column::dose:
        case Column::people:
        case Column::note:
        case Column::author: return true;
        default: return false;
    }
}

std::string cell_of(const Row& row, Column column) {
    std::string text = row[column];
    if (holds_words(column) && looks_like_a_formula(text)) text.insert(text.begin(), '\'');
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

}  // namespace

std::string to_csv(const std::vector<Row>& rows) {
    std::string csv = "\xEF\xBB\xBF";
    const auto line = [&](auto&& cell_at) {
        for (std::size_t i = 0; i < column_names.size(); ++i) {
            if (i > 0) csv += ',';
            csv += cell_at(i);
        }
        csv += "\r\n";
    };
    line([](std::size_t i) { return column_names[i]; });
    for (const auto& row : rows) line([&](std::size_t i) { return cell_of(row, static_cast<Column>(i)); });
    return csv;
}

}  // namespace goodweek::exchange
