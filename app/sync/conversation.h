// The whole conversation of one device with its relay: next_request says what to ask now, receive takes the answer and
// says what changed. No sockets, no clock, no storage: whoever calls owns those, and keeps the state (to_bytes) in one
// transaction with what changed.
//
// Each group waits and fails by itself: one that is gone, forked or refused never holds up another. How a round goes:
//     begin_round(talk, ours, now);
//     while (auto request = next_request(talk, ours, now)) {
//         const auto changes = receive(talk, ours, send(*request), now, jitter, is_event);
//         ... keep changes and to_bytes(talk), together
//     }
//     ... ask again at wake_at(talk)
#pragma once

#include "sync/changes.h"
#include "sync/conversation_state.h"

namespace goodweek::sync {

Conversation begin_conversation(std::string_view authority);

// Asks the relay for everything once: own roster, who joined (clinics), linked rosters that are old, every readable
// channel. `insisted`: somebody pressed Sync now, so nothing waits out its backoff.
enum class Insist : std::uint8_t { no, yes };
void begin_round(Conversation& talk, const Membership& ours, std::int64_t now_ms, Insist insist = Insist::no);

// What to send now; nothing while an answer is outstanding, or when nothing is due.
std::optional<wire::Request> next_request(Conversation& talk, const Membership& ours, std::int64_t now_ms);
// The answer to what next_request gave last. `jitter` is a random number from 0 up to 1.
Changes receive(Conversation& talk, Membership& ours, const wire::Reply& reply, std::int64_t now_ms, double jitter,
                EventRule is_event);
// When next_request will have something again, a moment in the past meaning now; nothing when only a new round, or
// something new to say, brings more.
std::optional<std::int64_t> wake_at(const Conversation& talk, const Membership& ours);

// The relay shall know our group: its entries so far, and the token of an invite or of the relay's owner.
void found_group(Conversation& talk, const Membership& ours, const wire::Token& token);
// An entry made by sync/membership.h. It holds when RosterGrew says so.
void post_entry(Conversation& talk, const Membership& ours, Bytes entry);
// Fetches the roster of a group we are told of (a clinic's, from the paper) and keeps an eye on it.
void follow(Conversation& talk, const GroupId& group);
// A sealed bundle, as it was stored. Also one that was sent before, when the relay lost it. False if it is no bundle.
bool put_in_outbox(Conversation& talk, Bytes bundle);
// Rendezvous and invites: answered by ErrandAnswered.
void run_errand(Conversation& talk, const wire::Asked& asked, Bytes body);

// The chains of a channel, to seal into.
Chains& chains_of(Conversation& talk, const ChannelAt& at);

// The parts of a file that came instead (bundle_file.h), bundles and roster entries: judged exactly as the relay's.
Changes take_bundles(Conversation& talk, Membership& ours, std::span<const Bytes> parts, std::int64_t now_ms,
                     EventRule is_event);

// A sealed bundle found in the vault's outbox that no commit had named (vault.h, OutboxItem::found): it may have been sent,
// so its number is taken, and its events are ours. Goes to the outbox like any other.
Changes adopt_own_bundle(Conversation& talk, const Membership& ours, Bytes bundle, EventRule is_event);

}  // namespace goodweek::sync
