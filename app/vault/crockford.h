// Codes that people read out, write down and type: Crockford's base 32, which has no I, L, O or U to mistake.
// Five bits a character, most significant first.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/bytes.h"

namespace goodweek::vault {

// The first 5 x `characters` bits of the bytes; zero bits follow where the bytes end.
std::string crockford(ByteView bytes, std::size_t characters);

// The bytes of a code of exactly `characters`, as people type it: capitals or not, spaces and dashes anywhere, O for 0,
// I and L for 1. Nothing when it is anything else. The last byte's unused low bits are zero.
std::optional<Bytes> from_crockford(std::string_view typed, std::size_t characters);

// The code in groups, so that eyes keep their place: "7HQ2-K0MX-...".
std::string grouped(std::string_view code, std::size_t group = 4);

}  // namespace goodweek::vault
