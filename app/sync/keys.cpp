#include "sync/keys.h"

#include <algorithm>

#include "vault/layout.h"

namespace goodweek::sync {

namespace {

// The key under which a seed travels: from what the two sides share, and all that the seed is for.
vault::Key grant_key(const vault::Key& shared, const PartyId& party, std::uint32_t epoch, const DeviceId& to,
                     const vault::KemPublic& party_key) {
    const auto number = vault::little_endian(epoch);
    const auto fingerprint = vault::hash("kempk", {party_key});
    return vault::derive(shared, "grant", {party.bytes, number, to.bytes, fingerprint});
}

vault::Key history_key(const vault::Key& next, const PartyId& party, std::uint32_t previous_epoch) {
    return vault::derive(next, "hist", {party.bytes, vault::little_endian(previous_epoch)});
}

// A seed is taken only if it makes the public key that the roster vouches for.
std::optional<vault::Key> seed_of(const Result<Bytes, vault::CryptoProblem>& opened,
                                  const vault::KemPublic& public_key) {
    if (!opened) return std::nullopt;
    const auto seed = vault::Key::from(*opened);
    if (!seed || vault::kem_public(*seed) != public_key) return std::nullopt;
    return seed;
}

}  // namespace

DeviceKeys device_keys(const vault::Key& sign_seed, const vault::Key& kem_seed) {
    DeviceKeys keys{.sign_seed = sign_seed,
                    .kem_seed = kem_seed,
                    .sign_key = vault::sign_public(sign_seed),
                    .kem_key = vault::kem_public(kem_seed),
                    .id = {}};
    keys.id = wire::device_id(keys.sign_key, keys.kem_key);
    return keys;
}

DeviceKeys new_device_keys() { return device_keys(vault::Key::random(), vault::Key::random()); }

DeviceKeys recovery_keys(const vault::RecoveryCode& code) {
    return device_keys(code.derive("rec-sign"), code.derive("rec-kem"));
}

wire::SealedSeed seal_seed(const vault::Key& seed, const PartyId& party, std::uint32_t epoch, const DeviceId& to,
                           const vault::KemPublic& to_key) {
    wire::SealedSeed slot{};
    const auto sent = vault::encapsulate(to_key);
    // A public key no X-Wing accepts: the slot stays zero, which opens for nobody.
    if (!sent) return slot;
    const auto key = grant_key(sent->shared, party, epoch, to, vault::kem_public(seed));
    const auto wrap = vault::seal(key, {}, {}, seed.view());
    std::ranges::copy(wrap, std::ranges::copy(sent->ciphertext, slot.begin()).out);
    return slot;
}

std::optional<vault::Key> open_seed(const wire::SealedSeed& slot, const PartyId& party, std::uint32_t epoch,
                                    const DeviceKeys& device, const vault::KemPublic& party_key) {
    vault::Reader reader(slot);
    const auto ciphertext = reader.block<1120>();
    const auto shared = vault::decapsulate(device.kem_seed, ciphertext);
    if (!shared) return std::nullopt;
    const auto key = grant_key(*shared, party, epoch, device.id, party_key);
    return seed_of(vault::open(key, {}, {}, reader.raw(reader.left())), party_key);
}

Bytes seal_history(const vault::Key& next, const vault::Key& previous, const PartyId& party,
                   std::uint32_t previous_epoch) {
    vault::Nonce nonce{};
    vault::fill_random(nonce);
    const auto box = vault::seal(history_key(next, party, previous_epoch), nonce, {}, previous.view());
    return vault::Writer().raw(nonce).raw(box).take();
}

std::optional<vault::Key> open_history(ByteView box, const vault::Key& next, const PartyId& party,
                                       std::uint32_t previous_epoch, const vault::KemPublic& previous_key) {
    if (box.size() != wire::history_box_size) return std::nullopt;
    vault::Reader reader(box);
    const auto nonce = reader.block<24>();
    const auto key = history_key(next, party, previous_epoch);
    return seed_of(vault::open(key, nonce, {}, reader.raw(reader.left())), previous_key);
}

}  // namespace goodweek::sync
