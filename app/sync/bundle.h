// New events to one sealed bundle, and back: security.md 3.3 and 3.4, byte for byte and in that order. What an event is,
// this folder does not know: it carries byte strings and asks a rule whether each is one.
#pragma once

#include "sync/chain.h"

namespace goodweek::sync {

enum class SealProblem : std::uint8_t {
    not_a_writer,     // this device may not write there, or not any more
    roster_missing,   // we lack the roster of a group that reads there: fetch it first
    chain_broken,     // our own chain was contradicted: this device must be enrolled anew
    event_too_large,  // no bundle could hold it
    nothing,          // no events
};

struct Sealed {
    wire::ChainEnd end;  // seq and id
    Bytes bytes;         // to be stored before they are sent, and never made again
};

// As many bundles as the events need, in their order: each at most 2,000 events and 256 KiB, so that a phone on a bus
// never sends more than that twice. Moves `chains` forward; whoever calls stores both or neither. `max_clock` is the
// sender's clock as records has it.
Result<std::vector<Sealed>, SealProblem> seal(std::span<const Bytes> events, std::uint64_t max_clock,
                                              const Membership& ours, Chains& chains);

struct Opened {
    GroupId sender_group;
    DeviceId sender;
    wire::ChainEnd end;
    std::uint64_t max_clock = 0;
    std::vector<Bytes> events;
    bool to_older_epoch = false;  // sealed to keys the clinic has changed since
    std::vector<SeenAt> missing;  // what the sender had seen and we have not
};

using EventRule = bool (*)(ByteView event);

// One bundle that was asked for as `chains.at`. Either everything in it and `chains` moved forward, or a problem and
// nothing at all.
Result<Opened, wire::BundleProblem> open(ByteView bytes, const Membership& ours, Chains& chains, EventRule is_event);

}  // namespace goodweek::sync
