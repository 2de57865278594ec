// The published answers, asked of the library itself: our own words put a label before everything, which no
// standard's vectors carry.
#include <doctest/doctest.h>
#include <sodium.h>

#include <array>
#include <numeric>
#include <string_view>

#include "domain/bytes.h"
#include "vault/known_answers.h"
#include "vault/primitives.h"

using namespace goodweek;

TEST_CASE("the library that guards a family's records gives its known answers on this machine") {
    REQUIRE(vault::start());
    CHECK(vault::known_answers_hold());
    CHECK(vault::argon2id_holds());
    CHECK_MESSAGE(vault::start(), "starting twice does no harm");
    CHECK(std::string_view(sodium_version_string()) == "1.0.22");
}

TEST_CASE("Ed25519 signs as RFC 8032 prints it") {
    struct Printed {
        std::string_view seed, public_key, message, signature;
    };
    constexpr Printed printed[] = {
        {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
         "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
         "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595"
         "bbe24655141438e7"
         "a100b"},
        {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
         "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
         "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb43"
         "02aeeb00d291612b"
         "b0c00"},
        {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
         "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
         "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716"
         "ed28dc027beceea1"
         "ec40a"},
    };
    for (const auto& example : printed) {
        CAPTURE(example.seed);
        const auto seed = from_hex(example.seed).value();
        const auto message = from_hex(example.message).value();
        std::array<std::uint8_t, 32> public_key{};
        std::array<std::uint8_t, 64> secret_key{};
        std::array<std::uint8_t, 64> signature{};
        crypto_sign_seed_keypair(public_key.data(), secret_key.data(), seed.data());
        crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), secret_key.data());
        CHECK(to_hex(public_key) == example.public_key);
        CHECK(to_hex(signature) == example.signature);
        CHECK(vault::sign_public(vault::Key::from(seed).value()) == public_key);
    }
}

TEST_CASE("BLAKE2b passes the self-test of RFC 7693, keyed and unkeyed, at every length it names") {
    const auto sequence = [](std::size_t length, std::uint32_t seed) {
        Bytes bytes(length);
        std::uint32_t a = 0xDEAD4BADu * seed;
        std::uint32_t b = 1;
        for (auto& byte : bytes) {
            const std::uint32_t next = a + b;
            a = b;
            b = next;
            byte = static_cast<std::uint8_t>(next >> 24);
        }
        return bytes;
    };
    crypto_generichash_state all;
    crypto_generichash_init(&all, nullptr, 0, 32);
    for (const std::size_t out_length : {20, 32, 48, 64})
        for (const std::size_t in_length : {0, 3, 128, 129, 255, 1024}) {
            const auto in = sequence(in_length, static_cast<std::uint32_t>(in_length));
            const auto key = sequence(out_length, static_cast<std::uint32_t>(out_length));
            Bytes out(out_length);
            crypto_generichash(out.data(), out.size(), in.data(), in.size(), nullptr, 0);
            crypto_generichash_update(&all, out.data(), out.size());
            crypto_generichash(out.data(), out.size(), in.data(), in.size(), key.data(), key.size());
            crypto_generichash_update(&all, out.data(), out.size());
        }
    std::array<std::uint8_t, 32> digest{};
    crypto_generichash_final(&all, digest.data(), digest.size());
    CHECK(to_hex(digest) == "c23a7800d98123bd10f506c61e29da5603d763b8bbad2e737f5e765a7bccd475");
}

TEST_CASE("X25519 agrees with RFC 7748, being half of every key encapsulation") {
    const auto scalar = from_hex("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4").value();
    const auto point = from_hex("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c").value();
    std::array<std::uint8_t, 32> shared{};
    REQUIRE(crypto_scalarmult(shared.data(), scalar.data(), point.data()) == 0);
    CHECK(to_hex(shared) == "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552");
}

TEST_CASE("our seal is the XChaCha20-Poly1305 of the draft") {
    vault::Block<32> key{};
    vault::Nonce nonce{};
    std::iota(key.begin(), key.end(), std::uint8_t{0x80});
    std::iota(nonce.begin(), nonce.end(), std::uint8_t{0x40});
    const auto associated = from_hex("50515253c0c1c2c3c4c5c6c7").value();
    const auto plain = bytes_of(
        "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
        "sunscreen would be it.");
    const auto sealed = vault::seal(vault::Key(key), nonce, associated, plain);
    CHECK(to_hex(sealed) ==
          "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c"
          "54c216cb96"
          "b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b"
          "13b52ec087"
          "5924c1c7987947deafd8780acf49");
    const auto opened = vault::open(vault::Key(key), nonce, associated, sealed);
    REQUIRE(opened);
    CHECK(text_of(*opened) == text_of(plain));
}

TEST_CASE("an X-Wing public key from a known seed is the one the draft's other implementations make") {
    vault::Block<32> seed{};
    std::iota(seed.begin(), seed.end(), std::uint8_t{0});
    const auto public_key = vault::kem_public(vault::Key(seed));
    std::array<std::uint8_t, 32> digest{};
    crypto_generichash(digest.data(), digest.size(), public_key.data(), public_key.size(), nullptr, 0);
    CHECK(to_hex(digest) == "3153bedde9d5e8406a7874c46d5f58f1706fcf133b8975b20c35319dfd540157");
}

TEST_CASE("Argon2id gives the answers every sound build of it agrees on") {
    vault::Block<16> salt{};
    salt.fill(2);
    const auto derived = [&](std::uint32_t memory_kib) {
        const auto key = vault::argon2id("password", salt, {.memory_kib = memory_kib, .passes = 3});
        return key ? to_hex(key->view()) : "nothing";
    };
    CHECK(derived(19 * 1024) == "198f4264439194615de869fb65c2d5669216d143f18f23179db0e1085894b367");
    CHECK(derived(48 * 1024) == "a8deca89a019c7cfc52c53f1b1db258af9120dfde50e2af780c64c723f3c05b4");
}
