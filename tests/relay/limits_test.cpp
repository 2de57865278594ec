// Nobody asks faster than the relay can bear, and no family is locked out by a stranger.
#include <doctest/doctest.h>

#include "relay/http_client.h"
#include "relay/limits.h"
#include "relay/nonces.h"
#include "relay/people.h"

namespace goodweek::relay_tests {

namespace {

constexpr std::int64_t minute = 60'000;

wire::Reply ask_time(const RelayProcess& relay) { return send(relay.port(), {.target = "/v1/time"}); }

}  // namespace

TEST_CASE("sixty at once are fine, the next has to wait a second, and so has each after it") {
    relay::Pace<int> pace(60, minute);
    for (int i = 0; i < 60; ++i) {
        CHECK(pace.wait(7, 0) == 0);
        pace.count(7, 0);
    }
    CHECK(pace.wait(7, 0) == 1'000);
    CHECK(pace.wait(8, 0) == 0);
    CHECK(pace.wait(7, 1'000) == 0);
    pace.count(7, 1'000);
    CHECK(pace.wait(7, 1'000) == 1'000);
    CHECK(pace.wait(7, 2 * minute) == 0);
}

TEST_CASE("those who came long ago are forgotten, those who came just now are not") {
    relay::Pace<int> pace(1, minute);
    for (int key = 0; key < 5'000; ++key) pace.count(key, key < 4'000 ? 0 : 2 * minute);
    CHECK(pace.wait(10, 2 * minute) == 0);
    CHECK(pace.wait(4'999, 2 * minute) == minute);
}

TEST_CASE("a nonce counts as seen for at least ten minutes, for its own device") {
    relay::SeenNonces seen;
    const auto device = random_id<DeviceId>(), other = random_id<DeviceId>();
    const auto nonce = random_id<wire::AuthNonce>();
    const std::int64_t start = 1'000'000'000'000;
    CHECK(seen.first_time(device, nonce, start));
    CHECK_FALSE(seen.first_time(device, nonce, start + 1));
    CHECK(seen.first_time(other, nonce, start + 1));
    CHECK_FALSE(seen.first_time(device, nonce, start + wire::nonce_memory_ms - 1));
    CHECK_FALSE(seen.first_time(device, nonce, start + wire::nonce_memory_ms + 1));
}

TEST_CASE("one network is one address, however it is written") {
    CHECK(relay::network_of("192.0.2.7") == relay::network_of("::ffff:192.0.2.7"));
    CHECK(relay::network_of("192.0.2.7") != relay::network_of("192.0.2.8"));
    CHECK(relay::network_of("2001:db8:1:2::1") == relay::network_of("2001:db8:1:2:ffff::9"));
    CHECK(relay::network_of("2001:db8:1:2::1") != relay::network_of("2001:db8:1:3::1"));
    CHECK(relay::network_of("") == "");
}

TEST_CASE("a stranger may ask twenty times a minute, and members are answered all the while") {
    const Scratch scratch;
    const RelayProcess relay(scratch.path(), {});
    const auto clinic = founded_clinic(relay);
    const auto family = founded_household(relay, clinic);
    for (std::uint32_t i = 0; i < wire::strangers_a_minute; ++i) CHECK(ask_time(relay).status == 200);
    const auto refused = ask_time(relay);
    CHECK(refused.status == 429);
    const auto error = wire::read_error(refused.body);
    REQUIRE(error);
    CHECK(error->retry_after_s >= 1);
    CHECK(error->retry_after_s <= 3);
    CHECK(refusal_in(calling(relay, family, Phone{}).roster_of(family.group())) == wire::Refusal::slow_down);
    CHECK(calling(relay, family).roster_of(family.group()).status == 200);
}

TEST_CASE("thirty-five families join from one waiting room: nobody who knows what to ask for is slowed down") {
    const Scratch scratch;
    const RelayProcess relay(scratch.path(), {});
    const auto clinic = founded_clinic(relay);
    int joined = 0;
    for (int i = 0; i < 35; ++i) {
        const auto paper = a_paper_invite();
        REQUIRE(announce(calling(relay, clinic), paper).status == 201);
        const auto card =
            send(relay.port(),
                 {.target = wire::target_of({.call = wire::Call::look_up_invite, .lookup = paper.announced.lookup})});
        const auto family = a_household();
        joined += card.status == 200 && calling(relay, family).found(paper.token, family.entries()).status == 201;
    }
    CHECK(joined == 35);
}

TEST_CASE("one address opens five rendezvous an hour") {
    const Scratch scratch;
    const RelayProcess relay(scratch.path(), {});
    const auto open = [&] {
        const auto target =
            wire::target_of({.call = wire::Call::leave_message, .rendezvous = random_id<wire::RendezvousId>()});
        return send(relay.port(), {.method = wire::Method::post, .target = target, .body = {1}}).status;
    };
    for (std::uint32_t i = 0; i < wire::rendezvous_an_hour; ++i) CHECK(open() == 201);
    CHECK(open() == 429);
}

TEST_CASE("behind a proxy each caller is counted by the address the proxy saw") {
    const Scratch scratch;
    const RelayProcess relay(scratch.path(), {"--behind-proxy"});
    const auto ask_from = [&](const std::string& address) {
        // What a caller claims itself stands before what the proxy adds.
        return send(relay.port(),
                    {.target = "/v1/time", .headers = {{"X-Forwarded-For", "198.51.100.9, " + address}}});
    };
    for (std::uint32_t i = 0; i < wire::strangers_a_minute; ++i) REQUIRE(ask_from("192.0.2.1").status == 200);
    CHECK(ask_from("192.0.2.1").status == 429);
    CHECK(ask_from("192.0.2.2").status == 200);
}

TEST_CASE("a link worker who asked enough about one family may still ask about the next") {
    const auto& relay = the_relay();
    const auto clinic = founded_clinic(relay);
    const auto thistlewicks = founded_household(relay, clinic), neighbours = founded_household(relay, clinic);
    const auto sam = calling(relay, clinic);
    for (std::uint32_t i = 0; i < wire::pulls_a_minute; ++i)
        REQUIRE(sam.roster_of(thistlewicks.group()).status == 200);
    CHECK(refusal_in(sam.roster_of(thistlewicks.group())) == wire::Refusal::slow_down);
    CHECK(sam.roster_of(neighbours.group()).status == 200);
}

TEST_CASE(
    "a device reads a hundred and twenty times a minute and writes sixty times, and is told when to come back") {
    const auto& relay = the_relay();
    const auto clinic = founded_clinic(relay);
    const auto family = founded_household(relay, clinic);
    for (std::uint32_t i = 0; i < wire::pulls_a_minute; ++i)
        REQUIRE(calling(relay, family).roster_of(family.group()).status == 200);
    const auto refused = calling(relay, family).roster_of(family.group());
    CHECK(refusal_in(refused) == wire::Refusal::slow_down);
    CHECK(wire::read_error(refused.body)->retry_after_s == 1);

    Writer mother{.phone = family.founder, .own = family, .owner = family, .channel = family.channel};
    int kept = 0;
    for (std::uint32_t i = 0; i < wire::pushes_a_minute; ++i)
        kept += calling(relay, family).put(family.group(), family.channel, mother.next()).status == 201;
    CHECK(kept >= 59);  // founding the family was the first
    CHECK(refusal_in(calling(relay, family).put(family.group(), family.channel, mother.next())) ==
          wire::Refusal::slow_down);
    CHECK(calling(relay, clinic).roster_of(clinic.group()).status == 200);
}

}  // namespace goodweek::relay_tests
