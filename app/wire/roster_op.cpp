#include <algorithm>
#include <array>

#include "domain/either.h"
#include "vault/cbor.h"
#include "wire/cbor_fields.h"
#include "wire/limits.h"
#include "wire/roster_entry.h"

namespace goodweek::wire {

using vault::Cbor;
using vault::CborProblem;
using vault::CborResult;

namespace {

constexpr std::size_t readers_max = 8;  // as many as a bundle has slots
constexpr std::size_t cut_offs_max = 64;
constexpr std::uint32_t last_day = 2'932'896;  // 31 December 9999

// The number of an op in the body: its place in the variant, from 1.
std::uint64_t number_of(const RosterOp& op) { return op.index() + 1; }

Failure<CborProblem> no() { return Failure<CborProblem>(CborProblem::out_of_range); }

Cbor refs_value(const std::vector<PartyRef>& refs) {
    Cbor::Array rows;
    for (const auto& ref : refs) rows.emplace_back(Cbor::Array{ref.group.bytes, ref.party.bytes});
    return rows;
}

CborResult<PartyRef> read_ref(const Cbor& value) {
    const auto row = TRY(as_row(value, 2));
    return PartyRef{TRY(as_id<GroupId>(row[0])), TRY(as_id<PartyId>(row[1]))};
}

CborResult<std::vector<PartyRef>> read_refs(const Cbor& map, std::string_view key) {
    auto refs = TRY(list<PartyRef>(map, key, read_ref));
    const bool ascending =
        std::ranges::adjacent_find(refs, std::ranges::greater_equal{}, &PartyRef::party) == refs.end();
    if (refs.size() > readers_max || !ascending) return no();
    return refs;
}

Cbor accepted_value(const std::vector<CutOff>& accepted) {
    Cbor::Array rows;
    for (const auto& each : accepted) rows.emplace_back(Cbor::Array{each.channel.bytes, each.seq, each.bundle.bytes});
    return rows;
}

CborResult<CutOff> read_cut_off(const Cbor& value) {
    const auto row = TRY(as_row(value, 3));
    return CutOff{TRY(as_id<ChannelId>(row[0])), TRY(vault::as_unsigned(row[1])), TRY(as_id<BundleId>(row[2]))};
}

Cbor::Map fields_of(const RosterOp& op) {
    return std::visit(
        on{
            [](const AddDevice& it) {
                return Cbor::Map{{"k", it.kem_key},
                                 {"p", it.person.bytes},
                                 {"r", static_cast<std::uint8_t>(it.role)},
                                 {"s", it.sign_key}};
            },
            [](const RemoveDevice& it) {
                return Cbor::Map{{"c", accepted_value(it.accepted)}, {"d", it.device.bytes}};
            },
            [](const PartyEpoch& it) {
                return Cbor::Map{{"b", it.history},
                                 {"e", it.epoch},
                                 {"k", it.kem_key},
                                 {"p", it.party.bytes},
                                 {"x", it.is_private ? 1u : 0u}};
            },
            [](const Grant& it) {
                return Cbor::Map{{"d", it.device.bytes}, {"e", it.epoch}, {"p", it.party.bytes}, {"s", it.slot}};
            },
            [](const OpenChannel& it) {
                return Cbor::Map{{"c", it.channel.bytes},
                                 {"k", static_cast<std::uint8_t>(it.kind)},
                                 {"p", refs_value(it.readers)},
                                 {"r", it.retention_days},
                                 {"w", refs_value(it.writers)}};
            },
            [](const Link& it) { return Cbor::Map{{"c", it.group.bytes}, {"h", it.height}, {"i", it.head.bytes}}; },
            [](const Unlink& it) { return Cbor::Map{{"c", it.group.bytes}}; },
            [](const MinSuite& it) { return Cbor::Map{{"n", it.suite}}; },
            [](const Close&) { return Cbor::Map{}; },
            [](const Fresh& it) { return Cbor::Map{{"d", it.day}}; },
        },
        op);
}

CborResult<RosterOp> read_add_device(const Cbor& map) {
    AddDevice op;
    op.kem_key = TRY(vault::block<1216>(map, "k"));
    op.person = TRY(id<PersonId>(map, "p"));
    const auto role = TRY(number<std::uint8_t>(map, "r", 4));
    if (role < 1) return no();
    op.role = static_cast<DeviceRole>(role);
    op.sign_key = TRY(vault::block<32>(map, "s"));
    return op;
}

CborResult<RosterOp> read_remove_device(const Cbor& map) {
    RemoveDevice op;
    op.accepted = TRY(list<CutOff>(map, "c", read_cut_off));
    op.device = TRY(id<DeviceId>(map, "d"));
    const bool ascending =
        std::ranges::adjacent_find(op.accepted, std::ranges::greater_equal{}, &CutOff::channel) == op.accepted.end();
    if (op.accepted.size() > cut_offs_max || !ascending) return no();
    return op;
}

CborResult<RosterOp> read_party_epoch(const Cbor& map) {
    PartyEpoch op;
    const auto history = TRY(vault::bytes(map, "b"));
    op.history.assign(history.begin(), history.end());
    op.epoch = TRY(number<std::uint32_t>(map, "e"));
    op.kem_key = TRY(vault::block<1216>(map, "k"));
    op.party = TRY(id<PartyId>(map, "p"));
    op.is_private = TRY(number<std::uint8_t>(map, "x", 1)) == 1;
    const std::size_t history_size = op.epoch == 1 ? 0 : history_box_size;
    if (op.epoch == 0 || op.history.size() != history_size) return no();
    return op;
}

CborResult<RosterOp> read_grant(const Cbor& map) {
    Grant op;
    op.device = TRY(id<DeviceId>(map, "d"));
    op.epoch = TRY(number<std::uint32_t>(map, "e"));
    op.party = TRY(id<PartyId>(map, "p"));
    op.slot = TRY(vault::block<std::tuple_size_v<SealedSeed>>(map, "s"));
    return op;
}

CborResult<RosterOp> read_channel(const Cbor& map) {
    OpenChannel op;
    op.channel = TRY(id<ChannelId>(map, "c"));
    const auto kind = TRY(number<std::uint8_t>(map, "k", 5));
    op.kind = static_cast<ChannelKind>(kind);
    op.readers = TRY(read_refs(map, "p"));
    op.retention_days = TRY(number<std::uint32_t>(map, "r"));
    op.writers = TRY(read_refs(map, "w"));
    const bool writers_read = std::ranges::all_of(
        op.writers, [&](const PartyRef& writer) { return std::ranges::contains(op.readers, writer); });
    if (kind < 1 || op.readers.empty() || !writers_read) return no();
    return op;
}

CborResult<RosterOp> read_link(const Cbor& map) {
    Link op;
    op.group = TRY(id<GroupId>(map, "c"));
    op.height = TRY(number<std::uint32_t>(map, "h"));
    op.head = TRY(id<RosterId>(map, "i"));
    return op;
}

CborResult<RosterOp> read_unlink(const Cbor& map) { return Unlink{TRY(id<GroupId>(map, "c"))}; }
CborResult<RosterOp> read_min_suite(const Cbor& map) { return MinSuite{TRY(number<std::uint16_t>(map, "n"))}; }
CborResult<RosterOp> read_close(const Cbor&) { return Close{}; }
CborResult<RosterOp> read_fresh(const Cbor& map) { return Fresh{TRY(number<std::uint32_t>(map, "d", last_day))}; }

// In the order of their numbers, which is the variant's.
constexpr std::array readers{&read_add_device, &read_remove_device, &read_party_epoch, &read_grant, &read_channel,
                             &read_link,       &read_unlink,        &read_min_suite,   &read_close, &read_fresh};
static_assert(readers.size() == std::variant_size_v<RosterOp>);

Result<RosterOp, RosterProblem> read_op(const Cbor& value) {
    const auto number = vault::unsigned_integer(value, "o");
    if (!number || *number == 0) return Failure<RosterProblem>(RosterProblem::malformed);
    if (*number > readers.size()) return Failure<RosterProblem>(RosterProblem::update_needed);
    auto op = readers[static_cast<std::size_t>(*number) - 1](value);
    // Every field of an op is required, so one more than we write is one we do not know.
    if (!op || value.if_map()->size() != fields_of(*op).size() + 1)
        return Failure<RosterProblem>(RosterProblem::malformed);
    return *std::move(op);
}

}  // namespace

DeviceId device_id(const vault::SignPublic& sign_key, const vault::KemPublic& kem_key) {
    const auto hash = vault::hash("device", {sign_key, kem_key});
    DeviceId id;
    std::ranges::copy(ByteView(hash).first(DeviceId::size), id.bytes.begin());
    return id;
}

Bytes encode_ops(std::span<const RosterOp> ops) {
    Cbor::Array rows;
    for (const auto& op : ops) {
        auto fields = fields_of(op);
        fields.push_back({"o", number_of(op)});
        rows.emplace_back(std::move(fields));
    }
    return vault::encode(rows);
}

Result<std::vector<RosterOp>, RosterProblem> decode_ops(ByteView body) {
    const auto value = vault::decode(body, {.depth = 4, .values = 4'096});
    const auto* list = value ? value->if_array() : nullptr;
    if (!list || list->empty() || list->size() > roster_ops_max)
        return Failure<RosterProblem>(RosterProblem::malformed);
    std::vector<RosterOp> ops;
    for (const auto& each : *list) ops.push_back(TRY(read_op(each)));
    return ops;
}

}  // namespace goodweek::wire
