// What one device knows of the groups it deals with: its own household or clinic, the rosters of those linked to it,
// its own keys and the seeds it was granted. Everything else it could ask of a roster follows from these.
#pragma once

#include <map>
#include <vector>

#include "sync/keys.h"
#include "wire/roster.h"

namespace goodweek::sync {

struct PartySeed {
    PartyId party;
    std::uint32_t epoch = 1;
    vault::Key seed;
};

// Where bundles lie: a channel and the group that owns it.
struct ChannelAt {
    GroupId group;
    ChannelId channel;
    friend auto operator<=>(const ChannelAt&, const ChannelAt&) = default;
};

class Membership {
public:
    // A household of one phone: party `home`, channel `family`, and the recovery code's device with the same grants.
    // Needs no network; the entries go to a relay when there is one.
    static Membership household(const DeviceKeys& keys, const PersonId& person, const DeviceKeys& recovery);
    // A clinic of one device: a team party and the team's own channel.
    static Membership clinic(const DeviceKeys& keys, const PersonId& person, const DeviceKeys& recovery);
    // A device that was told of its group (2.5, 2.6) and has yet to fetch the roster.
    static Membership newcomer(const DeviceKeys& keys, const GroupId& group);

    const DeviceKeys& keys() const { return keys_; }
    const GroupId& group() const { return group_; }
    // The roster of our own group; nothing for a newcomer.
    const wire::Roster* own() const { return roster(group_); }
    const wire::Roster* roster(const GroupId& group) const;
    const std::map<GroupId, wire::Roster>& rosters() const { return rosters_; }
    // Active in our own group, as far as we know.
    bool active() const;

    // The next entry of a group's roster, or the genesis of one we had not met. Seeds it grants us are ours at once.
    Result<void, wire::RosterProblem> learn(const GroupId& group, ByteView entry);
    // Several at once, all or nothing.
    Result<void, wire::RosterProblem> learn_all(const GroupId& group, std::span<const Bytes> entries);

    const std::vector<PartySeed>& seeds() const { return seeds_; }
    const vault::Key* seed(const PartyId& party, std::uint32_t epoch) const;

    // Canonical CBOR of the keys, the group and the seeds: for the vault and nowhere else. Rosters are not secret and
    // are kept beside it, as wire::Roster::entries.
    Bytes secrets() const;
    // Nothing if the bytes are not ours, or a roster does not verify.
    static std::optional<Membership> restore(ByteView secrets, std::span<const std::vector<Bytes>> rosters);

private:
    Membership(const DeviceKeys& keys, const GroupId& group) : keys_(keys), group_(group) {}
    static Membership found(const DeviceKeys& keys, const PersonId& person, const DeviceKeys& recovery,
                            wire::ChannelKind kind);
    void take_grants();
    void take_grant(const wire::Party& party, const wire::Epoch& epoch);

    DeviceKeys keys_;
    GroupId group_;
    std::map<GroupId, wire::Roster> rosters_;
    std::vector<PartySeed> seeds_;
};

// New entries for our own group's roster: signed, tried out, ready to be sent to the relay. They hold once the relay has
// taken them and `learn` has been told; if somebody else was quicker they are made anew (security.md 2.4).
struct NewDevice {
    vault::SignPublic sign_key{};
    vault::KemPublic kem_key{};
    wire::DeviceRole role = wire::DeviceRole::member;
    PersonId person;
};
// Adds a phone and grants it every party that is not private and of which we hold the seed.
Result<Bytes, wire::RosterProblem> entry_adding(const Membership& ours, const NewDevice& device);
// Pins the clinic's roster as we know it and opens the care channel: our home and its team read, both write.
Result<Bytes, wire::RosterProblem> entry_linking(const Membership& ours, const GroupId& clinic);
// Says that the clinic is alive today (op 10); clinics only.
Result<Bytes, wire::RosterProblem> entry_fresh(const Membership& ours, std::uint32_t day);

// The first channel of that kind in the roster, care and personal_care with that linked group.
std::optional<ChannelAt> channel_of(const wire::Roster& roster, wire::ChannelKind kind);
std::optional<ChannelAt> care_channel(const wire::Roster& household, const GroupId& clinic);
// All that this device may read, its own group's first.
std::vector<ChannelAt> readable_channels(const Membership& ours);

}  // namespace goodweek::sync
