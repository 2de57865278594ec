// What the relay would not do, and what becomes of it: tried again later, made anew, or told to people.
#include "sync/reception.h"

namespace goodweek::sync {

using wire::Asked;
using wire::Call;
using wire::Refusal;

struct Reception::Refusing {
    std::optional<wire::ErrorBody> error;
    Refusal refusal = Refusal::malformed;
    std::int64_t wait_ms = 0;

    explicit Refusing(const wire::Reply& reply) : error(wire::read_error(reply.body)) {
        refusal = error ? error->refusal : reply.status >= 500 ? Refusal::busy : Refusal::malformed;
        wait_ms = error ? std::int64_t{error->retry_after_s} * 1'000 : 0;
    }
    bool for_ever() const { return refusal == Refusal::revoked || refusal == Refusal::erased; }
    bool only_for_now() const {
        return refusal == Refusal::slow_down || refusal == Refusal::busy || refusal == Refusal::quota ||
               refusal == Refusal::replay || refusal == Refusal::clock_skew;
    }
};

void Reception::refuse(const InFlight& answered, const wire::Reply& reply) {
    const Refusing why(reply);
    const auto& asked = answered.asked;
    if (correct_clock(why)) return;
    if (answered.errand) return errand_refused(asked, why);
    auto& state = group_of(asked);
    if (why.for_ever()) {
        state.gone = why.refusal;
        return say(Refused{asked, why.refusal});
    }
    if (asked.call == Call::put_bundle) return put_refused(state, asked, why);
    // Too much asked of it in this minute, for whichever group: all questions wait, and stay due.
    if (why.refusal == Refusal::slow_down) return back_off(talk_.network, why.wait_ms);
    if (!why.only_for_now() && refused_for_good(state, asked, why)) return;
    back_off(state.backoff, why.wait_ms);
    settle_for_now(state, asked);
}

// For the header of requests only; nothing of ours is dated by the relay. If it is not content with its own time either,
// that is a refusal like any other.
bool Reception::correct_clock(const Refusing& why) {
    const bool first_time = !talk_.clock_asked;
    talk_.clock_asked = why.refusal == Refusal::clock_skew && why.error && first_time;
    if (talk_.clock_asked) talk_.clock_offset_ms = why.error->relay_time_ms - now_ms_;
    return talk_.clock_asked;
}

// Not to be tried again in this round; the next one will.
void Reception::settle_for_now(GroupTalk& state, const Asked& asked) {
    if (asked.call == Call::read_roster) state.roster_due = false;
    if (asked.call == Call::list_linked) state.linked_due = false;
    if (asked.call == Call::read_bundles) channel_of(asked).due = false;
}

// What would only be refused again: founding with a token that opens nothing, an entry the relay does not take.
bool Reception::refused_for_good(GroupTalk& state, const Asked& asked, const Refusing& why) {
    if (asked.call == Call::found_group) {
        state.founding.reset();
        say(Refused{asked, why.refusal});
        return true;
    }
    if (asked.call != Call::extend_roster) return false;
    if (why.refusal == Refusal::conflict) {
        entry_conflict(state, asked, why);
    } else {
        state.entries.pop_front();
        say(Refused{asked, why.refusal});
    }
    return true;
}

void Reception::entry_conflict(GroupTalk& state, const Asked& asked, const Refusing& why) {
    const auto& ours = *ours_.own();
    const auto entry = wire::read_entry(state.entries.front());
    const auto theirs = why.error ? why.error->roster : std::nullopt;
    const bool behind = theirs && entry && theirs->height + 1 < entry->height && entry->height <= ours.height() + 1 &&
                        ours.id_at(theirs->height) == theirs->head;
    if (behind) {
        // The relay was restored and lacks entries that we hold: it gets them first, without haste.
        for (auto height = entry->height - 1; height > theirs->height; --height)
            state.entries.push_front(ours.entries()[height]);
        return back_off(state.backoff);
    }
    state.entries.pop_front();
    state.roster_due = true;
    const bool only_new_to_relay = entry && ours.id_at(entry->height) == entry->id;
    if (!only_new_to_relay) say(EntryOvertaken{asked.group});
}

void Reception::put_refused(GroupTalk& state, const Asked& asked, const Refusing& why) {
    auto& channel = channel_of(asked);
    const auto found = waiting(asked);
    if (found == talk_.outbox.end()) return;
    const auto at = found->at;
    const auto seq = found->end.seq;
    const auto chain = why.error && why.refusal == Refusal::conflict ? why.error->chain : std::nullopt;
    if (chain && chain->seq + 1 < seq) {
        say(PushAgain{at, chain->seq + 1});
    } else if (chain) {
        // That number is taken there by another bundle of ours: there are two of us.
        return break_chain(channel, at);
    } else if (why.refusal == Refusal::too_big || why.refusal == Refusal::bundle_invalid) {
        say(Refused{asked, why.refusal});
        return break_chain(channel, at);
    } else if (why.refusal == Refusal::slow_down) {
        return back_off(talk_.pushes, why.wait_ms);
    } else if (!why.only_for_now()) {
        // The relay and we may have different rosters: look before trying again.
        state.roster_due = true;
    }
    back_off(channel.pushing, why.wait_ms);
}

// Nothing more can follow what will never be taken; the events are still in the vault, for a device enrolled anew.
void Reception::break_chain(ChannelTalk& channel, const ChannelAt& at) {
    channel.chains.own_contradicted = true;
    std::erase_if(talk_.outbox, [&](const Waiting& each) { return each.at == at; });
    say(OwnChainBroken{at});
}

void Reception::errand_refused(const Asked& asked, const Refusing& why) {
    const auto waiting = errand(asked);
    if (why.only_for_now() && waiting != talk_.errands.end()) return back_off(waiting->backoff, why.wait_ms);
    finish_errand(asked, why.refusal, {});
}

}  // namespace goodweek::sync
