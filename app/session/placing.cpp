#include "session/placing.h"

#include "records/event_bytes.h"
#include "session/sharing.h"

namespace goodweek::session {

namespace {

using sync::ChannelAt;
using wire::ChannelKind;

// What a removal is about: the thing itself, as it last was.
const records::Happening& subject(const Family& family, const records::Event& event) {
    const bool presence =
        std::holds_alternative<records::Removed>(event.what) || std::holds_alternative<records::Restored>(event.what);
    if (!presence) return event.what;
    const auto* entity = family.log.find(event.entity);
    const auto* about = entity ? entity->event() : nullptr;
    return about ? about->what : event.what;
}

std::optional<GroupId> linked_clinic(const wire::Roster& household) {
    for (const auto& link : household.links())
        if (!link.until) return link.pin.group;
    return std::nullopt;
}

}  // namespace

std::optional<ChannelAt> channel_for(const Inside& in, const Family& family, const records::Event& event) {
    if (!in.member) return std::nullopt;
    const auto* roster = in.member->roster(family.id);
    if (!roster) return std::nullopt;
    if (in.state.side == Side::clinic)
        return family.id == in.state.own ? sync::channel_of(*roster, ChannelKind::team)
                                         : sync::care_channel(*roster, in.state.own);
    const auto clinic = linked_clinic(*roster);
    const auto reach = reach_of(subject(family, event), family.answers.home.sharing(), clinic.has_value());
    if (reach == Reach::with_clinic)
        if (const auto care = sync::care_channel(*roster, *clinic)) return care;
    return sync::channel_of(*roster, ChannelKind::family);
}

void add_pending(Inside& in, Family& family, const records::Event& event) {
    if (event.dot.device != in.device()) return;
    const auto at = channel_for(in, family, event);
    if (!at) return;
    auto& part = in.profile.parts[family.id];
    if (!part.placed[at->channel].has(event.dot.counter)) part.pending[*at].insert(event.dot.counter);
}

void find_pending(Inside& in, Family& family) {
    in.profile.parts[family.id].pending.clear();
    for (const auto& event : family.log.events()) add_pending(in, family, event);
}

void seal_pending(Inside& in) {
    if (!in.talk || !in.member) return;
    for (auto& [group, family] : in.state.families) {
        auto& part = in.profile.parts[group];
        for (auto& [at, counters] : part.pending) {
            std::vector<Bytes> events;
            for (const auto counter : counters)
                if (const auto* event = family.log.find(records::Dot{in.device(), counter}))
                    events.push_back(records::encode(*event));
            if (events.empty()) continue;
            auto sealed = sync::seal(events, part.clock.packed, *in.member, sync::chains_of(*in.talk, at));
            // Not now: the roster of a clinic is still to be fetched, or this device may not write there. They stay pending.
            if (!sealed) continue;
            for (auto& bundle : *sealed) {
                in.outbox.push_back({.id = bundle.end.id, .bytes = bundle.bytes, .fresh = true});
                sync::put_in_outbox(*in.talk, std::move(bundle.bytes));
            }
            in.profile.unsent[sealed->back().end.id] = events.size();
            for (const auto counter : counters) part.placed[at.channel].add(counter);
            counters.clear();
        }
    }
}

}  // namespace goodweek::session
