#include "wire/bodies.h"

#include "wire/base64url.h"
#include "wire/cbor_fields.h"
#include "wire/limits.h"

namespace goodweek::wire {

using vault::Cbor;
using vault::CborProblem;
using vault::CborResult;

namespace {

constexpr vault::CborLimits wide{.depth = 3, .values = 400'000};
constexpr vault::CborLimits narrow{.depth = 2, .values = 64};

Failure<CborProblem> no() { return Failure<CborProblem>(CborProblem::out_of_range); }

// Decodes, reads, and gives nothing for anything that is not whole.
template <class Value, class Read>
std::optional<Value> read_whole(ByteView body, const vault::CborLimits& limits, Read read) {
    const auto value = vault::decode(body, limits);
    if (!value) return std::nullopt;
    CborResult<Value> result = read(*value);
    if (!result) return std::nullopt;
    return *std::move(result);
}

CborResult<Bytes> read_entry_bytes(const Cbor& value) {
    const auto entry = TRY(vault::as_bytes(value));
    return Bytes(entry.begin(), entry.end());
}

CborResult<FoundGroup> read_found(const Cbor& value) {
    FoundGroup asked;
    asked.entries = TRY(list<Bytes>(value, "e", read_entry_bytes));
    asked.token = TRY(vault::block<32>(value, "t"));
    if (asked.entries.empty() || asked.entries.size() > found_entries_max || !vault::has_only(value, {"e", "t"}))
        return no();
    return asked;
}

CborResult<RosterEnd> read_end(const Cbor& value) {
    if (!vault::has_only(value, {"h", "i"})) return no();
    return RosterEnd{TRY(number<std::uint32_t>(value, "h")), TRY(id<RosterId>(value, "i"))};
}

CborResult<NewInvite> read_invite(const Cbor& value) {
    NewInvite invite;
    const auto card = TRY(vault::bytes(value, "c"));
    invite.card.assign(card.begin(), card.end());
    invite.expires_ms = TRY(vault::integer(value, "e"));
    invite.token_hash = TRY(vault::block<32>(value, "h"));
    invite.lookup = TRY(id<LookupId>(value, "l"));
    const bool sound = invite.card.size() <= card_max && invite.expires_ms > 0;
    if (!sound || !vault::has_only(value, {"c", "e", "h", "l"})) return no();
    return invite;
}

CborResult<LinkedHousehold> read_household(const Cbor& value) {
    const auto row = TRY(as_row(value, 2));
    return LinkedHousehold{TRY(as_id<GroupId>(row[0])), TRY(vault::as_block<32>(row[1]))};
}

CborResult<StoredBundle> read_stored_bundle(const Cbor& value) {
    const auto row = TRY(as_row(value, 4));
    return StoredBundle{TRY(vault::as_unsigned(row[0])), TRY(as_id<BundleId>(row[1])),
                        TRY(vault::as_unsigned(row[2])), TRY(as_id<DeviceId>(row[3]))};
}

}  // namespace

std::string token_text(const Token& token) { return to_base64url(token); }

std::optional<Token> read_token(std::string_view text) {
    const auto bytes = from_base64url(text);
    if (!bytes) return std::nullopt;
    const auto token = vault::as_block<32>(*bytes);
    if (!token) return std::nullopt;
    return *token;
}

TokenHash invite_hash(const Token& token) { return vault::hash("invite", {token}); }
TokenHash admin_hash(const Token& token) { return vault::hash("admin", {token}); }

Bytes found_group_body(const FoundGroup& asked) {
    Cbor::Array entries;
    for (const auto& entry : asked.entries) entries.emplace_back(entry);
    return vault::encode(Cbor::Map{{"e", std::move(entries)}, {"t", asked.token}});
}
std::optional<FoundGroup> read_found_group(ByteView body) { return read_whole<FoundGroup>(body, narrow, read_found); }

Bytes roster_end_body(const RosterEnd& end) {
    return vault::encode(Cbor::Map{{"h", end.height}, {"i", end.head.bytes}});
}
std::optional<RosterEnd> read_roster_end(ByteView body) { return read_whole<RosterEnd>(body, narrow, read_end); }

Bytes new_invite_body(const NewInvite& invite) {
    return vault::encode(Cbor::Map{
        {"c", invite.card}, {"e", invite.expires_ms}, {"h", invite.token_hash}, {"l", invite.lookup.bytes}});
}
std::optional<NewInvite> read_new_invite(ByteView body) { return read_whole<NewInvite>(body, narrow, read_invite); }

Bytes linked_body(const std::vector<LinkedHousehold>& linked) {
    Cbor::Array rows;
    for (const auto& each : linked) rows.emplace_back(Cbor::Array{each.household.bytes, each.token_hash});
    return vault::encode(rows);
}
std::optional<std::vector<LinkedHousehold>> read_linked(ByteView body) {
    return read_whole<std::vector<LinkedHousehold>>(
        body, wide, [](const Cbor& value) { return as_list<LinkedHousehold>(value, read_household); });
}

Bytes relay_seq_body(std::uint64_t relay_seq) { return vault::encode(Cbor::Map{{"s", relay_seq}}); }
std::optional<std::uint64_t> read_relay_seq(ByteView body) {
    return read_whole<std::uint64_t>(body, narrow, [](const Cbor& value) -> CborResult<std::uint64_t> {
        if (!vault::has_only(value, {"s"})) return no();
        return vault::unsigned_integer(value, "s");
    });
}

Bytes stored_body(const std::vector<StoredBundle>& stored) {
    Cbor::Array rows;
    for (const auto& each : stored)
        rows.emplace_back(Cbor::Array{each.relay_seq, each.id.bytes, each.seq, each.device.bytes});
    return vault::encode(rows);
}
std::optional<std::vector<StoredBundle>> read_stored(ByteView body) {
    return read_whole<std::vector<StoredBundle>>(
        body, wide, [](const Cbor& value) { return as_list<StoredBundle>(value, read_stored_bundle); });
}

Bytes time_body(std::int64_t now_ms) { return vault::encode(Cbor::Map{{"t", now_ms}}); }
std::optional<std::int64_t> read_time(ByteView body) {
    return read_whole<std::int64_t>(body, narrow, [](const Cbor& value) -> CborResult<std::int64_t> {
        if (!vault::has_only(value, {"t"})) return no();
        return vault::integer(value, "t");
    });
}

}  // namespace goodweek::wire
