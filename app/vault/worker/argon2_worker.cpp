// Argon2id alone, as its own small WASM, run in a Worker that is ended after each derivation: WASM memory never
// shrinks, so ending it gives the 64 MiB back and drops every copy of the passphrase (security.md 2.1).
//
// What web/argon2-worker.js calls, besides malloc and free:
//
//     int gw_argon2id(const uint8_t* secret, uint32_t secret_length,   UTF-8, 1 to 1024 bytes; wiped here
//                           const uint8_t* salt,                             16 bytes
//                           uint32_t memory_kib, uint32_t passes,
//                           uint8_t* out)                                    32 bytes
//
// It answers 0 and fills `out`, or answers why not and leaves `out` zero:
//     1  an argument out of its limits (those of security.md 2.2)
//     2  not enough memory: try 32 MiB, or say so
//     3  this build computes another Argon2id than every other: make and open nothing
// The caller posts `out` on, overwrites it, and ends the worker.
#include <emscripten/emscripten.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace {

enum Answer : int { done = 0, out_of_limits = 1, no_memory = 2, unsound = 3 };

constexpr std::uint32_t longest_secret = 1024;

bool within_limits(std::uint32_t memory_kib, std::uint32_t passes) {
    return memory_kib >= 19'456 && memory_kib <= 262'144 && passes >= 2 && passes <= 10 &&
           std::uint64_t{memory_kib} * passes <= 786'432;
}

bool derive(std::uint8_t* out, const void* secret, std::size_t length, const std::uint8_t* salt,
            std::uint32_t memory_kib, std::uint32_t passes) {
    return crypto_pwhash(out, 32, static_cast<const char*>(secret), length, salt, passes,
                         std::size_t{memory_kib} * 1024, crypto_pwhash_ALG_ARGON2ID13) == 0;
}

// The page's own library is checked at start; this is another build of it. The answer of security.md 7.
bool known_answer_holds() {
    constexpr std::array<std::uint8_t, 32> known{0xe2, 0xa3, 0xed, 0x60, 0x8b, 0xca, 0x22, 0x4b, 0x17, 0xf5, 0xc7,
                                                 0x86, 0x4d, 0x00, 0xe5, 0x18, 0x81, 0x43, 0xbe, 0x86, 0x53, 0x15,
                                                 0x86, 0xd1, 0xa9, 0xc5, 0x44, 0x4e, 0xc3, 0x0f, 0x06, 0x57};
    std::array<std::uint8_t, 16> salt{};
    salt.fill(2);
    std::array<std::uint8_t, 32> derived{};
    return derive(derived.data(), "password", 8, salt.data(), 1024, 3) && derived == known;
}

}  // namespace

extern "C" EMSCRIPTEN_KEEPALIVE int gw_argon2id(std::uint8_t* secret, std::uint32_t secret_length,
                                                const std::uint8_t* salt, std::uint32_t memory_kib,
                                                std::uint32_t passes, std::uint8_t* out) {
    std::fill_n(out, 32, std::uint8_t{0});
    if (sodium_init() < 0 || !known_answer_holds()) return unsound;
    if (secret_length == 0 || secret_length > longest_secret || !within_limits(memory_kib, passes))
        return out_of_limits;
    const bool derived = derive(out, secret, secret_length, salt, memory_kib, passes);
    sodium_memzero(secret, secret_length);
    if (derived) return done;
    sodium_memzero(out, 32);
    return no_memory;
}
