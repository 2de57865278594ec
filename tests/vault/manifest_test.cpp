#include "vault/manifest.h"

#include <doctest/doctest.h>

#include <random>

#include "vault/cbor.h"

using namespace goodweek;
using namespace goodweek::vault;

namespace {

Manifest a_manifest() {
    Manifest manifest;
    manifest.previous = hash("file", {bytes_of("before")});
    manifest.segments = {{.number = 9, .length = 1000, .hash = hash("file", {bytes_of("9")})},
                         {.number = 3, .length = 100, .hash = hash("file", {bytes_of("3")})}};
    manifest.next_segment = 10;
    manifest.outbox = {{.number = 2, .length = 3736, .hash = hash("file", {bytes_of("o")})}};
    manifest.next_outbox = 3;
    manifest.state = {1, 2, 3};
    return manifest;
}

ManifestProblem problem(const Cbor& body) {
    const auto read = decode_manifest(encode(body));
    REQUIRE_FALSE(read);
    return read.error();
}

// The body of a good manifest with one field changed.
Cbor with(std::string_view key, Cbor value) {
    auto fields = *decode(encode(a_manifest())).value().if_map();
    for (auto& field : fields)
        if (field.key == key) field.value = std::move(value);
    return fields;
}

}  // namespace

TEST_CASE("a manifest says again what it was told, segments in the order of their records") {
    CHECK(decode_manifest(encode(a_manifest())).value() == a_manifest());
    CHECK(decode_manifest(encode(Manifest{})).value() == Manifest{});
}

TEST_CASE("a manifest that no release writes is damaged, one that a later release writes is newer") {
    const Hash zero{};
    CHECK(problem(with("v", 2u)) == ManifestProblem::newer);
    CHECK(problem(with("v", 0u)) == ManifestProblem::damaged);
    CHECK(problem(with("v", "1")) == ManifestProblem::damaged);
    CHECK(problem(with("p", Bytes(31))) == ManifestProblem::damaged);
    CHECK(problem(with("d", "text")) == ManifestProblem::damaged);
    CHECK(problem(with("n", -1)) == ManifestProblem::damaged);
    CHECK_MESSAGE(problem(with("n", 9u)) == ManifestProblem::damaged, "a segment past the next one");
    CHECK(problem(with("x", 2u)) == ManifestProblem::damaged);
    CHECK(problem(with("s", Cbor::Array{Cbor::Array{1u, 2u}})) == ManifestProblem::damaged);
    CHECK(problem(with("s", Cbor::Array{Cbor::Array{0u, 2u, zero}})) == ManifestProblem::damaged);
    CHECK(problem(with("s", Cbor::Array{1u})) == ManifestProblem::damaged);
    CHECK_MESSAGE(problem(with("o", Cbor::Array{Cbor::Array{1u, 2u, zero}, Cbor::Array{1u, 2u, zero}})) ==
                      ManifestProblem::damaged,
                  "a file listed twice");
    CHECK(problem("not a map") == ManifestProblem::damaged);
    CHECK(decode_manifest({}).error() == ManifestProblem::damaged);

    auto more = *decode(encode(a_manifest())).value().if_map();
    more.push_back({"z", 1u});
    CHECK(problem(more) == ManifestProblem::damaged);
    more.erase(more.begin());
    CHECK(problem(more) == ManifestProblem::damaged);
}

TEST_CASE("a manifest's bytes bent anywhere are refused or mean exactly what they say") {
    const auto whole = encode(a_manifest());
    for (std::size_t length = 0; length < whole.size(); ++length)
        CHECK_FALSE(decode_manifest(ByteView(whole).first(length)).has_value());
    std::mt19937 random{1};
    for (int i = 0; i < 2000; ++i) {
        auto bent = whole;
        bent[random() % bent.size()] = static_cast<std::uint8_t>(random());
        if (const auto read = decode_manifest(bent)) CHECK(encode(*read) == bent);
    }
}
