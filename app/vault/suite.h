// The one suite of algorithms (security.md 2.1). There is no negotiation: another suite is another number, refused by
// a release that does not know it.
#pragma once

#include <cstdint>

namespace goodweek::vault {

inline constexpr std::uint16_t suite = 0x0001;

}  // namespace goodweek::vault
