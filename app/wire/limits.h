// How much of anything the wire carries (security.md 3.2, 3.3, 4.3). Relay and clients hold each other to the same.
#pragma once

#include <cstddef>
#include <cstdint>

namespace goodweek::wire {

inline constexpr std::uint16_t suite_now = 1;

inline constexpr std::size_t bundle_max = 1'060'000;
inline constexpr std::size_t roster_entry_max = 66'000;
inline constexpr std::size_t roster_body_max = 65'536;
inline constexpr std::size_t roster_ops_max = 16;
inline constexpr std::uint32_t roster_entries_max = 4'096;
inline constexpr std::size_t found_entries_max = 16;  // of one POST /groups
inline constexpr std::size_t request_max = 1'100'000;
inline constexpr std::size_t header_max = 8'192;
inline constexpr std::size_t answer_max = 4u << 20;  // frames of one page; a page always holds at least one frame
inline constexpr std::size_t card_max = 512;         // the sealed card of an invite
inline constexpr std::size_t rendezvous_message_max = 8'192;
inline constexpr std::size_t rendezvous_messages_max = 8;
inline constexpr std::int64_t rendezvous_life_ms = 10 * 60'000;
inline constexpr std::int64_t invite_life_max_ms = 30LL * 24 * 3'600'000;

inline constexpr std::int64_t auth_window_ms = 300'000;
inline constexpr std::int64_t nonce_memory_ms = 600'000;

inline constexpr std::uint32_t pushes_a_minute = 60;
inline constexpr std::uint32_t pushes_a_day = 2'000;
inline constexpr std::uint32_t pulls_a_minute = 120;
inline constexpr std::uint32_t strangers_a_minute = 20;  // unauthenticated requests of one address
inline constexpr std::uint32_t rendezvous_an_hour = 5;
inline constexpr std::uint64_t household_bytes_max = 200ULL << 20;
inline constexpr std::uint32_t household_bundles_max = 50'000;

}  // namespace goodweek::wire
