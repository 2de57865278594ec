// A clinic's paper invite (security.md 2.7): what it carries, how people get it into a phone, and what each side derives
// from its secret. The secret itself never leaves the paper and the two phones: the relay sees a token, a lookup id and a
// sealed card, all derived from it.
#pragma once

#include <string>

#include "domain/result.h"
#include "wire/bodies.h"

namespace goodweek::sync {

using InviteSecret = vault::Block<10>;  // 80 bits, used once

struct Invite {
    std::string relay;  // its address: "https://relay.example"
    GroupId clinic;
    InviteSecret secret{};
    std::int64_t expires_ms = 0;  // whole minutes
    friend bool operator==(const Invite&, const Invite&) = default;
};
Invite new_invite(std::string_view relay, const GroupId& clinic, std::int64_t expires_ms);
inline bool expired(const Invite& invite, std::int64_t now_ms) { return invite.expires_ms <= now_ms; }

// The relay's authority in an address: "relay.example", "127.0.0.1:8443". Nothing for anything but https, or http to this
// very machine.
std::optional<std::string> authority_of(std::string_view address);

// What the clinic tells its relay: POST /v1/invites.
wire::NewInvite announcement(const Invite& invite);
// What opens the relay's door to the household: POST /v1/groups.
wire::Token invite_token(const InviteSecret& secret);
// Where the relay keeps the card of a typed code, and the card itself.
wire::LookupId invite_lookup(const InviteSecret& secret);
// The invite behind a typed code, from the card the relay gave; nothing if it was not sealed with that secret. Its words
// are then to be compared with the paper.
std::optional<Invite> open_card(const InviteSecret& secret, std::string_view relay, ByteView card);
// The eight words (88 bits of the clinic's id) that the paper shows too.
std::vector<std::string_view> check_words(const GroupId& clinic);
// Goes into the household's first care bundle: proves to the clinic that this is whom it handed that paper.
Bytes join_proof(const InviteSecret& secret, const GroupId& household);

// The forms. Everything in a link stands behind its '#', so that opening it tells no server anything.
std::string invite_link(const Invite& invite,
                        std::string_view app_address);  // for the QR code: any camera opens the app
std::string invite_line(const Invite& invite);          // "goodweek:join:...", to be pasted
std::string invite_code(const InviteSecret& secret);    // 16 characters in groups, to be typed

enum class InviteProblem : std::uint8_t {
    not_an_invite,
    mistyped,       // its check does not hold: a piece is missing or changed
    update_needed,  // of a later release
};
// Reads a link or a line, with whatever spaces people paste around it. Total.
Result<Invite, InviteProblem> read_invite(std::string_view text);
std::optional<InviteSecret> read_invite_code(std::string_view typed);

}  // namespace goodweek::sync
