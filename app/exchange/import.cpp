#include "exchange/import.h"

#include <algorithm>

#include "domain/text.h"
#include "exchange/home_glucose.h"
#include "exchange/own_export.h"
#include "exchange/table_file.h"
#include "exchange/text.h"

namespace goodweek::exchange {

std::optional<Format> format_named(std::string_view name) {
    if (name == "auto") return Format::automatic;
    if (name == "home-glucose") return Format::home_glucose;
    if (name == "table") return Format::table;
    if (name == "goodweek") return Format::own_export;
    return std::nullopt;
}

Sentence to_sentence(ImportProblem problem) {
    switch (problem) {
        case ImportProblem::empty: return {.key = "import.file_empty", .gaps = {}, .count = {}};
        case ImportProblem::too_big:
            return {.key = "import.file_too_big",
                    .gaps = {{"most", std::to_string(largest_file / 1'000'000)}},
                    .count = {}};
        case ImportProblem::too_many_lines:
            return {.key = "import.too_many_lines", .gaps = {{"most", std::to_string(most_lines)}}, .count = {}};
        case ImportProblem::other_encoding: return {.key = "import.other_encoding", .gaps = {}, .count = {}};
        case ImportProblem::no_columns: return {.key = "import.no_columns", .gaps = {}, .count = {}};
        case ImportProblem::unknown_format: break;
    }
    return {.key = "import.unknown_format", .gaps = {}, .count = {}};
}

namespace {

constexpr std::size_t most_columns = 40, longest_shown = 60;

// UTF-16, with its mark or by the NULs between plain letters: spreadsheets write it when asked for "Unicode text".
bool is_other_encoding(std::string_view text) {
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") ||
           text.substr(0, 400).find('\0') != std::string_view::npos;
}

// Words only: what stands over columns, not in them.
bool is_heading(const FileRecord& record) {
    return std::ranges::none_of(record.cells, [](const std::string& cell) {
        return std::ranges::any_of(cell, [](char c) { return c >= '0' && c <= '9'; });
    });
}

Result<Imported, ImportProblem> import_records(Format format, std::string_view text, const ImportFor& who) {
    auto records = records_in(text);
    if (!who.columns.empty()) {
        auto header = records_in(who.columns);
        if (!records.empty() && is_heading(records.front())) records.front() = std::move(header.front());
        else records.insert(records.begin(), std::move(header.front()));
    }
    if (records.empty()) return Failure{ImportProblem::empty};
    if (format != Format::table && is_own_export(records.front())) return read_own_export(records, who);
    if (format == Format::own_export) return Failure{ImportProblem::unknown_format};
    if (is_table(records.front())) return read_table(records, who);
    return Failure{format == Format::table || !who.columns.empty() ? ImportProblem::no_columns
                                                                   : ImportProblem::unknown_format};
}

}  // namespace

std::optional<TableHead> head_of(ByteView bytes) {
    if (bytes.empty() || bytes.size() > largest_file) return std::nullopt;
    const auto text = text_of(bytes);
    if (is_other_encoding(text) || lines_of(text).size() > most_lines) return std::nullopt;
    const auto records = records_in(text);
    if (records.empty() || records.front().open_quote) return std::nullopt;
    const auto columns = records.front().cells.size();
    if (columns < 2 || columns > most_columns) return std::nullopt;
    const bool named = is_heading(records.front());
    const auto* sample = named && records.size() > 1 ? &records[1] : &records.front();
    TableHead head;
    for (std::size_t i = 0; i < columns; ++i) {
        const auto cell = [&](const FileRecord& record) { return one_line(record.cell(i).substr(0, longest_shown)); };
        head.headings.push_back(named ? cell(records.front()) : "");
        head.samples.push_back(cell(*sample));
    }
    return head;
}

Result<Imported, ImportProblem> import_file(Format format, ByteView bytes, const ImportFor& who) {
    if (bytes.empty()) return Failure{ImportProblem::empty};
    if (bytes.size() > largest_file) return Failure{ImportProblem::too_big};
    const auto text = text_of(bytes);
    const auto lines = lines_of(text);
    if (lines.empty()) return Failure{ImportProblem::empty};
    if (lines.size() > most_lines) return Failure{ImportProblem::too_many_lines};
    if (format != Format::home_glucose) {
        auto imported = import_records(format, text, who);
        if (imported || format != Format::automatic || !who.columns.empty()) return imported;
    }
    auto imported = read_home_glucose(lines, who.person, who.today);
    if (format == Format::automatic && imported.entries.empty())
        return Failure{is_other_encoding(text) ? ImportProblem::other_encoding : ImportProblem::unknown_format};
    return imported;
}

Result<Imported, ImportProblem> import_file(Format format, ByteView bytes, const PersonId& person,
                                            std::optional<Day> today) {
    return import_file(format, bytes, {.person = person, .today = today});
}

}  // namespace goodweek::exchange
