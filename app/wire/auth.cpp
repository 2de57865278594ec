#include "wire/auth.h"

#include <charconv>

#include "wire/base64url.h"
#include "wire/limits.h"

namespace goodweek::wire {

namespace {

// A request is signed as lines of text: what a person can read in a log is what was signed.
std::string signed_text(std::string_view method, std::string_view authority, std::string_view target,
                        std::int64_t at_ms, const AuthNonce& nonce, ByteView body) {
    std::string text;
    text.append(method).append("\n").append(authority).append("\n").append(target).append("\n");
    text.append(std::to_string(at_ms)).append("\n").append(to_base64url(nonce.bytes)).append("\n");
    return text + to_base64url(vault::hash("body", {body}));
}

// Takes "name=value;" (or "name=value" at the end) off the front.
std::optional<std::string_view> take_field(std::string_view& rest, std::string_view name) {
    if (!rest.starts_with(name) || rest.substr(name.size(), 1) != "=") return std::nullopt;
    rest.remove_prefix(name.size() + 1);
    const auto end = std::min(rest.find(';'), rest.size());
    const auto value = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return value;
}

bool read_block(std::span<std::uint8_t> into, std::optional<std::string_view> text) {
    if (!text) return false;
    const auto bytes = from_base64url(*text);
    if (!bytes || bytes->size() != into.size()) return false;
    std::ranges::copy(*bytes, into.begin());
    return true;
}

bool read_moment(std::int64_t& into, std::optional<std::string_view> text) {
    constexpr std::size_t longest = 15;  // some thirty thousand years
    if (!text || text->empty() || text->size() > longest || text->front() < '1' || text->front() > '9') return false;
    const auto [stopped, problem] = std::from_chars(text->data(), text->data() + text->size(), into);
    return problem == std::errc{} && stopped == text->data() + text->size();
}

}  // namespace

std::string auth_header(const vault::Key& sign_seed, const GroupId& group, const DeviceId& device,
                        std::string_view authority, const Request& request, std::int64_t at_ms,
                        const AuthNonce& nonce) {
    const auto text = signed_text(name_of(request.method), authority, request.target, at_ms, nonce, request.body);
    const auto signature = vault::sign(sign_seed, "req", bytes_of(text));
    std::string value;
    value.append("g=").append(to_base64url(group.bytes)).append(";d=").append(to_base64url(device.bytes));
    value.append(";t=").append(std::to_string(at_ms)).append(";n=").append(to_base64url(nonce.bytes));
    return value.append(";s=").append(to_base64url(signature));
}

std::optional<Auth> read_auth(std::string_view value) {
    Auth auth;
    if (value.ends_with(';')) return std::nullopt;
    const bool whole = read_block(auth.group.bytes, take_field(value, "g")) &&
                       read_block(auth.device.bytes, take_field(value, "d")) &&
                       read_moment(auth.at_ms, take_field(value, "t")) &&
                       read_block(auth.nonce.bytes, take_field(value, "n")) &&
                       read_block(auth.signature, take_field(value, "s")) && value.empty();
    if (!whole) return std::nullopt;
    return auth;
}

bool signed_by(const Auth& auth, const vault::SignPublic& who, std::string_view authority, Method method,
               std::string_view target, ByteView body) {
    const auto text = signed_text(name_of(method), authority, target, auth.at_ms, auth.nonce, body);
    return vault::verify(who, "req", bytes_of(text), auth.signature).has_value();
}

bool within_window(const Auth& auth, std::int64_t now_ms) {
    return auth.at_ms >= now_ms - auth_window_ms && auth.at_ms <= now_ms + auth_window_ms;
}

}  // namespace goodweek::wire
