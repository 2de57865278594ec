// Every request proves who sent it, once, now, to this relay and word for word.
#include <doctest/doctest.h>

#include "relay/http_client.h"
#include "relay/people.h"

namespace goodweek::relay_tests {

namespace {

struct Scene {
    const RelayProcess& relay = the_relay();
    Circle family = founded_household(relay, founded_clinic(relay));
    Caller mother = calling(relay, family);
    wire::Asked asked{.call = wire::Call::read_roster, .group = family.group()};

    std::optional<wire::Refusal> refusal_of(const wire::Request& request) const {
        return refusal_in(send(relay.port(), request));
    }
};

}  // namespace

TEST_CASE("a request heard on the wire and sent again is not answered again") {
    const Scene scene;
    const auto request = scene.mother.signed_request(scene.asked);
    CHECK(send(scene.relay.port(), request).status == 200);
    CHECK(scene.refusal_of(request) == wire::Refusal::replay);
    CHECK(scene.mother.call(scene.asked).status == 200);
}

TEST_CASE("a phone whose clock is wrong is told the right time, and is answered once it uses it") {
    const Scene scene;
    for (const auto off : {-wire::auth_window_ms - 5'000, wire::auth_window_ms + 5'000}) {
        const auto reply = send(scene.relay.port(), scene.mother.signed_request(scene.asked, {}, {}, off));
        CHECK(reply.status == 401);
        const auto error = wire::read_error(reply.body);
        REQUIRE(error);
        CHECK(error->refusal == wire::Refusal::clock_skew);
        CHECK(std::abs(error->relay_time_ms - now_ms()) < 5'000);
    }
    CHECK(send(scene.relay.port(), scene.mother.signed_request(scene.asked, {}, {}, 60'000)).status == 200);
}

TEST_CASE("what was signed before the relay started is asked for anew, since its nonces are forgotten") {
    const Scene scene;
    const auto reply = send(scene.relay.port(), scene.mother.signed_request(scene.asked, {}, {}, -250'000));
    CHECK(refusal_in(reply) == wire::Refusal::clock_skew);
}

TEST_CASE("a signature over another path, method, body or relay is no signature here") {
    const Scene scene;
    auto another_path = scene.mother.signed_request(scene.asked);
    another_path.target += "?from=1";
    CHECK(scene.refusal_of(another_path) == wire::Refusal::bad_sig);

    auto another_body = scene.mother.signed_request({.call = wire::Call::announce_invite}, {1, 2, 3});
    another_body.body.back() ^= 1;
    CHECK(scene.refusal_of(another_body) == wire::Refusal::bad_sig);

    auto another_method = scene.mother.signed_request(scene.asked);
    another_method.method = wire::Method::post;
    CHECK(scene.refusal_of(another_method) == wire::Refusal::bad_sig);

    wire::Request elsewhere{.target = wire::target_of(scene.asked)};
    elsewhere.headers.push_back(
        {std::string(wire::auth_header_name),
         wire::auth_header(scene.family.founder.sign_seed, scene.family.group(), scene.family.founder.id,
                           "relay.example", elsewhere, now_ms(), random_id<wire::AuthNonce>())});
    CHECK(scene.refusal_of(elsewhere) == wire::Refusal::bad_sig);
}

TEST_CASE("a stranger's key, another's name, half a header or none at all prove nothing") {
    const Scene scene;
    const Phone stranger;
    CHECK(refusal_in(calling(scene.relay, scene.family, stranger).call(scene.asked)) == wire::Refusal::bad_sig);

    auto impostor = scene.family.founder;
    impostor.sign_seed = stranger.sign_seed;
    CHECK(refusal_in(calling(scene.relay, scene.family, impostor).call(scene.asked)) == wire::Refusal::bad_sig);

    auto request = scene.mother.signed_request(scene.asked);
    request.headers.front().value.resize(request.headers.front().value.size() / 2);
    CHECK(scene.refusal_of(request) == wire::Refusal::bad_sig);
    request.headers.clear();
    CHECK(scene.refusal_of(request) == wire::Refusal::bad_sig);
}

TEST_CASE("whoever founds a group signs with the key that the group's id vouches for") {
    const auto& relay = the_relay();
    const auto clinic = a_clinic(), other = a_clinic();
    const auto token = relay.clinic_token();
    const Caller impostor{relay, other.founder, clinic.group()};
    CHECK(refusal_in(impostor.found(token, clinic.entries())) == wire::Refusal::bad_sig);
    CHECK(refusal_in(calling(relay, clinic).found(token, other.entries())) == wire::Refusal::bad_sig);
    auto broken = clinic.entries();
    broken.front().back() ^= 1;
    CHECK(calling(relay, clinic).found(token, broken).status == 422);
    CHECK(calling(relay, clinic).found(token, clinic.entries()).status == 201);
}

}  // namespace goodweek::relay_tests
