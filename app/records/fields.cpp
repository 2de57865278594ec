#include "records/fields.h"

#include <algorithm>
#include <functional>

#include "domain/text.h"

namespace goodweek::records {

namespace {

using vault::Cbor;
using vault::CborProblem;

constexpr std::size_t most_people = 64;
constexpr std::size_t most_maps = 256;

}  // namespace

FieldWriter& FieldWriter::add(const char* key, Cbor value) {
    fields_.push_back({key, std::move(value)});
    return *this;
}

FieldWriter& FieldWriter::text(const char* key, std::string_view words) {
    auto tidied = tidy(words);
    return tidied.empty() ? *this : add(key, std::move(tidied));
}

FieldWriter& FieldWriter::people(const char* key, const std::vector<PersonId>& people) {
    if (people.empty()) return *this;
    Cbor::Array ids;
    for (const auto& person : people) ids.emplace_back(person.bytes);
    return add(key, std::move(ids));
}

FieldWriter& FieldWriter::texts(const char* key, const std::vector<std::string>& texts) {
    if (texts.empty()) return *this;
    return add(key, Cbor::Array(texts.begin(), texts.end()));
}

bool FieldReader::has_more_than(std::string_view known) const {
    const auto* fields = map_.if_map();
    if (more_inside_) return true;
    return fields && std::ranges::any_of(*fields, [&](const Cbor::Field& field) {
               return field.key.size() != 1 || !known.contains(field.key.front());
           });
}

std::string FieldReader::text(std::string_view key) {
    return have(vault::optional_text(map_, key),
                [](const std::optional<std::string_view>& words) { return std::string{words.value_or("")}; });
}

std::int64_t FieldReader::number(std::string_view key, std::int64_t least, std::int64_t most) {
    const auto value = vault::integer(map_, key);
    if (value && *value >= least && *value <= most) return *value;
    wrong(value ? CborProblem::out_of_range : value.error());
    return least;
}

std::optional<std::int64_t> FieldReader::number_if_any(std::string_view key, std::int64_t least, std::int64_t most) {
    return vault::find(map_, key) ? std::optional{number(key, least, most)} : std::nullopt;
}

std::optional<int> FieldReader::small_if_any(std::string_view key, int least, int most) {
    return vault::find(map_, key) ? std::optional{small(key, least, most)} : std::nullopt;
}

std::uint64_t FieldReader::choice_of(std::string_view key, std::uint64_t last) {
    const auto value = have(vault::unsigned_integer(map_, key));
    if (value <= last) return value;
    unknown_choice_ = true;
    return 0;
}

std::uint64_t FieldReader::choice_if_any_of(std::string_view key, std::uint64_t last) {
    const auto value = have(vault::optional_unsigned(map_, key));
    if (value == 0u) wrong(CborProblem::out_of_range);
    if (value.value_or(0) <= last) return value.value_or(0);
    unknown_choice_ = true;
    return 0;
}

bool FieldReader::flag(std::string_view key) {
    const auto value = have(vault::optional_unsigned(map_, key));
    if (value == 0u) wrong(CborProblem::out_of_range);
    if (value.value_or(1) > 1) unknown_choice_ = true;
    return value.has_value();
}

std::span<const Cbor> FieldReader::maps(std::string_view key) {
    const auto items = have(vault::optional_array(map_, key));
    if (items.size() > most_maps) wrong(CborProblem::out_of_range);
    if (!std::ranges::all_of(items, [](const Cbor& item) { return item.if_map() != nullptr; })) {
        wrong(CborProblem::wrong_type);
        return {};
    }
    return items.first(std::min(items.size(), most_maps));
}

void FieldReader::learn_from(const FieldReader& inner, std::string_view known) {
    if (inner.problem()) wrong(*inner.problem());
    unknown_choice_ = unknown_choice_ || inner.unknown_choice();
    more_inside_ = more_inside_ || inner.has_more_than(known);
}

std::vector<PersonId> FieldReader::people(std::string_view key) {
    std::vector<PersonId> people;
    const auto ids = have(vault::optional_array(map_, key));
    if (ids.size() > most_people) wrong(CborProblem::out_of_range);
    for (const auto& id : ids.first(std::min(ids.size(), most_people)))
        people.push_back(
            have(vault::as_block<PersonId::size>(id), [](const auto& bytes) { return PersonId{bytes}; }));
    return people;
}

std::vector<std::string> FieldReader::texts(std::string_view key) {
    std::vector<std::string> texts;
    const auto items = have(vault::optional_array(map_, key));
    if (items.size() > most_maps) wrong(CborProblem::out_of_range);
    for (const auto& item : items.first(std::min(items.size(), most_maps)))
        texts.push_back(have(vault::as_text(item), [](std::string_view text) { return std::string{text}; }));
    if (std::ranges::adjacent_find(texts, std::greater_equal{}) != texts.end()) wrong(CborProblem::not_canonical);
    return texts;
}

}  // namespace goodweek::records
