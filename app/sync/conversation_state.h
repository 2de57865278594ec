// What a device's conversation with its relay has come to: plain data, kept in the vault between two openings of the app.
#pragma once

#include <deque>
#include <optional>

#include "sync/backoff.h"
#include "sync/bundle.h"
#include "wire/protocol.h"

namespace goodweek::sync {

// A bundle that cannot be judged yet: one before it is missing, or the roster it speaks of.
struct HeldBundle {
    std::uint64_t relay_seq = 0;  // where to ask again for it; 0 when it came by file
    std::int64_t since_ms = 0;
    bool told = false;  // people know that something is missing
    Bytes bytes;
    friend bool operator==(const HeldBundle&, const HeldBundle&) = default;
};
inline constexpr std::size_t held_max = 256;
inline constexpr std::size_t held_bytes_max = 8u << 20;
inline constexpr std::int64_t held_patience_ms = 7LL * 24 * 3'600'000;

// As many as a phone opens between two frames without stuttering.
inline constexpr std::uint32_t bundles_a_page = 32;

struct ChannelTalk {
    explicit ChannelTalk(const ChannelAt& at) : chains(at) {}

    Chains chains;
    std::uint64_t cursor = 0;  // what the relay has shown us up to
    bool due = false;
    Backoff pushing;  // apart from the group's, so that what cannot be sent never keeps us from reading
    std::vector<HeldBundle> held;
    std::uint64_t come_back_to = 0;  // when there was no room to hold more: ask again from here; 0 is nowhere
    friend bool operator==(const ChannelTalk&, const ChannelTalk&) = default;
};

// A roster height that a member's signed bundle spoke of and we have not reached.
struct AheadOfUs {
    DeviceId device;
    std::uint32_t height = 0;
    friend bool operator==(const AheadOfUs&, const AheadOfUs&) = default;
};

struct GroupTalk {
    std::optional<wire::Token> founding;  // the relay has yet to hear of our group; this opens the door
    std::deque<Bytes> entries;            // for our own roster, in order
    bool roster_due = false;
    bool linked_due = false;  // a clinic asks who joined
    std::int64_t roster_read_ms = 0;
    std::vector<AheadOfUs> ahead;       // sending waits until we have caught up
    bool forked = false;                // two rosters at one height: sending waits for people (3.4)
    std::optional<wire::Refusal> gone;  // revoked or erased: nothing more is asked of it
    Backoff backoff;
    std::map<ChannelId, ChannelTalk> channels;
    friend bool operator==(const GroupTalk&, const GroupTalk&) = default;
};

// A sealed bundle on its way. Its bytes live in the vault's outbox; the state only carries them while the app is open.
struct Waiting {
    ChannelAt at;
    wire::ChainEnd end;
    Bytes bytes;
    friend bool operator==(const Waiting&, const Waiting&) = default;
};

// A single question outside the round: a rendezvous, an invite.
struct Errand {
    wire::Asked asked;
    Bytes body;
    Backoff backoff;
    friend bool operator==(const Errand&, const Errand&) = default;
};

struct InFlight {
    wire::Asked asked;
    bool errand = false;
    friend bool operator==(const InFlight&, const InFlight&) = default;
};

struct Conversation {
    std::string authority;  // of the relay, "relay.example:8443": pinned, and signed into every request
    std::optional<wire::StoreId> store;
    std::int64_t clock_offset_ms = 0;  // the relay's clock minus ours; for signing requests and nothing else
    bool clock_asked = false;          // the last answer corrected our clock: a second one in a row is a refusal
    std::int64_t heard_ms = 0;         // when the relay last answered
    std::int64_t restored_ms = 0;      // when it last said that it was restored from a copy
    Backoff network;
    Backoff pushes;  // of every channel together, as the relay counts them; reading goes on meanwhile
    std::map<GroupId, GroupTalk> groups;
    std::deque<Waiting> outbox;
    std::deque<Errand> errands;
    std::optional<InFlight> in_flight;  // one at a time
    friend bool operator==(const Conversation&, const Conversation&) = default;
};

// Canonical CBOR of all that must outlive the app: not what is in flight, and not the outbox, whose bundles the vault holds
// as they will be sent. A held bundle is not kept either: its channel's cursor is written as standing before it.
Bytes to_bytes(const Conversation& talk);
std::optional<Conversation> conversation_from(ByteView bytes);

}  // namespace goodweek::sync
