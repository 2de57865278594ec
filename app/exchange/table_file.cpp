#include "exchange/table_file.h"

#include <algorithm>
#include <array>

#include "domain/text.h"
#include "exchange/accounting.h"
#include "exchange/text.h"

namespace goodweek::exchange {

namespace {

constexpr std::size_t longest_cell = 2000;

struct ColumnIs {
    enum class Kind { unknown, day, time, at, person, note, measure, upper, lower } kind = Kind::unknown;
    const Measure* measure = nullptr;
    std::string unit{};
    std::string heading{};
};

struct Spelled {
    std::string_view heading;
    ColumnIs::Kind kind;
};
constexpr std::array plain_columns{
    Spelled{"date", ColumnIs::Kind::day},        Spelled{"day", ColumnIs::Kind::day},
    Spelled{"time", ColumnIs::Kind::time},       Spelled{"at", ColumnIs::Kind::at},
    Spelled{"when", ColumnIs::Kind::at},         Spelled{"date and time", ColumnIs::Kind::at},
    Spelled{"datetime", ColumnIs::Kind::at},     Spelled{"timestamp", ColumnIs::Kind::at},
    Spelled{"person", ColumnIs::Kind::person},   Spelled{"name", ColumnIs::Kind::person},
    Spelled{"who", ColumnIs::Kind::person},      Spelled{"note", ColumnIs::Kind::note},
    Spelled{"notes", ColumnIs::Kind::note},      Spelled{"comment", ColumnIs::Kind::note},
    Spelled{"comments", ColumnIs::Kind::note},   Spelled{"remarks", ColumnIs::Kind::note},
    Spelled{"systolic", ColumnIs::Kind::upper},  Spelled{"sys", ColumnIs::Kind::upper},
    Spelled{"diastolic", ColumnIs::Kind::lower}, Spelled{"dia", ColumnIs::Kind::lower}};

struct AlsoCalled {
    std::string_view heading, measure;
};
constexpr std::array measures_also{AlsoCalled{"bp", "blood_pressure"},
                                   AlsoCalled{"pef", "peak_flow"},
                                   AlsoCalled{"peakflow", "peak_flow"},
                                   AlsoCalled{"sugar", "glucose"},
                                   AlsoCalled{"blood sugar", "glucose"},
                                   AlsoCalled{"blood glucose", "glucose"},
                                   AlsoCalled{"heart rate", "pulse"},
                                   AlsoCalled{"hr", "pulse"},
                                   AlsoCalled{"oxygen", "spo2"},
                                   AlsoCalled{"sats", "spo2"},
                                   AlsoCalled{"temperature", "temp"},
                                   AlsoCalled{"sensor glucose", "glucose_sensor"},
                                   AlsoCalled{"reliever puffs", "reliever"}};

std::string small(std::string_view text) {
    std::string letters{trimmed(text)};
    for (auto& c : letters) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == '_') c = ' ';
    }
    return letters;
}

const Measure* measure_called(std::string_view heading) {
    for (const auto& measure : measures())
        if (small(measure.key) == heading) return &measure;
    const auto also = std::ranges::find(measures_also, heading, &AlsoCalled::heading);
    return also == measures_also.end() ? nullptr : find_measure(also->measure);
}

// "Weight (kg)", "weight kg", "Blood sugar, mmol/L": the longest beginning that is a measure, and a unit of it or nothing.
ColumnIs column_of(std::string_view cell) {
    ColumnIs column{.heading = std::string{trimmed(cell)}};
    const auto heading = small(cell);
    const auto plain = std::ranges::find(plain_columns, heading, &Spelled::heading);
    if (plain != plain_columns.end()) {
        column.kind = plain->kind;
        return column;
    }
    for (std::size_t end = heading.size(); end > 0; --end) {
        const auto* measure = measure_called(trimmed(std::string_view{heading}.substr(0, end)));
        if (!measure) continue;
        std::string_view unit = trimmed(std::string_view{heading}.substr(end));
        while (!unit.empty() && std::string_view{"([,: "}.contains(unit.front())) unit.remove_prefix(1);
        while (!unit.empty() && std::string_view{")] "}.contains(unit.back())) unit.remove_suffix(1);
        const auto found = std::ranges::find_if(measure->units,
                                                [&](const Unit& one) { return is_spelled(unit, one.key, one.also); });
        if (!unit.empty() && found == measure->units.end()) return column;
        column.kind = ColumnIs::Kind::measure;
        column.measure = measure;
        column.unit = unit.empty() ? measure->units.front().key : found->key;
        return column;
    }
    return column;
}

std::vector<ColumnIs> columns_of(const FileRecord& first) {
    std::vector<ColumnIs> columns;
    for (const auto& cell : first.cells) columns.push_back(column_of(cell));
    return columns;
}

bool has(std::span<const ColumnIs> columns, ColumnIs::Kind kind) {
    return std::ranges::contains(columns, kind, &ColumnIs::kind);
}

// "2026-11-06", "6/11/2026", "06.11.26", "6-11-2026": the day comes first, as it does here.
std::optional<Day> day_in(std::string_view text) {
    if (const auto iso = parse_day(text)) return iso;
    for (const char between : {'/', '.', '-'}) {
        const auto parts = parts_of(text, between);
        if (parts.size() != 3) continue;
        const auto day = whole_number(trimmed(parts[0])), month = whole_number(trimmed(parts[1]));
        auto year = whole_number(trimmed(parts[2]));
        if (!day || !month || !year) return std::nullopt;
        if (trimmed(parts[2]).size() == 2) year = 2000 + *year;
        return make_day(*year, *month, *day);
    }
    return std::nullopt;
}

// "7:45", "07:45:10", "7.45 pm".
std::optional<Minutes> time_in(std::string_view text) {
    auto said = small(text);
    int add = 0;
    const bool afternoon = said.ends_with("pm"), twelve = afternoon || said.ends_with("am");
    if (twelve) said.resize(said.size() - 2);
    const auto parts = parts_of(trimmed(said), said.contains(':') ? ':' : '.');
    if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
    auto hour = whole_number(parts[0]), minute = whole_number(parts[1]);
    if (!hour || !minute || *minute > 59 || *hour > 23) return std::nullopt;
    if (twelve && (*hour < 1 || *hour > 12)) return std::nullopt;
    if (twelve) hour = *hour % 12;
    if (afternoon) add = 12;
    return Minutes{(*hour + add) * 60 + *minute};
}

Reading reading_of(const Measure& measure, const Judged& judged, std::string_view typed, std::string_view note) {
    return {.measure = std::string{measure.key},
            .first = judged.first,
            .second = judged.second,
            .typed = tidy(typed),
            .unit = std::string{judged.unit},
            .note = tidy(note),
            .source = Source::table};
}

class TableReader {
public:
    TableReader(const FileRecord& first, const ImportFor& who)
        : columns_(columns_of(first)), who_(who), books_(who.person, "table") {}

    Imported read(std::span<const FileRecord> records) {
        for (const auto& record : records) read_row(record);
        auto imported = books_.take();
        name_unknown(imported);
        return imported;
    }

private:
    using Kind = ColumnIs::Kind;

    void name_unknown(Imported& imported) const {
        std::string unknown;
        for (const auto& column : columns_)
            if (column.kind == Kind::unknown && !column.heading.empty())
                unknown += (unknown.empty() ? "" : ", ") + column.heading;
        if (unknown.empty()) return;
        imported.columns_left_out = tidy(unknown);
    }

    std::string_view cell(const FileRecord& record, Kind kind) const {
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (columns_[i].kind == kind) return record.cell(i);
        return {};
    }

    // When a row was, and what of that could not be read though its day could.
    struct When {
        LocalMoment at{};
        std::optional<Sentence> left_out{};
    };

    Result<When, Sentence> when_of(const FileRecord& record) const {
        // "06/11/2026 07:45" in one cell is a day and a time.
        const auto whole = cell(record, Kind::at);
        if (const auto at = parse_moment(whole)) return judged_day({.at = *at});
        const auto space = std::min(whole.find(' '), whole.size());
        const auto said = whole.empty() ? cell(record, Kind::day) : whole.substr(0, space);
        const auto time = whole.empty() ? cell(record, Kind::time) : trimmed(whole.substr(space));
        if (said.empty()) return Failure{import_reason("import.date_missing")};
        const auto day = day_in(said);
        if (!day) return Failure{import_reason("import.date_unreadable_here", "date", said)};
        if (time.empty()) return judged_day({.at = noon_of(*day, who_.offset)});
        if (const auto minutes = time_in(time)) return judged_day({.at = moment_of(*day, *minutes, who_.offset)});
        return judged_day(
            {.at = noon_of(*day, who_.offset), .left_out = import_reason("import.time_left_out", "time", time)});
    }

    Result<When, Sentence> judged_day(When when) const {
        if (is_to_come(when.at, who_))
            return Failure{import_reason("import.date_in_the_future", "date", to_iso(when.at.day()))};
        return when;
    }

    void read_row(const FileRecord& record) {
        books_.begin(record.line);
        if (record.empty()) return books_.refused(import_reason("import.line_empty"));
        if (record.open_quote) return books_.refused(import_reason("import.open_quote"));
        if (std::ranges::any_of(record.cells, [](const auto& one) { return one.size() > longest_cell; }))
            return books_.refused(import_reason("import.cell_too_long"));
        const auto when = when_of(record);
        if (!when) return books_.refused(when.error());
        std::optional<PersonId> person;
        if (const auto name = cell(record, Kind::person); !name.empty()) {
            const auto* found = find_person(who_.people, name);
            if (!found) return books_.refused(import_reason("import.person_unknown", "name", name));
            person = found->id;
        }
        read_values(record, person, *when);
    }

    void read_values(const FileRecord& record, std::optional<PersonId> person, const When& when) {
        const auto& at = when.at;
        std::size_t values = 0, added = 0;
        std::optional<Sentence> wrong = when.left_out, repeated;
        const auto value = [&](const Measure& measure, std::string_view unit, const std::string& heading,
                               std::string_view typed) {
            if (typed.empty()) return;
            ++values;
            const auto record_text = std::string{measure.key} + " " + to_iso(at) + " " + small(typed) + " " +
                                     std::string{unit} + (person ? " " + person->hex() : "");
            if (auto again = books_.repeats(record_text)) {
                repeated = std::move(again);
                return;
            }
            ++added;
            const auto judged = judge_at_age(measure, typed, unit, months_of(person, at));
            if (judged)
                return books_.add(record_text, person, at,
                                  reading_of(measure, *judged, typed, cell(record, Kind::note)));
            wrong = import_reason("import.value_kept_as_note", "value", typed);
            books_.add(record_text, person, at, Note{.text = heading + ": " + tidy(typed), .source = Source::table});
        };
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (columns_[i].kind == Kind::measure)
                value(*columns_[i].measure, columns_[i].unit, columns_[i].heading, record.cell(i));
        if (const auto upper = cell(record, Kind::upper), lower = cell(record, Kind::lower);
            !upper.empty() || !lower.empty())
            value(*find_measure("blood_pressure"), "mmHg", "BP", std::string{upper} + "/" + std::string{lower});
        if (values == 0) return books_.refused(import_reason("import.no_values"));
        if (added == 0) return books_.refused(*repeated);
        if (wrong) return books_.noted(*wrong);
        books_.taken();
    }

    std::optional<int> months_of(std::optional<PersonId> person, const LocalMoment& at) const {
        const auto id = person.value_or(who_.person);
        const auto found = std::ranges::find(who_.people, id, &Person::id);
        if (found == who_.people.end() || !found->born) return std::nullopt;
        return months_on(at.day(), *found->born);
    }

    std::vector<ColumnIs> columns_;
    ImportFor who_;
    Accounting books_;
};

}  // namespace

bool is_column_name(std::string_view name) {
    return trimmed(name) == "-" || column_of(name).kind != ColumnIs::Kind::unknown;
}

bool is_table(const FileRecord& first) {
    const auto columns = columns_of(first);
    using Kind = ColumnIs::Kind;
    return (has(columns, Kind::day) || has(columns, Kind::at)) &&
           (has(columns, Kind::measure) || has(columns, Kind::upper));
}

Imported read_table(std::span<const FileRecord> records, const ImportFor& who) {
    return TableReader{records.front(), who}.read(records.subspan(1));
}

}  // namespace goodweek::exchange
