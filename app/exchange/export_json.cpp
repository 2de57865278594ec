#include <nlohmann/json.hpp>

#include "exchange/export.h"

namespace goodweek::exchange {

namespace {

using Json = nlohmann::ordered_json;

bool holds_numbers(Column column) {
    return column == Column::value || column == Column::second || column == Column::minutes;
}

// A number where the cell is one (a birthday's value is not), and otherwise its text.
Json json_of(Column column, const std::string& cell) {
    if (!holds_numbers(column)) return cell;
    auto number = Json::parse(cell, nullptr, false);
    return number.is_number() ? number : Json(cell);
}

}  // namespace

std::string to_json(const std::vector<Row>& rows) {
    auto entries = Json::array();
    for (const auto& row : rows) {
        auto entry = Json::object();
        for (std::size_t i = 0; i < column_names.size(); ++i) {
            const auto column = static_cast<Column>(i);
            if (!row[column].empty()) entry[std::string{column_names[i]}] = json_of(column, row[column]);
        }
        entries.push_back(std::move(entry));
    }
    const Json all = {{"format", "goodweek-export"}, {"version", 1}, {"entries", std::move(entries)}};
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace goodweek::exchange
