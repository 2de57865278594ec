// The few readings of CBOR fields that the wire's bodies share: narrow numbers and ids.
#pragma once

#include <limits>

#include "domain/ids.h"
#include "vault/cbor.h"

namespace goodweek::wire {

template <std::unsigned_integral Number>
vault::CborResult<Number> as_number(const vault::Cbor& value, Number most = std::numeric_limits<Number>::max()) {
    const auto number = TRY(vault::as_unsigned(value));
    if (number > most) return Failure<vault::CborProblem>(vault::CborProblem::out_of_range);
    return static_cast<Number>(number);
}
template <std::unsigned_integral Number>
vault::CborResult<Number> number(const vault::Cbor& map, std::string_view key,
                                 Number most = std::numeric_limits<Number>::max()) {
    return as_number<Number>(*TRY(vault::field(map, key)), most);
}

template <class AnyId>
vault::CborResult<AnyId> as_id(const vault::Cbor& value) {
    AnyId id;
    id.bytes = TRY(vault::as_block<AnyId::size>(value));
    return id;
}
template <class AnyId>
vault::CborResult<AnyId> id(const vault::Cbor& map, std::string_view key) {
    return as_id<AnyId>(*TRY(vault::field(map, key)));
}

// An array of exactly so many elements, as a row of a table.
inline vault::CborResult<std::span<const vault::Cbor>> as_row(const vault::Cbor& value, std::size_t size) {
    const auto row = TRY(vault::as_array(value));
    if (row.size() != size) return Failure<vault::CborProblem>(vault::CborProblem::wrong_type);
    return row;
}

// All elements of a list, each read by one function, or the first problem.
template <class Element, class Read>
vault::CborResult<std::vector<Element>> as_list(const vault::Cbor& value, Read read) {
    std::vector<Element> list;
    for (const auto& each : TRY(vault::as_array(value))) list.push_back(TRY(read(each)));
    return list;
}

template <class Element, class Read>
vault::CborResult<std::vector<Element>> list(const vault::Cbor& map, std::string_view key, Read read) {
    return as_list<Element>(*TRY(vault::field(map, key)), read);
}

}  // namespace goodweek::wire
