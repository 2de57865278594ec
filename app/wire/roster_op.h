// What one line of a roster can say (security.md 2.4): plain data, and its bytes.
#pragma once

#include <variant>
#include <vector>

#include "domain/ids.h"
#include "vault/primitives.h"

namespace goodweek::wire {

enum class DeviceRole : std::uint8_t { admin = 1, member = 2, worker = 3, recovery = 4 };

// What a channel is for. A group with a team channel is a clinic; the other kinds belong to households.
enum class ChannelKind : std::uint8_t { family = 1, care = 2, personal = 3, personal_care = 4, team = 5 };

// A party's seed sealed to one device: X-Wing ciphertext, then the seed and its tag (security.md 2.4, op 4).
using SealedSeed = vault::Block<1120 + 48>;
// A previous epoch's seed sealed under the next: nonce, then the seed and its tag. Empty in the first epoch.
inline constexpr std::size_t history_box_size = 24 + 48;

// A party of this group (group empty) or of a group it links to.
struct PartyRef {
    GroupId group;
    PartyId party;
    friend auto operator<=>(const PartyRef&, const PartyRef&) = default;
};

struct AddDevice {
    vault::SignPublic sign_key{};
    vault::KemPublic kem_key{};
    DeviceRole role = DeviceRole::member;
    PersonId person;
    friend bool operator==(const AddDevice&, const AddDevice&) = default;
};
struct CutOff {  // the last bundle of a removed device that the others had accepted
    ChannelId channel;
    std::uint64_t seq = 0;
    BundleId bundle;
    friend bool operator==(const CutOff&, const CutOff&) = default;
};
struct RemoveDevice {
    DeviceId device;
    std::vector<CutOff> accepted;
    friend bool operator==(const RemoveDevice&, const RemoveDevice&) = default;
};
struct PartyEpoch {
    PartyId party;
    std::uint32_t epoch = 1;
    vault::KemPublic kem_key{};
    bool is_private = false;
    Bytes history;
    friend bool operator==(const PartyEpoch&, const PartyEpoch&) = default;
};
struct Grant {
    PartyId party;
    std::uint32_t epoch = 1;
    DeviceId device;
    SealedSeed slot{};
    friend bool operator==(const Grant&, const Grant&) = default;
};
struct OpenChannel {  // or a new shape for one that exists
    ChannelId channel;
    ChannelKind kind = ChannelKind::family;
    std::vector<PartyRef> readers;     // ascending by party, each once
    std::vector<PartyRef> writers;     // some of the readers
    std::uint32_t retention_days = 0;  // 0: for good
    friend bool operator==(const OpenChannel&, const OpenChannel&) = default;
};
struct Link {
    GroupId group;
    std::uint32_t height = 0;
    RosterId head;
    friend bool operator==(const Link&, const Link&) = default;
};
struct Unlink {
    GroupId group;
    friend bool operator==(const Unlink&, const Unlink&) = default;
};
struct MinSuite {
    std::uint16_t suite = 1;
    friend bool operator==(const MinSuite&, const MinSuite&) = default;
};
struct Close {
    friend bool operator==(const Close&, const Close&) = default;
};
struct Fresh {
    std::uint32_t day = 0;  // days since 1970
    friend bool operator==(const Fresh&, const Fresh&) = default;
};

using RosterOp =
    std::variant<AddDevice, RemoveDevice, PartyEpoch, Grant, OpenChannel, Link, Unlink, MinSuite, Close, Fresh>;

// device_id = H("device", sign_pk || kem_pk), first 16 bytes.
DeviceId device_id(const vault::SignPublic& sign_key, const vault::KemPublic& kem_key);

}  // namespace goodweek::wire
