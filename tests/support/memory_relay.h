// A relay in memory, for tests: it answers the calls of wire/calls.h by the rules of goodweek-relay, and can be told
// to lose, repeat, reorder and forget, as networks and bad relays do.
#pragma once

#include <map>
#include <random>
#include <set>

#include "wire/bundle.h"
#include "wire/protocol.h"

namespace goodweek::test {

class MemoryRelay {
public:
    // What may go wrong on the way, each in a hundred.
    struct Faults {
        unsigned lost_requests = 0;   // never arrive
        unsigned lost_answers = 0;    // the deed is done, nobody hears of it
        unsigned repeated_pages = 0;  // bundles already given are given again
        unsigned shuffled_pages = 0;  // bundles of one page in another order
    };
    Faults faults;
    std::uint32_t patience_s = 0;  // while there is any, it does nothing but ask for so much of it

    explicit MemoryRelay(unsigned seed = 1, std::string authority = "relay.example");

    // One request, at the relay's own time. Status 0: lost on the way.
    wire::Reply answer(const wire::Request& request, std::int64_t now_ms);

    // A token that founds one clinic.
    wire::Token admin_token();
    const std::string& authority() const { return authority_; }

    // Comes back from a copy: a new store id, and the newest bundles of every channel gone.
    void restore_without(std::size_t newest);
    // Everything that ever arrived, to be searched for what should not be there.
    const Bytes& everything_seen() const { return everything_seen_; }
    std::size_t bundle_count() const;

private:
    struct Stored {
        std::uint64_t relay_seq = 0;
        wire::ChainEnd end;
        DeviceId device;
        Bytes bytes;
    };
    struct Mailbox {
        std::uint64_t last = 0;
        std::vector<Stored> bundles;
        std::map<DeviceId, wire::ChainTip> tips;
    };
    struct Group {
        wire::Roster roster;
        std::map<GroupId, wire::TokenHash> invited_by;
        std::map<ChannelId, Mailbox> mailboxes;
    };
    struct Invite {
        GroupId clinic;
        wire::NewInvite what;
        std::optional<GroupId> used_by;
    };
    struct Message {
        std::int64_t left_ms = 0;
        Bytes bytes;
    };
    struct Caller {
        const wire::Roster* roster = nullptr;
        const wire::Device* device = nullptr;
    };
    struct Visit {
        const wire::Request& request;
        wire::Asked asked;
        std::int64_t now_ms = 0;
    };

    bool happens(unsigned in_a_hundred);
    wire::Reply reply(int status, Bytes body = {}) const;
    wire::Reply refuse(wire::Refusal refusal, const Visit& visit) const;
    wire::Reply refuse(wire::ErrorBody error, const Visit& visit) const;
    wire::Reply judge(const Visit& visit);
    Result<Caller, wire::Refusal> authenticate(const Visit& visit, std::optional<wire::Roster>& founder);
    bool tied(const GroupId& one, const GroupId& other) const;

    wire::Reply found_group(const Visit& visit, const Caller& caller);
    wire::Reply read_roster(const Visit& visit, const Caller& caller);
    wire::Reply extend_roster(const Visit& visit, const Caller& caller);
    wire::Reply list_linked(const Visit& visit, const Caller& caller);
    wire::Reply put_bundle(const Visit& visit, const Caller& caller);
    wire::Reply read_bundles(const Visit& visit, const Caller& caller);
    wire::Reply list_bundles(const Visit& visit, const Caller& caller);
    wire::Reply announce_invite(const Visit& visit, const Caller& caller);
    wire::Reply withdraw_invite(const Visit& visit, const Caller& caller);
    wire::Reply look_up_invite(const Visit& visit);
    wire::Reply leave_message(const Visit& visit);
    wire::Reply read_messages(const Visit& visit);
    const Mailbox* readable(const Visit& visit, const Caller& caller) const;

    std::mt19937 random_;
    std::string authority_;
    wire::StoreId store_;
    std::map<GroupId, Group> groups_;
    std::map<wire::TokenHash, std::optional<GroupId>> admin_tokens_;
    std::map<wire::TokenHash, Invite> invites_;
    std::map<wire::RendezvousId, std::vector<Message>> rendezvous_;
    std::set<std::pair<DeviceId, wire::AuthNonce>> nonces_;
    Bytes everything_seen_;
};

}  // namespace goodweek::test
