// A second phone joins (security.md 2.5). The new phone makes its own keys and offers them through a rendezvous at the relay;
// what makes them believable is a secret that went from screen to screen, or was typed. Nothing of value passes before
// somebody on the old phone has said yes.
//
//     new phone                                       old phone, an admin
//     offer_by_picture / offer_by_code
//     leaves offer.announcement at offer.at
//     shows offer.link or offer.code   -- seen -->    read_offer
//                                                     read_announcement of what lies at offered.at
//                                                     asks, then entry_adding(...), posts it; when it holds
//     open_welcome                     <----------    leaves welcome(...) there
//     Membership::newcomer, follow; when the roster is there: welcomed_by
//     both show enrol_words and both people say "same"
#pragma once

#include <string>

#include "sync/membership.h"
#include "wire/calls.h"

namespace goodweek::sync {

// The new phone's side. Valid for ten minutes, once.
struct Offer {
    Bytes secret;  // 16 bytes of a picture, 13 of a code
    wire::RendezvousId at;
    std::string link;    // of a picture; empty for a code
    std::string code;    // 20 characters in groups; empty for a picture
    Bytes announcement;  // its public keys, for the rendezvous
};
Offer offer_by_picture(const DeviceKeys& keys, std::string_view app_address);
Offer offer_by_code(const DeviceKeys& keys);

// The old phone's side: what the camera saw or somebody typed.
struct Offered {
    Bytes secret;
    wire::RendezvousId at;
    std::optional<vault::Hash> keys_hash;  // of a picture: the keys must be these
};
enum class OfferProblem : std::uint8_t { not_an_offer, mistyped, update_needed };
Result<Offered, OfferProblem> read_offer(std::string_view text);

struct OfferedKeys {
    vault::SignPublic sign_key{};
    vault::KemPublic kem_key{};
    friend bool operator==(const OfferedKeys&, const OfferedKeys&) = default;
};
// The new phone's keys, if this message is its own; nothing for whatever else lies at the rendezvous.
std::optional<OfferedKeys> read_announcement(const Offered& offered, ByteView message);

// Where the new phone now belongs: sealed, for the rendezvous.
struct Welcome {
    GroupId group;
    wire::RosterEnd roster;  // with the entry that added it
    friend bool operator==(const Welcome&, const Welcome&) = default;
};
Bytes seal_welcome(const Offered& offered, const DeviceId& device, const Welcome& welcome);
std::optional<Welcome> open_welcome(const Offer& offer, const DeviceId& device, ByteView message);

// The roster that was fetched is the one the welcome spoke of, and this device is in it.
bool welcomed_by(const Welcome& welcome, const Membership& ours);

// Three words of the list for both screens, from the group and the new device.
std::vector<std::string_view> enrol_words(const GroupId& group, const DeviceId& device);

}  // namespace goodweek::sync
