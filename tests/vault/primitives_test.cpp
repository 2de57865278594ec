#include "vault/primitives.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <new>

using namespace goodweek;
using namespace goodweek::vault;

namespace {

Key key_of(std::uint8_t byte) {
    Block<32> bytes{};
    bytes.fill(byte);
    return Key(bytes);
}

}  // namespace

TEST_CASE("a key is gone from memory once it goes out of scope") {
    alignas(Key) std::array<std::uint8_t, sizeof(Key)> place{};
    auto* key = new (place.data()) Key(key_of(0xA5));
    REQUIRE(std::ranges::count(place, 0xA5) == 32);
    std::destroy_at(key);
    CHECK(std::ranges::count(place, 0xA5) == 0);
}

TEST_CASE("a copy of a key outlives the first and is wiped by itself") {
    alignas(Key) std::array<std::uint8_t, sizeof(Key)> place{};
    auto* first = new (place.data()) Key(key_of(7));
    const Key copy = *first;
    std::destroy_at(first);
    CHECK(copy == key_of(7));
}

TEST_CASE("a key is thirty-two bytes, never fewer or more") {
    CHECK(Key::from(Bytes(32, 1)).has_value());
    CHECK_FALSE(Key::from(Bytes(31, 1)).has_value());
    CHECK_FALSE(Key::from(Bytes(33, 1)).has_value());
    CHECK_FALSE(Key::from({}).has_value());
}

TEST_CASE("no two fresh keys are alike") { CHECK_FALSE(Key::random() == Key::random()); }

TEST_CASE("what is hashed for one use means nothing for another") {
    const auto text = bytes_of("tuesday");
    CHECK(hash("roster", {text}) != hash("bundle", {text}));
    // The label's length is part of what is hashed, so a label cannot borrow from the text.
    CHECK(hash("roster", {bytes_of("x")}) != hash("rosterx", {}));
    CHECK(hash("seg", {bytes_of("mentx")}) != hash("segment", {bytes_of("x")}));
    CHECK(hash("roster", {bytes_of("tues"), bytes_of("day")}) == hash("roster", {text}));
}

TEST_CASE("a key derived for one use is worthless for another") {
    const auto vault_key = key_of(1);
    const auto number = bytes_of("12345678");
    CHECK_FALSE(derive(vault_key, "seg", {number}) == derive(vault_key, "man", {number}));
    CHECK_FALSE(derive(vault_key, "seg", {number}) == derive(key_of(2), "seg", {number}));
    CHECK_FALSE(derive(vault_key, "seg", {number}) == derive(vault_key, "seg", {bytes_of("12345679")}));
    CHECK(derive(vault_key, "seg", {number}) == derive(vault_key, "seg", {number}));
    const auto unkeyed = hash("seg", {number});
    CHECK_FALSE(std::ranges::equal(derive(key_of(0), "seg", {number}).view(), unkeyed));
}

TEST_CASE("a typed code is a key like any other, whatever its length") {
    const auto key = key_of(1);
    CHECK(derive_from(key.view(), "rec-slot", {}) == derive(key, "rec-slot", {}));
    CHECK_FALSE(derive_from(key.view().first(16), "rec-slot", {}) ==
                derive_from(key.view().first(10), "rec-slot", {}));
}

TEST_CASE("a signature holds for its signer, its label and its message, and for nothing else") {
    const auto seed = key_of(3);
    const auto who = sign_public(seed);
    const auto message = bytes_of("Mum is an admin");
    const auto signature = sign(seed, "roster", message);

    CHECK(verify(who, "roster", message, signature));
    CHECK(verify(who, "bundle", message, signature).error() == CryptoProblem::forged);
    CHECK(verify(who, "roster", bytes_of("Dad is an admin"), signature).error() == CryptoProblem::forged);
    CHECK(verify(sign_public(key_of(4)), "roster", message, signature).error() == CryptoProblem::forged);
    CHECK(verify(who, "roster", message, ByteView(signature).first(63)).error() == CryptoProblem::malformed);
    CHECK(verify(who, "roster", message, {}).error() == CryptoProblem::malformed);
    for (std::size_t i = 0; i < signature.size(); ++i) {
        auto bent = signature;
        bent[i] ^= 0x10;
        CHECK_FALSE(verify(who, "roster", message, bent));
    }
}

TEST_CASE("sealed words open only with the same key, nonce and surroundings") {
    const auto key = key_of(5);
    Nonce nonce{};
    const auto around = bytes_of("header");
    const auto plain = bytes_of("slept badly, 3 am hypo");
    const auto sealed = seal(key, nonce, around, plain);
    REQUIRE(sealed.size() == plain.size() + seal_overhead);

    CHECK(text_of(open(key, nonce, around, sealed).value()) == text_of(plain));
    CHECK(open(key_of(6), nonce, around, sealed).error() == CryptoProblem::forged);
    CHECK(open(key, nonce, bytes_of("hEader"), sealed).error() == CryptoProblem::forged);
    nonce[23] = 1;
    CHECK(open(key, nonce, around, sealed).error() == CryptoProblem::forged);
}

TEST_CASE("one bit changed or one byte lost, and nothing opens") {
    const auto key = key_of(5);
    const Nonce nonce{};
    const auto sealed = seal(key, nonce, {}, bytes_of("peak flow 320"));
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        auto bent = sealed;
        bent[i] ^= 1;
        CHECK(open(key, nonce, {}, bent).error() == CryptoProblem::forged);
        CHECK_FALSE(open(key, nonce, {}, ByteView(sealed).first(i)));
    }
    CHECK(open(key, nonce, {}, ByteView(sealed).first(15)).error() == CryptoProblem::malformed);
}

TEST_CASE("nothing at all can be sealed and opened, and stays nothing") {
    const auto sealed = seal(key_of(8), Nonce{}, {}, {});
    CHECK(sealed.size() == seal_overhead);
    const auto opened = open(key_of(8), Nonce{}, {}, sealed);
    REQUIRE(opened);
    CHECK(opened->empty());
}

TEST_CASE("a secret sent to a public key is learnt by the holder of its seed alone") {
    const auto seed = key_of(9);
    const auto sent = encapsulate(kem_public(seed));
    REQUIRE(sent);
    CHECK(decapsulate(seed, sent->ciphertext).value() == sent->shared);
    CHECK_FALSE(decapsulate(key_of(10), sent->ciphertext).value() == sent->shared);
}

TEST_CASE("a tampered encapsulation gives another key, not an error: only the seal tells") {
    const auto seed = key_of(9);
    const auto sent = encapsulate(kem_public(seed)).value();
    for (const std::size_t at : {std::size_t{0}, std::size_t{700}, sent.ciphertext.size() - 1}) {
        auto bent = sent.ciphertext;
        bent[at] ^= 1;
        const auto other = decapsulate(seed, bent);
        if (other) CHECK_FALSE(*other == sent.shared);
    }
}

TEST_CASE("a passphrase is derived only at a cost that is neither too cheap nor too dear") {
    CHECK(within_limits({}));
    CHECK(within_limits({.memory_kib = 32768, .passes = 3}));
    CHECK(within_limits({.memory_kib = 19'456, .passes = 2}));
    CHECK_FALSE(within_limits({.memory_kib = 19'455, .passes = 2}));
    CHECK(within_limits({.memory_kib = 262'144, .passes = 3}));
    CHECK_FALSE(within_limits({.memory_kib = 262'145, .passes = 2}));
    CHECK_FALSE(within_limits({.memory_kib = 65536, .passes = 1}));
    CHECK(within_limits({.memory_kib = 65536, .passes = 10}));
    CHECK_FALSE(within_limits({.memory_kib = 65536, .passes = 11}));
    CHECK_FALSE_MESSAGE(within_limits({.memory_kib = 262'144, .passes = 4}), "memory times passes has its own limit");
    CHECK_FALSE(within_limits({.memory_kib = 0, .passes = 0}));
    CHECK_FALSE(within_limits({.memory_kib = 0xFFFFFFFF, .passes = 0xFFFFFFFF}));

    CHECK(argon2id("four words of hers", {}, {.memory_kib = 1024, .passes = 3}).error() == CryptoProblem::malformed);
    CHECK(argon2id("four words of hers", {}, {.memory_kib = 1u << 30, .passes = 2}).error() ==
          CryptoProblem::malformed);
}

TEST_CASE("another salt or another cost is another key") {
    constexpr Argon2Cost cheapest{.memory_kib = 19'456, .passes = 2};
    Block<16> salt{};
    const auto first = argon2id("her words", salt, cheapest).value();
    CHECK(argon2id("her words", salt, cheapest).value() == first);
    CHECK_FALSE(argon2id("his words", salt, cheapest).value() == first);
    CHECK_FALSE(argon2id("her words", salt, {.memory_kib = 19'457, .passes = 2}).value() == first);
    salt[0] = 1;
    CHECK_FALSE(argon2id("her words", salt, cheapest).value() == first);
}

TEST_CASE("comparing secrets looks at every byte and at the length") {
    CHECK(same(bytes_of("abc"), bytes_of("abc")));
    CHECK_FALSE(same(bytes_of("abc"), bytes_of("abd")));
    CHECK_FALSE(same(bytes_of("abc"), bytes_of("ab")));
    CHECK(same({}, {}));
}
