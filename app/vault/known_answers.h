// What the cryptographic library must answer before it is trusted with a family's records. A library can be
// built wrong and still seal and open happily with itself: libsodium 1.0.22 with WASM SIMD computes an Argon2id
// that no other build agrees with (security.md 2.1), and a vault made by it would open nowhere else.
#pragma once

namespace goodweek::vault {

// True when every primitive of the suite but Argon2id gives its published answer. Takes some milliseconds.
bool known_answers_hold();
// Argon2id's. By itself, because a page has none: its worker asks its own (worker/).
bool argon2id_holds();

}  // namespace goodweek::vault
