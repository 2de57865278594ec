#include "domain/gas.h"

#include <cmath>

namespace goodweek {

std::optional<double> attainment(std::span<const Attained> goals) {
    constexpr double expected_correlation = 0.3;
    double weighted = 0, weights = 0, squares = 0;
    for (const auto& [level, weight] : goals) {
        weighted += weight * level;
        weights += weight;
        squares += weight * weight;
    }
    if (weights <= 0) return std::nullopt;
    return 50 +
           10 * weighted / std::sqrt((1 - expected_correlation) * squares + expected_correlation * weights * weights);
}

}  // namespace goodweek
