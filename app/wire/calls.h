// The calls of the relay (security.md 4.2): one description of each path, for those who write it and those who read it.
//
// Ids in paths are lower-case hexadecimal. All calls but the strangers' are signed (auth.h).
//   POST   /v1/groups                      found a group, or tie one to another clinic (bodies.h: FoundGroup)
//   GET    /v1/g/{g}/roster?from=H         frames of roster entries from height H on
//   POST   /v1/g/{g}/roster                one entry, raw, with If-Match: the head it follows, in hexadecimal
//   GET    /v1/g/{g}/linked                for a clinic's devices: households tied to it (bodies.h: LinkedHousehold)
//   PUT    /v1/g/{g}/c/{c}/b/{id}          one bundle, raw
//   GET    /v1/g/{g}/c/{c}/b?after=N&max=M frames of bundles with relay_seq above N, at most M of them
//   GET    /v1/g/{g}/c/{c}/ids?after=N     what there is above N (bodies.h: StoredBundle)
//   POST   /v1/invites                     a clinic's admin announces a paper invite (bodies.h: NewInvite)
//   DELETE /v1/invites/{token hash}        and takes it back
//   GET    /v1/invites/{lookup}            a stranger with a typed code fetches its sealed card, raw
//   POST   /v1/rendezvous/{id}             a stranger leaves a message, raw
//   GET    /v1/rendezvous/{id}             frames of the messages left there
//   GET    /v1/time                        the relay's clock (bodies.h: time_body)
//   GET    /healthz                        "ok"
#pragma once

#include "domain/ids.h"
#include "vault/primitives.h"
#include "wire/http.h"

namespace goodweek::wire {

using RendezvousId = Id<struct RendezvousTag>;
using LookupId = Id<struct LookupTag>;
using TokenHash = vault::Hash;

enum class Call : std::uint8_t {
    found_group,
    read_roster,
    extend_roster,
    list_linked,
    put_bundle,
    read_bundles,
    list_bundles,
    announce_invite,
    withdraw_invite,
    look_up_invite,
    leave_message,
    read_messages,
    time,
    health,
};

// A call with what its path says; the fields a call does not name stay empty.
struct Asked {
    Call call = Call::health;
    GroupId group;
    ChannelId channel;
    BundleId bundle;
    TokenHash token_hash{};
    LookupId lookup;
    RendezvousId rendezvous;
    std::uint64_t after = 0;  // read_bundles, list_bundles
    std::uint32_t max = 0;    // read_bundles; 0 leaves it to the relay
    std::uint32_t from = 0;   // read_roster
    friend bool operator==(const Asked&, const Asked&) = default;
};

Method method_of(Call call);
// Whether the call needs a GW-Auth header.
bool is_signed(Call call);
// The path and query of a call, in the one spelling the relay takes.
std::string target_of(const Asked& asked);
// The call behind a method and target; nothing for any other spelling, unknown query or wrong method.
std::optional<Asked> read_target(Method method, std::string_view target);

}  // namespace goodweek::wire
