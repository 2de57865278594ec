// Where everybody's chain of bundles ends in one channel, as one device knows it: its own, so that no number is ever
// used twice, and the others', so that nothing can be left out, repeated or rewritten unseen (security.md 3.4).
#pragma once

#include <map>
#include <set>
#include <vector>

#include "sync/membership.h"
#include "vault/cbor.h"
#include "wire/bundle.h"

namespace goodweek::sync {

// A place in a device's chain: what a seen-vector is made of.
struct SeenAt {
    DeviceId device;
    std::uint64_t seq = 0;
    BundleId id;
    friend bool operator==(const SeenAt&, const SeenAt&) = default;
};

struct Chains {
    ChannelAt at;
    wire::ChainTip own;
    std::map<DeviceId, wire::ChainTip> others;
    // Devices whose chain contradicted itself: nothing more of theirs is taken here, everybody else's goes on.
    std::set<DeviceId> set_aside;
    // Our own chain is elsewhere than we left it: this profile was copied or brought back. It seals nothing more here.
    bool own_contradicted = false;
    // What our last bundle told the others we had seen.
    std::map<DeviceId, std::uint64_t> told;

    explicit Chains(const ChannelAt& where) : at(where) {}
    friend bool operator==(const Chains&, const Chains&) = default;
};

// The others' newest bundles that our next one should name: those that changed since our last, at most 64.
inline constexpr std::size_t seen_max = 64;
std::vector<SeenAt> news_for_others(const Chains& chains);

// What another device says it saw agrees with what we know, as far as we know it.
bool agrees(const Chains& chains, const DeviceId& own_device, const std::vector<SeenAt>& seen);

// Canonical CBOR, for the vault.
vault::Cbor to_cbor(const Chains& chains);
vault::CborResult<Chains> chains_from(const vault::Cbor& value);

}  // namespace goodweek::sync
