// Who gets in: clinics by an operator's token, households by a clinic's paper, phones by their group's roster.
#include <doctest/doctest.h>

#include "relay/people.h"

namespace goodweek::relay_tests {

namespace {

std::vector<Bytes> entries_in(const wire::Reply& reply) {
    std::vector<Bytes> entries;
    const auto frames = wire::read_frames(reply.body, wire::roster_entry_max);
    REQUIRE(frames.has_value());
    for (const auto& frame : *frames) entries.emplace_back(frame.bytes.begin(), frame.bytes.end());
    return entries;
}

std::vector<wire::LinkedHousehold> linked_to(const RelayProcess& relay, const Circle& clinic) {
    const auto reply = calling(relay, clinic).call({.call = wire::Call::list_linked, .group = clinic.group()});
    REQUIRE(reply.status == 200);
    return wire::read_linked(reply.body).value();
}

}  // namespace

TEST_CASE("a clinic is founded with the operator's token, and a lost answer can be asked for again") {
    const auto& relay = the_relay();
    const auto token = relay.clinic_token();
    const auto clinic = a_clinic();
    const auto first = calling(relay, clinic).found(token, clinic.entries());
    CHECK(first.status == 201);
    CHECK(wire::read_roster_end(first.body) == clinic.roster.end());

    const auto again = calling(relay, clinic).found(token, clinic.entries());
    CHECK(again.status == 201);
    CHECK(again.body == first.body);

    const auto other = a_clinic();
    CHECK(refusal_in(calling(relay, other).found(token, other.entries())) == wire::Refusal::conflict);
}

TEST_CASE("nobody founds anything with a token that was never given out") {
    const auto& relay = the_relay();
    wire::Token guessed;
    vault::fill_random(guessed);
    for (const auto& circle : {a_clinic(), a_household()}) {
        CHECK(refusal_in(calling(relay, circle).found(guessed, circle.entries())) == wire::Refusal::unknown);
        CHECK(refusal_in(calling(relay, circle).roster_of(circle.group())) == wire::Refusal::bad_sig);
    }
}

TEST_CASE("a family's paper does not found a clinic, and a clinic's token does not found a family") {
    const auto& relay = the_relay();
    const auto clinic = founded_clinic(relay);
    const auto paper = a_paper_invite();
    REQUIRE(announce(calling(relay, clinic), paper).status == 201);

    const auto impostor = a_clinic();
    CHECK(refusal_in(calling(relay, impostor).found(paper.token, impostor.entries())) == wire::Refusal::unknown);
    const auto family = a_household();
    CHECK(refusal_in(calling(relay, family).found(relay.clinic_token(), family.entries())) == wire::Refusal::unknown);
    CHECK(calling(relay, family).found(paper.token, family.entries()).status == 201);
}

TEST_CASE("a family that joins with a paper reads the clinic's roster at once, and the clinic the family's") {
    const auto& relay = the_relay();
    const auto clinic = founded_clinic(relay);
    const auto paper = a_paper_invite();
    REQUIRE(announce(calling(relay, clinic), paper).status == 201);
    const auto family = a_household();
    REQUIRE(calling(relay, family).found(paper.token, family.entries()).status == 201);

    CHECK(entries_in(calling(relay, family).roster_of(clinic.group())) == clinic.entries());
    CHECK(entries_in(calling(relay, clinic).roster_of(family.group())) == family.entries());
    const std::vector<wire::LinkedHousehold> expected{{family.group(), paper.announced.token_hash}};
    CHECK(linked_to(relay, clinic) == expected);
}

TEST_CASE("a paper invite lets in one family, once") {
    const auto& relay = the_relay();
    const auto clinic = founded_clinic(relay);
    const auto paper = a_paper_invite();
    REQUIRE(announce(calling(relay, clinic), paper).status == 201);
    const auto first = a_household(), second = a_household();
    CHECK(calling(relay, first).found(paper.token, first.entries()).status == 201);
    CHECK(refusal_in(calling(relay, second).found(paper.token, second.entries())) == wire::Refusal::conflict);
    CHECK(linked_to(relay, clinic).size() == 1);
}

TEST_CASE("a family of one clinic can join a second one with its paper") {
    const auto& relay = the_relay();
    const auto larkrise = founded_clinic(relay), millbank = founded_clinic(relay);
    const auto family = founded_household(relay, larkrise);
    CHECK(refusal_in(calling(relay, family).roster_of(millbank.group())) == wire::Refusal::unknown);

    const auto paper = a_paper_invite();
    REQUIRE(announce(calling(relay, millbank), paper).status == 201);
    CHECK(calling(relay, family).found(paper.token, family.entries()).status == 201);
    CHECK(calling(relay, family).roster_of(millbank.group()).status == 200);
    CHECK(linked_to(relay, larkrise).size() == 1);
    CHECK(linked_to(relay, millbank).size() == 1);
}

TEST_CASE("a group that is none of your business answers as one that does not exist") {
    const auto& relay = the_relay();
    const auto clinic = founded_clinic(relay);
    const auto thistlewicks = founded_household(relay, clinic), neighbours = founded_household(relay, clinic);
    const auto asking = calling(relay, neighbours);
    const auto theirs = asking.roster_of(thistlewicks.group());
    const auto nobodys = asking.roster_of(random_id<GroupId>());
    CHECK(theirs.status == 404);
    CHECK(nobodys.status == 404);
    const auto one = wire::read_error(theirs.body), other = wire::read_error(nobodys.body);
    REQUIRE(one);
    REQUIRE(other);
    CHECK(one->refusal == other->refusal);
    CHECK(one->retry_after_s == other->retry_after_s);
    CHECK(refusal_in(asking.collect(thistlewicks.group(), thistlewicks.channel)) == wire::Refusal::unknown);
    CHECK(refusal_in(asking.call({.call = wire::Call::list_linked, .group = clinic.group()})) ==
          wire::Refusal::unknown);
}

TEST_CASE("a phone that the roster lets in may call, and one that it removed may not") {
    const auto& relay = the_relay();
    auto family = founded_household(relay, founded_clinic(relay));
    const Phone fathers;
    CHECK(refusal_in(calling(relay, family, fathers).roster_of(family.group())) == wire::Refusal::bad_sig);

    auto before = family.roster.end();
    const auto letting_in = family.adding(fathers);
    const auto taken = calling(relay, family).extend(before, letting_in);
    CHECK(taken.status == 201);
    CHECK(wire::read_roster_end(taken.body) == family.roster.end());
    CHECK(entries_in(calling(relay, family, fathers).roster_of(family.group(), 1)) == Several{letting_in});

    before = family.roster.end();
    REQUIRE(calling(relay, family).extend(before, family.removing(fathers)).status == 201);
    CHECK(refusal_in(calling(relay, family, fathers).roster_of(family.group())) == wire::Refusal::revoked);
}

TEST_CASE("of two phones that extend the roster at once, the second is told where it stands") {
    const auto& relay = the_relay();
    const auto family = founded_household(relay, founded_clinic(relay));
    auto mothers = family, fathers = family;
    const auto start = family.roster.end();
    const auto first = mothers.adding(Phone{});
    REQUIRE(calling(relay, family).extend(start, first).status == 201);

    const auto refused = calling(relay, family).extend(start, fathers.adding(Phone{}));
    CHECK(refused.status == 409);
    CHECK(wire::read_error(refused.body)->roster == mothers.roster.end());

    const auto repeated = calling(relay, family).extend(start, first);
    CHECK(repeated.status == 200);
    CHECK(wire::read_roster_end(repeated.body) == mothers.roster.end());
}

TEST_CASE("an entry the group's own rules refuse is refused here too, and nothing changes") {
    const auto& relay = the_relay();
    auto family = founded_household(relay, founded_clinic(relay));
    const Phone child;
    auto before = family.roster.end();
    REQUIRE(calling(relay, family).extend(before, family.adding(child)).status == 201);
    before = family.roster.end();
    const auto by_child = calling(relay, family, child);

    const auto draft = wire::EntryDraft{family.group(), before.height + 1, before.head, child.id};
    const Phone friends;
    const wire::RosterOp adding = wire::AddDevice{friends.sign_key, friends.kem_key, wire::DeviceRole::member, {}};
    const auto not_allowed = wire::write_entry(draft, {&adding, 1}, child.sign_seed);
    CHECK(refusal_in(by_child.extend(before, not_allowed)) == wire::Refusal::not_writer);

    auto forged = not_allowed;
    forged.back() ^= 1;
    CHECK(refusal_in(by_child.extend(before, forged)) == wire::Refusal::bundle_invalid);
    CHECK(refusal_in(by_child.extend(before, {1, 2, 3})) == wire::Refusal::malformed);
    CHECK(refusal_in(by_child.extend(before, {})) == wire::Refusal::malformed);

    const auto no_condition =
        by_child.call({.call = wire::Call::extend_roster, .group = family.group()}, not_allowed);
    CHECK(refusal_in(no_condition) == wire::Refusal::malformed);
    CHECK(entries_in(by_child.roster_of(family.group())) == family.entries());
}

TEST_CASE("a family does not become a clinic by opening a team channel") {
    const auto& relay = the_relay();
    const auto clinic = founded_clinic(relay);
    const auto paper = a_paper_invite();
    REQUIRE(announce(calling(relay, clinic), paper).status == 201);
    const Phone founder;
    const wire::RosterOp itself =
        wire::AddDevice{founder.sign_key, founder.kem_key, wire::DeviceRole::admin, random_id<PersonId>()};
    const auto genesis =
        wire::write_entry({.group = {}, .previous = {}, .signer = founder.id}, {&itself, 1}, founder.sign_seed);
    Circle bare{.founder = founder,
                .party = random_id<PartyId>(),
                .channel = random_id<ChannelId>(),
                .care = {},
                .roster = wire::Roster::replay({&genesis, 1}).value()};
    REQUIRE(calling(relay, bare).found(paper.token, bare.entries()).status == 201);

    const auto before = bare.roster.end();
    const std::vector<wire::PartyRef> team{{.group = {}, .party = bare.party}};
    const auto opening =
        bare.next_entry({wire::PartyEpoch{.party = bare.party, .kem_key = founder.kem_key, .history = {}},
                         wire::OpenChannel{bare.channel, wire::ChannelKind::team, team, team}});
    CHECK(refusal_in(calling(relay, bare).extend(before, opening)) == wire::Refusal::not_writer);
    CHECK(refusal_in(announce(calling(relay, bare), a_paper_invite())) == wire::Refusal::not_writer);
}

TEST_CASE("a link in the roster ties family and clinic without a paper, and an unlink parts them") {
    const auto& relay = the_relay();
    const auto clinic = founded_clinic(relay), second = founded_clinic(relay);
    auto family = founded_household(relay, clinic);
    auto before = family.roster.end();
    REQUIRE(calling(relay, family).extend(before, family.linking(second)).status == 201);
    CHECK(calling(relay, second).roster_of(family.group()).status == 200);
    CHECK(linked_to(relay, second) == std::vector<wire::LinkedHousehold>{{family.group(), {}}});

    before = family.roster.end();
    REQUIRE(calling(relay, family).extend(before, family.next_entry({wire::Unlink{second.group()}})).status == 201);
    CHECK(calling(relay, second).roster_of(family.group()).status == 404);
    CHECK(linked_to(relay, second).empty());
    CHECK(calling(relay, clinic).roster_of(family.group()).status == 200);
}

}  // namespace goodweek::relay_tests
