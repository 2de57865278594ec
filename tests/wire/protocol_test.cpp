// What relay and client say to each other, word for word.
#include <doctest/doctest.h>

#include "support/roster_builder.h"
#include "wire/protocol.h"

using namespace goodweek;
using wire::Asked;
using wire::Call;
using wire::Method;

TEST_CASE("base64 for addresses has one spelling for each value") {
    CHECK(wire::to_base64url({}).empty());
    CHECK(wire::from_base64url("") == Bytes{});
    for (std::size_t size = 1; size < 70; ++size) {
        Bytes bytes(size);
        vault::fill_random(bytes);
        CHECK(wire::from_base64url(wire::to_base64url(bytes)) == bytes);
    }
    CHECK(wire::to_base64url(Bytes{0xfb, 0xff}) == "-_8");
    for (const auto* wrong : {"-_9", "A", "AA=", "A A", "-_8=", "a+b/"}) CHECK_FALSE(wire::from_base64url(wrong));
}

TEST_CASE("every call's path reads back as it was written") {
    const auto group = test::id_of<GroupId>(1);
    const auto channel = test::id_of<ChannelId>(2);
    const std::vector<Asked> all{
        {.call = Call::found_group},
        {.call = Call::read_roster, .group = group},
        {.call = Call::read_roster, .group = group, .from = 12},
        {.call = Call::extend_roster, .group = group},
        {.call = Call::list_linked, .group = group},
        {.call = Call::put_bundle, .group = group, .channel = channel, .bundle = test::id_of<BundleId>(3)},
        {.call = Call::read_bundles, .group = group, .channel = channel},
        {.call = Call::read_bundles, .group = group, .channel = channel, .after = UINT64_MAX, .max = 32},
        {.call = Call::read_bundles, .group = group, .channel = channel, .max = 1},
        {.call = Call::list_bundles, .group = group, .channel = channel, .after = 7},
        {.call = Call::announce_invite},
        {.call = Call::withdraw_invite, .token_hash = vault::Hash{5}},
        {.call = Call::look_up_invite, .lookup = test::id_of<wire::LookupId>(4)},
        {.call = Call::leave_message, .rendezvous = test::id_of<wire::RendezvousId>(6)},
        {.call = Call::read_messages, .rendezvous = test::id_of<wire::RendezvousId>(6)},
        {.call = Call::time},
        {.call = Call::health},
    };
    for (const auto& asked : all) {
        const auto target = wire::target_of(asked);
        CAPTURE(target);
        CHECK(wire::read_target(wire::method_of(asked.call), target) == asked);
    }
    CHECK(wire::target_of({.call = Call::read_bundles, .group = group, .channel = channel, .after = 5, .max = 32}) ==
          "/v1/g/" + group.hex() + "/c/" + channel.hex() + "/b?after=5&max=32");
}

TEST_CASE("a path in any other spelling is no call") {
    const auto group = test::id_of<GroupId>(1).hex();
    for (const auto& wrong : std::vector<std::string>{"",
                                                      "/",
                                                      "/v1",
                                                      "/v1/",
                                                      "v1/time",
                                                      "/v1/time/",
                                                      "/v1/time?",
                                                      "/v1/time?x=1",
                                                      "//v1/time",
                                                      "/v1//time",
                                                      "/healthz?",
                                                      "/V1/time",
                                                      "/v1/g/" + group + "/roster?from=0",
                                                      "/v1/g/" + group + "/roster?from=01",
                                                      "/v1/g/" + group + "/roster?from=",
                                                      "/v1/g/" + group + "/roster?from=4294967296",
                                                      "/v1/g/" + group + "/roster?from=1&from=2",
                                                      "/v1/g/" + group + "/roster?after=2",
                                                      "/v1/g/" + group.substr(2) + "/roster",
                                                      "/v1/g/" + group + "00/roster",
                                                      "/v1/g/" + group + "/roster/",
                                                      "/v1/g/" + std::string(64, 'G') + "/roster",
                                                      "/v1/g/../roster",
                                                      "/v1/g/%00/roster"}) {
        CAPTURE(wrong);
        CHECK_FALSE(wire::read_target(Method::get, wrong).has_value());
    }
    CHECK_FALSE(wire::read_target(Method::put, "/v1/time").has_value());
    CHECK_FALSE(wire::read_target(Method::get, "/v1/g/" + std::string(64, 'A') + "/roster").has_value());
}

TEST_CASE("a signed request holds for this relay, this path, this moment and this body only") {
    const test::TestDevice device;
    const auto group = test::id_of<GroupId>(1);
    const wire::Request request{.method = Method::put, .target = "/v1/x?a=1", .headers = {}, .body = {1, 2, 3}};
    const auto value = wire::auth_header(device.sign_seed, group, device.id, "relay.example:8443", request, 1'700'000,
                                         test::id_of<wire::AuthNonce>(3));
    const auto auth = wire::read_auth(value);
    REQUIRE(auth.has_value());
    CHECK(auth->group == group);
    CHECK(auth->device == device.id);
    CHECK(auth->at_ms == 1'700'000);
    const auto holds = [&](std::string_view authority, Method method, std::string_view target, const Bytes& body) {
        return wire::signed_by(*auth, device.sign_key, authority, method, target, body);
    };
    CHECK(holds("relay.example:8443", Method::put, "/v1/x?a=1", {1, 2, 3}));
    CHECK_FALSE(holds("other.example:8443", Method::put, "/v1/x?a=1", {1, 2, 3}));
    CHECK_FALSE(holds("relay.example:8443", Method::post, "/v1/x?a=1", {1, 2, 3}));
    CHECK_FALSE(holds("relay.example:8443", Method::put, "/v1/x?a=2", {1, 2, 3}));
    CHECK_FALSE(holds("relay.example:8443", Method::put, "/v1/x?a=1", {1, 2}));
    CHECK_FALSE(wire::signed_by(*auth, test::TestDevice().sign_key, "relay.example:8443", Method::put, "/v1/x?a=1",
                                Bytes{1, 2, 3}));
    auto later = *auth;
    ++later.at_ms;
    CHECK_FALSE(
        wire::signed_by(later, device.sign_key, "relay.example:8443", Method::put, "/v1/x?a=1", Bytes{1, 2, 3}));
    CHECK(wire::within_window(*auth, 1'700'000 + wire::auth_window_ms));
    CHECK_FALSE(wire::within_window(*auth, 1'700'001 + wire::auth_window_ms));
    CHECK_FALSE(wire::within_window(*auth, 1'699'999 - wire::auth_window_ms));
}

TEST_CASE("an authentication header with anything missing, doubled or added is none") {
    const test::TestDevice device;
    const auto good = wire::auth_header(device.sign_seed, {}, device.id, "relay.example", {}, 5, {});
    REQUIRE(wire::read_auth(good).has_value());
    for (std::size_t i = 0; i < good.size(); ++i) CHECK_FALSE(wire::read_auth(good.substr(0, i)).has_value());
    for (const auto& wrong : {good + ";", ";" + good, good + ";x=1", " " + good, good + " ", good + good})
        CHECK_FALSE(wire::read_auth(wrong).has_value());
    for (const auto* moment : {"t=0;", "t=-5;", "t=05;", "t=5000000000000000;", "t=;", "t=5x;"}) {
        auto wrong = good;
        wrong.replace(wrong.find("t=5;"), 4, moment);
        CHECK_FALSE(wire::read_auth(wrong).has_value());
    }
}

TEST_CASE("header names are found whatever their case") {
    const std::vector<wire::Header> headers{{"gw-store", "x"}};
    CHECK(wire::header_named(headers, "GW-Store") == "x");
    CHECK_FALSE(wire::header_named(headers, "GW-Auth").has_value());
    for (const auto method : {Method::get, Method::put, Method::post, Method::remove})
        CHECK(wire::method_named(wire::name_of(method)) == method);
    CHECK_FALSE(wire::method_named("PATCH").has_value());
}

TEST_CASE("frames come back as they were put in, and a torn page gives none") {
    Bytes page;
    const Bytes a{1}, b{}, c{1, 2, 3};
    wire::append_frame(page, 3, a);
    wire::append_frame(page, 4, b);
    wire::append_frame(page, 9, c);
    const auto frames = wire::read_frames(page, 3);
    REQUIRE(frames.has_value());
    REQUIRE(frames->size() == 3);
    CHECK(std::ranges::equal((*frames)[2].bytes, c));
    CHECK((*frames)[2].number == 9);
    CHECK(wire::read_frames({}, 3)->empty());
    CHECK(wire::read_frames(page, 2).error() == wire::FrameProblem::too_long);
    for (std::size_t size = 1; size < page.size(); ++size) {
        if (size == 13 || size == 25) continue;  // between two frames
        CHECK(wire::read_frames(ByteView(page).first(size), 3).error() == wire::FrameProblem::cut_short);
    }
    wire::append_frame(page, 9, a);
    CHECK(wire::read_frames(page, 3).error() == wire::FrameProblem::out_of_order);
}

TEST_CASE("every refusal has a name, a status and a body that reads back") {
    for (std::uint8_t i = 0; i <= static_cast<std::uint8_t>(wire::Refusal::quota); ++i) {
        const auto refusal = static_cast<wire::Refusal>(i);
        CHECK(wire::refusal_named(wire::name_of(refusal)) == refusal);
        CHECK(wire::status_of(refusal) >= 400);
        const wire::ErrorBody plain{
            .refusal = refusal, .retry_after_s = 3, .relay_time_ms = -1, .chain = {}, .roster = {}};
        CHECK(wire::read_error(wire::error_body(plain)) == plain);
        auto chain = plain;
        chain.chain = wire::ChainEnd{7, test::id_of<BundleId>(1)};
        CHECK(wire::read_error(wire::error_body(chain)) == chain);
        auto roster = plain;
        roster.roster = wire::RosterEnd{7, test::id_of<RosterId>(1)};
        CHECK(wire::read_error(wire::error_body(roster)) == roster);
    }
    CHECK_FALSE(wire::read_error(bytes_of("<html>502</html>")).has_value());
}

TEST_CASE("structured bodies read back as they were written, and nothing else reads") {
    const wire::FoundGroup found{.token = wire::Token{1, 2}, .entries = {{1, 2, 3}, {4}}};
    CHECK(wire::read_found_group(wire::found_group_body(found)) == found);
    CHECK_FALSE(wire::read_found_group(wire::found_group_body({.token = {}, .entries = {}})).has_value());
    CHECK_FALSE(
        wire::read_found_group(wire::found_group_body({.token = {}, .entries = std::vector<Bytes>(17)})).has_value());

    const wire::NewInvite invite{
        .token_hash = {9}, .expires_ms = 5, .lookup = test::id_of<wire::LookupId>(2), .card = {1}};
    CHECK(wire::read_new_invite(wire::new_invite_body(invite)) == invite);
    auto large = invite;
    large.card.resize(wire::card_max + 1);
    CHECK_FALSE(wire::read_new_invite(wire::new_invite_body(large)).has_value());

    const std::vector<wire::LinkedHousehold> linked{{test::id_of<GroupId>(1), {}}, {test::id_of<GroupId>(2), {7}}};
    CHECK(wire::read_linked(wire::linked_body(linked)) == linked);
    const std::vector<wire::StoredBundle> stored{{1, test::id_of<BundleId>(1), 2, test::id_of<DeviceId>(3)}};
    CHECK(wire::read_stored(wire::stored_body(stored)) == stored);
    CHECK(wire::read_relay_seq(wire::relay_seq_body(77)) == 77);
    CHECK(wire::read_time(wire::time_body(1'700'000'000'000)) == 1'700'000'000'000);
    const wire::RosterEnd end{3, test::id_of<RosterId>(1)};
    CHECK(wire::read_roster_end(wire::roster_end_body(end)) == end);

    for (const auto& body :
         {wire::found_group_body(found), wire::new_invite_body(invite), wire::linked_body(linked),
          wire::stored_body(stored), wire::relay_seq_body(77), wire::time_body(5), wire::roster_end_body(end)}) {
        for (std::size_t size = 0; size < body.size(); ++size) {
            const auto cut = ByteView(body).first(size);
            CHECK_FALSE(wire::read_found_group(cut).has_value());
            CHECK_FALSE(wire::read_new_invite(cut).has_value());
            CHECK_FALSE(wire::read_linked(cut).has_value());
            CHECK_FALSE(wire::read_stored(cut).has_value());
            CHECK_FALSE(wire::read_relay_seq(cut).has_value());
            CHECK_FALSE(wire::read_time(cut).has_value());
            CHECK_FALSE(wire::read_roster_end(cut).has_value());
        }
    }
}

TEST_CASE("a token reads back from the text a person pastes, and its two hashes are two different doors") {
    wire::Token token{};
    vault::fill_random(token);
    CHECK(wire::read_token(wire::token_text(token)) == token);
    CHECK(wire::token_text(token).size() == 43);
    CHECK_FALSE(wire::read_token("short").has_value());
    CHECK(wire::invite_hash(token) != wire::admin_hash(token));
}
