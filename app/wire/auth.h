// GW-Auth: every request of a device is signed for this relay, this moment and this body (security.md 4.1).
#pragma once

#include <string>

#include "domain/ids.h"
#include "vault/primitives.h"
#include "wire/http.h"

namespace goodweek::wire {

inline constexpr std::string_view auth_header_name = "GW-Auth";
inline constexpr std::string_view store_header_name = "GW-Store";
inline constexpr std::string_view if_match_header_name = "If-Match";

using AuthNonce = Id<struct AuthNonceTag>;
using StoreId = Id<struct StoreTag>;  // changed by every restore of the relay; in GW-Store as hexadecimal

// "g=..;d=..;t=..;n=..;s=..": group of the device (its own, also when it asks about another), device, unix ms, nonce,
// signature.
struct Auth {
    GroupId group;
    DeviceId device;
    std::int64_t at_ms = 0;
    AuthNonce nonce;
    vault::Signature signature{};
};

// Signs method, authority ("relay.example:8443", as pinned by the client), target and body. The header's value.
std::string auth_header(const vault::Key& sign_seed, const GroupId& group, const DeviceId& device,
                        std::string_view authority, const Request& request, std::int64_t at_ms,
                        const AuthNonce& nonce);
// Total; one spelling only.
std::optional<Auth> read_auth(std::string_view value);
// Whether this key signed exactly this request for this authority. Says nothing of time or nonce.
bool signed_by(const Auth& auth, const vault::SignPublic& who, std::string_view authority, Method method,
               std::string_view target, ByteView body);
bool within_window(const Auth& auth, std::int64_t now_ms);

}  // namespace goodweek::wire
