// Base64 for addresses and headers (RFC 4648 section 5), without padding. One spelling for each value.
#pragma once

#include <optional>

#include "domain/bytes.h"

namespace goodweek::wire {

std::string to_base64url(ByteView bytes);
// Nothing for a foreign character, an impossible length, or spare bits that are not zero.
std::optional<Bytes> from_base64url(std::string_view text);

}  // namespace goodweek::wire
