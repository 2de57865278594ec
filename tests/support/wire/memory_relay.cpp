#include "support/memory_relay.h"

#include <algorithm>

namespace goodweek::test {

using wire::Asked;
using wire::Call;
using wire::Refusal;

namespace {

// As goodweek-relay names what it finds.
Refusal refusal_for(wire::RosterProblem problem) {
    switch (problem) {
        case wire::RosterProblem::update_needed: return Refusal::update_needed;
        case wire::RosterProblem::too_big: return Refusal::too_big;
        case wire::RosterProblem::damaged:
        case wire::RosterProblem::malformed: return Refusal::malformed;
        case wire::RosterProblem::wrong_height:
        case wire::RosterProblem::wrong_previous: return Refusal::conflict;
        case wire::RosterProblem::not_allowed: return Refusal::not_writer;
        case wire::RosterProblem::closed: return Refusal::erased;
        default: return Refusal::bundle_invalid;
    }
}

Refusal refusal_for(wire::BundleProblem problem) {
    switch (problem) {
        case wire::BundleProblem::update_needed: return Refusal::update_needed;
        case wire::BundleProblem::not_a_writer: return Refusal::not_writer;
        case wire::BundleProblem::roster_unknown:
        case wire::BundleProblem::roster_fork:
        case wire::BundleProblem::device_fork:
        case wire::BundleProblem::gap:
        case wire::BundleProblem::wrong_previous: return Refusal::conflict;
        default: return Refusal::bundle_invalid;
    }
}

}  // namespace

MemoryRelay::MemoryRelay(unsigned seed, std::string authority) : random_(seed), authority_(std::move(authority)) {
    vault::fill_random(store_.bytes);
}

bool MemoryRelay::happens(unsigned in_a_hundred) { return random_() % 100 < in_a_hundred; }

wire::Reply MemoryRelay::answer(const wire::Request& request, std::int64_t now_ms) {
    if (happens(faults.lost_requests)) return {};
    everything_seen_.insert(everything_seen_.end(), request.body.begin(), request.body.end());
    const auto asked = wire::read_target(request.method, request.target);
    if (asked && patience_s > 0)
        return refuse(wire::ErrorBody{.refusal = Refusal::slow_down, .retry_after_s = patience_s},
                      {request, *asked, now_ms});
    auto given = asked ? judge({request, *asked, now_ms}) : refuse(Refusal::malformed, {request, {}, now_ms});
    return happens(faults.lost_answers) ? wire::Reply{} : given;
}

wire::Token MemoryRelay::admin_token() {
    wire::Token token{};
    vault::fill_random(token);
    admin_tokens_[wire::admin_hash(token)] = std::nullopt;
    return token;
}

void MemoryRelay::restore_without(std::size_t newest) {
    vault::fill_random(store_.bytes);
    for (auto& [id, group] : groups_) {
        for (auto& [channel, mailbox] : group.mailboxes) {
            auto& bundles = mailbox.bundles;
            bundles.resize(bundles.size() - std::min(bundles.size(), newest));
            mailbox.last = bundles.empty() ? 0 : bundles.back().relay_seq;
            mailbox.tips.clear();
            for (const auto& each : bundles)
                mailbox.tips[each.device] =
                    wire::advance(mailbox.tips[each.device], *wire::read_bundle(each.bytes), group.roster);
        }
    }
}

std::size_t MemoryRelay::bundle_count() const {
    std::size_t count = 0;
    for (const auto& [id, group] : groups_)
        for (const auto& [channel, mailbox] : group.mailboxes) count += mailbox.bundles.size();
    return count;
}

wire::Reply MemoryRelay::reply(int status, Bytes body) const {
    return {
        .status = status, .headers = {{std::string(wire::store_header_name), store_.hex()}}, .body = std::move(body)};
}

wire::Reply MemoryRelay::refuse(wire::ErrorBody error, const Visit& visit) const {
    error.relay_time_ms = visit.now_ms;
    return reply(wire::status_of(error.refusal), wire::error_body(error));
}

wire::Reply MemoryRelay::refuse(Refusal refusal, const Visit& visit) const {
    return refuse({.refusal = refusal, .chain = {}, .roster = {}}, visit);
}

wire::Reply MemoryRelay::judge(const Visit& visit) {
    switch (visit.asked.call) {
        case Call::time: return reply(200, wire::time_body(visit.now_ms));
        case Call::health: return reply(200, {'o', 'k'});
        case Call::look_up_invite: return look_up_invite(visit);
        case Call::leave_message: return leave_message(visit);
        case Call::read_messages: return read_messages(visit);
        default: break;
    }
    std::optional<wire::Roster> founder;
    const auto caller = authenticate(visit, founder);
    if (!caller) return refuse(caller.error(), visit);
    switch (visit.asked.call) {
        case Call::found_group: return found_group(visit, *caller);
        case Call::read_roster: return read_roster(visit, *caller);
        case Call::extend_roster: return extend_roster(visit, *caller);
        case Call::list_linked: return list_linked(visit, *caller);
        case Call::put_bundle: return put_bundle(visit, *caller);
        case Call::read_bundles: return read_bundles(visit, *caller);
        case Call::list_bundles: return list_bundles(visit, *caller);
        case Call::announce_invite: return announce_invite(visit, *caller);
        default: return withdraw_invite(visit, *caller);
    }
}

Result<MemoryRelay::Caller, Refusal> MemoryRelay::authenticate(const Visit& visit,
                                                               std::optional<wire::Roster>& founder) {
    const auto no = [](Refusal refusal) { return Failure<Refusal>(refusal); };
    const auto value = wire::header_named(visit.request.headers, wire::auth_header_name);
    const auto auth = value ? wire::read_auth(*value) : std::nullopt;
    if (!auth) return no(Refusal::bad_sig);
    const auto known = groups_.find(auth->group);
    if (known == groups_.end() && visit.asked.call == Call::found_group) {
        const auto asked = wire::read_found_group(visit.request.body);
        if (!asked) return no(Refusal::malformed);
        auto roster = wire::Roster::replay(asked->entries);
        if (!roster) return no(refusal_for(roster.error()));
        founder = *std::move(roster);
    }
    const auto* roster = known != groups_.end() ? &known->second.roster : founder ? &*founder : nullptr;
    const auto* device = roster ? roster->device(auth->device) : nullptr;
    if (!device || roster->group() != auth->group) return no(Refusal::bad_sig);
    if (!wire::signed_by(*auth, device->sign_key, authority_, visit.request.method, visit.request.target,
                         visit.request.body))
        return no(Refusal::bad_sig);
    if (!wire::within_window(*auth, visit.now_ms)) return no(Refusal::clock_skew);
    if (!nonces_.insert({device->id, auth->nonce}).second) return no(Refusal::replay);
    if (!device->active()) return no(Refusal::revoked);
    return Caller{roster, device};
}

bool MemoryRelay::tied(const GroupId& one, const GroupId& other) const {
    const auto leads_to = [&](const GroupId& from, const GroupId& to) {
        const auto found = groups_.find(from);
        return found != groups_.end() && (found->second.invited_by.contains(to) || found->second.roster.link(to));
    };
    return one == other || leads_to(one, other) || leads_to(other, one);
}

wire::Reply MemoryRelay::found_group(const Visit& visit, const Caller& caller) {
    const auto asked = wire::read_found_group(visit.request.body);
    if (!asked) return refuse(Refusal::malformed, visit);
    const auto roster = wire::Roster::replay(asked->entries);
    if (!roster) return refuse(refusal_for(roster.error()), visit);
    const auto id = caller.roster->group();
    if (roster->group() != id) return refuse(Refusal::bundle_invalid, visit);
    if (caller.device->role != wire::DeviceRole::admin) return refuse(Refusal::not_writer, visit);

    std::optional<GroupId>* used_by = nullptr;
    std::optional<GroupId> clinic;
    if (roster->is_clinic()) {
        const auto token = admin_tokens_.find(wire::admin_hash(asked->token));
        if (token != admin_tokens_.end()) used_by = &token->second;
    } else {
        const auto invite = invites_.find(wire::invite_hash(asked->token));
        if (invite != invites_.end() && invite->second.what.expires_ms > visit.now_ms) {
            used_by = &invite->second.used_by;
            clinic = invite->second.clinic;
        }
    }
    if (!used_by) return refuse(Refusal::unknown, visit);
    if (*used_by && *used_by != id) return refuse(Refusal::conflict, visit);
    *used_by = id;
    const auto [group, is_new] = groups_.try_emplace(id, Group{*roster, {}, {}});
    if (clinic) group->second.invited_by.emplace(*clinic, wire::invite_hash(asked->token));
    return reply(201, wire::roster_end_body(group->second.roster.end()));
}

wire::Reply MemoryRelay::read_roster(const Visit& visit, const Caller& caller) {
    const auto found = groups_.find(visit.asked.group);
    if (found == groups_.end() || !tied(caller.roster->group(), visit.asked.group))
        return refuse(Refusal::unknown, visit);
    Bytes frames;
    const auto& entries = found->second.roster.entries();
    for (std::size_t height = visit.asked.from; height < entries.size(); ++height)
        wire::append_frame(frames, height, entries[height]);
    return reply(200, frames);
}

wire::Reply MemoryRelay::extend_roster(const Visit& visit, const Caller& caller) {
    if (visit.asked.group != caller.roster->group()) return refuse(Refusal::unknown, visit);
    auto& roster = groups_.at(visit.asked.group).roster;
    const auto moved = [&] {
        return refuse({.refusal = Refusal::conflict, .chain = {}, .roster = roster.end()}, visit);
    };
    const auto follows = wire::header_named(visit.request.headers, wire::if_match_header_name);
    if (!follows) return refuse(Refusal::malformed, visit);
    if (*follows != roster.head().hex()) {
        for (std::uint32_t height = roster.height(); height > 0; --height)
            if (roster.entries()[height] == visit.request.body)
                return reply(200, wire::roster_end_body({height, *roster.id_at(height)}));
        return moved();
    }
    const auto appended = roster.append(visit.request.body);
    if (appended) return reply(201, wire::roster_end_body(roster.end()));
    const auto refusal = refusal_for(appended.error());
    return refusal == Refusal::conflict ? moved() : refuse(refusal, visit);
}

wire::Reply MemoryRelay::list_linked(const Visit& visit, const Caller& caller) {
    if (visit.asked.group != caller.roster->group() || !caller.roster->is_clinic())
        return refuse(Refusal::unknown, visit);
    std::vector<wire::LinkedHousehold> linked;
    for (const auto& [id, group] : groups_) {
        const auto invite = group.invited_by.find(visit.asked.group);
        if (invite != group.invited_by.end()) linked.push_back({id, invite->second});
        else if (group.roster.link(visit.asked.group)) linked.push_back({id, {}});
    }
    return reply(200, wire::linked_body(linked));
}

wire::Reply MemoryRelay::put_bundle(const Visit& visit, const Caller& caller) {
    const auto owner = groups_.find(visit.asked.group);
    if (owner == groups_.end() || !tied(caller.roster->group(), visit.asked.group))
        return refuse(Refusal::unknown, visit);
    const auto bundle = wire::read_bundle(visit.request.body);
    if (!bundle) return refuse(refusal_for(bundle.error()), visit);
    const auto& header = bundle->header;
    if (bundle->id != visit.asked.bundle || header.sender != caller.device->id ||
        header.sender_group != caller.roster->group())
        return refuse(Refusal::bundle_invalid, visit);

    auto& mailbox = owner->second.mailboxes[visit.asked.channel];
    const auto stored =
        std::ranges::find(mailbox.bundles, bundle->id, [](const Stored& each) { return each.end.id; });
    if (stored != mailbox.bundles.end()) return reply(200, wire::relay_seq_body(stored->relay_seq));
    auto& tip = mailbox.tips[header.sender];
    const auto& roster = owner->second.roster;
    const auto verdict =
        wire::check_bundle(*bundle, visit.asked.group, visit.asked.channel, roster, *caller.roster, tip);
    if (!verdict) {
        wire::ErrorBody error{.refusal = refusal_for(verdict.error()), .chain = {}, .roster = {}};
        const bool of_roster = verdict.error() == wire::BundleProblem::roster_unknown ||
                               verdict.error() == wire::BundleProblem::roster_fork;
        if (error.refusal == Refusal::conflict && of_roster) error.roster = roster.end();
        if (error.refusal == Refusal::conflict && !of_roster) error.chain = wire::ChainEnd{tip.seq, tip.id};
        return refuse(error, visit);
    }
    tip = wire::advance(tip, *bundle, roster);
    mailbox.bundles.push_back({++mailbox.last, {header.seq, bundle->id}, header.sender, visit.request.body});
    return reply(201, wire::relay_seq_body(mailbox.last));
}

const MemoryRelay::Mailbox* MemoryRelay::readable(const Visit& visit, const Caller& caller) const {
    static const Mailbox empty;
    const auto owner = groups_.find(visit.asked.group);
    if (owner == groups_.end()) return nullptr;
    if (!wire::may_read(owner->second.roster, visit.asked.channel, *caller.roster, caller.device->id)) return nullptr;
    const auto mailbox = owner->second.mailboxes.find(visit.asked.channel);
    return mailbox == owner->second.mailboxes.end() ? &empty : &mailbox->second;
}

wire::Reply MemoryRelay::read_bundles(const Visit& visit, const Caller& caller) {
    const auto* mailbox = readable(visit, caller);
    if (!mailbox) return refuse(Refusal::unknown, visit);
    auto after = visit.asked.after;
    if (happens(faults.repeated_pages)) after -= std::min<std::uint64_t>(after, 3);
    std::vector<const Stored*> page;
    for (const auto& each : mailbox->bundles)
        if (each.relay_seq > after && (visit.asked.max == 0 || page.size() < visit.asked.max)) page.push_back(&each);
    auto order = page;
    if (happens(faults.shuffled_pages)) std::ranges::shuffle(order, random_);
    Bytes frames;
    for (std::size_t i = 0; i < page.size(); ++i) wire::append_frame(frames, page[i]->relay_seq, order[i]->bytes);
    return reply(200, frames);
}

wire::Reply MemoryRelay::list_bundles(const Visit& visit, const Caller& caller) {
    const auto* mailbox = readable(visit, caller);
    if (!mailbox) return refuse(Refusal::unknown, visit);
    std::vector<wire::StoredBundle> stored;
    for (const auto& each : mailbox->bundles)
        if (each.relay_seq > visit.asked.after)
            stored.push_back({each.relay_seq, each.end.id, each.end.seq, each.device});
    return reply(200, wire::stored_body(stored));
}

wire::Reply MemoryRelay::announce_invite(const Visit& visit, const Caller& caller) {
    if (!caller.roster->is_clinic() || caller.device->role != wire::DeviceRole::admin)
        return refuse(Refusal::not_writer, visit);
    const auto invite = wire::read_new_invite(visit.request.body);
    if (!invite || invite->expires_ms <= visit.now_ms || invite->expires_ms > visit.now_ms + wire::invite_life_max_ms)
        return refuse(Refusal::malformed, visit);
    const auto [known, is_new] =
        invites_.try_emplace(invite->token_hash, Invite{caller.roster->group(), *invite, std::nullopt});
    if (is_new) return reply(201);
    return known->second.what == *invite ? reply(200) : refuse(Refusal::conflict, visit);
}

wire::Reply MemoryRelay::withdraw_invite(const Visit& visit, const Caller& caller) {
    const auto known = invites_.find(visit.asked.token_hash);
    if (known == invites_.end() || known->second.clinic != caller.roster->group())
        return refuse(Refusal::unknown, visit);
    if (known->second.used_by) return refuse(Refusal::conflict, visit);
    invites_.erase(known);
    return reply(200);
}

wire::Reply MemoryRelay::look_up_invite(const Visit& visit) {
    for (const auto& [hash, invite] : invites_)
        if (invite.what.lookup == visit.asked.lookup && invite.what.expires_ms > visit.now_ms)
            return reply(200, invite.what.card);
    return refuse(Refusal::unknown, visit);
}

wire::Reply MemoryRelay::leave_message(const Visit& visit) {
    if (visit.request.body.empty()) return refuse(Refusal::malformed, visit);
    if (visit.request.body.size() > wire::rendezvous_message_max) return refuse(Refusal::too_big, visit);
    auto& messages = rendezvous_[visit.asked.rendezvous];
    std::erase_if(messages,
                  [&](const Message& each) { return each.left_ms + wire::rendezvous_life_ms < visit.now_ms; });
    if (std::ranges::contains(messages, visit.request.body, &Message::bytes)) return reply(200);
    if (messages.size() >= wire::rendezvous_messages_max) return refuse(Refusal::quota, visit);
    messages.push_back({visit.now_ms, visit.request.body});
    return reply(201);
}

wire::Reply MemoryRelay::read_messages(const Visit& visit) {
    Bytes frames;
    std::uint64_t number = 0;
    for (const auto& message : rendezvous_[visit.asked.rendezvous])
        if (message.left_ms + wire::rendezvous_life_ms >= visit.now_ms)
            wire::append_frame(frames, ++number, message.bytes);
    return reply(200, frames);
}

}  // namespace goodweek::test
