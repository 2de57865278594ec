#include "sync/invite.h"

#include <algorithm>

#include "sync/link_text.h"
#include "vault/crockford.h"
#include "vault/word_list.h"

namespace goodweek::sync {

namespace {

constexpr std::string_view kind = "join";
constexpr std::string_view card_magic = "GWC1";
constexpr std::size_t code_characters = 16;
constexpr std::size_t check_word_count = 8;
constexpr std::size_t longest_address = 200;
constexpr std::int64_t minute_ms = 60'000;

// One key, one card, ever: a nonce would have nothing to keep apart.
constexpr vault::Nonce only_nonce{};

Bytes card_of(const Invite& invite) {
    const auto plain = vault::Writer()
                           .raw(card_magic)
                           .raw(invite.clinic.bytes)
                           .number(static_cast<std::uint32_t>(invite.expires_ms / minute_ms))
                           .take();
    return vault::seal(vault::derive_from(invite.secret, "card", {}), only_nonce, invite_lookup(invite.secret).bytes,
                       plain);
}

Bytes content_of(const Invite& invite) {
    return vault::Writer()
        .raw(invite.secret)
        .raw(invite.clinic.bytes)
        .number(static_cast<std::uint32_t>(invite.expires_ms / minute_ms))
        .number(static_cast<std::uint8_t>(invite.relay.size()))
        .raw(invite.relay)
        .take();
}

bool is_host_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
           c == ':' || c == '[' || c == ']';
}

bool is_this_machine(std::string_view authority) {
    const auto host = authority.starts_with('[') ? authority.substr(0, authority.find(']') + 1)
                                                 : authority.substr(0, authority.find(':'));
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

}  // namespace

Invite new_invite(std::string_view relay, const GroupId& clinic, std::int64_t expires_ms) {
    Invite invite{.relay = std::string(relay), .clinic = clinic, .expires_ms = expires_ms - expires_ms % minute_ms};
    vault::fill_random(invite.secret);
    return invite;
}

std::optional<std::string> authority_of(std::string_view address) {
    constexpr std::string_view secure = "https://", plain = "http://";
    if (address.size() > longest_address) return std::nullopt;
    const bool is_secure = address.starts_with(secure);
    if (!is_secure && !address.starts_with(plain)) return std::nullopt;
    auto authority = address.substr(is_secure ? secure.size() : plain.size());
    if (authority.ends_with('/')) authority.remove_suffix(1);
    if (authority.empty() || !std::ranges::all_of(authority, is_host_character)) return std::nullopt;
    if (!is_secure && !is_this_machine(authority)) return std::nullopt;
    return std::string(authority);
}

wire::Token invite_token(const InviteSecret& secret) {
    const auto key = vault::derive_from(secret, "token", {});
    wire::Token token{};
    std::ranges::copy(key.view(), token.begin());
    return token;
}

wire::LookupId invite_lookup(const InviteSecret& secret) {
    const auto key = vault::derive_from(secret, "where", {});
    wire::LookupId lookup;
    std::ranges::copy(key.view().first(wire::LookupId::size), lookup.bytes.begin());
    return lookup;
}

wire::NewInvite announcement(const Invite& invite) {
    return {.token_hash = wire::invite_hash(invite_token(invite.secret)),
            .expires_ms = invite.expires_ms,
            .lookup = invite_lookup(invite.secret),
            .card = card_of(invite)};
}

std::optional<Invite> open_card(const InviteSecret& secret, std::string_view relay, ByteView card) {
    const auto plain =
        vault::open(vault::derive_from(secret, "card", {}), only_nonce, invite_lookup(secret).bytes, card);
    if (!plain || !authority_of(relay)) return std::nullopt;
    vault::Reader reader(*plain);
    Invite invite{.relay = std::string(relay), .secret = secret};
    const bool ours = reader.skip(card_magic);
    invite.clinic.bytes = reader.block<32>();
    invite.expires_ms = std::int64_t{reader.number<std::uint32_t>()} * minute_ms;
    if (!ours || !reader.finished()) return std::nullopt;
    return invite;
}

std::vector<std::string_view> check_words(const GroupId& clinic) {
    return vault::as_words(clinic.bytes, check_word_count);
}

Bytes join_proof(const InviteSecret& secret, const GroupId& household) {
    const auto proof = vault::derive_from(secret, "join", {household.bytes});
    return {proof.view().begin(), proof.view().end()};
}

std::string invite_link(const Invite& invite, std::string_view app_address) {
    return link(app_address, kind, content_of(invite));
}

std::string invite_line(const Invite& invite) { return line(kind, content_of(invite)); }

std::string invite_code(const InviteSecret& secret) {
    return vault::grouped(vault::crockford(secret, code_characters));
}

Result<Invite, InviteProblem> read_invite(std::string_view text) {
    const auto no = [](InviteProblem problem) { return Failure<InviteProblem>(problem); };
    const auto content = read_link(text, kind);
    if (!content) {
        if (content.error() == LinkProblem::mistyped) return no(InviteProblem::mistyped);
        if (content.error() == LinkProblem::update_needed) return no(InviteProblem::update_needed);
        return no(InviteProblem::not_an_invite);
    }
    vault::Reader reader(*content);
    Invite invite;
    invite.secret = reader.block<10>();
    invite.clinic.bytes = reader.block<32>();
    invite.expires_ms = std::int64_t{reader.number<std::uint32_t>()} * minute_ms;
    invite.relay = text_of(reader.raw(reader.number<std::uint8_t>()));
    if (!reader.finished() || !authority_of(invite.relay)) return no(InviteProblem::not_an_invite);
    return invite;
}

std::optional<InviteSecret> read_invite_code(std::string_view typed) {
    const auto bytes = vault::from_crockford(typed, code_characters);
    if (!bytes) return std::nullopt;
    InviteSecret secret{};
    std::ranges::copy(*bytes, secret.begin());
    return secret;
}

}  // namespace goodweek::sync
