#include "exchange/home_glucose_line.h"

#include <algorithm>
#include <array>

#include "domain/text.h"
#include "exchange/text.h"

namespace goodweek::exchange {

namespace {

enum class Kind { insulin, glucose, symptom, activity, event };

struct Code {
    int number;
    Kind kind;
    std::string_view what;
    Context context = Context::none;
};

// The data set's own list. What a code is called here is stored with the entry, so it never changes.
constexpr std::array codes{
    Code{33, Kind::insulin, "Regular insulin"},
    Code{34, Kind::insulin, "NPH insulin"},
    Code{35, Kind::insulin, "UltraLente insulin"},
    Code{48, Kind::glucose, {}},
    Code{57, Kind::glucose, {}},
    Code{58, Kind::glucose, {}, Context::before_breakfast},
    Code{59, Kind::glucose, {}, Context::after_breakfast},
    Code{60, Kind::glucose, {}, Context::before_lunch},
    Code{61, Kind::glucose, {}, Context::after_lunch},
    Code{62, Kind::glucose, {}, Context::before_evening_meal},
    Code{63, Kind::glucose, {}, Context::after_evening_meal},
    Code{64, Kind::glucose, {}, Context::before_snack},
    Code{65, Kind::symptom, "Signs of low blood sugar"},
    Code{66, Kind::activity, "Meal, as usual"},
    Code{67, Kind::activity, "Meal, more than usual"},
    Code{68, Kind::activity, "Meal, less than usual"},
    Code{69, Kind::activity, "Exercise, as usual"},
    Code{70, Kind::activity, "Exercise, more than usual"},
    Code{71, Kind::activity, "Exercise, less than usual"},
    Code{72, Kind::event, {}},
};

const Code* find_code(std::string_view text) {
    const auto number = whole_number(text);
    if (!number) return nullptr;
    const auto found = std::ranges::find(codes, *number, &Code::number);
    return found == codes.end() ? nullptr : found;
}

// What a line is about, as far as it was read.
struct Fields {
    std::string_view date, time, code, value;
};

Sentence because(std::string_view key, std::vector<std::pair<std::string, std::string>> gaps = {}) {
    return {.key = std::string{key}, .gaps = std::move(gaps), .count = {}};
}

// A field quoted back at the person: readable, and never long.
std::string quoted(std::string_view field) {
    constexpr std::size_t enough = 40;
    return tidy(field.size() > enough ? field.substr(0, enough) : field);
}

Result<Fields, Sentence> split(std::string_view line) {
    if (trimmed(line).empty()) return Failure{because("import.line_empty")};
    if (line.size() > longest_line)
        return Failure{because("import.line_too_long", {{"most", std::to_string(longest_line)}})};
    const auto parts = parts_of(line, '\t');
    if (parts.size() != 4) {
        auto why = because("import.line_not_four_parts");
        why.count = static_cast<long>(parts.size());
        return Failure{std::move(why)};
    }
    return Fields{trimmed(parts[0]), trimmed(parts[1]), trimmed(parts[2]), trimmed(parts[3])};
}

Result<Day, Sentence> read_date(std::string_view date, std::optional<Day> today) {
    if (date.empty()) return Failure{because("import.date_missing")};
    const auto parts = parts_of(date, '-');
    const bool shaped = parts.size() == 3 && parts[0].size() <= 2 && parts[1].size() <= 2 && parts[2].size() == 4;
    const auto month = shaped ? whole_number(parts[0]) : std::nullopt;
    const auto number = shaped ? whole_number(parts[1]) : std::nullopt;
    const auto year = shaped ? whole_number(parts[2]) : std::nullopt;
    if (!month || !number || !year) return Failure{because("import.date_unreadable", {{"date", quoted(date)}})};
    // Nobody alive kept a log before 1900, and a year past 2999 is a slip of the pen.
    const auto day = *year >= 1900 && *year <= 2999 ? make_day(*year, *month, *number) : std::nullopt;
    if (!day) return Failure{because("import.date_impossible", {{"date", quoted(date)}})};
    if (today && *day > *today) return Failure{because("import.date_in_the_future", {{"date", quoted(date)}})};
    return *day;
}

// Minutes since midnight. "11:0" is eleven o'clock.
std::optional<Minutes> read_time(std::string_view time) {
    const auto parts = parts_of(time, ':');
    if (parts.size() != 2 || parts[0].size() > 2 || parts[1].size() > 2) return std::nullopt;
    const auto hour = whole_number(parts[0]), minute = whole_number(parts[1]);
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return Minutes{*hour * 60 + *minute};
}

// ---- values

std::string without_leading_zeros(std::string_view value) {
    while (value.size() > 1 && value[0] == '0' && value[1] != '.') value.remove_prefix(1);
    return std::string{value};
}

bool says(std::string_view value, std::string_view word) {
    while (value.starts_with('0')) value.remove_prefix(1);
    return std::ranges::equal(value, word, [](char a, char b) { return (a | 0x20) == b; });
}

Sentence outside(std::string_view value, std::string_view lowest, std::string_view highest, std::string_view unit) {
    return because("import.value_outside", {{"value", quoted(value)},
                                            {"lowest", std::string{lowest}},
                                            {"highest", std::string{highest}},
                                            {"unit", std::string{unit}}});
}

Result<records::Happening, Sentence> read_glucose(const Code& code, std::string_view value) {
    constexpr std::string_view unit = "mg/dL";
    // A meter that cannot measure so far writes a word in place of a number.
    if (says(value, "hi")) return Failure{because("import.meter_high", {{"value", quoted(value)}})};
    if (says(value, "lo")) return Failure{because("import.meter_low", {{"value", quoted(value)}})};
    const auto* measure = find_measure("glucose");
    const auto judged = judge(*measure, value, unit, false);
    if (judged) {
        return Reading{.measure = "glucose",
                       .first = judged->first,
                       .second = {},
                       .typed = std::string{value},
                       .unit = std::string{judged->unit},
                       .context = code.context,
                       .note = {},
                       .confirmed = false,
                       .source = Source::home_log};
    }
    if (judged.error() == ReadingProblem::too_low || judged.error() == ReadingProblem::too_high) {
        const auto* in = find_unit(*measure, unit);
        return Failure{outside(value, show(*measure, measure->hard.lowest, *in),
                               show(*measure, measure->hard.highest, *in), unit)};
    }
    return Failure{because("import.value_not_a_number", {{"value", quoted(value)}})};
}

// "9", "007", "6.5": digits with at most one decimal point. In tenths of a unit, which is as fine as syringes go.
std::optional<int> read_tenths(std::string_view value) {
    const auto point = value.find('.');
    const auto whole = whole_number(value.substr(0, point));
    if (!whole || *whole > 100'000) return std::nullopt;
    if (point == std::string_view::npos) return *whole * 10;
    const auto tenths = value.substr(point + 1);
    if (tenths.size() != 1 || !whole_number(tenths)) return std::nullopt;
    return *whole * 10 + *whole_number(tenths);
}

Result<records::Happening, Sentence> read_insulin(const Code& code, std::string_view value) {
    // The largest common syringe holds 100 units; a written dose beyond that is a slip of the pen.
    constexpr int most = 100;
    const auto tenths = read_tenths(value);
    if (!tenths) return Failure{because("import.value_not_a_number", {{"value", quoted(value)}})};
    if (*tenths == 0 || *tenths > most * 10) return Failure{outside(value, "0.1", std::to_string(most), "units")};
    const auto dose = without_leading_zeros(value) + (*tenths == 10 ? " unit" : " units");
    return MedicineTaken{.medicine = std::string{code.what},
                         .dose = dose,
                         .taken = Taken::taken,
                         .note = {},
                         .source = Source::home_log};
}

// Codes that say it all have 0 for a value; anything else in its place is kept as it stands.
std::string words_of(std::string_view value) {
    return std::ranges::all_of(value, [](char c) { return c == '0'; }) ? std::string{} : tidy(value);
}

Result<records::Happening, Sentence> read_value(const Code& code, std::string_view value, const PersonId& person) {
    const bool needs_value = code.kind == Kind::glucose || code.kind == Kind::insulin;
    if (needs_value && value.empty()) return Failure{because("import.value_missing")};
    switch (code.kind) {
        case Kind::glucose: return read_glucose(code, value);
        case Kind::insulin: return read_insulin(code, value);
        case Kind::symptom:
            return Symptom{
                .what = std::string{code.what}, .strength = {}, .note = words_of(value), .source = Source::home_log};
        case Kind::activity:
            return Activity{.what = std::string{code.what},
                            .people = {person},
                            .minutes = {},
                            .note = words_of(value),
                            .source = Source::home_log};
        case Kind::event: break;
    }
    return Failure{because("import.special_event")};
}

// ---- the line

Note own_words(const Fields& fields) {
    std::string text;
    for (const auto field : {fields.date, fields.time, fields.code, fields.value}) {
        if (field.empty()) continue;
        if (!text.empty()) text += "  ";
        text += tidy(field);
    }
    return {.text = std::move(text), .source = Source::home_log};
}

// The same for every spelling of the same record: "8:00" and "08:00", "007" and "7".
std::string record_of(const Fields& fields, const LocalMoment& at, bool has_time) {
    std::string record = to_iso(at.day());
    record += has_time ? '\t' + std::to_string(at.time_of_day().count()) : '\t' + std::string{fields.time};
    record += '\t' + without_leading_zeros(fields.code);
    record += '\t' + without_leading_zeros(fields.value);
    return record;
}

}  // namespace

HomeGlucoseLine read_home_glucose_line(std::string_view line, const PersonId& person, std::optional<Day> today) {
    const auto fields = split(line);
    if (!fields) return RefusedLine{fields.error()};
    const auto day = read_date(fields->date, today);
    if (!day) return RefusedLine{day.error()};

    const auto time = read_time(fields->time);
    const auto at = time ? moment_of(*day, *time) : noon_of(*day);
    auto record = record_of(*fields, at, time.has_value());
    const auto noted = [&](Sentence why) {
        return NotedLine{std::move(record), at, own_words(*fields), std::move(why)};
    };

    if (!time && !fields->time.empty())
        return noted(because("import.time_unreadable", {{"time", quoted(fields->time)}}));
    const auto* code = find_code(fields->code);
    if (!code) return noted(because("import.code_unknown", {{"code", quoted(fields->code)}}));
    auto what = read_value(*code, fields->value, person);
    if (!what) return noted(what.error());
    return UnderstoodLine{std::move(record), at, *std::move(what)};
}

}  // namespace goodweek::exchange
