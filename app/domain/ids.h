// Identities: random bytes behind one template, so that a person is never mistaken for a goal.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>

#include "domain/bytes.h"

namespace goodweek {

template <class Tag, std::size_t Size = 16>
struct Id {
    static constexpr std::size_t size = Size;
    std::array<std::uint8_t, Size> bytes{};

    friend auto operator<=>(const Id&, const Id&) = default;

    ByteView view() const { return bytes; }
    std::string hex() const { return to_hex(bytes); }
    // All zero: nobody, nothing.
    bool empty() const {
        return std::ranges::all_of(bytes, [](std::uint8_t byte) { return byte == 0; });
    }
    static std::optional<Id> from(ByteView view) {
        if (view.size() != Size) return std::nullopt;
        Id id;
        std::ranges::copy(view, id.bytes.begin());
        return id;
    }
};

// Anything that can be recorded has an entity; what kind of thing it is shows in the name.
using EntityId = Id<struct EntityTag>;
using PersonId = Id<struct PersonTag, 8>;  // as the roster has it (security.md 2.4)
using DeviceId = Id<struct DeviceTag>;     // H("device", sign_pk || kem_pk), first 16 bytes
using GroupId = Id<struct GroupTag, 32>;   // a household or a clinic: the id of its first roster entry
using PartyId = Id<struct PartyTag>;       // devices that share a key pair
using ChannelId = Id<struct ChannelTag>;   // one mailbox and one list of readers
using BundleId = Id<struct BundleTag, 32>;
using RosterId = Id<struct RosterTag, 32>;  // one entry of a roster, and so its head

}  // namespace goodweek

template <class Tag, std::size_t Size>
struct std::hash<goodweek::Id<Tag, Size>> {
    // Ids are random, so their first bytes are as good as any hash of them.
    std::size_t operator()(const goodweek::Id<Tag, Size>& id) const noexcept {
        std::size_t value = 0;
        std::memcpy(&value, id.bytes.data(), std::min(sizeof value, Size));
        return value;
    }
};
