// What the relay says when it refuses (security.md 4.4), and what a client may do about it.
#pragma once

#include <optional>
#include <string_view>

#include "domain/ids.h"

namespace goodweek::wire {

enum class Refusal : std::uint8_t {
    malformed,       // 400
    bad_sig,         // 401
    clock_skew,      // 401, with the relay's time
    replay,          // 401
    revoked,         // 403: this device was removed from its group
    not_writer,      // 403
    unknown,         // 404: not there, or none of your business; the same answer for both
    conflict,        // 409, with the chain or the roster as it stands
    erased,          // 410
    too_big,         // 413
    bundle_invalid,  // 422
    update_needed,   // 426
    slow_down,       // 429
    busy,            // 503
    quota,           // 507
};
int status_of(Refusal refusal);
std::string_view name_of(Refusal refusal);
std::optional<Refusal> refusal_named(std::string_view name);

struct ChainEnd {  // of a device in a channel, when a bundle does not follow it
    std::uint64_t seq = 0;
    BundleId id;
    friend bool operator==(const ChainEnd&, const ChainEnd&) = default;
};
struct RosterEnd {  // of a group, when an entry does not follow it
    std::uint32_t height = 0;
    RosterId head;
    friend bool operator==(const RosterEnd&, const RosterEnd&) = default;
};

// The body of a refusal: CBOR {"c": name, "d": {"h","i"} or {"i","s"} or {}, "r": retry_after s, "t": relay ms}.
struct ErrorBody {
    Refusal refusal = Refusal::malformed;
    std::uint32_t retry_after_s = 0;
    std::int64_t relay_time_ms = 0;
    std::optional<ChainEnd> chain;
    std::optional<RosterEnd> roster;
    friend bool operator==(const ErrorBody&, const ErrorBody&) = default;
};
Bytes error_body(const ErrorBody& error);
// Nothing when the bytes are no refusal of ours: a proxy's page, half an answer.
std::optional<ErrorBody> read_error(ByteView body);

}  // namespace goodweek::wire
