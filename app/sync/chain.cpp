#include "sync/chain.h"

#include "wire/cbor_fields.h"

namespace goodweek::sync {

using vault::Cbor;
using vault::CborResult;

std::vector<SeenAt> news_for_others(const Chains& chains) {
    std::vector<SeenAt> news;
    for (const auto& [device, tip] : chains.others) {
        const auto told = chains.told.find(device);
        if (told != chains.told.end() && told->second == tip.seq) continue;
        news.push_back({.device = device, .seq = tip.seq, .id = tip.id});
        if (news.size() == seen_max) break;
    }
    return news;
}

bool agrees(const Chains& chains, const DeviceId& own_device, const std::vector<SeenAt>& seen) {
    for (const auto& each : seen) {
        // Of a device known to tell different people different things, anybody may have seen anything.
        if (chains.set_aside.contains(each.device)) continue;
        const auto other = chains.others.find(each.device);
        const wire::ChainTip* tip = nullptr;
        if (each.device == own_device) tip = &chains.own;
        else if (other != chains.others.end()) tip = &other->second;
        // What is newer than we know may yet arrive, what is older we have let go of; only at the same number can the
        // two be compared.
        if (tip && tip->seq == each.seq && tip->id != each.id) return false;
    }
    return true;
}

namespace {

Cbor tip_value(const wire::ChainTip& tip) {
    Cbor::Array epochs;
    for (const auto& [party, epoch] : tip.linked_epochs) epochs.emplace_back(Cbor::Array{party.bytes, epoch});
    return Cbor::Array{tip.seq, tip.id.bytes, tip.owner_height, tip.sender_height, std::move(epochs)};
}

CborResult<std::pair<PartyId, std::uint32_t>> read_epoch(const Cbor& value) {
    const auto row = TRY(wire::as_row(value, 2));
    return std::pair{TRY(wire::as_id<PartyId>(row[0])), TRY(wire::as_number<std::uint32_t>(row[1]))};
}

CborResult<wire::ChainTip> read_tip(const Cbor& value) {
    const auto row = TRY(wire::as_row(value, 5));
    return wire::ChainTip{
        .seq = TRY(vault::as_unsigned(row[0])),
        .id = TRY(wire::as_id<BundleId>(row[1])),
        .owner_height = TRY(wire::as_number<std::uint32_t>(row[2])),
        .sender_height = TRY(wire::as_number<std::uint32_t>(row[3])),
        .linked_epochs = TRY((wire::as_list<std::pair<PartyId, std::uint32_t>>(row[4], read_epoch)))};
}

}  // namespace

Cbor to_cbor(const Chains& chains) {
    Cbor::Array others, aside, told;
    for (const auto& [device, tip] : chains.others) others.emplace_back(Cbor::Array{device.bytes, tip_value(tip)});
    for (const auto& device : chains.set_aside) aside.emplace_back(device.bytes);
    for (const auto& [device, seq] : chains.told) told.emplace_back(Cbor::Array{device.bytes, seq});
    return Cbor::Map{
        {"a", std::move(aside)},      {"c", chains.at.channel.bytes}, {"f", chains.own_contradicted ? 1u : 0u},
        {"g", chains.at.group.bytes}, {"o", tip_value(chains.own)},   {"t", std::move(told)},
        {"x", std::move(others)}};
}

CborResult<Chains> chains_from(const Cbor& value) {
    Chains chains({TRY(wire::id<GroupId>(value, "g")), TRY(wire::id<ChannelId>(value, "c"))});
    for (const auto& each : TRY(vault::array(value, "a"))) chains.set_aside.insert(TRY(wire::as_id<DeviceId>(each)));
    chains.own_contradicted = TRY(wire::number<std::uint8_t>(value, "f", 1)) == 1;
    const auto* own = TRY(vault::field(value, "o"));
    chains.own = TRY(read_tip(*own));
    for (const auto& each : TRY(vault::array(value, "t"))) {
        const auto row = TRY(wire::as_row(each, 2));
        const auto device = TRY(wire::as_id<DeviceId>(row[0]));
        chains.told[device] = TRY(vault::as_unsigned(row[1]));
    }
    for (const auto& each : TRY(vault::array(value, "x"))) {
        const auto row = TRY(wire::as_row(each, 2));
        const auto device = TRY(wire::as_id<DeviceId>(row[0]));
        chains.others[device] = TRY(read_tip(row[1]));
    }
    return chains;
}

}  // namespace goodweek::sync
