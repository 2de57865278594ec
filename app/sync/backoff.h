// How long to wait after something failed, so that a phone without a network does not wear itself out and phones that lost it
// together do not come back together.
#pragma once

#include <cstdint>

namespace goodweek::sync {

struct Backoff {
    std::uint32_t failures = 0;
    std::int64_t until_ms = 0;
    friend bool operator==(const Backoff&, const Backoff&) = default;
};

inline bool ready(const Backoff& backoff, std::int64_t now_ms) { return backoff.until_ms <= now_ms; }

// One more failure: 2 s, doubling to 15 min, half to all of it by `jitter` (from 0 up to 1), and as long as the other side asked
// for where that is longer and no more than 15 min.
void back_off(Backoff& backoff, std::int64_t now_ms, double jitter, std::int64_t asked_for_ms = 0);

}  // namespace goodweek::sync
