#include "vault/compaction.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

#include "vault/sealed_file.h"

using namespace goodweek::vault;

namespace {

// What joining costs over a life of commits, and what it leaves.
struct Life {
    std::vector<std::size_t> segments;
    std::size_t rewritten = 0;
    std::size_t appended = 0;
    std::size_t most_segments = 0;
    std::size_t most_at_once = 0;

    void commit(std::size_t size) {
        if (const auto run = segments_to_join(segments)) {
            const auto first = segments.begin() + static_cast<std::ptrdiff_t>(run->first);
            const auto last = segments.begin() + static_cast<std::ptrdiff_t>(run->last);
            REQUIRE(last - first >= 2);
            const auto together = std::accumulate(first, last, std::size_t{0});
            REQUIRE(together <= most_plain);
            rewritten += together;
            most_at_once = std::max(most_at_once, together);
            *first = together;
            segments.erase(first + 1, last);
        }
        segments.push_back(size);
        appended += size;
        most_segments = std::max(most_segments, segments.size());
    }
};

}  // namespace

TEST_CASE("few files are left alone") {
    CHECK_FALSE(segments_to_join({}).has_value());
    CHECK_FALSE(segments_to_join(std::vector<std::size_t>(7, 100)).has_value());
    CHECK(segments_to_join(std::vector<std::size_t>(8, 100)) == Run{0, 8});
    CHECK_FALSE(segments_to_join(std::vector<std::size_t>(40, most_plain)).has_value());
}

TEST_CASE("what is joined are neighbours, and never more than one segment holds") {
    CHECK(segments_to_join(std::vector<std::size_t>{200'000, 1, 1, 1, 1, 1, 1, 1, 1}) == Run{1, 9});
    CHECK_FALSE(segments_to_join(std::vector<std::size_t>{1, 1, 1, 1, 200'000, 1, 1, 1, 1}).has_value());
    CHECK(segments_to_join(std::vector<std::size_t>(8, 60'000)) == Run{0, 4});
}

TEST_CASE("ten years of single entries stay few files, and each was rewritten a handful of times") {
    Life life;
    std::mt19937 random{1};
    for (int entry = 0; entry < 20'000; ++entry) life.commit(60 + random() % 200);
    CHECK(life.appended > 2'000'000);
    CHECK(life.most_segments <= 32 + life.appended / 131'072);
    CHECK(life.rewritten < 6 * life.appended);
    CHECK(life.most_at_once <= most_plain);
}

TEST_CASE("a year of entries, an import and a clinic's bundles fit in about thirty files") {
    Life life;
    std::mt19937 random{2};
    for (int day = 0; day < 365; ++day) {
        for (int entry = 0; entry < 5; ++entry) life.commit(120);
        if (day % 7 == 0) life.commit(3'000 + random() % 6'000);
        if (day == 100) life.commit(most_plain);
    }
    CHECK(life.most_segments <= 28);
}

TEST_CASE("however odd the mix of sizes, the number of files follows the number of bytes") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Life life;
        std::mt19937 random{seed};
        for (int i = 0; i < 400; ++i) life.commit(1 + random() % (std::size_t{1} << (random() % 19)));
        CHECK(life.segments.size() <= 32 + life.appended / 100'000);
    }
    Life alternating;
    for (int i = 0; i < 400; ++i) alternating.commit(i % 8 == 7 ? 250'000 : 10);
    CHECK(alternating.segments.size() <= 32 + alternating.appended / 131'072);
}
