#include "vault/sealed_file.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "vault/layout.h"

using namespace goodweek;
using namespace goodweek::vault;

namespace {

const Place place{VaultId{{1}}, 7};

SealedProblem segment_problem(const Key& key, ByteView file, const Place& where = place) {
    const auto read = open_segment(key, where, file);
    REQUIRE_FALSE(read);
    return read.error();
}

}  // namespace

TEST_CASE("records come out of a segment as they went in, in order, empty ones too") {
    const auto key = Key::random();
    const Bytes large(100'000, 9);
    const std::vector<ByteView> records{bytes_of("peak flow 320"), {}, large, bytes_of("peak flow 320")};
    const auto file = seal_segment(key, place, records);
    CHECK(file.size() == sealed_head + 4 * record_head + 26 + large.size() + seal_overhead);
    CHECK(text_of(ByteView(file).first(4)) == "GWS1");
    CHECK(std::ranges::search(file, bytes_of("peak")).empty());

    const auto read = open_segment(key, place, file);
    REQUIRE(read);
    REQUIRE(read->all().size() == 4);
    for (std::size_t i = 0; i < 4; ++i) CHECK(std::ranges::equal(read->all()[i], records[i]));
    CHECK(read->plain_size() == file.size() - sealed_head - seal_overhead);
}

TEST_CASE("records stay readable when what holds them moves") {
    auto first = Records::split({3, 0, 0, 0, 'a', 'b', 'c'}, 1).value();
    const auto moved = std::move(first);
    CHECK(text_of(moved.all()[0]) == "abc");
}

TEST_CASE("a segment holds the largest record and not a byte more") {
    const auto key = Key::random();
    const Bytes most(largest_record, 1);
    const auto file = seal_segment(key, place, std::vector<ByteView>{most});
    CHECK(open_segment(key, place, file).value().plain_size() == most_plain);

    // A head that claims one byte more than any release writes, on a file that has it.
    auto over = file;
    over[36] += 1;
    over.push_back(0);
    CHECK(segment_problem(key, over) == SealedProblem::damaged);
}

TEST_CASE("the same records sealed twice look nothing alike") {
    const auto key = Key::random();
    const std::vector<ByteView> records{bytes_of("slept well")};
    CHECK(seal_segment(key, place, records) != seal_segment(key, place, records));
}

TEST_CASE("a segment opens only in its own vault, under its own number, with its own key") {
    const auto key = Key::random();
    const auto file = seal_segment(key, place, std::vector<ByteView>{bytes_of("slept well")});
    CHECK(segment_problem(key, file, {place.vault, 8}) == SealedProblem::misplaced);
    CHECK(segment_problem(key, file, {VaultId{{2}}, 7}) == SealedProblem::misplaced);
    CHECK(segment_problem(Key::random(), file) == SealedProblem::forged);
    CHECK(open_manifest(key, place, file).error() == SealedProblem::not_ours);

    auto renumbered = file;
    renumbered[24] = 8;
    CHECK(segment_problem(key, renumbered, {place.vault, 8}) == SealedProblem::forged);
    auto disguised = file;
    disguised[2] = 'M';
    CHECK(open_manifest(key, place, disguised).error() == SealedProblem::forged);
}

TEST_CASE("a segment or manifest cut short anywhere never opens as a shorter one") {
    const auto key = Key::random();
    auto segment = seal_segment(key, place, std::vector<ByteView>{bytes_of("one"), bytes_of("two")});
    auto manifest = seal_manifest(key, place, bytes_of("body"));
    for (std::size_t length = 0; length < segment.size(); ++length) {
        CAPTURE(length);
        const auto expected = length < 4 ? SealedProblem::not_ours : SealedProblem::damaged;
        CHECK(segment_problem(key, ByteView(segment).first(length)) == expected);
    }
    for (std::size_t length = 0; length < manifest.size(); ++length)
        CHECK_FALSE(open_manifest(key, place, ByteView(manifest).first(length)).has_value());
    segment.push_back(0);
    CHECK(segment_problem(key, segment) == SealedProblem::damaged);
    manifest.push_back(0);
    CHECK(open_manifest(key, place, manifest).error() == SealedProblem::damaged);
}

TEST_CASE("one byte changed anywhere in a segment or manifest, and it does not open") {
    const auto key = Key::random();
    const auto segment = seal_segment(key, place, std::vector<ByteView>{bytes_of("one"), bytes_of("two")});
    const auto manifest = seal_manifest(key, place, bytes_of("body"));
    for (const auto change : Bytes{0x01, 0x80, 0xFF}) {
        for (std::size_t i = 0; i < segment.size(); ++i) {
            CAPTURE(i);
            auto bent = segment;
            bent[i] ^= change;
            CHECK_FALSE(open_segment(key, place, bent).has_value());
        }
        for (std::size_t i = 0; i < manifest.size(); ++i) {
            CAPTURE(i);
            auto bent = manifest;
            bent[i] ^= change;
            CHECK_FALSE(open_manifest(key, place, bent).has_value());
        }
    }
}

TEST_CASE("a file of a later release asks for an update") {
    const auto key = Key::random();
    auto file = seal_segment(key, place, std::vector<ByteView>{bytes_of("one")});
    file[4] = 2;
    CHECK(segment_problem(key, file) == SealedProblem::newer);
    file[4] = 1;
    file[6] = 1;
    CHECK(segment_problem(key, file) == SealedProblem::damaged);
}

TEST_CASE("records that do not fill their segment exactly are no records") {
    const auto split = [](std::string_view hex, std::size_t count) {
        return Records::split(from_hex(hex).value(), count).has_value();
    };
    CHECK(split("0100000061", 1));
    CHECK(split("00000000", 1));
    CHECK_FALSE(split("0100000061", 2));
    CHECK_FALSE(split("0100000061", 0));
    CHECK_FALSE(split("", 0));
    CHECK_FALSE(split("010000006162", 1));
    CHECK_FALSE(split("0200000061", 1));
    CHECK_FALSE(split("ffffffff61", 1));
    CHECK_FALSE(split("010000", 1));
    CHECK_FALSE_MESSAGE(Records::split(Bytes(40), SIZE_MAX).has_value(), "a claim of many costs nothing");
}

TEST_CASE("a manifest's body comes back, and may be nothing") {
    const auto key = Key::random();
    for (const auto size : {std::size_t{0}, std::size_t{1}, most_plain}) {
        const Bytes body(size, 5);
        const auto file = seal_manifest(key, place, body);
        CHECK(text_of(ByteView(file).first(4)) == "GWM1");
        CHECK(open_manifest(key, place, file).value() == body);
    }
    CHECK_MESSAGE(file_hash(bytes_of("a")) == hash("file", {bytes_of("a")}), "as FORMAT.md has it");
}
