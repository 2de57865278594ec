// The paper a clinic hands out, in its three forms.
#include <doctest/doctest.h>

#include "support/roster_builder.h"
#include "sync/invite.h"

using namespace goodweek;
using sync::InviteProblem;

namespace {

sync::Invite an_invite() {
    GroupId clinic;
    vault::fill_random(clinic.bytes);
    return sync::new_invite("https://relay.example:8443", clinic, 1'700'000'012'345);
}

}  // namespace

TEST_CASE("an invite reads back from its picture, its line and whatever mail programs did to it") {
    const auto invite = an_invite();
    CHECK(invite.expires_ms == 1'699'999'980'000);
    const auto link = sync::invite_link(invite, "https://app.example/");
    CHECK(link.starts_with("https://app.example/#/join/"));
    CHECK(sync::read_invite(link) == invite);
    const auto line = sync::invite_line(invite);
    CHECK(line.starts_with("goodweek:join:"));
    CHECK(sync::read_invite(line) == invite);
    auto broken = "  " + line + "\r\n";
    broken.insert(40, "\n ");
    CHECK(sync::read_invite(broken) == invite);
}

TEST_CASE("a slip anywhere in an invite is noticed") {
    const auto line = sync::invite_line(an_invite());
    const auto payload = line.find_last_of(':') + 1;
    for (std::size_t i = payload; i < line.size(); ++i) {
        auto changed = line;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        CHECK(sync::read_invite(changed).error() == InviteProblem::mistyped);
        CHECK(sync::read_invite(line.substr(0, i)).error() == InviteProblem::mistyped);
    }
    for (const auto* text : {"", "hello", "goodweek:", "https://app.example/#/add/AAAA", "goodweek:add:AAAA"})
        CHECK(sync::read_invite(text).error() == InviteProblem::not_an_invite);
    CHECK(sync::read_invite(std::string(5'000, 'x')).error() == InviteProblem::not_an_invite);
}

TEST_CASE("a typed code finds the same clinic through a card that only its secret opens") {
    const auto invite = an_invite();
    const auto told = sync::announcement(invite);
    const auto typed = sync::read_invite_code(" " + sync::invite_code(invite.secret) + " ");
    REQUIRE(typed == invite.secret);
    CHECK(sync::invite_lookup(*typed) == told.lookup);
    CHECK(sync::open_card(*typed, invite.relay, told.card) == invite);
    auto other = *typed;
    other[0] ^= 1;
    CHECK_FALSE(sync::open_card(other, invite.relay, told.card).has_value());
    auto card = told.card;
    card[3] ^= 1;
    CHECK_FALSE(sync::open_card(*typed, invite.relay, card).has_value());
    CHECK_FALSE(sync::open_card(*typed, invite.relay, {}).has_value());
    CHECK_FALSE(sync::read_invite_code("ABCD-EFGH").has_value());
}

TEST_CASE("the relay learns neither the secret nor the clinic's name for it") {
    const auto invite = an_invite();
    const auto told = wire::new_invite_body(sync::announcement(invite));
    CHECK(text_of(told).find(text_of(invite.secret)) == std::string_view::npos);
    CHECK(text_of(told).find(text_of(invite.clinic.bytes)) == std::string_view::npos);
    CHECK(wire::invite_hash(sync::invite_token(invite.secret)) == sync::announcement(invite).token_hash);
}

TEST_CASE("the proof of an invite is good for one household") {
    const auto invite = an_invite();
    const auto ours = test::id_of<GroupId>(1), theirs = test::id_of<GroupId>(2);
    CHECK(sync::join_proof(invite.secret, ours) == sync::join_proof(invite.secret, ours));
    CHECK(sync::join_proof(invite.secret, ours) != sync::join_proof(invite.secret, theirs));
}

TEST_CASE("eight words are the paper's way of saying which clinic") {
    const auto invite = an_invite();
    const auto words = sync::check_words(invite.clinic);
    CHECK(words.size() == 8);
    auto other = invite.clinic;
    other.bytes[0] ^= 0x80;
    CHECK(sync::check_words(other) != words);
}

TEST_CASE("a relay is spoken to over https, or on this very machine") {
    CHECK(sync::authority_of("https://relay.example") == "relay.example");
    CHECK(sync::authority_of("https://relay.example:8443/") == "relay.example:8443");
    CHECK(sync::authority_of("http://127.0.0.1:8080") == "127.0.0.1:8080");
    CHECK(sync::authority_of("http://localhost:8080") == "localhost:8080");
    CHECK(sync::authority_of("http://[::1]:8080") == "[::1]:8080");
    for (const auto* wrong : {"http://relay.example", "ftp://relay.example", "https://", "relay.example",
                              "https://a/b", "https://a b", "https://user@a", "http://localhost.evil.example",
                              "http://127.0.0.1.evil.example:80", "https://a?b", "https://a#b"})
        CHECK_FALSE(sync::authority_of(wrong).has_value());
}

TEST_CASE("an invite has its day") {
    const auto invite = an_invite();
    CHECK_FALSE(sync::expired(invite, invite.expires_ms - 1));
    CHECK(sync::expired(invite, invite.expires_ms));
}
