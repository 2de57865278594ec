#include "wire/errors.h"

#include <algorithm>
#include <array>

#include "wire/cbor_fields.h"

namespace goodweek::wire {

using vault::Cbor;

namespace {

struct Row {
    std::string_view name;
    int status;
};
constexpr std::array rows{
    Row{"malformed", 400}, Row{"bad_sig", 401},    Row{"clock_skew", 401},     Row{"replay", 401},
    Row{"revoked", 403},   Row{"not_writer", 403}, Row{"unknown", 404},        Row{"conflict", 409},
    Row{"erased", 410},    Row{"too_big", 413},    Row{"bundle_invalid", 422}, Row{"update_needed", 426},
    Row{"slow_down", 429}, Row{"busy", 503},       Row{"quota", 507},
};
static_assert(rows.size() == static_cast<std::size_t>(Refusal::quota) + 1);

constexpr vault::CborLimits limits{.depth = 2, .values = 16};

Cbor::Map detail_of(const ErrorBody& error) {
    if (error.chain) return {{"i", error.chain->id.bytes}, {"s", error.chain->seq}};
    if (error.roster) return {{"h", error.roster->height}, {"i", error.roster->head.bytes}};
    return {};
}

vault::CborResult<ErrorBody> read(const Cbor& value) {
    ErrorBody error;
    const auto refusal = refusal_named(TRY(vault::text(value, "c")));
    if (!refusal || !vault::has_only(value, {"c", "d", "r", "t"}))
        return Failure<vault::CborProblem>(vault::CborProblem::out_of_range);
    error.refusal = *refusal;
    const auto& detail = *TRY(vault::map(value, "d"));
    if (vault::find(detail, "s"))
        error.chain = ChainEnd{TRY(number<std::uint64_t>(detail, "s")), TRY(id<BundleId>(detail, "i"))};
    else if (vault::find(detail, "h"))
        error.roster = RosterEnd{TRY(number<std::uint32_t>(detail, "h")), TRY(id<RosterId>(detail, "i"))};
    error.retry_after_s = TRY(number<std::uint32_t>(value, "r"));
    error.relay_time_ms = TRY(vault::integer(value, "t"));
    return error;
}

}  // namespace

int status_of(Refusal refusal) { return rows[static_cast<std::size_t>(refusal)].status; }
std::string_view name_of(Refusal refusal) { return rows[static_cast<std::size_t>(refusal)].name; }

std::optional<Refusal> refusal_named(std::string_view name) {
    const auto found = std::ranges::find(rows, name, &Row::name);
    if (found == rows.end()) return std::nullopt;
    return static_cast<Refusal>(found - rows.begin());
}

Bytes error_body(const ErrorBody& error) {
    return vault::encode(Cbor::Map{{"c", name_of(error.refusal)},
                                   {"d", detail_of(error)},
                                   {"r", error.retry_after_s},
                                   {"t", error.relay_time_ms}});
}

std::optional<ErrorBody> read_error(ByteView body) {
    const auto value = vault::decode(body, limits);
    if (!value) return std::nullopt;
    auto error = read(*value);
    if (!error) return std::nullopt;
    return *std::move(error);
}

}  // namespace goodweek::wire
