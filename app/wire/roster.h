// The truth about a group: who is in it, with which keys, reading what (security.md 2.4). Built only by replaying signed
// entries from the genesis, whose id is the group's id; so whoever holds that fingerprint needs to trust nobody else.
// Every fact carries the height it began at, because bundles are judged by the roster their sender stated.
#pragma once

#include <map>
#include <optional>

#include "wire/errors.h"
#include "wire/roster_entry.h"

namespace goodweek::wire {

struct Device {
    DeviceId id;
    vault::SignPublic sign_key{};
    vault::KemPublic kem_key{};
    DeviceRole role = DeviceRole::member;
    PersonId person;
    std::uint32_t added = 0;
    std::optional<std::uint32_t> removed;  // no longer active from this height on
    std::vector<CutOff> accepted;          // what counts of a removed device
    bool active() const { return !removed; }
    bool active_at(std::uint32_t height) const { return added <= height && (!removed || height < *removed); }
};

struct Holder {  // a device that has an epoch's seed
    DeviceId device;
    std::uint32_t since = 0;
    std::optional<SealedSeed> slot;  // none for the device that opened the epoch
};
struct Epoch {
    std::uint32_t number = 1;
    vault::KemPublic kem_key{};
    std::uint32_t opened = 0;
    std::optional<std::uint32_t> frozen;  // from this height nobody may write to it
    Bytes history;
    std::vector<Holder> holders;
};
struct Party {
    PartyId id;
    bool is_private = false;
    std::vector<Epoch> epochs;  // 1, 2, ...
    const Epoch* epoch(std::uint32_t number) const;
    const Epoch* epoch_at(std::uint32_t height) const;  // the one current then
    const Epoch& current() const { return epochs.back(); }
    bool held_by(const DeviceId& device, std::uint32_t number) const;
    bool belongs_at(const DeviceId& device, std::uint32_t height) const;  // held any epoch by then
};

struct ChannelShape {
    std::uint32_t since = 0;
    OpenChannel what;
};
struct Channel {
    ChannelId id;
    std::vector<ChannelShape> shapes;
    const OpenChannel& now() const { return shapes.back().what; }
    const OpenChannel* at(std::uint32_t height) const;
};

struct LinkSpan {
    Link pin;  // as last pinned
    std::uint32_t since = 0;
    std::optional<std::uint32_t> until;
};

class Roster {
public:
    // Every entry verified in order. One bad entry and there is no roster: a prefix could hide a removal.
    static Result<Roster, RosterProblem> replay(std::span<const Bytes> entries);
    // The entry that follows ours, or a problem and no change at all.
    Result<void, RosterProblem> append(ByteView entry);

    const GroupId& group() const { return group_; }
    std::uint32_t height() const { return static_cast<std::uint32_t>(ids_.size()) - 1; }
    const RosterId& head() const { return ids_.back(); }
    RosterEnd end() const { return {height(), head()}; }
    std::optional<RosterId> id_at(std::uint32_t height) const;
    const std::vector<Bytes>& entries() const { return entries_; }

    bool is_clinic() const { return is_clinic_; }
    bool closed() const { return closed_; }
    std::uint16_t min_suite() const { return min_suite_; }
    std::optional<std::uint32_t> fresh_day() const { return fresh_day_; }

    // In the order they were added, removed ones included.
    const std::vector<Device>& devices() const { return devices_; }
    const Device* device(const DeviceId& id) const;
    const std::vector<Party>& parties() const { return parties_; }
    const Party* party(const PartyId& id) const;
    const std::vector<Channel>& channels() const { return channels_; }
    const Channel* channel(const ChannelId& id) const;
    const std::vector<LinkSpan>& links() const { return links_; }
    const LinkSpan* link(const GroupId& group) const;  // the one in force
    bool linked_at(const GroupId& group, std::uint32_t height) const;

private:
    friend class RosterReplay;
    Roster() = default;
    Result<void, RosterProblem> apply(ByteView bytes);

    GroupId group_;
    std::vector<RosterId> ids_;
    std::vector<Bytes> entries_;
    bool is_clinic_ = false, closed_ = false;
    std::uint16_t min_suite_ = 1;
    std::optional<std::uint32_t> fresh_day_;
    std::vector<Device> devices_;
    std::map<DeviceId, std::size_t> device_index_;
    std::vector<Party> parties_;
    std::vector<Channel> channels_;
    std::vector<LinkSpan> links_;
};

// Whether a device of `member_of` (the owner's own roster, or that of a group it links to) reads the channel now.
bool may_read(const Roster& owner, const ChannelId& channel, const Roster& member_of, const DeviceId& device);
// Whether it may write there, judged at the stated heights of both rosters. Recovery devices never write, nobody writes
// to a frozen party, and nobody writes where a linked group that reads is linked no more.
bool may_write(const Roster& owner, std::uint32_t owner_height, const ChannelId& channel, const Roster& member_of,
               std::uint32_t member_height, const DeviceId& device);

}  // namespace goodweek::wire
