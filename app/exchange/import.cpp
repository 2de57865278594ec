#include "exchange/import.h"

#include "exchange/home_glucose.h"
#include "exchange/text.h"

namespace goodweek::exchange {

std::optional<Format> format_named(std::string_view name) {
    if (name == "auto") return Format::automatic;
    if (name == "home-glucose") return Format::home_glucose;
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
        case ImportProblem::unknown_format: break;
    }
    return {.key = "import.unknown_format", .gaps = {}, .count = {}};
}

Result<Imported, ImportProblem> import_file(Format format, ByteView bytes, const PersonId& person,
                                            std::optional<Day> today) {
    if (bytes.empty()) return Failure{ImportProblem::empty};
    if (bytes.size() > largest_file) return Failure{ImportProblem::too_big};
    const auto lines = lines_of(text_of(bytes));
    if (lines.empty()) return Failure{ImportProblem::empty};
    if (lines.size() > most_lines) return Failure{ImportProblem::too_many_lines};
    auto imported = read_home_glucose(lines, person, today);
    if (format == Format::automatic && imported.entries.empty()) return Failure{ImportProblem::unknown_format};
    return imported;
}

}  // namespace goodweek::exchange
