// Paper invites, and the place where a new phone meets an old one.
#include <doctest/doctest.h>

#include "relay/http_client.h"
#include "relay/people.h"

namespace goodweek::relay_tests {

namespace {

wire::Reply look_up(const RelayProcess& relay, const wire::LookupId& lookup) {
    return send(relay.port(), {.target = wire::target_of({.call = wire::Call::look_up_invite, .lookup = lookup})});
}

wire::Reply withdraw(const Caller& clinic, const Paper& paper) {
    return clinic.call({.call = wire::Call::withdraw_invite, .token_hash = paper.announced.token_hash});
}

wire::Reply leave(const RelayProcess& relay, const wire::RendezvousId& id, std::string_view message) {
    const auto bytes = bytes_of(message);
    return send(relay.port(), {.method = wire::Method::post,
                               .target = wire::target_of({.call = wire::Call::leave_message, .rendezvous = id}),
                               .body = Bytes(bytes.begin(), bytes.end())});
}

std::vector<std::string> left_at(const RelayProcess& relay, const wire::RendezvousId& id) {
    const auto reply =
        send(relay.port(), {.target = wire::target_of({.call = wire::Call::read_messages, .rendezvous = id})});
    CHECK(reply.status == 200);
    std::vector<std::string> messages;
    const auto frames = wire::read_frames(reply.body, wire::rendezvous_message_max);
    REQUIRE(frames.has_value());
    for (const auto& frame : *frames) messages.emplace_back(text_of(frame.bytes));
    return messages;
}

}  // namespace

TEST_CASE("a family that typed its code fetches the sealed card, before and after it joined") {
    const auto& relay = the_relay();
    const auto clinic = founded_clinic(relay);
    const auto paper = a_paper_invite();
    CHECK(announce(calling(relay, clinic), paper).status == 201);
    CHECK(look_up(relay, paper.announced.lookup).body == paper.announced.card);

    const auto family = a_household();
    REQUIRE(calling(relay, family).found(paper.token, family.entries()).status == 201);
    CHECK(look_up(relay, paper.announced.lookup).body == paper.announced.card);
    CHECK(refusal_in(look_up(relay, random_id<wire::LookupId>())) == wire::Refusal::unknown);
}

TEST_CASE("the same invite announced twice is one invite, another under its name is refused") {
    const auto& relay = the_relay();
    const auto clinic = founded_clinic(relay), other = founded_clinic(relay);
    const auto paper = a_paper_invite();
    CHECK(announce(calling(relay, clinic), paper).status == 201);
    CHECK(announce(calling(relay, clinic), paper).status == 200);
    CHECK(refusal_in(announce(calling(relay, other), paper)) == wire::Refusal::conflict);
    auto changed = paper;
    changed.announced.card.push_back(0);
    CHECK(refusal_in(announce(calling(relay, clinic), changed)) == wire::Refusal::conflict);
}

TEST_CASE("an invite taken back lets nobody in, and one that was used cannot be taken back") {
    const auto& relay = the_relay();
    const auto clinic = founded_clinic(relay), other = founded_clinic(relay);
    const auto paper = a_paper_invite();
    REQUIRE(announce(calling(relay, clinic), paper).status == 201);
    CHECK(refusal_in(withdraw(calling(relay, other), paper)) == wire::Refusal::unknown);
    CHECK(withdraw(calling(relay, clinic), paper).status == 200);
    CHECK(refusal_in(withdraw(calling(relay, clinic), paper)) == wire::Refusal::unknown);
    const auto family = a_household();
    CHECK(refusal_in(calling(relay, family).found(paper.token, family.entries())) == wire::Refusal::unknown);
    CHECK(refusal_in(look_up(relay, paper.announced.lookup)) == wire::Refusal::unknown);

    const auto used = a_paper_invite();
    REQUIRE(announce(calling(relay, clinic), used).status == 201);
    REQUIRE(calling(relay, family).found(used.token, family.entries()).status == 201);
    CHECK(refusal_in(withdraw(calling(relay, clinic), used)) == wire::Refusal::conflict);
}

TEST_CASE("an invite that ran out lets nobody in, and none lives longer than a month") {
    const auto& relay = the_relay();
    const auto clinic = founded_clinic(relay);
    CHECK(refusal_in(announce(calling(relay, clinic), a_paper_invite(-1))) == wire::Refusal::malformed);
    const auto too_long = a_paper_invite(wire::invite_life_max_ms + 2 * wire::auth_window_ms);
    CHECK(refusal_in(announce(calling(relay, clinic), too_long)) == wire::Refusal::malformed);

    const auto brief = a_paper_invite(300);
    REQUIRE(announce(calling(relay, clinic), brief).status == 201);
    while (now_ms() <= brief.announced.expires_ms) {
    }
    const auto family = a_household();
    CHECK(refusal_in(calling(relay, family).found(brief.token, family.entries())) == wire::Refusal::unknown);
    CHECK(refusal_in(look_up(relay, brief.announced.lookup)) == wire::Refusal::unknown);
}

TEST_CASE("only a clinic's admin announces invites") {
    const auto& relay = the_relay();
    auto clinic = founded_clinic(relay);
    const Phone worker;
    const auto before = clinic.roster.end();
    REQUIRE(calling(relay, clinic).extend(before, clinic.adding(worker, wire::DeviceRole::worker)).status == 201);
    CHECK(refusal_in(announce(calling(relay, clinic, worker), a_paper_invite())) == wire::Refusal::not_writer);
    const auto family = founded_household(relay, clinic);
    CHECK(refusal_in(announce(calling(relay, family), a_paper_invite())) == wire::Refusal::not_writer);
}

TEST_CASE("what one phone leaves at a rendezvous another finds, in order and once") {
    const auto& relay = the_relay();
    const auto id = random_id<wire::RendezvousId>();
    CHECK(left_at(relay, id).empty());
    CHECK(leave(relay, id, "keys of the new phone").status == 201);
    CHECK(leave(relay, id, "sealed roster head").status == 201);
    CHECK(leave(relay, id, "sealed roster head").status == 200);
    CHECK(left_at(relay, id) == std::vector<std::string>{"keys of the new phone", "sealed roster head"});
    CHECK(left_at(relay, random_id<wire::RendezvousId>()).empty());
}

TEST_CASE("a rendezvous holds eight messages of eight kibibytes and no more") {
    const auto& relay = the_relay();
    const auto id = random_id<wire::RendezvousId>();
    CHECK(refusal_in(leave(relay, id, "")) == wire::Refusal::malformed);
    CHECK(refusal_in(leave(relay, id, std::string(wire::rendezvous_message_max + 1, 'x'))) == wire::Refusal::too_big);
    for (char each = 'a'; each < 'a' + 8; ++each)
        CHECK(leave(relay, id, std::string(wire::rendezvous_message_max, each)).status == 201);
    CHECK(refusal_in(leave(relay, id, "one more")) == wire::Refusal::quota);
    CHECK(left_at(relay, id).size() == 8);
}

}  // namespace goodweek::relay_tests
