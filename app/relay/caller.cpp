// Who is asking: every claim of a GW-Auth header, checked in an order that costs a stranger's request the least.
#include "relay/service.h"

namespace goodweek::relay {

namespace {

// A link worker looks after many families, so what is asked about each of them counts by itself.
DeviceId counted_as(const DeviceId& device, const Group& own, const GroupId& asked_about) {
    auto both = device;
    if (own.tied.contains(asked_about))
        for (std::size_t i = 0; i < DeviceId::size; ++i) both.bytes[i] ^= asked_about.bytes[i];
    return both;
}

bool changes_something(wire::Call call) { return wire::method_of(call) != wire::Method::get; }

}  // namespace

Task<Service::Tried<Service::Caller>> Service::authenticate(const Visit& visit) {
    // A wrong signature counts against its address, a right one never does.
    const auto wait = strangers_a_minute_.wait(visit.network, visit.now_ms);
    const auto unproved = [&](const wire::ErrorBody& why) {
        strangers_a_minute_.count(visit.network, visit.now_ms);
        return Refused(wait ? slow_down(wait) : why);
    };
    const auto auth = wire::read_auth(visit.auth);
    if (!auth) co_return unproved(error(wire::Refusal::bad_sig));

    Caller caller{.group_id = auth->group, .group = co_await groups_.find(auth->group)};
    if (!caller.group && visit.asked.call == wire::Call::found_group) {
        if (wait) co_return Refused(slow_down(wait));  // its signatures are the costliest to check
        auto founder = co_await authenticate_founder(visit, *auth);
        if (!founder && founder.error().refusal == wire::Refusal::bad_sig) co_return unproved(founder.error());
        co_return founder;
    }
    caller.device = caller.group ? caller.group->roster.device(auth->device) : nullptr;
    if (!caller.device) co_return unproved(error(wire::Refusal::bad_sig));
    if (auto proved = proves(visit, *auth, caller); !proved) {
        if (proved.error().refusal == wire::Refusal::bad_sig) co_return unproved(proved.error());
        co_return Refused(proved.error());
    }
    if (!caller.device->active()) co_return Refused(error(wire::Refusal::revoked));
    co_return caller;
}

// A group nobody here has heard of vouches for itself: the key is in the genesis, and the genesis's id is the group's.
Task<Service::Tried<Service::Caller>> Service::authenticate_founder(const Visit& visit, const wire::Auth& auth) {
    const auto asked = wire::read_found_group(visit.body);
    if (!asked) co_return Refused(error(wire::Refusal::malformed));
    auto roster = wire::Roster::replay(asked->entries);
    if (!roster) co_return Refused(error(refusal_for(roster.error())));
    if (roster->group() != auth.group) co_return Refused(error(wire::Refusal::bad_sig));
    Caller caller{.group_id = auth.group, .group = std::make_shared<const Group>(std::move(*roster))};
    caller.device = &caller.group->roster.devices().front();
    if (caller.device->id != auth.device) co_return Refused(error(wire::Refusal::bad_sig));
    if (auto proved = proves(visit, auth, caller); !proved) co_return Refused(proved.error());
    co_return caller;
}

Service::Tried<void> Service::proves(const Visit& visit, const wire::Auth& auth, const Caller& caller) {
    if (!wire::signed_by(auth, caller.device->sign_key, settings_.authority, wire::method_of(visit.asked.call),
                         visit.target, visit.body))
        return Refused(error(wire::Refusal::bad_sig));
    // What was signed before we started may have been answered before we started: its nonce is forgotten. The client
    // takes our time from this answer and signs again.
    if (!wire::within_window(auth, visit.now_ms) || auth.at_ms < started_ms_)
        return Refused(error(wire::Refusal::clock_skew));
    if (auto paced = within_pace(visit, caller); !paced) return paced;
    if (!nonces_.first_time(auth.device, auth.nonce, visit.now_ms)) return Refused(error(wire::Refusal::replay));
    return {};
}

Service::Tried<void> Service::within_pace(const Visit& visit, const Caller& caller) {
    const auto& device = caller.device->id;
    if (!changes_something(visit.asked.call)) {
        const auto pulls = counted_as(device, *caller.group, visit.asked.group);
        if (const auto wait = pulls_a_minute_.wait(pulls, visit.now_ms)) return Refused(slow_down(wait));
        pulls_a_minute_.count(pulls, visit.now_ms);
        return {};
    }
    const auto wait = std::max(pushes_a_minute_.wait(device, visit.now_ms), pushes_a_day_.wait(device, visit.now_ms));
    if (wait) return Refused(slow_down(wait));
    pushes_a_minute_.count(device, visit.now_ms);
    pushes_a_day_.count(device, visit.now_ms);
    return {};
}

}  // namespace goodweek::relay
