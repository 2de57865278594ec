#include "sync/conversation_state.h"

#include <algorithm>

#include "wire/cbor_fields.h"

namespace goodweek::sync {

using vault::Cbor;
using vault::CborProblem;
using vault::CborResult;

namespace {

constexpr vault::CborLimits limits{.depth = 12, .values = 4'000'000};

Failure<CborProblem> no() { return Failure<CborProblem>(CborProblem::out_of_range); }

Cbor backoff_value(const Backoff& backoff) { return Cbor::Array{backoff.failures, backoff.until_ms}; }

CborResult<Backoff> read_backoff(const Cbor& map, std::string_view key) {
    const auto* value = TRY(vault::field(map, key));
    const auto row = TRY(wire::as_row(*value, 2));
    return Backoff{.failures = TRY(wire::as_number<std::uint32_t>(row[0])),
                   .until_ms = TRY(vault::as_integer(row[1]))};
}

Bytes copy_of(ByteView bytes) { return {bytes.begin(), bytes.end()}; }

CborResult<Bytes> read_bytes(const Cbor& value) { return copy_of(TRY(vault::as_bytes(value))); }

CborResult<bool> read_flag(const Cbor& map, std::string_view key) {
    return TRY(wire::number<std::uint8_t>(map, key, 1)) == 1;
}
Cbor flag(bool set) { return set ? 1u : 0u; }

// Held bundles are let go when the app closes; the relay gives them again from before the first of them.
std::uint64_t safe_cursor(const ChannelTalk& channel) {
    auto cursor = channel.cursor;
    if (channel.come_back_to > 0) cursor = std::min(cursor, channel.come_back_to - 1);
    for (const auto& held : channel.held)
        if (held.relay_seq > 0) cursor = std::min(cursor, held.relay_seq - 1);
    return cursor;
}

Cbor channel_value(const ChannelTalk& channel) {
    return Cbor::Map{
        {"b", backoff_value(channel.pushing)}, {"c", to_cbor(channel.chains)}, {"p", safe_cursor(channel)}};
}

CborResult<ChannelTalk> read_channel(const Cbor& value) {
    const auto* stored = TRY(vault::field(value, "c"));
    auto chains = TRY(chains_from(*stored));
    ChannelTalk channel(chains.at);
    channel.chains = std::move(chains);
    channel.pushing = TRY(read_backoff(value, "b"));
    channel.cursor = TRY(vault::unsigned_integer(value, "p"));
    return channel;
}

Cbor ahead_value(const AheadOfUs& ahead) { return Cbor::Array{ahead.device.bytes, ahead.height}; }

CborResult<AheadOfUs> read_ahead(const Cbor& value) {
    const auto row = TRY(wire::as_row(value, 2));
    return AheadOfUs{.device = TRY(wire::as_id<DeviceId>(row[0])),
                     .height = TRY(wire::as_number<std::uint32_t>(row[1]))};
}

Cbor group_value(const GroupId& id, const GroupTalk& group) {
    Cbor::Array ahead, channels, entries;
    for (const auto& each : group.ahead) ahead.push_back(ahead_value(each));
    for (const auto& [channel, talk] : group.channels) channels.push_back(channel_value(talk));
    for (const auto& entry : group.entries) entries.emplace_back(entry);
    return Cbor::Map{{"a", std::move(ahead)},
                     {"b", backoff_value(group.backoff)},
                     {"c", std::move(channels)},
                     {"e", std::move(entries)},
                     {"f", flag(group.forked)},
                     {"g", id.bytes},
                     {"r", group.roster_read_ms},
                     {"t", group.founding ? Cbor(*group.founding) : Cbor(Bytes())},
                     {"x", group.gone ? wire::name_of(*group.gone) : std::string_view()}};
}

CborResult<std::optional<wire::Token>> read_founding(const Cbor& value) {
    if (TRY(vault::bytes(value, "t")).empty()) return std::nullopt;
    return TRY(vault::block<32>(value, "t"));
}

CborResult<std::optional<wire::Refusal>> read_gone(const Cbor& value) {
    const auto name = TRY(vault::text(value, "x"));
    const auto refusal = wire::refusal_named(name);
    if (!name.empty() && !refusal) return no();
    return refusal;
}

CborResult<std::pair<GroupId, GroupTalk>> read_group(const Cbor& value) {
    GroupTalk group;
    group.ahead = TRY(wire::list<AheadOfUs>(value, "a", read_ahead));
    group.backoff = TRY(read_backoff(value, "b"));
    for (const auto& each : TRY(vault::array(value, "c"))) {
        auto channel = TRY(read_channel(each));
        const auto id = channel.chains.at.channel;
        group.channels.emplace(id, std::move(channel));
    }
    for (auto& entry : TRY(wire::list<Bytes>(value, "e", read_bytes))) group.entries.push_back(std::move(entry));
    group.forked = TRY(read_flag(value, "f"));
    const auto id = TRY(wire::id<GroupId>(value, "g"));
    group.roster_read_ms = TRY(vault::integer(value, "r"));
    group.founding = TRY(read_founding(value));
    group.gone = TRY(read_gone(value));
    return std::pair{id, std::move(group)};
}

// An errand is kept as the request it makes: its target says all that its call needs.
Cbor errand_value(const Errand& errand) {
    return Cbor::Array{wire::name_of(wire::method_of(errand.asked.call)), wire::target_of(errand.asked), errand.body};
}

CborResult<Errand> read_errand(const Cbor& value) {
    const auto row = TRY(wire::as_row(value, 3));
    const auto method = wire::method_named(TRY(vault::as_text(row[0])));
    const auto target = TRY(vault::as_text(row[1]));
    const auto asked = method ? wire::read_target(*method, target) : std::nullopt;
    if (!asked) return no();
    return Errand{.asked = *asked, .body = TRY(read_bytes(row[2])), .backoff = {}};
}

CborResult<Conversation> read_conversation(const Cbor& value) {
    Conversation talk;
    talk.authority = TRY(vault::text(value, "a"));
    talk.network = TRY(read_backoff(value, "b"));
    for (auto& errand : TRY(wire::list<Errand>(value, "e", read_errand))) talk.errands.push_back(std::move(errand));
    for (const auto& each : TRY(vault::array(value, "g"))) talk.groups.insert(TRY(read_group(each)));
    talk.heard_ms = TRY(vault::integer(value, "h"));
    talk.clock_offset_ms = TRY(vault::integer(value, "o"));
    talk.restored_ms = TRY(vault::integer(value, "r"));
    if (const auto store = TRY(vault::bytes(value, "s")); !store.empty())
        talk.store = TRY(wire::id<wire::StoreId>(value, "s"));
    return talk;
}

}  // namespace

Bytes to_bytes(const Conversation& talk) {
    Cbor::Array errands, groups;
    for (const auto& errand : talk.errands) errands.push_back(errand_value(errand));
    for (const auto& [id, group] : talk.groups) groups.push_back(group_value(id, group));
    return vault::encode(Cbor::Map{{"a", talk.authority},
                                   {"b", backoff_value(talk.network)},
                                   {"e", std::move(errands)},
                                   {"g", std::move(groups)},
                                   {"h", talk.heard_ms},
                                   {"o", talk.clock_offset_ms},
                                   {"r", talk.restored_ms},
                                   {"s", talk.store ? Cbor(talk.store->bytes) : Cbor(Bytes())}});
}

std::optional<Conversation> conversation_from(ByteView bytes) {
    const auto value = vault::decode(bytes, limits);
    if (!value) return std::nullopt;
    auto talk = read_conversation(*value);
    if (!talk) return std::nullopt;
    return *std::move(talk);
}

}  // namespace goodweek::sync
