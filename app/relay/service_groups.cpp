// Founding a group, and everything about rosters and who is tied to whom.
#include "relay/service.h"

namespace goodweek::relay {

namespace {

std::optional<RosterId> read_head(std::string_view text) {
    const auto bytes = from_hex(text);
    return bytes && to_hex(*bytes) == text ? RosterId::from(*bytes) : std::nullopt;
}

Answer roster_moved(const wire::RosterEnd& end, std::int64_t now_ms) {
    auto moved = error(wire::Refusal::conflict);
    moved.roster = end;
    return refuse(moved, now_ms);
}

// The groups one roster links to and the other does not.
std::vector<GroupId> links_only_in(const wire::Roster& one, const wire::Roster& other) {
    std::vector<GroupId> found;
    for (const auto& span : one.links())
        if (const auto& group = span.pin.group;
            one.link(group) && !other.link(group) && !std::ranges::contains(found, group))
            found.push_back(group);
    return found;
}

}  // namespace

Task<Answer> Service::found_group(const Visit& visit, const Caller& caller) {
    const auto asked = wire::read_found_group(visit.body);
    if (!asked) co_return refuse(wire::Refusal::malformed, visit.now_ms);
    const auto given = wire::Roster::replay(asked->entries);
    if (!given) co_return refuse(refusal_for(given.error()), visit.now_ms);
    if (given->group() != caller.group_id) co_return refuse(wire::Refusal::bundle_invalid, visit.now_ms);
    // For a group known already, what is stored counts, and an admin's wish to be tied to another clinic.
    const auto& roster = caller.group->roster;
    if (caller.device->role != wire::DeviceRole::admin) co_return refuse(wire::Refusal::not_writer, visit.now_ms);
    if (roster.closed()) co_return refuse(wire::Refusal::erased, visit.now_ms);

    const auto answer = co_await mailbox_.found(
        {.token_hash = roster.is_clinic() ? wire::admin_hash(asked->token) : wire::invite_hash(asked->token),
         .group = caller.group_id,
         .is_clinic = roster.is_clinic(),
         .entries = asked->entries,
         .end = given->end()},
        visit.now_ms);
    if (answer.what == Founded::no_such_token) {
        strangers_a_minute_.count(visit.network, visit.now_ms);
        co_return refuse(wire::Refusal::unknown, visit.now_ms);
    }
    if (answer.what == Founded::token_spent) co_return refuse(wire::Refusal::conflict, visit.now_ms);
    groups_.forget(caller.group_id);
    if (answer.clinic) groups_.forget(*answer.clinic);
    co_return reply(201, wire::roster_end_body(answer.end));
}

Task<KnownGroup> Service::group_for(const Caller& caller, const GroupId& id) {
    if (id == caller.group_id) co_return caller.group;
    if (!caller.group->tied.contains(id)) co_return nullptr;
    co_return co_await groups_.find(id);
}

Task<Answer> Service::read_roster(const Visit& visit, const Caller& caller) {
    const auto group = co_await group_for(caller, visit.asked.group);
    if (!group) co_return refuse(wire::Refusal::unknown, visit.now_ms);
    Bytes frames;
    const auto& entries = group->roster.entries();
    for (std::size_t height = visit.asked.from; height < entries.size(); ++height) {
        const auto more = wire::frame_overhead + entries[height].size();
        if (!frames.empty() && frames.size() + more > wire::answer_max) break;
        wire::append_frame(frames, height, entries[height]);
    }
    co_return reply(200, std::move(frames));
}

Task<Answer> Service::extend_roster(const Visit& visit, const Caller& caller) {
    if (visit.asked.group != caller.group_id) co_return refuse(wire::Refusal::unknown, visit.now_ms);
    const auto follows = read_head(visit.if_match);
    if (!follows) co_return refuse(wire::Refusal::malformed, visit.now_ms);
    const auto& before = caller.group->roster;
    if (*follows != before.head()) {
        // Our answer to the same entry may have been lost on the way.
        for (std::uint32_t height = before.height(); height > 0; --height)
            if (before.id_at(height - 1) == *follows && std::ranges::equal(before.entries()[height], visit.body))
                co_return reply(200, wire::roster_end_body({height, *before.id_at(height)}));
        co_return roster_moved(before.end(), visit.now_ms);
    }
    auto after = before;
    if (auto appended = after.append(visit.body); !appended) {
        const auto refusal = refusal_for(appended.error());
        if (refusal == wire::Refusal::conflict) co_return roster_moved(before.end(), visit.now_ms);
        co_return refuse(refusal, visit.now_ms);
    }
    // What a group is was decided by the token that founded it.
    if (after.is_clinic() != before.is_clinic()) co_return refuse(wire::Refusal::not_writer, visit.now_ms);
    const RosterStep step{.group = caller.group_id,
                          .before = before.end(),
                          .after = after.end(),
                          .entry = visit.body,
                          .linked = links_only_in(after, before),
                          .unlinked = links_only_in(before, after)};
    const auto kept = co_await mailbox_.extend(step);
    groups_.forget(caller.group_id);
    for (const auto& linked : step.linked) groups_.forget(linked);
    for (const auto& unlinked : step.unlinked) groups_.forget(unlinked);
    if (kept == Extended::kept) co_return reply(201, wire::roster_end_body(step.after));
    if (kept == Extended::over_quota) co_return refuse(wire::Refusal::quota, visit.now_ms);
    const auto now = co_await groups_.find(caller.group_id);
    co_return roster_moved(now->roster.end(), visit.now_ms);
}

Task<Answer> Service::list_linked(const Visit& visit, const Caller& caller) {
    if (visit.asked.group != caller.group_id || !caller.group->roster.is_clinic())
        co_return refuse(wire::Refusal::unknown, visit.now_ms);
    co_return reply(200, wire::linked_body(co_await mailbox_.linked(caller.group_id)));
}

}  // namespace goodweek::relay
