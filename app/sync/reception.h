// One answer of the relay, taken in: what it did is worked into the conversation and the membership, and said as changes.
#pragma once

#include "sync/conversation_state.h"
#include "sync/intake.h"

namespace goodweek::sync {

class Reception {
public:
    Reception(Conversation& talk, Membership& ours, std::int64_t now_ms, double jitter, EventRule is_event)
        : talk_(talk), ours_(ours), now_ms_(now_ms), jitter_(jitter), is_event_(is_event) {}

    Changes run(const InFlight& answered, const wire::Reply& reply);
    // A file's parts. Rosters first, because the bundles beside them may speak of what they say.
    Changes take_parts(std::span<const Bytes> parts);

private:
    GroupTalk& group_of(const wire::Asked& asked) { return talk_.groups[asked.group]; }
    ChannelTalk& channel_of(const wire::Asked& asked);
    std::deque<Waiting>::iterator waiting(const wire::Asked& asked);
    std::deque<Errand>::iterator errand(const wire::Asked& asked);
    void say(Change change) { changes_.push_back(std::move(change)); }
    void back_off(Backoff& backoff, std::int64_t asked_for_ms = 0);
    template <class Take>
    void take_in(Take take);

    // reception.cpp: what was done
    bool was_restored(const wire::StoreId& store);
    void start_over();
    void take(const InFlight& answered, const wire::Reply& reply);
    void founded(GroupTalk& state, const wire::Asked& asked);
    void entry_taken(GroupTalk& state, const wire::Asked& asked);
    void take_entry(const wire::RosterEntry& entry, const Bytes& bytes);
    void grow(const GroupId& group, const std::vector<Bytes>& entries);
    void follow_links();
    void forget_who_was_ahead(const GroupId& group);
    void roster_refused(const GroupId& group, wire::RosterProblem why);
    void roster_read(GroupTalk& state, const wire::Asked& asked, ByteView body);
    void linked_listed(GroupTalk& state, ByteView body);
    void bundle_put(const wire::Asked& asked);
    void bundles_read(GroupTalk& state, const wire::Asked& asked, ByteView body);
    void finish_errand(const wire::Asked& asked, std::optional<wire::Refusal> refusal, ByteView body);

    // refusals.cpp: what was not
    struct Refusing;
    void refuse(const InFlight& answered, const wire::Reply& reply);
    bool correct_clock(const Refusing& why);
    void settle_for_now(GroupTalk& state, const wire::Asked& asked);
    bool refused_for_good(GroupTalk& state, const wire::Asked& asked, const Refusing& why);
    void entry_conflict(GroupTalk& state, const wire::Asked& asked, const Refusing& why);
    void put_refused(GroupTalk& state, const wire::Asked& asked, const Refusing& why);
    void break_chain(ChannelTalk& channel, const ChannelAt& at);
    void errand_refused(const wire::Asked& asked, const Refusing& why);

    Conversation& talk_;
    Membership& ours_;
    std::int64_t now_ms_;
    double jitter_;
    EventRule is_event_;
    Changes changes_;
};

template <class Take>
void Reception::take_in(Take take) {
    Intake intake(talk_, ours_, now_ms_, is_event_);
    take(intake);
    for (auto& change : intake.changes()) say(std::move(change));
}

}  // namespace goodweek::sync
