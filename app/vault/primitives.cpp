#include "vault/primitives.h"

#include <sodium.h>

#include <algorithm>
#include <cassert>

#include "vault/known_answers.h"
#include "vault/layout.h"

namespace goodweek::vault {

static_assert(seal_overhead == crypto_aead_xchacha20poly1305_ietf_ABYTES);
static_assert(std::tuple_size_v<Nonce> == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(std::tuple_size_v<KemPublic> == crypto_kem_PUBLICKEYBYTES);
static_assert(std::tuple_size_v<KemCiphertext> == crypto_kem_CIPHERTEXTBYTES);
static_assert(crypto_kem_SEEDBYTES == 32 && crypto_kem_SECRETKEYBYTES == 32);

namespace {

constexpr std::string_view product = "GW1";

// Everything we hash or sign begins so: what is made for one label is never valid under another.
void absorb_label(crypto_generichash_state& state, std::string_view label) {
    assert(!label.empty() && label.size() <= 255);
    const auto length = static_cast<unsigned char>(label.size());
    crypto_generichash_update(&state, bytes_of(product).data(), product.size());
    crypto_generichash_update(&state, &length, 1);
    crypto_generichash_update(&state, bytes_of(label).data(), label.size());
}

Block<32> digest(ByteView key, std::string_view label, std::initializer_list<ByteView> parts) {
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.data(), key.size(), 32);
    absorb_label(state, label);
    for (const auto part : parts) crypto_generichash_update(&state, part.data(), part.size());
    Block<32> out{};
    crypto_generichash_final(&state, out.data(), out.size());
    sodium_memzero(&state, sizeof state);
    return out;
}

// Ed25519 takes its message in one piece.
Bytes labelled(std::string_view label, ByteView message) {
    assert(!label.empty() && label.size() <= 255);
    return Writer().raw(product).number(static_cast<std::uint8_t>(label.size())).raw(label).raw(message).take();
}

struct SignPair {
    SignPublic public_key{};
    Block<crypto_sign_SECRETKEYBYTES> secret_key{};

    explicit SignPair(const Key& seed) {
        crypto_sign_seed_keypair(public_key.data(), secret_key.data(), seed.view().data());
    }
    SignPair(const SignPair&) = delete;
    SignPair& operator=(const SignPair&) = delete;
    ~SignPair() { wipe(secret_key); }
};

Key key_wiping(Block<32>& bytes) {
    Key key(bytes);
    wipe(bytes);
    return key;
}

}  // namespace

Key::~Key() { wipe(bytes_); }

Key Key::random() {
    Block<32> bytes{};
    fill_random(bytes);
    return key_wiping(bytes);
}

std::optional<Key> Key::from(ByteView bytes) {
    if (bytes.size() != 32) return std::nullopt;
    Key key;
    std::ranges::copy(bytes, key.bytes_.begin());
    return key;
}

bool operator==(const Key& a, const Key& b) { return same(a.bytes_, b.bytes_); }

Result<void, CryptoProblem> start() {
    if (sodium_init() < 0 || !known_answers_hold()) return Failure<CryptoProblem>(CryptoProblem::library_unsound);
    return {};
}

void fill_random(std::span<std::uint8_t> out) {
    if (!out.empty()) randombytes_buf(out.data(), out.size());
}

Hash hash(std::string_view label, std::initializer_list<ByteView> parts) { return digest({}, label, parts); }

Key derive(const Key& key, std::string_view label, std::initializer_list<ByteView> context) {
    auto bytes = digest(key.view(), label, context);
    return key_wiping(bytes);
}

Key derive_from(ByteView secret, std::string_view label, std::initializer_list<ByteView> context) {
    assert(secret.size() >= 10 && secret.size() <= crypto_generichash_KEYBYTES_MAX);
    auto bytes = digest(secret, label, context);
    return key_wiping(bytes);
}

SignPublic sign_public(const Key& seed) { return SignPair(seed).public_key; }

Signature sign(const Key& seed, std::string_view label, ByteView message) {
    const SignPair pair(seed);
    const auto bytes = labelled(label, message);
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, bytes.data(), bytes.size(), pair.secret_key.data());
    return signature;
}

Result<void, CryptoProblem> verify(const SignPublic& who, std::string_view label, ByteView message,
                                   ByteView signature) {
    if (signature.size() != std::tuple_size_v<Signature>) return Failure<CryptoProblem>(CryptoProblem::malformed);
    const auto bytes = labelled(label, message);
    if (crypto_sign_verify_detached(signature.data(), bytes.data(), bytes.size(), who.data()) != 0)
        return Failure<CryptoProblem>(CryptoProblem::forged);
    return {};
}

Bytes seal(const Key& key, const Nonce& nonce, ByteView associated, ByteView plain) {
    Bytes sealed(plain.size() + seal_overhead);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data(), nullptr, plain.data(), plain.size(), associated.data(),
                                               associated.size(), nullptr, nonce.data(), key.view().data());
    return sealed;
}

Result<Bytes, CryptoProblem> open(const Key& key, const Nonce& nonce, ByteView associated, ByteView sealed) {
    if (sealed.size() < seal_overhead) return Failure<CryptoProblem>(CryptoProblem::malformed);
    Bytes plain(sealed.size() - seal_overhead);
    // The library wants somewhere to write even when there is nothing to write.
    std::uint8_t nothing = 0;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.empty() ? &nothing : plain.data(), nullptr, nullptr,
                                                   sealed.data(), sealed.size(), associated.data(), associated.size(),
                                                   nonce.data(), key.view().data()) != 0)
        return Failure<CryptoProblem>(CryptoProblem::forged);
    return plain;
}

KemPublic kem_public(const Key& seed) {
    KemPublic public_key{};
    Block<crypto_kem_SECRETKEYBYTES> secret_key{};
    [[maybe_unused]] const int answer =
        crypto_kem_seed_keypair(public_key.data(), secret_key.data(), seed.view().data());
    assert(answer == 0);
    wipe(secret_key);
    return public_key;
}

Result<Encapsulated, CryptoProblem> encapsulate(const KemPublic& to) {
    KemCiphertext ciphertext{};
    Block<32> shared{};
    if (crypto_kem_enc(ciphertext.data(), shared.data(), to.data()) != 0)
        return Failure<CryptoProblem>(CryptoProblem::malformed);
    return Encapsulated{ciphertext, key_wiping(shared)};
}

Result<Key, CryptoProblem> decapsulate(const Key& seed, const KemCiphertext& ciphertext) {
    Block<32> shared{};
    // In X-Wing the secret key is the seed itself.
    if (crypto_kem_dec(shared.data(), ciphertext.data(), seed.view().data()) != 0)
        return Failure<CryptoProblem>(CryptoProblem::malformed);
    return key_wiping(shared);
}

bool within_limits(const Argon2Cost& cost) {
    constexpr std::uint32_t least_memory = 19'456;
    constexpr std::uint32_t most_memory = 262'144;
    constexpr std::uint64_t most_work = 786'432;
    return cost.memory_kib >= least_memory && cost.memory_kib <= most_memory && cost.passes >= 2 &&
           cost.passes <= 10 && std::uint64_t{cost.memory_kib} * cost.passes <= most_work;
}

Result<Key, CryptoProblem> argon2id(std::string_view secret, const Block<16>& salt, const Argon2Cost& cost) {
    static_assert(crypto_pwhash_SALTBYTES == 16);
    static const bool sound = argon2id_holds();
    if (!sound) return Failure<CryptoProblem>(CryptoProblem::library_unsound);
    if (!within_limits(cost)) return Failure<CryptoProblem>(CryptoProblem::malformed);
    Block<32> out{};
    if (crypto_pwhash(out.data(), out.size(), secret.data(), secret.size(), salt.data(), cost.passes,
                      std::size_t{cost.memory_kib} * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return Failure<CryptoProblem>(CryptoProblem::no_memory);
    return key_wiping(out);
}

bool same(ByteView a, ByteView b) { return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0; }

void wipe(std::span<std::uint8_t> bytes) { sodium_memzero(bytes.data(), bytes.size()); }

}  // namespace goodweek::vault
