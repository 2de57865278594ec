// A household and a clinic find each other through a paper invite (security.md 2.7). Each step waits for the one before;
// what overtakes or refuses one is a sentence on the page, and nothing is half joined.
#pragma once

#include <optional>

#include "sync/changes.h"
#include "sync/invite.h"

namespace goodweek::session {

struct Family;
struct Inside;

struct Joining {
    std::optional<sync::InviteSecret> secret;  // typed; its card is still to be fetched
    std::optional<sync::Invite> invite;        // read and ready
    bool under_way = false;
    bool asked_to_link = false;
    bool had_no_relay = false;               // so that a refusal leaves things as they were
    std::optional<sync::Invite> announcing;  // on a clinic's machine: made, not yet known to the relay
};

void go_on_joining(Inside& in);
// Whether this refusal ended the joining, so that nobody else need speak of it.
bool refused_while_joining(Inside& in, const sync::Refused& refused);
void take_invite_answer(Inside& in, const sync::ErrandAnswered& answer);

// On a clinic's machine: this household showed the paper it was given.
bool proof_holds(const Inside& in, const Family& family);

}  // namespace goodweek::session
