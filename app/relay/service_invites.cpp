// What lets people in: a clinic's paper invites, and the place where a new phone meets an old one.
#include "relay/service.h"

namespace goodweek::relay {

namespace {

bool may_invite(const wire::Roster& roster, const wire::Device& device) {
    return roster.is_clinic() && device.role == wire::DeviceRole::admin;
}

// The clinic's clock may be off by as much as its signature may.
bool lives_right(const wire::NewInvite& invite, std::int64_t now_ms) {
    return invite.expires_ms > now_ms &&
           invite.expires_ms <= now_ms + wire::invite_life_max_ms + wire::auth_window_ms;
}

}  // namespace

Task<Answer> Service::announce_invite(const Visit& visit, const Caller& caller) {
    if (!may_invite(caller.group->roster, *caller.device)) co_return refuse(wire::Refusal::not_writer, visit.now_ms);
    const auto invite = wire::read_new_invite(visit.body);
    if (!invite || !lives_right(*invite, visit.now_ms)) co_return refuse(wire::Refusal::malformed, visit.now_ms);
    switch (co_await mailbox_.announce(caller.group_id, *invite, visit.now_ms)) {
        case Announced::fresh: co_return reply(201);
        case Announced::again: co_return reply(200);
        case Announced::taken: co_return refuse(wire::Refusal::conflict, visit.now_ms);
        default: co_return refuse(wire::Refusal::quota, visit.now_ms);
    }
}

Task<Answer> Service::withdraw_invite(const Visit& visit, const Caller& caller) {
    if (!may_invite(caller.group->roster, *caller.device)) co_return refuse(wire::Refusal::not_writer, visit.now_ms);
    switch (co_await mailbox_.withdraw(caller.group_id, visit.asked.token_hash)) {
        case Withdrawn::gone: co_return reply(200);
        case Withdrawn::spent: co_return refuse(wire::Refusal::conflict, visit.now_ms);
        default: co_return refuse(wire::Refusal::unknown, visit.now_ms);
    }
}

Task<Answer> Service::look_up_invite(const Visit& visit) {
    auto card = co_await mailbox_.card(visit.asked.lookup, visit.now_ms);
    if (!card) co_return refuse(wire::Refusal::unknown, visit.now_ms);
    co_return reply(200, std::move(*card));
}

Answer Service::leave_message(const Visit& visit) {
    if (visit.body.empty()) return refuse(wire::Refusal::malformed, visit.now_ms);
    const auto& id = visit.asked.rendezvous;
    const bool opens = !rendezvous_.exists(id, visit.now_ms);
    if (opens)
        if (const auto wait = rendezvous_an_hour_.wait(visit.network, visit.now_ms))
            return refuse(slow_down(wait), visit.now_ms);
    switch (rendezvous_.leave(id, visit.body, visit.now_ms)) {
        case Rendezvous::Left::here:
            if (opens) rendezvous_an_hour_.count(visit.network, visit.now_ms);
            return reply(201);
        case Rendezvous::Left::already_here: return reply(200);
        case Rendezvous::Left::full: return refuse(wire::Refusal::quota, visit.now_ms);
        default: return refuse(wire::Refusal::busy, visit.now_ms);
    }
}

Answer Service::read_messages(const Visit& visit) {
    return reply(200, rendezvous_.messages(visit.asked.rendezvous, visit.now_ms));
}

}  // namespace goodweek::relay
