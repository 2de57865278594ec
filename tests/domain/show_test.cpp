// Readings as they are shown, and typed again.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "domain/measure.h"
#include "support/random.h"

namespace goodweek {

namespace {

const Measure& measure(std::string_view key) { return *find_measure(key); }

}  // namespace

TEST_CASE("what is shown can be typed again and is shown the same") {
    for (const auto& one : measures())
        for (const auto& unit : one.units)
            for (unsigned seed = 0; seed < 200; ++seed) {
                CAPTURE(one.key);
                CAPTURE(unit.key);
                CAPTURE(seed);
                Random random{seed};
                auto first = random.between(static_cast<int>(one.hard.lowest), static_cast<int>(one.hard.highest));
                if (one.whole) first -= first % 1000;
                std::optional<Thousandths> second;
                if (one.two_part()) second = one.second_hard->lowest;
                if (second && first < *second + one.least_apart) continue;
                const auto shown = show(one, first, second, unit);
                CAPTURE(shown);
                const auto again = judge(one, shown, unit.key, false);
                // Rounding to what is shown may step over the last value taken.
                if (!again && (again.error() == ReadingProblem::too_high || again.error() == ReadingProblem::too_low))
                    continue;
                REQUIRE(again);
                CHECK(show(one, again->first, again->second, unit) == shown);
                if (unit.places == 0) CHECK(in_unit(again->first, unit) - in_unit(first, unit) <= 1000);
            }
}

TEST_CASE("readings are shown as people write them") {
    const auto shown = [](std::string_view key, Thousandths first, std::optional<Thousandths> second,
                          std::string_view unit) {
        const auto& one = measure(key);
        return show_with_unit(one, first, second, *find_unit(one, unit));
    };
    CHECK(shown("peak_flow", 320'000, std::nullopt, "L/min") == "320 L/min");
    CHECK(shown("blood_pressure", 128'000, 76'000, "mmHg") == "128/76 mmHg");
    CHECK(shown("glucose", 5551, std::nullopt, "mmol/L") == "5.6 mmol/L");
    CHECK(shown("glucose", 5551, std::nullopt, "mg/dL") == "100 mg/dL");
    CHECK(shown("glucose", 5550, std::nullopt, "mmol/L") == "5.6 mmol/L");
    CHECK(shown("glucose", 5549, std::nullopt, "mmol/L") == "5.5 mmol/L");
    CHECK(shown("weight", 72'000, std::nullopt, "kg") == "72.0 kg");
    CHECK(shown("weight", 71'668, std::nullopt, "st") == "11st 4lb");
    CHECK(shown("weight", 71'894, std::nullopt, "st") == "11st 4.5lb");
    CHECK(shown("weight", 71'668, std::nullopt, "lb") == "158.0 lb");
    CHECK(shown("mood", 7000, std::nullopt, "/10") == "7/10");
    CHECK(shown("steps", 8432'000, std::nullopt, "steps") == "8432 steps");
    CHECK(shown("sleep", 7500, std::nullopt, "h") == "7h 30min");
    CHECK(shown("sleep", 7333, std::nullopt, "h") == "7h 20min");
    CHECK(shown("height", 165'100, std::nullopt, "ft") == "5ft 5in");
    CHECK(shown("height", 165'100, std::nullopt, "m") == "1.65 m");
    CHECK(shown("spo2", 97'000, std::nullopt, "%") == "97%");
    CHECK(shown("pulse", 72'000, std::nullopt, "/min") == "72/min");
    CHECK(shown("mrc", 3000, std::nullopt, "/5") == "3/5");
    CHECK(shown("temp", 37'000, std::nullopt, "°F") == "98.6 °F");
    // Thirteen pounds and 95 hundredths of one are a stone, not 14 pounds.
    CHECK(show(measure("weight"), 76'202, *find_unit(measure("weight"), "st")) == "12st 0");
}

TEST_CASE("values that no family could have typed are shown too, for others may have sent them") {
    const auto most = std::numeric_limits<Thousandths>::max(), least = std::numeric_limits<Thousandths>::min();
    for (const auto& one : measures())
        for (const auto& unit : one.units)
            for (const auto value : {most, least, Thousandths{-1}, Thousandths{-500}, Thousandths{0}})
                CHECK_FALSE(show(one, value, value, unit).empty());
    CHECK(show(measure("weight"), -500, measure("weight").units[0]) == "-0.5");
    CHECK(show(measure("weight"), -72'500, measure("weight").units[0]) == "-72.5");
}

}  // namespace goodweek
