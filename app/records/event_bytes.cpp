#include "records/event_bytes.h"

#include <algorithm>

#include "domain/put_in_order.h"
#include "records/happening_bytes.h"
#include "vault/cbor.h"

namespace goodweek::records {

namespace {

using vault::Cbor;
using vault::CborProblem;
using vault::CborResult;

// As far as a JavaScript reader counts without losing any.
constexpr std::uint64_t last_counter = (std::uint64_t{1} << 53) - 1;
constexpr Moment first_moment = std::chrono::sys_days{std::chrono::year{1} / 1 / 1};
constexpr Moment last_moment = std::chrono::sys_days{std::chrono::year{9999} / 12 / 31};
constexpr std::size_t longest_kind = 32;

EventProblem problem_of(CborProblem problem) {
    switch (problem) {
        case CborProblem::missing_field: return EventProblem::missing_field;
        case CborProblem::wrong_type: return EventProblem::wrong_type;
        case CborProblem::out_of_range: return EventProblem::out_of_range;
        default: return EventProblem::not_canonical;
    }
}

bool is_kind(std::string_view kind) {
    return !kind.empty() && kind.size() <= longest_kind &&
           std::ranges::all_of(kind, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

Cbor::Array write_dots(std::vector<Dot> dots) {
    put_in_order(dots);
    dots.erase(std::ranges::unique(dots).begin(), dots.end());
    Cbor::Array written;
    for (const auto& dot : dots) written.emplace_back(Cbor::Array{dot.device.bytes, dot.counter});
    return written;
}

Bytes write(const Event& event) {
    FieldWriter fields;
    fields.number("a", event.at.at.time_since_epoch().count()).flag("b", event.at.day_only);
    fields.add("c", event.clock.packed).id("d", event.dot.device).id("e", event.entity);
    fields.add("k", kind_of(event.what)).add("n", event.dot.counter).number("o", event.at.offset.count());
    fields.id("p", event.person);
    if (!event.supersedes.empty()) fields.add("s", write_dots(event.supersedes));
    fields.id("u", event.author).add("v", write_happening(event.what));
    return vault::encode(fields.take());
}

std::uint64_t read_counter(FieldReader& fields, const CborResult<std::uint64_t>& found) {
    const auto counter = fields.have(found);
    if (counter < 1 || counter > last_counter) fields.wrong(CborProblem::out_of_range);
    return counter;
}

LocalMoment read_moment(FieldReader& fields) {
    const std::chrono::milliseconds at{
        fields.number("a", first_moment.time_since_epoch().count(), last_moment.time_since_epoch().count())};
    const Minutes offset{fields.small("o", earliest_offset.count(), latest_offset.count())};
    return {Moment{at}, offset, fields.number_if_any("b", 1, 1).has_value()};
}

std::vector<Dot> read_dots(FieldReader& fields, const Cbor& map) {
    std::vector<Dot> dots;
    const auto written = fields.have(vault::optional_array(map, "s"));
    if (written.size() > most_superseded) fields.wrong(CborProblem::out_of_range);
    for (const auto& one : written) {
        const auto pair = fields.have(vault::as_array(one));
        if (pair.size() != 2) {
            fields.wrong(CborProblem::wrong_type);
            break;
        }
        const DeviceId device{fields.have(vault::as_block<DeviceId::size>(pair[0]))};
        dots.push_back({device, read_counter(fields, vault::as_unsigned(pair[1]))});
    }
    if (std::ranges::adjacent_find(dots, std::greater_equal{}) != dots.end())
        fields.wrong(CborProblem::not_canonical);
    return dots;
}

Result<Event, CborProblem> read(const Cbor& map, ByteView bytes) {
    FieldReader fields{map};
    Event event{
        .dot = {fields.id<DeviceId>("d"), read_counter(fields, vault::unsigned_integer(map, "n"))},
        .clock = {fields.have(vault::unsigned_integer(map, "c"))},
        .entity = fields.id<EntityId>("e"),
        .person = fields.id_if_any<PersonId>("p"),
        .author = fields.id_if_any<PersonId>("u"),
        .at = read_moment(fields),
        .supersedes = read_dots(fields, map),
    };
    const auto kind = fields.have(vault::text(map, "k"));
    const auto* v = fields.have(vault::map(map, "v"));
    if (!is_kind(kind)) fields.wrong(CborProblem::out_of_range);
    if (fields.problem()) return Failure<CborProblem>(*fields.problem());
    auto happening = read_happening(kind, *v);
    if (!happening) return Failure<CborProblem>(happening.error());
    event.what = std::move(happening->what);

    // What this release would not write itself is a later one's, and kept, or is not the one encoding, and refused.
    if (happening->newer || fields.has_more_than("abcdeknopsuv")) {
        event.original.assign(bytes.begin(), bytes.end());
    } else if (!std::ranges::equal(write(event), bytes)) {
        return Failure<CborProblem>(CborProblem::not_canonical);
    }
    return event;
}

}  // namespace

Bytes encode(const Event& event) { return event.original.empty() ? write(event) : event.original; }

Result<Event, EventProblem> decode(ByteView bytes) {
    if (bytes.size() > largest_event) return Failure<EventProblem>(EventProblem::too_large);
    const auto map = vault::decode(bytes);
    if (!map) return Failure<EventProblem>(problem_of(map.error()));
    auto event = read(*map, bytes);
    if (!event) return Failure<EventProblem>(problem_of(event.error()));
    return *std::move(event);
}

}  // namespace goodweek::records
