// Goal Attainment Scaling: how far goals that people set for themselves were reached, as one number that may be compared
// with itself over time. T = 50 + 10 sum(w x) / sqrt((1 - r) sum(w^2) + r (sum w)^2) with r = 0.3 (Kiresuk and Sherman 1968;
// the formula of a 2009 practical guide was corrected by an erratum, and is this one).
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>

namespace goodweek {

inline constexpr int worst_level = -2, best_level = 2;

// Five levels in the family's words, from much less than hoped (-2) to much more (+2); 0 is what they hope for.
struct Levels {
    std::array<std::string, 5> words{};
    int importance = 1, difficulty = 1;  // 0 to 3
    friend bool operator==(const Levels&, const Levels&) = default;

    const std::string& at(int level) const { return words[static_cast<std::size_t>(level - worst_level)]; }
    int weight() const { return importance * difficulty; }
};

struct Attained {
    int level = 0;   // -2 to 2
    int weight = 1;  // 0: left out
};

// 50 when all goals came out as hoped. Nothing where no goal has a weight.
std::optional<double> attainment(std::span<const Attained> goals);

}  // namespace goodweek
