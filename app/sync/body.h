// What is inside a bundle, before it is sealed: "GWP1" | length u32 | CBOR map | zeros up to the padding class.
// The map is {"c": max clock, "e": [event...], "f": 1, "s": [[device, seq, id]...]} (security.md 3.3).
#pragma once

#include "sync/chain.h"

namespace goodweek::sync {

inline constexpr std::size_t events_max = 2'000;

struct Body {
    std::uint64_t max_clock = 0;
    std::vector<SeenAt> seen;
    std::vector<Bytes> events;
    friend bool operator==(const Body&, const Body&) = default;
};

// Padded; nothing when it is too large for any class.
std::optional<Bytes> write_body(const Body& body);
// Total; one spelling only. Nothing for anything else: a length that lies, a byte of padding that is not zero.
std::optional<Body> read_body(ByteView padded);

// How much of a body an event takes at most, and a body without any.
inline constexpr std::size_t event_overhead = 5;
inline constexpr std::size_t body_overhead = 64 + seen_max * 64;

}  // namespace goodweek::sync
