// Keeps an import's books: every record of a file is taken, noted or refused, once, and gives what it has to give.
#pragma once

#include <unordered_map>

#include "exchange/import.h"

namespace goodweek::exchange {

class Accounting {
public:
    // `format` stands in the ids of what has none: the same words of two formats are two entries.
    Accounting(const PersonId& person, std::string_view format) : person_(person), format_(format) {}

    void begin(std::size_t line) {
        ++report().lines;
        line_ = line;
    }
    void taken() { ++report().taken; }
    void noted(Sentence why) {
        ++report().noted;
        because(std::move(why));
    }
    void refused(Sentence why) {
        ++report().refused;
        because(std::move(why));
    }
    // The line that said the same before, where one did: people copy pages, and meters are sent twice.
    std::optional<Sentence> repeats(const std::string& record) const;
    // With an id made of what was said.
    void add(const std::string& record, std::optional<PersonId> person, const LocalMoment& at,
             records::Happening what);
    void add(const EntityId& id, std::optional<PersonId> person, const LocalMoment& at, records::Happening what);

    Imported take() { return std::move(imported_); }

private:
    Report& report() { return imported_.report; }
    void because(Sentence why) { report().reasons.push_back({line_, std::move(why)}); }

    PersonId person_;
    std::string_view format_;
    Imported imported_;
    std::size_t line_ = 0;
    std::unordered_map<std::string, std::size_t> line_of_;
};

// Of a day later than the one it is read on.
bool is_to_come(const LocalMoment& at, const ImportFor& who);
// "“31/2/2026”" is said of a cell as it stands, cut short where it is long.
Sentence import_reason(std::string_view key, std::string_view gap = {}, std::string_view value = {});
// The person of that name or id, among these.
const Person* find_person(std::span<const Person> people, std::string_view name_or_id);

}  // namespace goodweek::exchange
