// The one way structured bodies are written: a canonical subset of CBOR (security.md 3 and 8.6). Integers, byte
// strings, text, arrays, and maps with short text keys in ascending byte order; one encoding for each value.
//
// It is ours and not nlohmann::json's reader because that one recurses on nested indefinite-length strings before any
// callback is asked, so a megabyte of 7F bytes from a stranger overflows the stack. Tests hold the two to the same
// bytes for everything both can say.
#pragma once

#include <concepts>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/bytes.h"
#include "domain/result.h"

namespace goodweek::vault {

enum class CborProblem {
    cut_short,      // ends in the middle of a value
    trailing,       // more follows the value
    not_canonical,  // a longer spelling than needed, or keys out of order or twice
    forbidden,      // floats, tags, simple values, indefinite lengths, keys that are not text
    bad_text,       // not UTF-8, or with control or direction-changing characters
    too_deep,
    too_many,  // more values than the reader allows
    missing_field,
    wrong_type,
    out_of_range,  // an integer below -2^63, or one that does not fit what was asked
};

// One value. Maps keep their fields sorted by key.
class Cbor {
public:
    struct Field;
    using Array = std::vector<Cbor>;
    using Map = std::vector<Field>;

    // Defined below: a value may hold fields, so they must be whole first.
    Cbor(std::unsigned_integral auto value);
    Cbor(std::signed_integral auto value);
    Cbor(bool) = delete;
    Cbor(Bytes value);
    Cbor(ByteView value);
    template <std::size_t Size>
    Cbor(const std::array<std::uint8_t, Size>& value);
    Cbor(std::string value);
    Cbor(std::string_view value);
    Cbor(const char* value);
    Cbor(Array value);
    // The fields may come in any order, but no key twice.
    Cbor(Map fields);

    const std::string* if_text() const { return std::get_if<std::string>(&value_); }
    const Bytes* if_bytes() const { return std::get_if<Bytes>(&value_); }
    const Array* if_array() const { return std::get_if<Array>(&value_); }
    const Map* if_map() const { return std::get_if<Map>(&value_); }
    std::optional<std::uint64_t> if_unsigned() const;
    std::optional<std::int64_t> if_integer() const;  // either sign, where it fits

    friend bool operator==(const Cbor&, const Cbor&) = default;

private:
    struct Negative {
        std::int64_t value;  // always below zero
        friend bool operator==(const Negative&, const Negative&) = default;
    };
    std::variant<std::uint64_t, Negative, Bytes, std::string, Array, Map> value_;
    friend class CborWriter;
};

struct Cbor::Field {
    std::string key;
    Cbor value;
    friend bool operator==(const Field&, const Field&) = default;
};

Cbor::Cbor(std::unsigned_integral auto value) : value_(std::uint64_t{value}) {}
Cbor::Cbor(std::signed_integral auto value) {
    if (value < 0) value_ = Negative{std::int64_t{value}};
    else value_ = static_cast<std::uint64_t>(value);
}
inline Cbor::Cbor(Bytes value) : value_(std::move(value)) {}
inline Cbor::Cbor(ByteView value) : value_(Bytes(value.begin(), value.end())) {}
template <std::size_t Size>
Cbor::Cbor(const std::array<std::uint8_t, Size>& value) : Cbor(ByteView(value)) {}
inline Cbor::Cbor(std::string value) : value_(std::move(value)) {}
inline Cbor::Cbor(std::string_view value) : value_(std::string(value)) {}
inline Cbor::Cbor(const char* value) : value_(std::string(value)) {}
inline Cbor::Cbor(Array value) : value_(std::move(value)) {}

// What a decoder will not go beyond, whatever the bytes say. Checked before anything is built.
struct CborLimits {
    std::size_t depth = 8;        // arrays and maps inside one another, the outermost counted
    std::size_t values = 65'536;  // of every kind, keys not counted
};

// May this be said? Valid UTF-8 without C0 controls (but newline) and without bidirectional overrides and isolates.
// Writers give NFC: in a browser the page makes it so (web/bridge/presses.js).
bool text_allowed(std::string_view text);

// What goes in must hold to the limits and the rule for text: our own values do, and people's words are asked
// `text_allowed` at the door.
Bytes encode(const Cbor& value);

// Total. Whatever decodes, encodes to the same bytes again.
Result<Cbor, CborProblem> decode(ByteView bytes, const CborLimits& limits = {});

// Reading fields of a map by name; the views live as long as the map does. The plain ones want the field to be
// there; the `optional_` ones give nothing when it is not, and a problem when it is but is something else.
template <class T>
using CborResult = Result<T, CborProblem>;

const Cbor* find(const Cbor& map, std::string_view key);
CborResult<const Cbor*> field(const Cbor& map, std::string_view key);
CborResult<std::string_view> text(const Cbor& map, std::string_view key);
CborResult<ByteView> bytes(const Cbor& map, std::string_view key);
CborResult<std::uint64_t> unsigned_integer(const Cbor& map, std::string_view key);
CborResult<std::int64_t> integer(const Cbor& map, std::string_view key);
CborResult<std::span<const Cbor>> array(const Cbor& map, std::string_view key);
CborResult<const Cbor*> map(const Cbor& map, std::string_view key);

CborResult<std::optional<std::string_view>> optional_text(const Cbor& map, std::string_view key);
CborResult<std::optional<ByteView>> optional_bytes(const Cbor& map, std::string_view key);
CborResult<std::optional<std::uint64_t>> optional_unsigned(const Cbor& map, std::string_view key);
CborResult<std::optional<std::int64_t>> optional_integer(const Cbor& map, std::string_view key);
// An array that is absent reads as one with nothing in it.
CborResult<std::span<const Cbor>> optional_array(const Cbor& map, std::string_view key);

// The same for a value at hand, such as an element of an array.
CborResult<std::string_view> as_text(const Cbor& value);
CborResult<ByteView> as_bytes(const Cbor& value);
CborResult<std::uint64_t> as_unsigned(const Cbor& value);
CborResult<std::int64_t> as_integer(const Cbor& value);
CborResult<std::span<const Cbor>> as_array(const Cbor& value);

// A byte string of exactly this size.
template <std::size_t Size>
CborResult<std::array<std::uint8_t, Size>> as_block(const Cbor& value) {
    const auto* found = value.if_bytes();
    if (!found || found->size() != Size) return Failure<CborProblem>(CborProblem::wrong_type);
    std::array<std::uint8_t, Size> block{};
    for (std::size_t i = 0; i < Size; ++i) block[i] = (*found)[i];
    return block;
}
template <std::size_t Size>
CborResult<std::array<std::uint8_t, Size>> block(const Cbor& map, std::string_view key) {
    return as_block<Size>(*TRY(field(map, key)));
}

// True when the value is a map that has no other fields than these.
bool has_only(const Cbor& map, std::initializer_list<std::string_view> keys);

}  // namespace goodweek::vault
