#include "sync/backoff.h"

#include <algorithm>

namespace goodweek::sync {

namespace {

constexpr std::int64_t first_wait_ms = 2'000;
constexpr std::int64_t longest_wait_ms = 15 * 60'000;
constexpr std::uint32_t doublings = 9;  // 2 s becomes more than a quarter of an hour

}  // namespace

void back_off(Backoff& backoff, std::int64_t now_ms, double jitter, std::int64_t asked_for_ms) {
    const auto wait = std::min(first_wait_ms << std::min(backoff.failures, doublings), longest_wait_ms);
    const auto spread = static_cast<std::int64_t>(static_cast<double>(wait) * (0.5 + jitter / 2));
    backoff.until_ms = now_ms + std::max(spread, std::min(asked_for_ms, longest_wait_ms));
    ++backoff.failures;
}

}  // namespace goodweek::sync
