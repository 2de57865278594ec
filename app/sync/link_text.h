// What invites and offers have in common: a few bytes in a link's fragment or a line of text, with a check at the end, so
// that a torn or mistyped one is told from one that is merely unknown.
#pragma once

#include <string>

#include "domain/result.h"
#include "vault/layout.h"

namespace goodweek::sync {

enum class LinkProblem : std::uint8_t { not_ours, mistyped, update_needed };

// version u8 | content | the first 4 bytes of H("link", kind || all before), in base64url.
std::string link_payload(std::string_view kind, ByteView content);
std::string link(std::string_view app_address, std::string_view kind, ByteView content);  // "ADDRESS#/kind/PAYLOAD"
std::string line(std::string_view kind, ByteView content);                                // "goodweek:kind:PAYLOAD"
// The content of either form.
Result<Bytes, LinkProblem> read_link(std::string_view text, std::string_view kind);

}  // namespace goodweek::sync
