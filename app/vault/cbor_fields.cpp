#include <algorithm>

#include "vault/cbor.h"

namespace goodweek::vault {

namespace {

Failure<CborProblem> no(CborProblem problem) { return Failure<CborProblem>(problem); }

// `read` applied to the field if there is one.
template <class Read>
auto maybe(const Cbor& map, std::string_view key, Read read)
    -> CborResult<std::optional<typename std::invoke_result_t<Read, const Cbor&>::value_type>> {
    if (!map.if_map()) return no(CborProblem::wrong_type);
    const auto* found = find(map, key);
    if (!found) return std::nullopt;
    return TRY(read(*found));
}

}  // namespace

const Cbor* find(const Cbor& map, std::string_view key) {
    const auto* fields = map.if_map();
    if (!fields) return nullptr;
    const auto at = std::ranges::lower_bound(*fields, key, {},
                                             [](const Cbor::Field& field) { return std::string_view(field.key); });
    return at != fields->end() && at->key == key ? &at->value : nullptr;
}

CborResult<const Cbor*> field(const Cbor& map, std::string_view key) {
    if (!map.if_map()) return no(CborProblem::wrong_type);
    const auto* found = find(map, key);
    if (!found) return no(CborProblem::missing_field);
    return found;
}

CborResult<std::string_view> as_text(const Cbor& value) {
    if (const auto* said = value.if_text()) return std::string_view(*said);
    return no(CborProblem::wrong_type);
}

CborResult<ByteView> as_bytes(const Cbor& value) {
    if (const auto* raw = value.if_bytes()) return ByteView(*raw);
    return no(CborProblem::wrong_type);
}

CborResult<std::uint64_t> as_unsigned(const Cbor& value) {
    if (const auto number = value.if_unsigned()) return *number;
    return no(value.if_integer() ? CborProblem::out_of_range : CborProblem::wrong_type);
}

CborResult<std::int64_t> as_integer(const Cbor& value) {
    if (const auto number = value.if_integer()) return *number;
    return no(value.if_unsigned() ? CborProblem::out_of_range : CborProblem::wrong_type);
}

CborResult<std::span<const Cbor>> as_array(const Cbor& value) {
    if (const auto* elements = value.if_array()) return std::span<const Cbor>(*elements);
    return no(CborProblem::wrong_type);
}

CborResult<std::string_view> text(const Cbor& map, std::string_view key) { return as_text(*TRY(field(map, key))); }

CborResult<ByteView> bytes(const Cbor& map, std::string_view key) { return as_bytes(*TRY(field(map, key))); }

CborResult<std::uint64_t> unsigned_integer(const Cbor& map, std::string_view key) {
    return as_unsigned(*TRY(field(map, key)));
}

CborResult<std::int64_t> integer(const Cbor& map, std::string_view key) { return as_integer(*TRY(field(map, key))); }

CborResult<std::span<const Cbor>> array(const Cbor& map, std::string_view key) {
    return as_array(*TRY(field(map, key)));
}

CborResult<const Cbor*> map(const Cbor& outer, std::string_view key) {
    const auto* inner = TRY(field(outer, key));
    if (!inner->if_map()) return no(CborProblem::wrong_type);
    return inner;
}

CborResult<std::optional<std::string_view>> optional_text(const Cbor& map, std::string_view key) {
    return maybe(map, key, as_text);
}

CborResult<std::optional<ByteView>> optional_bytes(const Cbor& map, std::string_view key) {
    return maybe(map, key, as_bytes);
}

CborResult<std::optional<std::uint64_t>> optional_unsigned(const Cbor& map, std::string_view key) {
    return maybe(map, key, as_unsigned);
}

CborResult<std::optional<std::int64_t>> optional_integer(const Cbor& map, std::string_view key) {
    return maybe(map, key, as_integer);
}

CborResult<std::span<const Cbor>> optional_array(const Cbor& map, std::string_view key) {
    return TRY(maybe(map, key, as_array)).value_or(std::span<const Cbor>());
}

bool has_only(const Cbor& map, std::initializer_list<std::string_view> keys) {
    const auto* fields = map.if_map();
    return fields && std::ranges::all_of(*fields, [&](const Cbor::Field& field) {
               return std::ranges::find(keys, std::string_view(field.key)) != keys.end();
           });
}

}  // namespace goodweek::vault
