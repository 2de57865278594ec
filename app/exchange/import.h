// Other people's files, read into entries of ours. Total: any bytes give a report that accounts for every line, or
// one sentence about the whole file. Nothing here keeps anything; the session decides what is new.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/result.h"
#include "domain/sentence.h"
#include "records/event.h"

namespace goodweek::exchange {

// One thing the file says. The id is made of the person and what was said, so the same record read again, from the
// same file or another copy, is the same entry: whoever finds the id in the log, removed or not, leaves it as it is.
struct Entry {
    std::size_t line = 0;
    EntityId id;
    LocalMoment at;
    records::Happening what;
    std::optional<PersonId> person{};  // where the file says so; else the one it was chosen for
    friend bool operator==(const Entry&, const Entry&) = default;
};

struct Reason {
    std::size_t line = 0;  // from 1
    Sentence why;
    friend bool operator==(const Reason&, const Reason&) = default;
};

// taken + noted + refused = lines. Every noted and every refused line has its reason, in the order of the file.
struct Report {
    std::size_t lines = 0, taken = 0, noted = 0, refused = 0;
    std::vector<Reason> reasons;
    friend bool operator==(const Report&, const Report&) = default;
};

struct Imported {
    Report report;
    std::vector<Entry> entries;      // taken and noted, in the order of the file
    std::string credit{};            // who is to be named wherever this data is shown
    std::string columns_left_out{};  // headings of a table that mean nothing to us
};

// Whose file it is, and who else may stand in it.
struct ImportFor {
    PersonId person{};
    std::optional<Day> today{};        // records of later days are refused
    std::span<const Person> people{};  // by name, and for the limits of children
    Minutes offset{0};                 // of the clock that times in it were read from
    std::string_view columns{};        // what each column is, where the file does not say: "date,time,weight kg,-"
};

// A table's first line, and what stands under it, for somebody who is to say what each column is.
struct TableHead {
    std::vector<std::string> headings, samples;
};
// Nothing where it has no two columns.
std::optional<TableHead> head_of(ByteView bytes);
// Does a line of `columns` know it: "date", "weight kg", "note", "-"?
bool is_column_name(std::string_view name);

enum class Format { automatic, home_glucose, table, own_export };
// "auto", "home-glucose", "table", "goodweek"; nothing for a format we do not read.
std::optional<Format> format_named(std::string_view name);

enum class ImportProblem { empty, too_big, too_many_lines, unknown_format, other_encoding, no_columns };
Sentence to_sentence(ImportProblem problem);

inline constexpr std::size_t largest_file = 5'000'000;
inline constexpr std::size_t most_lines = 250'000;

// Reads a file. With Format::automatic a file of which not one line can be read is of an unknown format; a format asked for by
// name is read as that, whatever it looks like.
Result<Imported, ImportProblem> import_file(Format format, ByteView bytes, const ImportFor& who);
// A file about one person.
Result<Imported, ImportProblem> import_file(Format format, ByteView bytes, const PersonId& person,
                                            std::optional<Day> today = std::nullopt);

}  // namespace goodweek::exchange
