#include "vault/cbor.h"

#include <algorithm>
#include <cassert>

#include "domain/either.h"
#include "domain/put_in_order.h"

namespace goodweek::vault {

namespace {

// The three high bits of a value's first byte (RFC 8949, 3.1).
enum class Major : std::uint8_t { unsigned_integer, negative_integer, bytes, text, array, map, tag, other };

Failure<CborProblem> no(CborProblem problem) { return Failure<CborProblem>(problem); }

// One walk over the bytes. It builds nothing that the bytes at hand could not fill, so a few bytes that claim a
// million values cost nothing.
class CborReader {
public:
    CborReader(ByteView bytes, const CborLimits& limits) : bytes_(bytes), limits_(limits) {}

    CborResult<Cbor> value(std::size_t depth) {
        if (++values_ > limits_.values) return no(CborProblem::too_many);
        const auto [major, argument] = TRY(head());
        switch (major) {
            case Major::unsigned_integer: return Cbor(argument);
            case Major::negative_integer:
                if (argument > static_cast<std::uint64_t>(INT64_MAX)) return no(CborProblem::out_of_range);
                return Cbor(-1 - static_cast<std::int64_t>(argument));
            case Major::bytes: return Cbor(TRY(raw(argument)));
            case Major::text: return Cbor(TRY(words(argument)));
            case Major::array: return elements(argument, depth + 1);
            case Major::map: return fields(argument, depth + 1);
            case Major::tag:
            case Major::other: break;
        }
        return no(CborProblem::forbidden);
    }
    bool at_end() const { return at_ == bytes_.size(); }

private:
    struct Head {
        Major major;
        std::uint64_t argument;
    };

    CborResult<Head> head() {
        const auto first = TRY(raw(1))[0];
        const auto major = static_cast<Major>(first >> 5);
        const unsigned small = first & 31;
        if (major == Major::tag || major == Major::other) return no(CborProblem::forbidden);
        if (small < 24) return Head{major, small};
        if (small > 27) return no(CborProblem::forbidden);  // 31 is an indefinite length, the rest is reserved
        std::uint64_t argument = 0;
        for (const auto byte : TRY(raw(std::uint64_t{1} << (small - 24)))) argument = argument << 8 | byte;
        constexpr std::uint64_t least[] = {24, 0x100, 0x1'0000, 0x1'0000'0000};
        if (argument < least[small - 24]) return no(CborProblem::not_canonical);
        return Head{major, argument};
    }

    CborResult<ByteView> raw(std::uint64_t length) {
        if (length > bytes_.size() - at_) return no(CborProblem::cut_short);
        const auto part = bytes_.subspan(at_, static_cast<std::size_t>(length));
        at_ += part.size();
        return part;
    }

    CborResult<std::string_view> words(std::uint64_t length) {
        const auto said = text_of(TRY(raw(length)));
        if (!text_allowed(said)) return no(CborProblem::bad_text);
        return said;
    }

    // Each value takes a byte at least, so what is left of the bytes bounds what can be claimed.
    CborResult<void> room_for(std::uint64_t count, std::size_t depth) const {
        if (depth > limits_.depth) return no(CborProblem::too_deep);
        if (count > bytes_.size() - at_) return no(CborProblem::cut_short);
        if (count > limits_.values - values_) return no(CborProblem::too_many);
        return {};
    }

    CborResult<Cbor> elements(std::uint64_t count, std::size_t depth) {
        TRY_VOID(room_for(count, depth));
        Cbor::Array array;
        array.reserve(static_cast<std::size_t>(count));
        for (std::uint64_t i = 0; i < count; ++i) array.push_back(TRY(value(depth)));
        return Cbor(std::move(array));
    }

    CborResult<Cbor> fields(std::uint64_t count, std::size_t depth) {
        TRY_VOID(room_for(count, depth));
        Cbor::Map map;
        map.reserve(static_cast<std::size_t>(count));
        for (std::uint64_t i = 0; i < count; ++i) {
            const auto [major, length] = TRY(head());
            if (major != Major::text) return no(CborProblem::forbidden);
            const auto key = TRY(words(length));
            if (!map.empty() && std::string_view(map.back().key) >= key) return no(CborProblem::not_canonical);
            // In a statement of its own: leaving from the middle of a braced list would leak what the list had built.
            auto held = TRY(value(depth));
            map.push_back({std::string(key), std::move(held)});
        }
        return Cbor(std::move(map));
    }

    ByteView bytes_;
    const CborLimits& limits_;
    std::size_t at_ = 0;
    std::size_t values_ = 0;
};

}  // namespace

class CborWriter {
public:
    void value(const Cbor& value) {
        std::visit(on{
                       [&](std::uint64_t number) { head(Major::unsigned_integer, number); },
                       [&](const Cbor::Negative& negative) {
                           head(Major::negative_integer, static_cast<std::uint64_t>(-1 - negative.value));
                       },
                       [&](const Bytes& raw) { string(Major::bytes, raw); },
                       [&](const std::string& said) { string(Major::text, bytes_of(said)); },
                       [&](const Cbor::Array& array) {
                           head(Major::array, array.size());
                           for (const auto& element : array) this->value(element);
                       },
                       [&](const Cbor::Map& map) {
                           head(Major::map, map.size());
                           for (const auto& field : map) {
                               string(Major::text, bytes_of(field.key));
                               this->value(field.value);
                           }
                       },
                   },
                   value.value_);
    }
    Bytes take() { return std::move(bytes_); }

private:
    void head(Major major, std::uint64_t argument) {
        const auto high = static_cast<std::uint8_t>(static_cast<unsigned>(major) << 5);
        if (argument < 24) {
            bytes_.push_back(static_cast<std::uint8_t>(high | argument));
            return;
        }
        const unsigned power = argument <= 0xFF ? 0 : argument <= 0xFFFF ? 1 : argument <= 0xFFFF'FFFF ? 2 : 3;
        bytes_.push_back(static_cast<std::uint8_t>(high | (24 + power)));
        for (int shift = (8 << power) - 8; shift >= 0; shift -= 8)
            bytes_.push_back(static_cast<std::uint8_t>(argument >> shift));
    }
    void string(Major major, ByteView raw) {
        head(major, raw.size());
        bytes_.insert(bytes_.end(), raw.begin(), raw.end());
    }

    Bytes bytes_;
};

Cbor::Cbor(Map fields) {
    put_in_order(fields, {}, &Field::key);
    assert(std::ranges::adjacent_find(fields, {}, &Field::key) == fields.end());
    value_ = std::move(fields);
}

std::optional<std::uint64_t> Cbor::if_unsigned() const {
    if (const auto* number = std::get_if<std::uint64_t>(&value_)) return *number;
    return std::nullopt;
}

std::optional<std::int64_t> Cbor::if_integer() const {
    if (const auto* negative = std::get_if<Negative>(&value_)) return negative->value;
    const auto number = if_unsigned();
    if (!number || *number > static_cast<std::uint64_t>(INT64_MAX)) return std::nullopt;
    return static_cast<std::int64_t>(*number);
}

Bytes encode(const Cbor& value) {
    CborWriter writer;
    writer.value(value);
    return writer.take();
}

Result<Cbor, CborProblem> decode(ByteView bytes, const CborLimits& limits) {
    CborReader reader(bytes, limits);
    auto value = TRY(reader.value(0));
    if (!reader.at_end()) return no(CborProblem::trailing);
    return value;
}

}  // namespace goodweek::vault
