#include "exchange/tree_reader.h"

#include <algorithm>
#include <cstdlib>

namespace goodweek::exchange {

namespace {

using vault::Cbor;

const Cbor& nothing() {
    static const Cbor empty{Cbor::Map{}};
    return empty;
}

constexpr Thousandths furthest = 1'000'000'000'000;

}  // namespace

TreeReader::TreeReader(const Tree& value, std::string path, std::optional<FileProblem>& first)
    : value_(value.if_map() ? &value : &nothing()), path_(std::move(path)), first_(&first) {
    if (!value.if_map()) wrong(Why::wrong_type);
}

void TreeReader::wrong(Why why, std::string_view key) {
    if (*first_) return;
    *first_ = FileProblem{why, key.empty() ? path_ : path_ + "." + std::string{key}};
}

void TreeReader::nothing_else() {
    for (const auto& field : *value_->if_map())
        if (std::ranges::find(asked_, field.key) == asked_.end()) wrong(Why::unknown_field, field.key);
}

const Cbor* TreeReader::take(std::string_view key, bool needed) {
    skip(key);
    const auto* found = vault::find(*value_, key);
    if (!found && needed) wrong(Why::missing, key);
    return found;
}

std::string TreeReader::text(std::string_view key) {
    const auto words = text_if_any(key);
    if (words.empty()) wrong(Why::missing, key);
    return words;
}

std::string TreeReader::text_if_any(std::string_view key) {
    const auto* value = take(key, false);
    if (!value) return {};
    if (const auto* words = value->if_text()) return *words;
    wrong(Why::wrong_type, key);
    return {};
}

bool TreeReader::yes(std::string_view key) {
    const auto word = text(key);
    if (word != "true" && word != "false") wrong(Why::wrong_type, key);
    return word == "true";
}

std::int64_t TreeReader::whole(std::string_view key, std::int64_t least, std::int64_t most) {
    const auto value = number(key);
    if (value % 1000 == 0 && value / 1000 >= least && value / 1000 <= most) return value / 1000;
    wrong(value % 1000 == 0 ? Why::out_of_range : Why::wrong_type, key);
    return least;
}

Thousandths TreeReader::number(std::string_view key) {
    const auto* value = take(key, true);
    if (!value) return 0;
    const auto number = value->if_integer();
    if (!number) wrong(Why::wrong_type, key);
    else if (std::abs(*number) > furthest) wrong(Why::out_of_range, key);
    else return *number;
    return 0;
}

std::optional<Thousandths> TreeReader::number_if_any(std::string_view key) {
    return has(key) ? std::optional{number(key)} : std::nullopt;
}

TreeReader TreeReader::object(std::string_view key) {
    const auto* value = take(key, true);
    return {value ? *value : nothing(), path_ + "." + std::string{key}, *first_};
}

std::span<const Cbor> TreeReader::array(std::string_view key) {
    const auto* value = take(key, false);
    if (!value) return {};
    if (const auto* items = value->if_array()) return *items;
    wrong(Why::wrong_type, key);
    return {};
}

std::vector<TreeReader> TreeReader::objects(std::string_view key) {
    std::vector<TreeReader> readers;
    const auto values = array(key);
    for (std::size_t i = 0; i < values.size(); ++i)
        readers.emplace_back(values[i], path_ + "." + std::string{key} + "[" + std::to_string(i) + "]", *first_);
    return readers;
}

}  // namespace goodweek::exchange
