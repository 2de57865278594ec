#include "sync/enrol.h"

#include <algorithm>

#include "sync/link_text.h"
#include "vault/crockford.h"
#include "vault/word_list.h"
#include "wire/cbor_fields.h"

namespace goodweek::sync {

using vault::Cbor;

namespace {

constexpr std::string_view kind = "add";
constexpr std::string_view announcement_magic = "GWN1";
constexpr std::string_view welcome_magic = "GWN2";
constexpr std::size_t code_characters = 20;
constexpr std::size_t code_bytes = 13;  // 100 bits
constexpr std::size_t enrol_word_count = 3;
using PictureSecret = vault::Block<16>;

// A typed code has no room for a meeting place, so it lies in the code itself.
wire::RendezvousId place_of(ByteView secret) {
    const auto key = vault::derive_from(secret, "where", {});
    wire::RendezvousId place;
    std::ranges::copy(key.view().first(wire::RendezvousId::size), place.bytes.begin());
    return place;
}

vault::Hash hash_of(const vault::SignPublic& sign_key, const vault::KemPublic& kem_key) {
    return vault::hash("enrol", {sign_key, kem_key});
}

Bytes announcement_of(ByteView secret, const DeviceKeys& keys) {
    const auto proof = vault::derive_from(secret, "keys", {keys.sign_key, keys.kem_key});
    return vault::Writer().raw(announcement_magic).raw(keys.sign_key).raw(keys.kem_key).raw(proof.view()).take();
}

}  // namespace

Offer offer_by_picture(const DeviceKeys& keys, std::string_view app_address) {
    PictureSecret secret{};
    vault::fill_random(secret);
    Offer offer{.secret = Bytes(secret.begin(), secret.end()), .at = {}, .link = {}, .code = {}, .announcement = {}};
    vault::fill_random(offer.at.bytes);
    const auto content =
        vault::Writer().raw(offer.at.bytes).raw(secret).raw(hash_of(keys.sign_key, keys.kem_key)).take();
    offer.link = link(app_address, kind, content);
    offer.announcement = announcement_of(offer.secret, keys);
    return offer;
}

Offer offer_by_code(const DeviceKeys& keys) {
    vault::Block<code_bytes> secret{};
    vault::fill_random(secret);
    secret.back() &= 0xF0;  // twenty characters carry a hundred bits
    return {.secret = Bytes(secret.begin(), secret.end()),
            .at = place_of(secret),
            .link = {},
            .code = vault::grouped(vault::crockford(secret, code_characters)),
            .announcement = announcement_of(secret, keys)};
}

Result<Offered, OfferProblem> read_offer(std::string_view text) {
    const auto no = [](OfferProblem problem) { return Failure<OfferProblem>(problem); };
    if (const auto typed = vault::from_crockford(text, code_characters))
        return Offered{.secret = *typed, .at = place_of(*typed), .keys_hash = {}};
    const auto content = read_link(text, kind);
    if (!content) {
        if (content.error() == LinkProblem::mistyped) return no(OfferProblem::mistyped);
        if (content.error() == LinkProblem::update_needed) return no(OfferProblem::update_needed);
        return no(OfferProblem::not_an_offer);
    }
    vault::Reader reader(*content);
    Offered offered;
    offered.at.bytes = reader.block<16>();
    const auto secret = reader.raw(std::tuple_size_v<PictureSecret>);
    offered.secret.assign(secret.begin(), secret.end());
    offered.keys_hash = reader.block<32>();
    if (!reader.finished()) return no(OfferProblem::not_an_offer);
    return offered;
}

std::optional<OfferedKeys> read_announcement(const Offered& offered, ByteView message) {
    vault::Reader reader(message);
    if (!reader.skip(announcement_magic)) return std::nullopt;
    OfferedKeys keys;
    keys.sign_key = reader.block<32>();
    keys.kem_key = reader.block<1216>();
    const auto proof = reader.raw(32);
    if (!reader.finished()) return std::nullopt;
    if (!vault::same(vault::derive_from(offered.secret, "keys", {keys.sign_key, keys.kem_key}).view(), proof))
        return std::nullopt;
    if (offered.keys_hash && hash_of(keys.sign_key, keys.kem_key) != *offered.keys_hash) return std::nullopt;
    return keys;
}

namespace {

Bytes welcome_context(const wire::RendezvousId& at, const DeviceId& device) {
    return vault::Writer().raw(at.bytes).raw(device.bytes).take();
}

vault::CborResult<Welcome> read_welcome(ByteView plain) {
    const auto value = TRY(vault::decode(plain));
    if (!vault::has_only(value, {"g", "h", "i"})) return Failure<vault::CborProblem>(vault::CborProblem::wrong_type);
    Welcome welcome;
    welcome.group = TRY(wire::id<GroupId>(value, "g"));
    welcome.roster.height = TRY(wire::number<std::uint32_t>(value, "h"));
    welcome.roster.head = TRY(wire::id<RosterId>(value, "i"));
    return welcome;
}

}  // namespace

Bytes seal_welcome(const Offered& offered, const DeviceId& device, const Welcome& welcome) {
    const auto plain = vault::encode(
        Cbor::Map{{"g", welcome.group.bytes}, {"h", welcome.roster.height}, {"i", welcome.roster.head.bytes}});
    vault::Nonce nonce{};
    vault::fill_random(nonce);
    const auto box = vault::seal(vault::derive_from(offered.secret, "reply", {}), nonce,
                                 welcome_context(offered.at, device), plain);
    return vault::Writer().raw(welcome_magic).raw(nonce).raw(box).take();
}

std::optional<Welcome> open_welcome(const Offer& offer, const DeviceId& device, ByteView message) {
    vault::Reader reader(message);
    if (!reader.skip(welcome_magic)) return std::nullopt;
    const auto nonce = reader.block<24>();
    const auto box = reader.raw(reader.left());
    if (!reader.sound()) return std::nullopt;
    const auto plain =
        vault::open(vault::derive_from(offer.secret, "reply", {}), nonce, welcome_context(offer.at, device), box);
    if (!plain) return std::nullopt;
    const auto welcome = read_welcome(*plain);
    if (!welcome) return std::nullopt;
    return *welcome;
}

bool welcomed_by(const Welcome& welcome, const Membership& ours) {
    const auto* roster = ours.own();
    return roster && ours.group() == welcome.group && roster->id_at(welcome.roster.height) == welcome.roster.head &&
           ours.active();
}

std::vector<std::string_view> enrol_words(const GroupId& group, const DeviceId& device) {
    return vault::as_words(vault::hash("words", {group.bytes, device.bytes}), enrol_word_count);
}

}  // namespace goodweek::sync
