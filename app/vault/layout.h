// Fixed-width little-endian layouts, which every sealed format of ours is made of: writing one, and reading one
// without ever looking past its end.
#pragma once

#include <array>
#include <concepts>
#include <optional>

#include "domain/bytes.h"

namespace goodweek::vault {

// Appends fields to bytes.
class Writer {
public:
    template <std::unsigned_integral Number>
    Writer& number(Number value) {
        for (std::size_t i = 0; i < sizeof(Number); ++i)
            bytes_.push_back(static_cast<std::uint8_t>(std::uint64_t{value} >> (8 * i)));
        return *this;
    }
    Writer& raw(ByteView part) {
        bytes_.insert(bytes_.end(), part.begin(), part.end());
        return *this;
    }
    Writer& raw(std::string_view text) { return raw(bytes_of(text)); }
    std::size_t size() const { return bytes_.size(); }
    ByteView view() const { return bytes_; }
    Bytes take() { return std::move(bytes_); }

private:
    Bytes bytes_;
};

// Hands out fields from the front. Once something was asked that is not there, it has failed: every later
// answer is zero or empty, so a caller may read a whole layout first and ask `sound()` once.
class Reader {
public:
    explicit Reader(ByteView bytes) : all_(bytes) {}

    template <std::unsigned_integral Number>
    Number number() {
        std::uint64_t value = 0;
        const auto part = raw(sizeof(Number));
        for (std::size_t i = 0; i < part.size(); ++i) value |= std::uint64_t{part[i]} << (8 * i);
        return static_cast<Number>(value);
    }
    ByteView raw(std::size_t size) {
        if (!sound_ || size > all_.size() - at_) {
            sound_ = false;
            return {};
        }
        at_ += size;
        return all_.subspan(at_ - size, size);
    }
    template <std::size_t Size>
    std::array<std::uint8_t, Size> block() {
        std::array<std::uint8_t, Size> out{};
        const auto part = raw(Size);
        for (std::size_t i = 0; i < part.size(); ++i) out[i] = part[i];
        return out;
    }
    // True when the next bytes are exactly these; they are then behind us.
    bool skip(std::string_view expected) {
        const auto part = raw(expected.size());
        return sound_ && text_of(part) == expected;
    }
    bool sound() const { return sound_; }
    // Everything was there, and nothing more.
    bool finished() const { return sound_ && at_ == all_.size(); }
    std::size_t left() const { return all_.size() - at_; }
    // All that was read so far: what a tag or a hash over "everything before" covers.
    ByteView before() const { return all_.first(at_); }

private:
    ByteView all_;
    std::size_t at_ = 0;
    bool sound_ = true;
};

template <std::unsigned_integral Number>
std::array<std::uint8_t, sizeof(Number)> little_endian(Number value) {
    std::array<std::uint8_t, sizeof(Number)> bytes{};
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        bytes[i] = static_cast<std::uint8_t>(std::uint64_t{value} >> (8 * i));
    return bytes;
}

}  // namespace goodweek::vault
