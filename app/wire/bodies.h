// The structured bodies of the calls: canonical CBOR, read totally (nothing for anything but the one right spelling).
#pragma once

#include <vector>

#include "domain/ids.h"
#include "vault/primitives.h"
#include "wire/calls.h"
#include "wire/errors.h"

namespace goodweek::wire {

// What opens a door at the relay once: printed by `goodweek-relay init` for clinics, derived from a paper invite for
// households. The relay keeps only its hash.
using Token = vault::Block<32>;
std::string token_text(const Token& token);  // base64url, 43 characters
std::optional<Token> read_token(std::string_view text);
TokenHash invite_hash(const Token& token);  // H("invite", token)
TokenHash admin_hash(const Token& token);   // H("admin", token)

// POST /v1/groups. Signed by the genesis's own device. An unused invite token founds a household tied to the clinic that
// announced it, an admin token founds a clinic. The same genesis again with the same token answers as the first time; a
// known household with another clinic's unused invite is tied to that clinic too. Answer 201: roster_end_body.
// CBOR {"e": [entries], "t": token}; the entries are a whole roster from genesis, at most 16.
struct FoundGroup {
    Token token{};
    std::vector<Bytes> entries;
    friend bool operator==(const FoundGroup&, const FoundGroup&) = default;
};
Bytes found_group_body(const FoundGroup& asked);
std::optional<FoundGroup> read_found_group(ByteView body);

// The answer of POST /v1/groups and POST roster: CBOR {"h": height, "i": head}.
Bytes roster_end_body(const RosterEnd& end);
std::optional<RosterEnd> read_roster_end(ByteView body);

// POST /v1/invites, by an admin device of the clinic it signs for. Answer 201, no body; the same again 200.
// CBOR {"c": card, "e": expiry unix ms, "h": token hash, "l": lookup}.
struct NewInvite {
    TokenHash token_hash{};
    std::int64_t expires_ms = 0;
    LookupId lookup;
    Bytes card;  // sealed; only the holder of the paper can open it
    friend bool operator==(const NewInvite&, const NewInvite&) = default;
};
Bytes new_invite_body(const NewInvite& invite);
std::optional<NewInvite> read_new_invite(ByteView body);

// GET /v1/g/{g}/linked: CBOR [[household, token hash used, or zero for a link without invite]...], oldest first.
struct LinkedHousehold {
    GroupId household;
    TokenHash token_hash{};
    friend bool operator==(const LinkedHousehold&, const LinkedHousehold&) = default;
};
Bytes linked_body(const std::vector<LinkedHousehold>& linked);
std::optional<std::vector<LinkedHousehold>> read_linked(ByteView body);

// The answer of PUT bundle: CBOR {"s": relay_seq}.
Bytes relay_seq_body(std::uint64_t relay_seq);
std::optional<std::uint64_t> read_relay_seq(ByteView body);

// GET ids: CBOR [[relay_seq, id, seq, device]...].
struct StoredBundle {
    std::uint64_t relay_seq = 0;
    BundleId id;
    std::uint64_t seq = 0;
    DeviceId device;
    friend bool operator==(const StoredBundle&, const StoredBundle&) = default;
};
Bytes stored_body(const std::vector<StoredBundle>& stored);
std::optional<std::vector<StoredBundle>> read_stored(ByteView body);

// GET /v1/time: CBOR {"t": unix ms}.
Bytes time_body(std::int64_t now_ms);
std::optional<std::int64_t> read_time(ByteView body);

}  // namespace goodweek::wire
