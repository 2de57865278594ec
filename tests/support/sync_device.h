// A phone, or a clinic's computer, with all of sync and none of the rest: its events are plain bytes and its vault a
// few vectors. Tests of sync and of the session's edges use it as the other side.
#pragma once

#include <set>

#include "support/memory_relay.h"
#include "sync/conversation.h"
#include "sync/invite.h"

namespace goodweek::test {

// Time as the test has it; every question to the relay takes a little.
struct TestClock {
    std::int64_t now_ms = 1'700'000'000'000;
};

class SyncDevice {
public:
    SyncDevice(std::string called, sync::Membership membership, const MemoryRelay& relay)
        : name(std::move(called)), ours(std::move(membership)), talk(sync::begin_conversation(relay.authority())) {}

    std::string name;
    sync::Membership ours;
    sync::Conversation talk;
    std::map<sync::ChannelAt, std::multiset<Bytes>> events;  // what it knows, by channel; twice would show
    sync::Changes heard;                                     // all that changed, in order
    unsigned jitter = 0;

    // Seals the event and puts it in the outbox.
    void write(const sync::ChannelAt& at, Bytes event);
    // A round that somebody asked for: everything is asked until nothing more is due now.
    void round(MemoryRelay& relay, TestClock& clock);
    // The app was closed and opened again: only what the vault kept is left.
    void restart();

    // How often a change of that kind was heard.
    template <class Kind>
    std::size_t count() const {
        return static_cast<std::size_t>(std::ranges::count_if(
            heard, [](const sync::Change& change) { return std::holds_alternative<Kind>(change); }));
    }
    template <class Kind>
    const Kind* last() const {
        const Kind* found = nullptr;
        for (const auto& change : heard)
            if (const auto* one = std::get_if<Kind>(&change)) found = one;
        return found;
    }

    sync::ChannelAt family() const;
    sync::ChannelAt care_with(const GroupId& clinic) const;
    // What the vault keeps: every bundle it ever sealed.
    const std::vector<Bytes>& sealed() const { return sealed_; }
    void take_in(const sync::Changes& changes);

private:
    void push_from(const sync::ChannelAt& at, std::uint64_t from_seq);

    std::vector<Bytes> sealed_;
    std::set<BundleId> sent_;
};

// Any bytes that begin with 'e' are an event here.
bool is_test_event(ByteView event);
Bytes test_event(std::string_view words);

PersonId test_person(std::uint8_t number);

// A clinic that the relay knows, and a household that joined it by paper invite: linked, with a care channel.
SyncDevice founded_clinic(MemoryRelay& relay, TestClock& clock);
SyncDevice joined_household(MemoryRelay& relay, TestClock& clock, SyncDevice& clinic);
// Another phone of that household, by the rendezvous.
SyncDevice second_phone(MemoryRelay& relay, TestClock& clock, SyncDevice& first, std::uint8_t person = 2);

}  // namespace goodweek::test
