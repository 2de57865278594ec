#include "exchange/own_export.h"

#include <algorithm>
#include <array>

#include "domain/text.h"
#include "exchange/accounting.h"
#include "exchange/rows.h"
#include "exchange/text.h"

namespace goodweek::exchange {

namespace {

constexpr std::array taken_words{"taken", "part", "missed", "not_known"};
constexpr std::array absent_words{"skipped", "not_known"};
constexpr std::array rest_words{"rest", "ill", "away"};
constexpr int most_minutes = 1440;

template <class Choice, std::size_t Size>
std::optional<Choice> choice_in(const std::array<const char*, Size>& words, std::string_view said) {
    const auto found = std::ranges::find(words, said, [](const char* word) { return std::string_view{word}; });
    return found == words.end() ? std::nullopt : std::optional{static_cast<Choice>(found - words.begin())};
}

// Words that a spreadsheet would have run have an apostrophe before them in the file (export_csv.cpp).
std::string words_in(std::string_view cell) {
    if (cell.size() > 1 && cell.front() == '\'' && std::string_view{"=+-@\t\r"}.contains(cell[1]))
        cell.remove_prefix(1);
    return tidy(cell);
}

Context context_in(std::string_view said) {
    for (int one = 0; one <= static_cast<int>(Context::bedtime); ++one)
        if (to_text(static_cast<Context>(one)) == said) return static_cast<Context>(one);
    return Context::none;
}

class ExportReader {
public:
    explicit ExportReader(const ImportFor& who) : who_(who), books_(who.person, "goodweek") {}

    void read(const FileRecord& record) {
        books_.begin(record.line);
        if (record.empty()) return books_.refused(import_reason("import.line_empty"));
        if (record.open_quote) return books_.refused(import_reason("import.open_quote"));
        const auto at = parse_moment(at_column(record, Column::at));
        if (!at)
            return books_.refused(
                import_reason("import.date_unreadable_here", "date", at_column(record, Column::at)));
        if (is_to_come(*at, who_))
            return books_.refused(import_reason("import.date_in_the_future", "date", to_iso(at->day())));
        const auto* person = who_is_it(record);
        const auto name = at_column(record, Column::person);
        if (!person && !name.empty()) return books_.refused(import_reason("import.person_unknown", "name", name));
        const auto what = happening(record);
        if (!what) return books_.refused(what.error());
        const auto bytes = from_hex(at_column(record, Column::entry));
        const auto id = bytes ? EntityId::from(*bytes) : std::nullopt;
        if (!id || id->empty()) return books_.refused(import_reason("import.not_an_entry"));
        const auto whose = person ? std::optional{person->id} : std::nullopt;
        books_.taken();
        books_.add(*id, whose, *at, with_people(*what, whose));
    }

    Imported take() { return books_.take(); }

private:
    static std::string_view at_column(const FileRecord& record, Column column) {
        return record.cell(static_cast<std::size_t>(column));
    }
    static std::string words(const FileRecord& record, Column column) { return words_in(at_column(record, column)); }

    const Person* who_is_it(const FileRecord& record) const {
        if (const auto* by_id = find_person(who_.people, at_column(record, Column::person_id))) return by_id;
        const auto name = words(record, Column::person);
        return name.empty() ? nullptr : find_person(who_.people, name);
    }

    records::Happening with_people(records::Happening what, std::optional<PersonId> whose) const {
        if (auto* activity = std::get_if<Activity>(&what)) activity->people = {whose.value_or(who_.person)};
        return what;
    }

    // A home log's makers are still to be named after it has been there and back.
    static Source source_of(const FileRecord& record) {
        return at_column(record, Column::source) == to_text(Source::home_log) ? Source::home_log : Source::table;
    }

    Result<records::Happening, Sentence> happening(const FileRecord& record) const {
        const auto kind = at_column(record, Column::kind);
        const auto source = source_of(record);
        if (kind == "reading") return reading(record);
        if (kind == "absent")
            if (const auto why = choice_in<AbsentReading::Why>(absent_words, at_column(record, Column::taken));
                why && find_measure(at_column(record, Column::what)))
                return AbsentReading{std::string{at_column(record, Column::what)}, *why};
        if (kind == "note") return Note{.text = words(record, Column::note), .source = source};
        if (kind == "symptom") {
            const auto strength = whole_number(at_column(record, Column::value));
            return Symptom{.what = words(record, Column::what),
                           .strength = strength && *strength <= 10 ? strength : std::nullopt,
                           .note = words(record, Column::note),
                           .source = source};
        }
        if (kind == "activity") {
            const auto minutes = whole_number(at_column(record, Column::minutes));
            return Activity{.what = words(record, Column::what),
                            .people = {},
                            .minutes = minutes && *minutes <= most_minutes ? minutes : std::nullopt,
                            .note = words(record, Column::note),
                            .source = source};
        }
        if (kind == "medicine") {
            const auto taken = choice_in<Taken>(taken_words, at_column(record, Column::taken));
            if (!taken) return Failure{import_reason("import.not_an_entry")};
            return MedicineTaken{.medicine = words(record, Column::what),
                                 .dose = words(record, Column::dose),
                                 .taken = *taken,
                                 .note = words(record, Column::note),
                                 .source = source};
        }
        if (kind == "rest")
            if (const auto why = choice_in<Rest>(rest_words, at_column(record, Column::what))) return RestDay{*why};
        return Failure{import_reason("import.kind_left_out", "kind", kind)};
    }

    Result<records::Happening, Sentence> reading(const FileRecord& record) const {
        const auto key = at_column(record, Column::what);
        const auto* measure = find_measure(key);
        if (!measure) return Failure{import_reason("import.kind_left_out", "kind", key)};
        const auto typed = at_column(record, Column::typed);
        const auto judged = judge(*measure, typed, at_column(record, Column::typed_unit), false);
        if (!judged) return Failure{import_reason("import.value_refused", "value", typed)};
        return Reading{.measure = std::string{key},
                       .first = judged->first,
                       .second = judged->second,
                       .typed = words_in(typed),
                       .unit = std::string{judged->unit},
                       .context = context_in(at_column(record, Column::context)),
                       .note = words(record, Column::note),
                       .source = source_of(record)};
    }

    ImportFor who_;
    Accounting books_;
};

}  // namespace

bool is_own_export(const FileRecord& first) {
    return std::ranges::equal(first.cells, column_names,
                              [](const std::string& cell, std::string_view name) { return trimmed(cell) == name; });
}

Imported read_own_export(std::span<const FileRecord> records, const ImportFor& who) {
    ExportReader reader{who};
    for (const auto& record : records.subspan(1)) reader.read(record);
    return reader.take();
}

}  // namespace goodweek::exchange
