// The cryptographic words of the product: every hash, key, seal and signature is one of these, each bound to
// a label so that what was made for one use is worthless for another. security.md 2.1, suite 0x0001.
// The only header that stands between libsodium and the rest.
#pragma once

#include <array>
#include <string_view>

#include "domain/bytes.h"
#include "domain/result.h"

namespace goodweek::vault {

template <std::size_t Size>
using Block = std::array<std::uint8_t, Size>;
using Hash = Block<32>;

// Thirty-two secret bytes, wiped when they go out of scope. Copies are secrets too, each wiped by itself.
class Key {
public:
    Key() = default;
    explicit Key(const Block<32>& bytes) : bytes_(bytes) {}
    Key(const Key&) = default;
    Key& operator=(const Key&) = default;
    ~Key();
    static Key random();
    static std::optional<Key> from(ByteView bytes);
    ByteView view() const { return bytes_; }
    friend bool operator==(const Key& a, const Key& b);  // in constant time

private:
    Block<32> bytes_{};
};

enum class CryptoProblem {
    library_unsound,  // a known answer came out wrong: no vault may be made or opened
    forged,           // signature, tag or commitment does not hold
    malformed,        // a length or a parameter outside its limits
    no_memory,        // Argon2id could not have the memory it needs
};

// Starts the library and checks known answers, Argon2id's among them. Call once before anything else.
Result<void, CryptoProblem> start();

void fill_random(std::span<std::uint8_t> out);

// BLAKE2b-256("GW1" || u8 len(label) || label || x), x given in any number of parts.
Hash hash(std::string_view label, std::initializer_list<ByteView> parts);
// BLAKE2b-256 keyed with `key` over the same prefix || context.
Key derive(const Key& key, std::string_view label, std::initializer_list<ByteView> context);
// The same for a random secret that is not a Key's size: a code a person types (10 to 64 bytes), its bytes the key.
Key derive_from(ByteView secret, std::string_view label, std::initializer_list<ByteView> context);

// Ed25519 over "GW1" || u8 len(label) || label || message.
using SignPublic = Block<32>;
using Signature = Block<64>;
SignPublic sign_public(const Key& seed);
Signature sign(const Key& seed, std::string_view label, ByteView message);
Result<void, CryptoProblem> verify(const SignPublic& who, std::string_view label, ByteView message,
                                   ByteView signature);

// XChaCha20-Poly1305-IETF; the sealed bytes are 16 longer than the plain.
inline constexpr std::size_t seal_overhead = 16;
using Nonce = Block<24>;
Bytes seal(const Key& key, const Nonce& nonce, ByteView associated, ByteView plain);
Result<Bytes, CryptoProblem> open(const Key& key, const Nonce& nonce, ByteView associated, ByteView sealed);

// X-Wing (ML-KEM-768 + X25519). A key pair is its 32-byte seed.
using KemPublic = Block<1216>;
using KemCiphertext = Block<1120>;
struct Encapsulated {
    KemCiphertext ciphertext;
    Key shared;
};
KemPublic kem_public(const Key& seed);
Result<Encapsulated, CryptoProblem> encapsulate(const KemPublic& to);
// A tampered ciphertext yields another key, not an error: the failure appears only where that key is used.
Result<Key, CryptoProblem> decapsulate(const Key& seed, const KemCiphertext& ciphertext);

// Argon2id v1.3, one lane. Limits of security.md 2.2 are enforced here.
struct Argon2Cost {
    std::uint32_t memory_kib = 65536;
    std::uint32_t passes = 3;
    friend bool operator==(const Argon2Cost&, const Argon2Cost&) = default;
};
bool within_limits(const Argon2Cost& cost);
Result<Key, CryptoProblem> argon2id(std::string_view secret, const Block<16>& salt, const Argon2Cost& cost);

bool same(ByteView a, ByteView b);  // in constant time
void wipe(std::span<std::uint8_t> bytes);

}  // namespace goodweek::vault
