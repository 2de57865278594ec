// Small, and the same on every platform, which the standard's distributions are not. A seed is a whole test run:
// print it (CAPTURE) and the run can be had again.
#pragma once

#include <cstdint>
#include <span>
#include <utility>

namespace goodweek {

class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    // splitmix64.
    std::uint64_t next() {
        std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15u;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
        return mixed ^ (mixed >> 31);
    }
    // Both ends included.
    int between(int lowest, int highest) {
        return lowest + static_cast<int>(next() % static_cast<std::uint64_t>(highest - lowest + 1));
    }
    bool one_in(int count) { return between(1, count) == 1; }

    template <class Range>
    auto& pick(Range&& from) {
        return from[static_cast<std::size_t>(next() % std::size(from))];
    }
    template <class Range>
    void shuffle(Range& items) {
        for (std::size_t i = std::size(items); i > 1; --i)
            std::swap(items[i - 1], items[static_cast<std::size_t>(next() % i)]);
    }
    template <class IdType>
    IdType id() {
        IdType id;
        for (auto& byte : id.bytes) byte = static_cast<std::uint8_t>(next());
        return id;
    }

private:
    std::uint64_t state_;
};

}  // namespace goodweek
