// One signed entry of a roster, byte for byte (security.md 3.2). Reading one says only that it is well formed; whether it
// was signed by someone who may is the Roster's judgement.
#pragma once

#include <span>

#include "domain/result.h"
#include "wire/roster_op.h"

namespace goodweek::wire {

enum class RosterProblem : std::uint8_t {
    damaged,        // lengths, magic or reserved bytes are not a roster entry's
    update_needed,  // a suite or an op from a later release
    malformed,      // the body is not canonical CBOR of 1 to 16 ops
    too_big,
    not_genesis,  // the first entry does not found a group
    wrong_group,
    wrong_height,
    wrong_previous,  // properly signed, but it follows another entry than ours: a fork, or somebody was quicker
    unknown_signer,  // not a device of this group, or not any more
    forged,          // the signature does not hold
    not_allowed,     // the signer may not do that
    inconsistent,    // it speaks of what is not there, or is there already
    over_limit,
    closed,  // the group was closed
};
std::string_view name_of(RosterProblem problem);

struct RosterEntry {
    GroupId group;             // empty in the genesis
    std::uint32_t height = 0;  // the genesis has 0
    RosterId previous;
    DeviceId signer;
    std::vector<RosterOp> ops;
    RosterId id;
    vault::Signature signature{};
};

Result<RosterEntry, RosterProblem> read_entry(ByteView bytes);

// The bytes of a new entry, signed. The caller's Roster::append says whether readers will take it.
struct EntryDraft {
    GroupId group;
    std::uint32_t height = 0;
    RosterId previous;
    DeviceId signer;
};
Bytes write_entry(const EntryDraft& draft, std::span<const RosterOp> ops, const vault::Key& sign_seed);

// The ops alone, as the body of an entry carries them.
Bytes encode_ops(std::span<const RosterOp> ops);
Result<std::vector<RosterOp>, RosterProblem> decode_ops(ByteView body);

}  // namespace goodweek::wire
