#include "vault/compaction.h"

#include <array>
#include <limits>

#include "vault/sealed_file.h"

namespace goodweek::vault {

namespace {

// Eight of a tier make one of the next, which is at least eight times larger.
constexpr std::size_t fan_in = 8;
constexpr std::array<std::size_t, 3> tier_limits{4 * 1024, 32 * 1024, 128 * 1024};
// More small segments than three full tiers hold come only from an odd mix of sizes.
constexpr std::size_t most_small = 24;

std::size_t sum(std::span<const std::size_t> sizes, const Run& run) {
    std::size_t total = 0;
    for (auto i = run.first; i < run.last; ++i) total += sizes[i];
    return total;
}

// The oldest neighbours, all below `limit`, of which eight are of this tier; fewer where not all fit in one segment.
// Smaller ones among them come along, but do not count: else one large segment would be rewritten for every seven
// small ones after it.
std::optional<Run> crowded(std::span<const std::size_t> sizes, std::size_t least, std::size_t limit) {
    std::size_t first = 0;
    std::size_t of_this_tier = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (sizes[i] >= limit) {
            first = i + 1;
            of_this_tier = 0;
            continue;
        }
        if (sizes[i] >= least) ++of_this_tier;
        if (of_this_tier < fan_in) continue;
        Run run{first, i + 1};
        while (sum(sizes, run) > most_plain) --run.last;
        return run;
    }
    return std::nullopt;
}

// The two neighbours that cost least to join.
std::optional<Run> cheapest_pair(std::span<const std::size_t> sizes) {
    std::optional<Run> best;
    std::size_t least = most_plain + 1;
    for (std::size_t i = 0; i + 1 < sizes.size(); ++i) {
        const auto together = sizes[i] + sizes[i + 1];
        if (together >= least) continue;
        least = together;
        best = Run{i, i + 2};
    }
    return best;
}

}  // namespace

std::optional<Run> segments_to_join(std::span<const std::size_t> plain_sizes) {
    std::size_t least = 0;
    for (const auto limit : tier_limits) {
        if (const auto run = crowded(plain_sizes, least, limit)) return run;
        least = limit;
    }
    std::size_t small = 0;
    for (const auto size : plain_sizes)
        if (size < tier_limits.back()) ++small;
    return small > most_small ? cheapest_pair(plain_sizes) : std::nullopt;
}

}  // namespace goodweek::vault
