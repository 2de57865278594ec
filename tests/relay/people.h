// Invented families, clinics and phones as a relay meets them: rosters, signed requests and sealed bundles. What is
// inside a bundle is noise, which is what it is to a relay.
#pragma once

#include "relay/relay_process.h"
#include "wire/bundle.h"

namespace goodweek::relay_tests {

using Several = std::vector<Bytes>;

struct Phone {
    vault::Key sign_seed = vault::Key::random();
    vault::SignPublic sign_key = vault::sign_public(sign_seed);
    vault::KemPublic kem_key = vault::kem_public(vault::Key::random());
    DeviceId id = wire::device_id(sign_key, kem_key);
};

// A household or a clinic with one party and one channel of its own.
struct Circle {
    Phone founder;
    PartyId party;
    ChannelId channel;  // family, or the team's
    std::optional<ChannelId> care;
    wire::Roster roster;

    const GroupId& group() const { return roster.group(); }
    const std::vector<Bytes>& entries() const { return roster.entries(); }
    // The next entry, signed by the founder or another, and taken into our own roster.
    Bytes next_entry(std::vector<wire::RosterOp> ops);
    Bytes next_entry(std::vector<wire::RosterOp> ops, const Phone& signer);
    Bytes adding(const Phone& phone, wire::DeviceRole role = wire::DeviceRole::member);
    Bytes removing(const Phone& phone);
    // Links to the clinic and opens a care channel with its team.
    Bytes linking(const Circle& clinic);
};

Circle a_clinic();
Circle a_household();

// One device's chain in one channel.
struct Writer {
    const Phone& phone;
    const Circle& own;
    const Circle& owner;
    ChannelId channel;
    std::uint64_t seq = 0;
    BundleId last{};

    struct Sealed {
        BundleId id;
        Bytes bytes;
    };
    // The next bundle of the chain, its sealed body of this size before its tag.
    Sealed next(std::size_t padded = wire::padded_min, std::string_view planted = {});
    // Of the same place in the chain, but another one.
    Sealed again(std::size_t padded = wire::padded_min, std::string_view planted = {}) const;
};

// A phone that calls a relay.
struct Caller {
    const RelayProcess& relay;
    const Phone& phone;
    GroupId group;

    wire::Request signed_request(wire::Asked asked, Bytes body = {}, std::string if_match = {},
                                 std::int64_t clock_off_ms = 0) const;
    wire::Reply call(const wire::Asked& asked, Bytes body = {}, std::string if_match = {}) const;

    wire::Reply found(const wire::Token& token, const std::vector<Bytes>& entries) const;
    wire::Reply extend(const wire::RosterEnd& after, const Bytes& entry) const;
    wire::Reply roster_of(const GroupId& whose, std::uint32_t from = 0) const;
    wire::Reply put(const GroupId& owner, const ChannelId& channel, const Writer::Sealed& bundle) const;
    wire::Reply collect(const GroupId& owner, const ChannelId& channel, std::uint64_t after = 0,
                        std::uint32_t max = 0) const;
};
Caller calling(const RelayProcess& relay, const Circle& circle);
Caller calling(const RelayProcess& relay, const Circle& circle, const Phone& phone);

// What a clinic's admin hands to a family on paper.
struct Paper {
    wire::Token token{};
    wire::NewInvite announced;
};
Paper a_paper_invite(std::int64_t lives_ms = 3'600'000);
wire::Reply announce(const Caller& clinic, const Paper& paper);

// A clinic founded with an operator's token, and a household founded with the clinic's invite.
Circle founded_clinic(const RelayProcess& relay);
Circle founded_household(const RelayProcess& relay, const Circle& clinic);

std::int64_t now_ms();
template <class AnyId>
AnyId random_id() {
    AnyId id;
    vault::fill_random(id.bytes);
    return id;
}
// The code of a refusal; nothing when the body is no refusal.
std::optional<wire::Refusal> refusal_in(const wire::Reply& reply);

}  // namespace goodweek::relay_tests
