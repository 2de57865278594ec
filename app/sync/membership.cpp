#include "sync/membership.h"

#include <algorithm>
#include <cassert>

#include "domain/put_in_order.h"
#include "vault/cbor.h"
#include "wire/cbor_fields.h"

namespace goodweek::sync {

using vault::Cbor;
using wire::RosterOp;
using wire::RosterProblem;

namespace {

template <class AnyId>
AnyId random_id() {
    AnyId id;
    vault::fill_random(id.bytes);
    return id;
}

wire::AddDevice adding(const DeviceKeys& keys, wire::DeviceRole role, const PersonId& person) {
    return {.sign_key = keys.sign_key, .kem_key = keys.kem_key, .role = role, .person = person};
}

wire::EntryDraft following(const wire::Roster& roster, const DeviceId& signer) {
    return {.group = roster.group(), .height = roster.height() + 1, .previous = roster.head(), .signer = signer};
}

// The entry, if readers of our roster will take it.
Result<Bytes, RosterProblem> tried(const Membership& ours, std::span<const RosterOp> ops) {
    const auto* roster = ours.own();
    if (!roster) return Failure<RosterProblem>(RosterProblem::unknown_signer);
    auto entry = wire::write_entry(following(*roster, ours.keys().id), ops, ours.keys().sign_seed);
    wire::Roster longer = *roster;
    TRY_VOID(longer.append(entry));
    return entry;
}

}  // namespace

Membership Membership::found(const DeviceKeys& keys, const PersonId& person, const DeviceKeys& recovery,
                             wire::ChannelKind kind) {
    const auto party = random_id<PartyId>();
    const auto seed = vault::Key::random();
    const std::vector<wire::PartyRef> everyone{{.group = {}, .party = party}};
    const std::vector<RosterOp> ops{
        adding(keys, wire::DeviceRole::admin, person),
        adding(recovery, wire::DeviceRole::recovery, person),
        wire::PartyEpoch{.party = party, .epoch = 1, .kem_key = vault::kem_public(seed)},
        wire::Grant{.party = party,
                    .epoch = 1,
                    .device = recovery.id,
                    .slot = seal_seed(seed, party, 1, recovery.id, recovery.kem_key)},
        wire::OpenChannel{.channel = random_id<ChannelId>(), .kind = kind, .readers = everyone, .writers = everyone},
    };
    const auto genesis = wire::write_entry({.signer = keys.id}, ops, keys.sign_seed);
    auto roster = wire::Roster::replay({&genesis, 1});
    assert(roster);
    Membership ours(keys, roster->group());
    ours.rosters_.emplace(ours.group_, *std::move(roster));
    ours.seeds_.push_back({.party = party, .epoch = 1, .seed = seed});
    return ours;
}

Membership Membership::household(const DeviceKeys& keys, const PersonId& person, const DeviceKeys& recovery) {
    return found(keys, person, recovery, wire::ChannelKind::family);
}

Membership Membership::clinic(const DeviceKeys& keys, const PersonId& person, const DeviceKeys& recovery) {
    return found(keys, person, recovery, wire::ChannelKind::team);
}

Membership Membership::newcomer(const DeviceKeys& keys, const GroupId& group) { return {keys, group}; }

const wire::Roster* Membership::roster(const GroupId& group) const {
    const auto found = rosters_.find(group);
    return found == rosters_.end() ? nullptr : &found->second;
}

bool Membership::active() const {
    const auto* roster = own();
    const auto* device = roster ? roster->device(keys_.id) : nullptr;
    return device && device->active();
}

Result<void, RosterProblem> Membership::learn(const GroupId& group, ByteView entry) {
    const std::vector<Bytes> one{Bytes(entry.begin(), entry.end())};
    return learn_all(group, one);
}

Result<void, RosterProblem> Membership::learn_all(const GroupId& group, std::span<const Bytes> entries) {
    if (entries.empty()) return {};
    const auto known = rosters_.find(group);
    if (known == rosters_.end()) {
        auto roster = TRY(wire::Roster::replay(entries));
        // The id is the fingerprint that came by paper or through a signed link: another genesis is another group.
        if (roster.group() != group) return Failure<RosterProblem>(RosterProblem::wrong_group);
        rosters_.emplace(group, std::move(roster));
    } else {
        auto longer = known->second;
        for (const auto& entry : entries) TRY_VOID(longer.append(entry));
        known->second = std::move(longer);
    }
    if (group == group_) take_grants();
    return {};
}

const vault::Key* Membership::seed(const PartyId& party, std::uint32_t epoch) const {
    const auto found = std::ranges::find_if(
        seeds_, [&](const PartySeed& each) { return each.party == party && each.epoch == epoch; });
    return found == seeds_.end() ? nullptr : &found->seed;
}

void Membership::take_grant(const wire::Party& party, const wire::Epoch& epoch) {
    if (seed(party.id, epoch.number)) return;
    if (const auto* next = seed(party.id, epoch.number + 1)) {
        const auto& box = party.epoch(epoch.number + 1)->history;
        if (const auto before = open_history(box, *next, party.id, epoch.number, epoch.kem_key)) {
            seeds_.push_back({.party = party.id, .epoch = epoch.number, .seed = *before});
            return;
        }
    }
    for (const auto& holder : epoch.holders) {
        if (holder.device != keys_.id || !holder.slot) continue;
        if (const auto granted = open_seed(*holder.slot, party.id, epoch.number, keys_, epoch.kem_key))
            seeds_.push_back({.party = party.id, .epoch = epoch.number, .seed = *granted});
    }
}

// Newest epoch first: each leads to the one before it.
void Membership::take_grants() {
    for (const auto& party : own()->parties())
        for (auto epoch = party.epochs.rbegin(); epoch != party.epochs.rend(); ++epoch) take_grant(party, *epoch);
}

Bytes Membership::secrets() const {
    Cbor::Array seeds;
    for (const auto& each : seeds_) seeds.emplace_back(Cbor::Array{each.party.bytes, each.epoch, each.seed.view()});
    return vault::encode(Cbor::Map{
        {"g", group_.bytes}, {"k", keys_.kem_seed.view()}, {"p", std::move(seeds)}, {"s", keys_.sign_seed.view()}});
}

namespace {

vault::CborResult<vault::Key> as_key(const Cbor& value) { return vault::Key(TRY(vault::as_block<32>(value))); }

vault::CborResult<PartySeed> read_seed(const Cbor& value) {
    const auto row = TRY(wire::as_row(value, 3));
    return PartySeed{.party = TRY(wire::as_id<PartyId>(row[0])),
                     .epoch = TRY(wire::as_number<std::uint32_t>(row[1])),
                     .seed = TRY(as_key(row[2]))};
}

struct Secrets {
    vault::Key sign_seed, kem_seed;
    GroupId group;
    std::vector<PartySeed> seeds;
};

vault::CborResult<Secrets> read_secrets(ByteView bytes) {
    const auto value = TRY(vault::decode(bytes));
    if (!vault::has_only(value, {"g", "k", "p", "s"}))
        return Failure<vault::CborProblem>(vault::CborProblem::wrong_type);
    Secrets secrets;
    secrets.group = TRY(wire::id<GroupId>(value, "g"));
    secrets.kem_seed = vault::Key(TRY(vault::block<32>(value, "k")));
    secrets.seeds = TRY(wire::list<PartySeed>(value, "p", read_seed));
    secrets.sign_seed = vault::Key(TRY(vault::block<32>(value, "s")));
    return secrets;
}

}  // namespace

std::optional<Membership> Membership::restore(ByteView secrets, std::span<const std::vector<Bytes>> rosters) {
    auto read = read_secrets(secrets);
    if (!read) return std::nullopt;
    Membership ours(device_keys(read->sign_seed, read->kem_seed), read->group);
    ours.seeds_ = std::move(read->seeds);
    for (const auto& entries : rosters) {
        auto roster = wire::Roster::replay(entries);
        if (!roster) return std::nullopt;
        const auto group = roster->group();
        ours.rosters_.emplace(group, *std::move(roster));
    }
    return ours;
}

Result<Bytes, RosterProblem> entry_adding(const Membership& ours, const NewDevice& device) {
    const auto id = wire::device_id(device.sign_key, device.kem_key);
    std::vector<RosterOp> ops{wire::AddDevice{device.sign_key, device.kem_key, device.role, device.person}};
    const auto* roster = ours.own();
    if (!roster) return Failure<RosterProblem>(RosterProblem::unknown_signer);
    for (const auto& party : roster->parties()) {
        const auto epoch = party.current().number;
        const auto* seed = ours.seed(party.id, epoch);
        if (party.is_private || !seed) continue;
        ops.push_back(wire::Grant{.party = party.id,
                                  .epoch = epoch,
                                  .device = id,
                                  .slot = seal_seed(*seed, party.id, epoch, id, device.kem_key)});
    }
    return tried(ours, ops);
}

Result<Bytes, RosterProblem> entry_linking(const Membership& ours, const GroupId& clinic) {
    const auto* own = ours.own();
    const auto* theirs = ours.roster(clinic);
    const auto family = own ? channel_of(*own, wire::ChannelKind::family) : std::nullopt;
    const auto team = theirs ? channel_of(*theirs, wire::ChannelKind::team) : std::nullopt;
    if (!family || !team) return Failure<RosterProblem>(RosterProblem::inconsistent);
    std::vector<wire::PartyRef> both = own->channel(family->channel)->now().readers;
    both.push_back({.group = clinic, .party = theirs->channel(team->channel)->now().readers.front().party});
    put_in_order(both, {}, &wire::PartyRef::party);
    const std::vector<RosterOp> ops{
        wire::Link{.group = clinic, .height = theirs->height(), .head = theirs->head()},
        wire::OpenChannel{
            .channel = random_id<ChannelId>(), .kind = wire::ChannelKind::care, .readers = both, .writers = both},
    };
    return tried(ours, ops);
}

Result<Bytes, RosterProblem> entry_fresh(const Membership& ours, std::uint32_t day) {
    const std::vector<RosterOp> ops{wire::Fresh{.day = day}};
    return tried(ours, ops);
}

std::optional<ChannelAt> channel_of(const wire::Roster& roster, wire::ChannelKind kind) {
    for (const auto& channel : roster.channels())
        if (channel.now().kind == kind) return ChannelAt{roster.group(), channel.id};
    return std::nullopt;
}

std::optional<ChannelAt> care_channel(const wire::Roster& household, const GroupId& clinic) {
    for (const auto& channel : household.channels())
        if (channel.now().kind == wire::ChannelKind::care &&
            std::ranges::contains(channel.now().readers, clinic, &wire::PartyRef::group))
            return ChannelAt{household.group(), channel.id};
    return std::nullopt;
}

std::vector<ChannelAt> readable_channels(const Membership& ours) {
    std::vector<ChannelAt> readable;
    const auto* own = ours.own();
    if (!own) return readable;
    const auto add_from = [&](const wire::Roster& roster) {
        for (const auto& channel : roster.channels())
            if (wire::may_read(roster, channel.id, *own, ours.keys().id))
                readable.push_back({roster.group(), channel.id});
    };
    add_from(*own);
    for (const auto& [group, roster] : ours.rosters())
        if (group != ours.group()) add_from(roster);
    return readable;
}

}  // namespace goodweek::sync
