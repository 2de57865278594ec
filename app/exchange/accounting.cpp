#include "exchange/accounting.h"

#include <algorithm>

#include "domain/text.h"
#include "vault/primitives.h"

namespace goodweek::exchange {

std::optional<Sentence> Accounting::repeats(const std::string& record) const {
    const auto found = line_of_.find(record);
    if (found == line_of_.end()) return std::nullopt;
    return Sentence{.key = "import.repeated", .gaps = {{"line", std::to_string(found->second)}}, .count = {}};
}

void Accounting::add(const std::string& record, std::optional<PersonId> person, const LocalMoment& at,
                     records::Happening what) {
    line_of_.try_emplace(record, line_);
    const auto hash = vault::hash("import", {person.value_or(person_).view(), bytes_of(format_), bytes_of(record)});
    add(EntityId::from(ByteView{hash}.first(EntityId::size)).value_or(EntityId{}), person, at, std::move(what));
}

void Accounting::add(const EntityId& id, std::optional<PersonId> person, const LocalMoment& at,
                     records::Happening what) {
    imported_.entries.push_back({.line = line_, .id = id, .at = at, .what = std::move(what), .person = person});
}

bool is_to_come(const LocalMoment& at, const ImportFor& who) { return who.today && at.day() > *who.today; }

Sentence import_reason(std::string_view key, std::string_view gap, std::string_view value) {
    constexpr std::size_t most = 40;
    Sentence sentence{.key = std::string{key}, .gaps = {}, .count = {}};
    if (gap.empty()) return sentence;
    auto said = tidy(value.substr(0, most));
    if (value.size() > most) said += "\u2026";
    sentence.gaps.emplace_back(std::string{gap}, "\u201C" + said + "\u201D");
    return sentence;
}

const Person* find_person(std::span<const Person> people, std::string_view name_or_id) {
    const auto found = std::ranges::find_if(people, [&](const Person& person) {
        return same_words(person.name, name_or_id) || person.id.hex() == name_or_id;
    });
    return found == people.end() ? nullptr : &*found;
}

}  // namespace goodweek::exchange
