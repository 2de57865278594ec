// What crosses the network: new events of one device in one channel, sealed once for all its readers (security.md 3.3).
// This header is the part that needs no secret: shape, signature, place in the sender's chain (3.4, steps 1 to 6).
// What is inside belongs to sync/bundle.h.
#pragma once

#include <span>

#include "domain/result.h"
#include "wire/limits.h"
#include "wire/roster.h"

namespace goodweek::wire {

enum class BundleKind : std::uint8_t { events = 1, snapshot = 2, attachment = 3 };

struct BundleHeader {
    BundleKind kind = BundleKind::events;
    GroupId group;  // owns the channel
    ChannelId channel;
    GroupId sender_group;
    DeviceId sender;
    std::uint64_t seq = 1;
    BundleId previous;
    RosterEnd owner_roster;
    RosterEnd sender_roster;
    std::uint32_t ciphertext_size = 0;
    friend bool operator==(const BundleHeader&, const BundleHeader&) = default;
};

using WrappedKey = vault::Block<48>;
struct BundleSlot {
    PartyId party;
    std::uint32_t epoch = 1;
    vault::KemCiphertext kem{};
    WrappedKey wrap{};
};

inline constexpr std::size_t bundle_bound_size = 224;  // what commitment and wraps are bound to
inline constexpr std::size_t bundle_fixed_size = 256;
inline constexpr std::size_t bundle_slot_size = 1188;
inline constexpr std::size_t bundle_slots_max = 8;
inline constexpr std::size_t body_frame_size = 8;  // "GWP1", body length
inline constexpr std::size_t padded_min = 1024;
inline constexpr std::size_t padded_max = 1u << 20;

// The padding class that holds a body of this size with its frame: a power of two from 1 KiB to 1 MiB; nothing when it is
// too large and the sender must split it.
std::optional<std::size_t> padded_size(std::size_t body_size);
std::size_t bundle_size(std::size_t slots, std::size_t padded);

// In the order a reader checks them: the first that fails is the verdict (3.4).
enum class BundleProblem : std::uint8_t {
    damaged,             // 1: not the exact shape of a bundle
    update_needed,       // 1: a later release's
    misdelivered,        // 1: another group's or channel's
    roster_unknown,      // 2: states a roster height we have not got: fetch, then try again
    roster_fork,         // 2: two rosters at one height
    not_a_writer,        // 3
    heights_fell,        // 3: a sender's stated heights never decrease
    forged,              // 4
    known,               // 5: had it already
    device_fork,         // 5: another bundle at a number already taken
    gap,                 // 5: what comes before it is missing: hold
    wrong_previous,      // 5
    after_removal,       // 5: of a removed device, and beyond what its removal lets count: held for the admins
    wrong_readers,       // 6: slots are not exactly the channel's parties
    wrong_epoch,         // 6
    not_a_reader,        // 7: no slot of ours, or no seed for it
    sealed_wrong,        // 7: wrap, commitment or ciphertext does not hold
    bad_body,            // 7: padding, form or an event in it
    chain_contradicted,  // 7: what it says the others wrote is not what they wrote
};
std::string_view name_of(BundleProblem problem);

struct Bundle {
    BundleHeader header;
    vault::Hash commitment{};
    std::vector<BundleSlot> slots;
    ByteView bound;       // bytes 0..224
    ByteView associated;  // everything before the ciphertext
    ByteView ciphertext;
    BundleId id;
    vault::Signature signature{};
};
// Views into `bytes`, which must outlive it. Checks all of step 1 that does not need to know what was asked for.
Result<Bundle, BundleProblem> read_bundle(ByteView bytes);

// Everything before the ciphertext, and the finished bundle. `header.ciphertext_size` is taken from the sealed body.
Bytes write_bundle_bound(const BundleHeader& header, std::size_t slots);
Bytes write_bundle(ByteView bound, const vault::Hash& commitment, std::span<const BundleSlot> slots);
void finish_bundle(Bytes& bundle, ByteView ciphertext, const vault::Key& sign_seed);

// Where one device's chain in one channel ends, as far as accepted.
struct ChainTip {
    std::uint64_t seq = 0;
    BundleId id;
    std::uint32_t owner_height = 0;
    std::uint32_t sender_height = 0;
    std::vector<std::pair<PartyId, std::uint32_t>>
        linked_epochs;  // newest this sender used, of linked groups' parties
    friend bool operator==(const ChainTip&, const ChainTip&) = default;
};

// Steps 1 to 5 of 3.4 for a bundle that was asked for as (group, channel); first failure wins. `sender` is the roster of
// the sender's own group, which may be the owner's. `after_removal` is not judged here: a relay cannot know it.
Result<void, BundleProblem> check_bundle(const Bundle& bundle, const GroupId& group, const ChannelId& channel,
                                         const Roster& owner, const Roster& sender, const ChainTip& tip);

// Step 6. `linked` finds the roster of a group the owner links to; nothing if we have not got it. True when a linked
// party's epoch is older than its current one: accepted, and marked.
using RosterFinder = const Roster* (*)(const void* context, const GroupId& group);
Result<bool, BundleProblem> check_readers(const Bundle& bundle, const Roster& owner, RosterFinder linked,
                                          const void* context, const ChainTip& tip);

// The tip once this bundle is accepted.
ChainTip advance(const ChainTip& tip, const Bundle& bundle, const Roster& owner);

}  // namespace goodweek::wire
