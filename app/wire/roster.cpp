#include "wire/roster.h"

#include <algorithm>

namespace goodweek::wire {

const Epoch* Party::epoch(std::uint32_t number) const {
    return number >= 1 && number <= epochs.size() ? &epochs[number - 1] : nullptr;
}

const Epoch* Party::epoch_at(std::uint32_t height) const {
    const Epoch* found = nullptr;
    for (const auto& each : epochs)
        if (each.opened <= height) found = &each;
    return found;
}

bool Party::held_by(const DeviceId& device, std::uint32_t number) const {
    const auto* found = epoch(number);
    return found && std::ranges::contains(found->holders, device, &Holder::device);
}

bool Party::belongs_at(const DeviceId& device, std::uint32_t height) const {
    return std::ranges::any_of(epochs, [&](const Epoch& each) {
        return std::ranges::any_of(
            each.holders, [&](const Holder& holder) { return holder.device == device && holder.since <= height; });
    });
}

const OpenChannel* Channel::at(std::uint32_t height) const {
    const OpenChannel* found = nullptr;
    for (const auto& shape : shapes)
        if (shape.since <= height) found = &shape.what;
    return found;
}

std::optional<RosterId> Roster::id_at(std::uint32_t height) const {
    if (height >= ids_.size()) return std::nullopt;
    return ids_[height];
}

const Device* Roster::device(const DeviceId& id) const {
    const auto found = device_index_.find(id);
    return found == device_index_.end() ? nullptr : &devices_[found->second];
}

const Party* Roster::party(const PartyId& id) const {
    const auto found = std::ranges::find(parties_, id, &Party::id);
    return found == parties_.end() ? nullptr : &*found;
}

const Channel* Roster::channel(const ChannelId& id) const {
    const auto found = std::ranges::find(channels_, id, &Channel::id);
    return found == channels_.end() ? nullptr : &*found;
}

const LinkSpan* Roster::link(const GroupId& group) const {
    const auto found =
        std::ranges::find_if(links_, [&](const LinkSpan& each) { return each.pin.group == group && !each.until; });
    return found == links_.end() ? nullptr : &*found;
}

bool Roster::linked_at(const GroupId& group, std::uint32_t height) const {
    return std::ranges::any_of(links_, [&](const LinkSpan& each) {
        return each.pin.group == group && each.since <= height && (!each.until || height < *each.until);
    });
}

namespace {

// The device is of one of these parties, as its own group's roster has it at that height.
bool stands_in(const std::vector<PartyRef>& refs, const GroupId& owner, const Roster& member_of, std::uint32_t height,
               const DeviceId& device) {
    return std::ranges::any_of(refs, [&](const PartyRef& ref) {
        const auto& group = ref.group.empty() ? owner : ref.group;
        if (group != member_of.group()) return false;
        const auto* party = member_of.party(ref.party);
        return party && party->belongs_at(device, height);
    });
}

bool all_writable(const Roster& owner, const OpenChannel& channel, std::uint32_t height) {
    return std::ranges::all_of(channel.readers, [&](const PartyRef& ref) {
        if (!ref.group.empty()) return owner.linked_at(ref.group, height);
        const auto* party = owner.party(ref.party);
        const auto* epoch = party ? party->epoch_at(height) : nullptr;
        return epoch && !(epoch->frozen && *epoch->frozen <= height);
    });
}

}  // namespace

bool may_read(const Roster& owner, const ChannelId& channel, const Roster& member_of, const DeviceId& device) {
    const auto* found = owner.channel(channel);
    const auto* who = member_of.device(device);
    if (!found || !who || !who->active()) return false;
    const bool foreign = member_of.group() != owner.group();
    if (foreign && !owner.link(member_of.group())) return false;
    return stands_in(found->now().readers, owner.group(), member_of, member_of.height(), device);
}

bool may_write(const Roster& owner, std::uint32_t owner_height, const ChannelId& channel, const Roster& member_of,
               std::uint32_t member_height, const DeviceId& device) {
    const auto* found = owner.channel(channel);
    const auto* shape = found ? found->at(owner_height) : nullptr;
    const auto* who = member_of.device(device);
    if (!shape || !who || who->role == DeviceRole::recovery || !who->active_at(member_height)) return false;
    return stands_in(shape->writers, owner.group(), member_of, member_height, device) &&
           all_writable(owner, *shape, owner_height);
}

}  // namespace goodweek::wire
