// What the vault's manifest keeps for the session, as canonical CBOR: everything that is not an event or a roster entry.
#pragma once

#include "domain/bytes.h"
#include "session/inside.h"

namespace goodweek::session {

Bytes profile_bytes(const Inside& in);
// False when the bytes are not ours; nothing is changed then.
bool read_profile(Inside& in, ByteView bytes, std::span<const std::vector<Bytes>> rosters);

// A record of a segment: what it is, of which group, and its bytes.
enum class RecordKind : std::uint8_t { event = 'e', roster = 'r' };
struct Record {
    RecordKind kind;
    GroupId group;
    ByteView bytes;
};
Bytes record_bytes(RecordKind kind, const GroupId& group, ByteView bytes);
// Nothing for a record of another release: it stays in its segment.
std::optional<Record> read_record(ByteView bytes);

}  // namespace goodweek::session
