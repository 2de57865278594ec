// What an answer of the relay, or a file of bundles, changed: everything the session has to keep, show or decide.
#pragma once

#include <optional>
#include <variant>

#include "sync/bundle.h"
#include "wire/protocol.h"

namespace goodweek::sync {

struct BundleArrived {
    ChannelAt at;
    Opened opened;
};
// The relay has it on disk. Its file in the outbox stays until a snapshot covers it, marked as sent.
struct BundleSent {
    ChannelAt at;
    wire::ChainEnd end;
};
// A bundle nobody will ever apply, and why; or a whole device set aside, if `device_set_aside`. Kept as proof, shown in
// words; all others go on.
struct BundleSetAside {
    ChannelAt at;
    DeviceId sender;
    wire::BundleProblem why = wire::BundleProblem::damaged;
    bool device_set_aside = false;
    Bytes bytes;
};
// Something of this device has been missing for a week.
struct SomethingMissing {
    ChannelAt at;
    DeviceId sender;
};
// Our own chain is not where we left it: this profile is a copy of another, or was set back. It must be enrolled anew.
struct OwnChainBroken {
    ChannelAt at;
};
// The relay lacks bundles of ours from this number on: put them in the outbox again.
struct PushAgain {
    ChannelAt at;
    std::uint64_t from_seq = 1;
};

struct GroupFounded {
    GroupId group;
};
struct RosterGrew {
    GroupId group;
    std::vector<Bytes> entries;  // those that were new, to be kept
};
// What the relay gave as a roster is none; or it and ours differ at one height (`forked`).
struct RosterRefused {
    GroupId group;
    wire::RosterProblem why = wire::RosterProblem::damaged;
    bool forked = false;
};
// Somebody changed the roster first: make the entry anew, if it is still wanted.
struct EntryOvertaken {
    GroupId group;
};
// Households tied to our clinic that we had not heard of, with the invites they came by.
struct HouseholdsJoined {
    std::vector<wire::LinkedHousehold> households;
};
// The relay will not do this, now or later: a used invite, a device that was removed.
struct Refused {
    wire::Asked asked;
    wire::Refusal refusal = wire::Refusal::malformed;
};
// The relay was restored from a copy: put all own bundles that are still kept in the outbox again, oldest first.
struct StoreChanged {};
struct ErrandAnswered {
    wire::Asked asked;
    std::optional<wire::Refusal> refusal;
    Bytes body;
};

using Change =
    std::variant<BundleArrived, BundleSent, BundleSetAside, SomethingMissing, OwnChainBroken, PushAgain, GroupFounded,
                 RosterGrew, RosterRefused, EntryOvertaken, HouseholdsJoined, Refused, StoreChanged, ErrandAnswered>;
using Changes = std::vector<Change>;

}  // namespace goodweek::sync
