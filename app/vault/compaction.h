// Which segments to join into one, so that years of single entries stay a few files (security.md 6: about 32) while no
// commit ever rewrites the history: each record is rewritten a handful of times in all its life.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace goodweek::vault {

// Neighbours `first` up to, and without, `last`.
struct Run {
    std::size_t first = 0;
    std::size_t last = 0;
    friend bool operator==(const Run&, const Run&) = default;
};

// The segments' plain sizes in order; the joined one is never larger than `most_plain`. Nothing when all is well.
std::optional<Run> segments_to_join(std::span<const std::size_t> plain_sizes);

}  // namespace goodweek::vault
