// What the relay answers: one function a call, from a request already read to an answer not yet written. Knows neither
// sockets nor tables, and decides everything that is decided (security.md 4).
#pragma once

#include <chrono>

#include "relay/groups.h"
#include "relay/limits.h"
#include "relay/nonces.h"
#include "relay/rendezvous.h"

namespace goodweek::relay {

// A request whose path was understood. What it looks at lives as long as the answer is being made.
struct Visit {
    wire::Asked asked;
    std::string_view target;
    ByteView body;
    std::string_view auth, if_match;  // header values, empty when absent
    std::string network;              // where it came from (limits.h)
    std::int64_t now_ms = 0;
};

struct Answer {
    int status = 200;
    Bytes body;
    std::optional<wire::Refusal> refusal;
    DeviceId device;  // who asked, once that was proved; for the log
};

struct ServiceSettings {
    std::string authority;             // this relay's name, as clients pin and sign it
    std::uint32_t shared_address = 1;  // how many times the limits of one address hold
};

class Service {
public:
    Service(Mailbox& mailbox, ServiceSettings settings, std::int64_t started_ms);

    // Never throws: a database that fails becomes "busy", and nothing was changed.
    Task<Answer> answer(Visit visit);
    // For what never became a call: counted against its address like any stranger's.
    Answer nonsense(const std::string& network, std::int64_t now_ms);

private:
    // A device that proved who it is.
    struct Caller {
        GroupId group_id;
        KnownGroup group;
        const wire::Device* device = nullptr;
    };
    // What to say instead of an answer.
    using Refused = std::unexpected<wire::ErrorBody>;
    template <class T>
    using Tried = Result<T, wire::ErrorBody>;

    Task<Answer> judge(const Visit& visit);
    Task<Answer> answer_stranger(const Visit& visit);
    Task<Answer> answer_member(const Visit& visit, const Caller& caller);

    // Who is asking (caller.cpp).
    Task<Tried<Caller>> authenticate(const Visit& visit);
    Task<Tried<Caller>> authenticate_founder(const Visit& visit, const wire::Auth& auth);
    Tried<void> proves(const Visit& visit, const wire::Auth& auth, const Caller& caller);
    Tried<void> within_pace(const Visit& visit, const Caller& caller);

    // Groups (service_groups.cpp).
    Task<Answer> found_group(const Visit& visit, const Caller& caller);
    Task<Answer> read_roster(const Visit& visit, const Caller& caller);
    Task<Answer> extend_roster(const Visit& visit, const Caller& caller);
    Task<Answer> list_linked(const Visit& visit, const Caller& caller);
    // The group a call is about, if it is any of the caller's business.
    Task<KnownGroup> group_for(const Caller& caller, const GroupId& id);

    // Bundles (service_bundles.cpp).
    Task<Answer> put_bundle(const Visit& visit, const Caller& caller);
    Task<Answer> read_bundles(const Visit& visit, const Caller& caller);
    Task<Answer> list_bundles(const Visit& visit, const Caller& caller);

    // Invites and rendezvous (service_invites.cpp).
    Task<Answer> announce_invite(const Visit& visit, const Caller& caller);
    Task<Answer> withdraw_invite(const Visit& visit, const Caller& caller);
    Task<Answer> look_up_invite(const Visit& visit);
    Answer leave_message(const Visit& visit);
    Answer read_messages(const Visit& visit);

    Mailbox& mailbox_;
    const ServiceSettings settings_;
    const std::int64_t started_ms_;
    Groups groups_;
    SeenNonces nonces_;
    Rendezvous rendezvous_;
    Pace<DeviceId> pushes_a_minute_, pushes_a_day_, pulls_a_minute_;
    Pace<std::string> strangers_a_minute_, rendezvous_an_hour_;
};

Answer reply(int status, Bytes body = {});
Answer refuse(wire::ErrorBody error, std::int64_t now_ms);
Answer refuse(wire::Refusal refusal, std::int64_t now_ms);
wire::ErrorBody error(wire::Refusal refusal);
wire::ErrorBody slow_down(std::int64_t wait_ms);
// What a roster or a bundle that does not hold is called towards the client.
wire::Refusal refusal_for(wire::RosterProblem problem);
wire::Refusal refusal_for(wire::BundleProblem problem);

}  // namespace goodweek::relay
