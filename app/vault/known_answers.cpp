#include "vault/known_answers.h"

#include <sodium.h>

#include <array>
#include <numeric>
#include <string_view>

#include "domain/bytes.h"

namespace goodweek::vault {

namespace {

template <std::size_t Size>
bool spells(const std::array<unsigned char, Size>& bytes, std::string_view hex) {
    return to_hex(bytes) == hex;
}

// `first`, `first` + 1, ...: how drafts like to write keys and nonces.
template <std::size_t Size>
std::array<unsigned char, Size> counting_from(unsigned char first) {
    std::array<unsigned char, Size> bytes{};
    std::iota(bytes.begin(), bytes.end(), first);
    return bytes;
}

// RFC 7693, appendix A.
bool blake2b_holds() {
    std::array<unsigned char, 64> digest{};
    const auto text = bytes_of("abc");
    crypto_generichash(digest.data(), digest.size(), text.data(), text.size(), nullptr, 0);
    return spells(digest,
                  "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
                  "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923");
}

// RFC 8032, 7.1, test 2.
bool ed25519_holds() {
    const auto seed = from_hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> public_key{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret_key{};
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    const unsigned char message = 0x72;
    crypto_sign_seed_keypair(public_key.data(), secret_key.data(), seed->data());
    crypto_sign_detached(signature.data(), nullptr, &message, 1, secret_key.data());
    if (!spells(signature,
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"))
        return false;
    if (crypto_sign_verify_detached(signature.data(), &message, 1, public_key.data()) != 0) return false;
    signature[0] ^= 1;
    return crypto_sign_verify_detached(signature.data(), &message, 1, public_key.data()) != 0;
}

// draft-irtf-cfrg-xchacha-03, A.3.1.
bool xchacha_holds() {
    const auto plain = bytes_of(
        "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
        "sunscreen would be it.");
    const auto key = counting_from<32>(0x80);
    const auto nonce = counting_from<24>(0x40);
    const auto associated = *from_hex("50515253c0c1c2c3c4c5c6c7");
    std::array<unsigned char, 114 + 16> sealed{};
    if (plain.size() + 16 != sealed.size()) return false;
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data(), nullptr, plain.data(), plain.size(), associated.data(),
                                               associated.size(), nullptr, nonce.data(), key.data());
    return spells(sealed,
                  "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"
                  "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
                  "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
                  "21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49");
}

// Agreed between libsodium and an independent implementation (security.md 7).
bool xwing_holds() {
    const auto seed = counting_from<crypto_kem_SEEDBYTES>(0);
    std::array<unsigned char, crypto_kem_PUBLICKEYBYTES> public_key{};
    std::array<unsigned char, crypto_kem_SECRETKEYBYTES> secret_key{};
    if (crypto_kem_seed_keypair(public_key.data(), secret_key.data(), seed.data()) != 0) return false;
    std::array<unsigned char, 32> digest{};
    crypto_generichash(digest.data(), digest.size(), public_key.data(), public_key.size(), nullptr, 0);
    return spells(digest, "3153bedde9d5e8406a7874c46d5f58f1706fcf133b8975b20c35319dfd540157");
}

// The broken SIMD build answers 51b31a6b... here. 1 MiB keeps it quick on the cheapest phone.
}  // namespace

bool argon2id_holds() {
    constexpr std::string_view password = "password";
    std::array<unsigned char, crypto_pwhash_SALTBYTES> salt{};
    salt.fill(2);
    std::array<unsigned char, 32> derived{};
    if (crypto_pwhash(derived.data(), derived.size(), password.data(), password.size(), salt.data(), 3, 1 << 20,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        return false;
    return spells(derived, "e2a3ed608bca224b17f5c7864d00e5188143be86531586d1a9c5444ec30f0657");
}

bool known_answers_hold() { return blake2b_holds() && ed25519_holds() && xchacha_holds() && xwing_holds(); }

}  // namespace goodweek::vault
