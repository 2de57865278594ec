#include "sync/body.h"

#include <algorithm>

#include "vault/layout.h"
#include "wire/cbor_fields.h"

namespace goodweek::sync {

using vault::Cbor;
using vault::CborResult;

namespace {

constexpr std::string_view magic = "GWP1";
constexpr std::uint64_t format_now = 1;
constexpr vault::CborLimits limits{.depth = 3, .values = 4'096};

CborResult<SeenAt> read_seen(const Cbor& value) {
    const auto row = TRY(wire::as_row(value, 3));
    return SeenAt{.device = TRY(wire::as_id<DeviceId>(row[0])),
                  .seq = TRY(vault::as_unsigned(row[1])),
                  .id = TRY(wire::as_id<BundleId>(row[2]))};
}

CborResult<Bytes> read_event(const Cbor& value) {
    const auto event = TRY(vault::as_bytes(value));
    return Bytes(event.begin(), event.end());
}

CborResult<Body> read_map(ByteView bytes) {
    const auto value = TRY(vault::decode(bytes, limits));
    Body body;
    body.max_clock = TRY(vault::unsigned_integer(value, "c"));
    body.events = TRY(wire::list<Bytes>(value, "e", read_event));
    const auto format = TRY(vault::unsigned_integer(value, "f"));
    body.seen = TRY(wire::list<SeenAt>(value, "s", read_seen));
    const bool ascending =
        std::ranges::adjacent_find(body.seen, std::ranges::greater_equal{}, &SeenAt::device) == body.seen.end();
    if (format != format_now || body.events.size() > events_max || body.seen.size() > seen_max || !ascending ||
        !vault::has_only(value, {"c", "e", "f", "s"}))
        return Failure<vault::CborProblem>(vault::CborProblem::out_of_range);
    return body;
}

}  // namespace

std::optional<Bytes> write_body(const Body& body) {
    Cbor::Array events, seen;
    for (const auto& event : body.events) events.emplace_back(event);
    for (const auto& each : body.seen) seen.emplace_back(Cbor::Array{each.device.bytes, each.seq, each.id.bytes});
    const auto map = vault::encode(
        Cbor::Map{{"c", body.max_clock}, {"e", std::move(events)}, {"f", format_now}, {"s", std::move(seen)}});
    const auto size = wire::padded_size(map.size());
    if (!size) return std::nullopt;
    auto padded = vault::Writer().raw(magic).number(static_cast<std::uint32_t>(map.size())).raw(map).take();
    padded.resize(*size);
    return padded;
}

std::optional<Body> read_body(ByteView padded) {
    vault::Reader reader(padded);
    if (!reader.skip(magic)) return std::nullopt;
    const auto map = reader.raw(reader.number<std::uint32_t>());
    // The smallest class that holds it, and nothing hidden behind.
    if (!reader.sound() || wire::padded_size(map.size()) != padded.size()) return std::nullopt;
    if (std::ranges::any_of(reader.raw(reader.left()), [](std::uint8_t byte) { return byte != 0; }))
        return std::nullopt;
    auto body = read_map(map);
    if (!body) return std::nullopt;
    return *std::move(body);
}

}  // namespace goodweek::sync
