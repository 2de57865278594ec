// What every answer carries, what a browser is allowed, and what nonsense gets.
#include <doctest/doctest.h>

#include <atomic>
#include <random>
#include <thread>

#include "relay/http_client.h"
#include "relay/people.h"

namespace goodweek::relay_tests {

namespace {

std::string header(const wire::Reply& reply, std::string_view name) {
    return std::string(wire::header_named(reply.headers, name).value_or("(none)"));
}

void check_common_headers(const wire::Reply& reply) {
    CHECK(header(reply, "content-type") == "application/octet-stream");
    CHECK(header(reply, "x-content-type-options") == "nosniff");
    CHECK(header(reply, "cache-control") == "no-store");
    CHECK(header(reply, "content-security-policy") == "default-src 'none'; frame-ancestors 'none'");
    CHECK(header(reply, "strict-transport-security") == "max-age=63072000");
    CHECK(header(reply, "access-control-allow-origin") == RelayProcess::app_origin);
    CHECK(header(reply, "access-control-expose-headers") == "GW-Store");
    CHECK(header(reply, "gw-store").size() == 32);
    CHECK(header(reply, "set-cookie") == "(none)");
    CHECK(header(reply, "server") == "(none)");
}

}  // namespace

TEST_CASE("every answer carries the same careful headers, a refusal too") {
    const auto& relay = the_relay();
    const auto health = send(relay.port(), {.target = "/healthz"});
    CHECK(text_of(health.body) == "ok");
    check_common_headers(health);
    const auto lost = send(relay.port(), {.target = "/index.html"});
    CHECK(refusal_in(lost) == wire::Refusal::malformed);
    check_common_headers(lost);
    CHECK(header(health, "gw-store") == header(lost, "gw-store"));
}

TEST_CASE("the relay tells the time") {
    const auto reply = send(the_relay().port(), {.target = "/v1/time"});
    CHECK(reply.status == 200);
    CHECK(std::abs(wire::read_time(reply.body).value() - now_ms()) < 5'000);
}

TEST_CASE("a browser may call from the app's origin, with three headers of its own and nothing else") {
    Connection connection(the_relay().port());
    const auto reply = connection.send_raw(
        "OPTIONS /v1/groups HTTP/1.1\r\nHost: relay\r\nOrigin: http://evil.example\r\n"
        "Access-Control-Request-Method: POST\r\nContent-Length: 0\r\n\r\n");
    CHECK(reply.status == 204);
    check_common_headers(reply);
    CHECK(header(reply, "access-control-allow-methods") == "GET, PUT, POST, DELETE");
    CHECK(header(reply, "access-control-allow-headers") == "GW-Auth, Content-Type, If-Match");
    CHECK(header(reply, "access-control-max-age") == "7200");
    CHECK(header(reply, "access-control-allow-credentials") == "(none)");
}

TEST_CASE("a path spelled any other way is no call") {
    const auto& relay = the_relay();
    const auto group = random_id<GroupId>().hex();
    std::vector<std::string> taken;
    for (const auto& target : {"/v1/time/", "/v1//time", "/v1/%74ime", "/v1/time?x=1", "/V1/time", "//healthz",
                               "/v1/../healthz", "/v1/g/abc/roster", "/", "/uploads/tmp"})
        if (send(relay.port(), {.target = target}).status != 400) taken.emplace_back(target);
    const auto upper = "/v1/g/" + std::string(64, 'A') + "/roster";
    if (send(relay.port(), {.target = upper}).status != 400) taken.push_back(upper);
    CHECK(taken == std::vector<std::string>{});
}

TEST_CASE("methods that are none of ours, and bodies where none belong, are refused") {
    const auto& relay = the_relay();
    CHECK(refusal_in(send(relay.port(), {.target = "/v1/time", .body = {1}})) == wire::Refusal::malformed);
    const auto post = send(relay.port(), {.method = wire::Method::post, .target = "/v1/time"});
    CHECK(refusal_in(post) == wire::Refusal::malformed);
    const auto patch =
        Connection(relay.port()).send_raw("PATCH /v1/time HTTP/1.1\r\nHost: r\r\nContent-Length: 0\r\n\r\n");
    CHECK(patch.status == 400);
    const auto long_header = send(relay.port(), {.target = "/v1/time", .headers = {{"X", std::string(9'000, 'x')}}});
    CHECK(refusal_in(long_header) == wire::Refusal::malformed);
}

TEST_CASE("a thousand malformed requests change nothing, and the relay goes on answering") {
    const Scratch scratch;
    const RelayProcess relay(scratch.path());
    const auto clinic = founded_clinic(relay);
    const auto family = founded_household(relay, clinic);
    const auto before = run_relay({"check", scratch.path().string()}).out;

    const std::vector<wire::Asked> calls{
        {.call = wire::Call::found_group},
        {.call = wire::Call::extend_roster, .group = family.group()},
        {.call = wire::Call::put_bundle, .group = family.group(), .channel = family.channel},
        {.call = wire::Call::announce_invite},
        {.call = wire::Call::read_bundles, .group = family.group(), .channel = family.channel}};
    std::atomic<int> kept = 0;
    const auto one = [&](std::mt19937& random) {
        Bytes body(random() % 600);
        vault::fill_random(body);
        const auto request =
            calling(relay, family).signed_request(calls[random() % calls.size()], body, family.roster.head().hex());
        auto text = as_http(request, wire::name_of(request.method));
        // Some are sound requests with a senseless body; others are broken on the way, or lose what should prove them.
        if (random() % 2 == 0) text[random() % text.size()] = static_cast<char>(random());
        if (random() % 8 == 0) text.replace(text.find("GW-Auth"), 7, "GW-Nope");
        // A length that promises more than comes is answered by nobody.
        kept += Connection(relay.port(), std::chrono::seconds(1)).send_raw(text).status == 201;
    };
    std::vector<std::thread> callers;
    for (unsigned seed = 0; seed < 20; ++seed)
        callers.emplace_back([&one, seed] {
            std::mt19937 random(seed);
            for (int i = 0; i < 50; ++i) one(random);
        });
    for (auto& caller : callers) caller.join();
    CHECK(kept == 0);
    CHECK(run_relay({"check", scratch.path().string()}).out == before);
    CHECK(calling(relay, clinic).roster_of(clinic.group()).status == 200);
}

TEST_CASE("the log says what was asked and how it went, and neither who nor from where") {
    const Scratch scratch;
    const RelayProcess relay(scratch.path());
    const auto family = founded_household(relay, founded_clinic(relay));
    Writer mother{.phone = family.founder, .own = family, .owner = family, .channel = family.channel};
    REQUIRE(calling(relay, family).put(family.group(), family.channel, mother.next()).status == 201);
    std::this_thread::sleep_for(std::chrono::milliseconds(1'200));
    const auto log = relay.log();
    CHECK(log.find("put_bundle 201 4K") != std::string::npos);
    CHECK(log.find("127.0.0.1 ") == log.rfind("127.0.0.1 "));  // only where it says that it listens
    for (const auto& secret :
         {family.group().hex(), family.channel.hex(), family.founder.id.hex(), mother.last.hex()})
        CHECK(log.find(secret.substr(0, 8)) == std::string::npos);
}

}  // namespace goodweek::relay_tests
