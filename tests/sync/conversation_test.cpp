// A family, its phones and its clinic, talking through a relay that none of them trusts.
#include <doctest/doctest.h>

#include "support/roster_builder.h"
#include "support/sync_device.h"
#include "sync/bundle_file.h"

using namespace goodweek;
using test::SyncDevice;
using test::test_event;

namespace {

// A clinic, and a household that shares a care channel with it.
struct Neighbourhood {
    test::MemoryRelay relay;
    test::TestClock clock;
    SyncDevice clinic = test::founded_clinic(relay, clock);
    SyncDevice phone = test::joined_household(relay, clock, clinic);
    sync::ChannelAt care = phone.care_with(clinic.ours.group());
    sync::ChannelAt family = phone.family();

    sync::Changes tell(SyncDevice& device, const wire::Reply& reply) {
        const auto changes = sync::receive(device.talk, device.ours, reply, clock.now_ms, 0.5, test::is_test_event);
        device.take_in(changes);
        return changes;
    }
    wire::Request ask(SyncDevice& device) {
        const auto request = sync::next_request(device.talk, device.ours, clock.now_ms);
        REQUIRE(request.has_value());
        return *request;
    }
    wire::Reply refusal(wire::Refusal refusal, std::uint32_t retry_after_s = 0) const {
        return {.status = wire::status_of(refusal),
                .headers = {{"GW-Store", phone.talk.store->hex()}},
                .body = wire::error_body({.refusal = refusal,
                                          .retry_after_s = retry_after_s,
                                          .relay_time_ms = clock.now_ms,
                                          .chain = {},
                                          .roster = {}})};
    }
    std::optional<wire::Asked> asked(const std::optional<wire::Request>& request) const {
        return request ? wire::read_target(request->method, request->target) : std::nullopt;
    }
};

}  // namespace

TEST_CASE("what a mother logs in the care channel, the clinic reads, and its answer comes back") {
    Neighbourhood here;
    here.phone.write(here.care, test_event("peak flow 320"));
    here.phone.round(here.relay, here.clock);
    here.clinic.round(here.relay, here.clock);
    CHECK(here.clinic.events == here.phone.events);
    CHECK(here.phone.count<sync::BundleSent>() == 1);

    here.clinic.write(here.care, test_event("well done"));
    here.clinic.round(here.relay, here.clock);
    here.phone.round(here.relay, here.clock);
    CHECK(here.phone.events[here.care].size() == 2);
    CHECK(here.clinic.events == here.phone.events);
}

TEST_CASE("the relay never holds a word of it") {
    Neighbourhood here;
    here.phone.write(here.care, test_event("wheezing since Tuesday"));
    here.phone.write(here.family, test_event("between us only"));
    here.phone.round(here.relay, here.clock);
    const auto seen = text_of(here.relay.everything_seen());
    CHECK(seen.find("GWB1") != std::string_view::npos);
    CHECK(seen.find("wheezing") == std::string_view::npos);
    CHECK(seen.find("between us") == std::string_view::npos);
}

TEST_CASE("a clinic learns which invite brought a household") {
    Neighbourhood here;
    here.clinic.round(here.relay, here.clock);
    REQUIRE(here.clinic.count<sync::HouseholdsJoined>() == 1);
    const auto& households = here.clinic.last<sync::HouseholdsJoined>()->households;
    REQUIRE(households.size() == 1);
    CHECK(households.front().household == here.phone.ours.group());
    CHECK(households.front().token_hash != wire::TokenHash{});
    here.clinic.round(here.relay, here.clock);
    CHECK(here.clinic.count<sync::HouseholdsJoined>() == 1);
}

TEST_CASE("an invite opens the door once") {
    Neighbourhood here;
    const auto invite =
        sync::new_invite("https://relay.example", here.clinic.ours.group(), here.clock.now_ms + 3'600'000);
    sync::run_errand(here.clinic.talk, {.call = wire::Call::announce_invite},
                     wire::new_invite_body(sync::announcement(invite)));
    here.clinic.round(here.relay, here.clock);
    const auto join = [&] {
        SyncDevice phone("another family",
                         sync::Membership::household(sync::new_device_keys(), test::test_person(1),
                                                     sync::recovery_keys(vault::RecoveryCode::random())),
                         here.relay);
        sync::found_group(phone.talk, phone.ours, sync::invite_token(invite.secret));
        phone.round(here.relay, here.clock);
        return phone;
    };
    CHECK(join().count<sync::GroupFounded>() == 1);
    const auto second = join();
    CHECK(second.count<sync::GroupFounded>() == 0);
    REQUIRE(second.last<sync::Refused>());
    CHECK(second.last<sync::Refused>()->asked.call == wire::Call::found_group);
    CHECK_FALSE(second.talk.groups.at(second.ours.group()).founding.has_value());
}

TEST_CASE("a typed code is looked up by whoever typed it, before they belong anywhere") {
    Neighbourhood here;
    const auto invite =
        sync::new_invite("https://relay.example", here.clinic.ours.group(), here.clock.now_ms + 3'600'000);
    sync::run_errand(here.clinic.talk, {.call = wire::Call::announce_invite},
                     wire::new_invite_body(sync::announcement(invite)));
    here.clinic.round(here.relay, here.clock);
    SyncDevice phone("a new family",
                     sync::Membership::household(sync::new_device_keys(), test::test_person(1),
                                                 sync::recovery_keys(vault::RecoveryCode::random())),
                     here.relay);
    sync::run_errand(phone.talk, {.call = wire::Call::look_up_invite, .lookup = sync::invite_lookup(invite.secret)},
                     {});
    phone.round(here.relay, here.clock);
    REQUIRE(phone.last<sync::ErrandAnswered>());
    CHECK(sync::open_card(invite.secret, invite.relay, phone.last<sync::ErrandAnswered>()->body) == invite);
}

TEST_CASE("when two phones change the roster at once, the second is told and can do it again") {
    Neighbourhood here;
    auto second = test::second_phone(here.relay, here.clock, here.phone);
    const auto keys = sync::new_device_keys(), others = sync::new_device_keys();
    const auto entry_of = [](SyncDevice& device, const sync::DeviceKeys& added) {
        return *sync::entry_adding(device.ours, {added.sign_key, added.kem_key, wire::DeviceRole::member, {}});
    };
    sync::post_entry(here.phone.talk, here.phone.ours, entry_of(here.phone, keys));
    sync::post_entry(second.talk, second.ours, entry_of(second, others));
    here.phone.round(here.relay, here.clock);
    second.round(here.relay, here.clock);
    CHECK(second.count<sync::EntryOvertaken>() == 1);
    CHECK(second.ours.own()->device(keys.id));
    CHECK_FALSE(second.ours.own()->device(others.id));
    sync::post_entry(second.talk, second.ours, entry_of(second, others));
    second.round(here.relay, here.clock);
    here.phone.round(here.relay, here.clock);
    CHECK(here.phone.ours.own()->head() == second.ours.own()->head());
    CHECK(here.phone.ours.own()->device(others.id));
}

TEST_CASE("an entry whose answer was lost is not written twice") {
    Neighbourhood here;
    const auto keys = sync::new_device_keys();
    sync::post_entry(
        here.phone.talk, here.phone.ours,
        *sync::entry_adding(here.phone.ours, {keys.sign_key, keys.kem_key, wire::DeviceRole::member, {}}));
    const auto request = here.ask(here.phone);
    REQUIRE(here.relay.answer(request, here.clock.now_ms).status == 201);
    here.tell(here.phone, {});  // nothing came back
    here.phone.round(here.relay, here.clock);
    CHECK(here.phone.ours.own()->device(keys.id));
    CHECK(here.phone.count<sync::EntryOvertaken>() == 0);
}

TEST_CASE("without a network nothing is asked until the wait is over, and pressing Sync now does not wait") {
    Neighbourhood here;
    here.phone.write(here.care, test_event("on the bus"));
    here.ask(here.phone);
    CHECK_FALSE(sync::next_request(here.phone.talk, here.phone.ours, here.clock.now_ms).has_value());
    here.tell(here.phone, {});
    CHECK_FALSE(sync::next_request(here.phone.talk, here.phone.ours, here.clock.now_ms).has_value());
    const auto wake = sync::wake_at(here.phone.talk, here.phone.ours);
    REQUIRE(wake.has_value());
    CHECK(*wake >= here.clock.now_ms + 1'000);
    CHECK(*wake <= here.clock.now_ms + 2'000);
    here.clock.now_ms = *wake;
    here.ask(here.phone);
    here.tell(here.phone, {});
    CHECK(*sync::wake_at(here.phone.talk, here.phone.ours) > *wake + 1'999);
    sync::begin_round(here.phone.talk, here.phone.ours, here.clock.now_ms, sync::Insist::yes);
    here.ask(here.phone);
}

TEST_CASE("waits double up to a quarter of an hour") {
    Neighbourhood here;
    here.phone.write(here.care, test_event("in the tunnel"));
    for (int i = 0; i < 30; ++i) {
        here.ask(here.phone);
        here.tell(here.phone, {});
        const auto wake = sync::wake_at(here.phone.talk, here.phone.ours);
        REQUIRE(wake.has_value());
        CHECK(*wake - here.clock.now_ms <= 15 * 60'000);
        here.clock.now_ms = *wake;
    }
    CHECK(here.phone.talk.network.failures == 30);
    here.phone.round(here.relay, here.clock);
    CHECK(here.phone.talk.network == sync::Backoff{});
    CHECK(here.phone.talk.outbox.empty());
}

TEST_CASE("a café's login page is no relay") {
    Neighbourhood here;
    here.phone.write(here.care, test_event("still waiting"));
    here.ask(here.phone);
    const auto changes = here.tell(here.phone, {.status = 200, .headers = {{"Server", "café"}}, .body = {'h', 'i'}});
    CHECK(changes.empty());
    CHECK(here.phone.talk.outbox.size() == 1);
    CHECK(here.phone.talk.network.failures == 1);
}

TEST_CASE("a phone years out still syncs: the relay's clock is used to sign, and for nothing else") {
    Neighbourhood here;
    here.phone.write(here.care, test_event("from 2021"));
    test::TestClock wrong{.now_ms = here.clock.now_ms - 2LL * 365 * 86'400'000};
    sync::begin_round(here.phone.talk, here.phone.ours, wrong.now_ms, sync::Insist::yes);
    for (int i = 0; i < 50; ++i) {
        const auto request = sync::next_request(here.phone.talk, here.phone.ours, wrong.now_ms);
        if (!request) break;
        const auto reply = here.relay.answer(*request, here.clock.now_ms);
        here.phone.take_in(
            sync::receive(here.phone.talk, here.phone.ours, reply, wrong.now_ms, 0.5, test::is_test_event));
    }
    CHECK(here.phone.count<sync::BundleSent>() == 1);
    CHECK(here.phone.talk.clock_offset_ms == here.clock.now_ms - wrong.now_ms);
}

TEST_CASE("a relay that keeps saying the clock is wrong is left alone for a while") {
    Neighbourhood here;
    here.phone.write(here.care, test_event("x"));
    here.ask(here.phone);
    here.tell(here.phone, here.refusal(wire::Refusal::clock_skew));
    here.ask(here.phone);
    here.tell(here.phone, here.refusal(wire::Refusal::clock_skew));
    CHECK_FALSE(sync::next_request(here.phone.talk, here.phone.ours, here.clock.now_ms).has_value());
    CHECK(*sync::wake_at(here.phone.talk, here.phone.ours) > here.clock.now_ms);
    CHECK(here.phone.talk.outbox.size() == 1);
}

TEST_CASE("one family that cannot be reached never holds up another") {
    Neighbourhood here;
    auto other = test::joined_household(here.relay, here.clock, here.clinic);
    here.clinic.round(here.relay, here.clock);
    const auto other_care = other.care_with(here.clinic.ours.group());
    here.phone.write(here.care, test_event("one"));
    other.write(other_care, test_event("two"));
    here.phone.round(here.relay, here.clock);
    other.round(here.relay, here.clock);

    sync::begin_round(here.clinic.talk, here.clinic.ours, here.clock.now_ms, sync::Insist::yes);
    for (int i = 0; i < 50; ++i) {
        const auto request = sync::next_request(here.clinic.talk, here.clinic.ours, here.clock.now_ms);
        if (!request) break;
        const auto broken = here.asked(request)->group == here.phone.ours.group();
        here.tell(here.clinic,
                  broken ? here.refusal(wire::Refusal::busy, 60) : here.relay.answer(*request, here.clock.now_ms));
    }
    CHECK(here.clinic.events[other_care].size() == 1);
    CHECK(here.clinic.events[here.care].empty());
    CHECK(*sync::wake_at(here.clinic.talk, here.clinic.ours) >= here.clock.now_ms + 60'000);
    here.clock.now_ms += 61'000;
    here.clinic.round(here.relay, here.clock);
    CHECK(here.clinic.events[here.care].size() == 1);
}

TEST_CASE("a bundle that is not taken now never keeps the answers away") {
    Neighbourhood here;
    here.clinic.round(here.relay, here.clock);
    here.clinic.write(here.care, test_event("an answer"));
    here.clinic.round(here.relay, here.clock);
    here.phone.write(here.care, test_event("a question"));
    sync::begin_round(here.phone.talk, here.phone.ours, here.clock.now_ms, sync::Insist::yes);
    for (int i = 0; i < 50; ++i) {
        const auto request = sync::next_request(here.phone.talk, here.phone.ours, here.clock.now_ms);
        if (!request) break;
        const bool push = here.asked(request)->call == wire::Call::put_bundle;
        here.tell(here.phone,
                  push ? here.refusal(wire::Refusal::quota, 3'600) : here.relay.answer(*request, here.clock.now_ms));
    }
    CHECK(here.phone.events[here.care].size() == 2);
    CHECK(here.phone.talk.outbox.size() == 1);
    // Never longer than a quarter of an hour, whatever the relay would like.
    CHECK(*sync::wake_at(here.phone.talk, here.phone.ours) <= here.clock.now_ms + 15 * 60'000);
}

TEST_CASE("a bundle the relay refuses for good ends that chain in words, not in silence") {
    Neighbourhood here;
    here.phone.write(here.care, test_event("one"));
    here.phone.write(here.care, test_event("two"));
    here.phone.write(here.family, test_event("three"));
    for (int i = 0; i < 50; ++i) {
        const auto request = sync::next_request(here.phone.talk, here.phone.ours, here.clock.now_ms);
        if (!request) break;
        const bool refused = here.asked(request)->channel == here.care.channel;
        here.tell(here.phone, refused ? here.refusal(wire::Refusal::bundle_invalid)
                                      : here.relay.answer(*request, here.clock.now_ms));
    }
    CHECK(here.phone.count<sync::Refused>() == 1);
    CHECK(here.phone.count<sync::OwnChainBroken>() == 1);
    CHECK(here.phone.count<sync::BundleSent>() == 1);
    CHECK(here.phone.talk.outbox.empty());
    CHECK(sync::seal(std::vector<Bytes>{test_event("four")}, 1, here.phone.ours,
                     sync::chains_of(here.phone.talk, here.care))
              .error() == sync::SealProblem::chain_broken);
}

TEST_CASE("a removed phone is told so and asks no more") {
    Neighbourhood here;
    sync::begin_round(here.phone.talk, here.phone.ours, here.clock.now_ms);
    here.ask(here.phone);
    here.tell(here.phone, here.refusal(wire::Refusal::revoked));
    REQUIRE(here.phone.last<sync::Refused>());
    CHECK(here.phone.last<sync::Refused>()->refusal == wire::Refusal::revoked);
    here.phone.write(here.family, test_event("unheard"));
    CHECK_FALSE(sync::next_request(here.phone.talk, here.phone.ours, here.clock.now_ms).has_value());
    CHECK_FALSE(sync::wake_at(here.phone.talk, here.phone.ours).has_value());
}

TEST_CASE("two phones with one profile are found out, and nothing either wrote is lost") {
    Neighbourhood here;
    here.phone.write(here.family, test_event("the first"));
    here.phone.round(here.relay, here.clock);
    auto copy = here.phone;
    here.phone.write(here.family, test_event("here"));
    copy.write(here.family, test_event("there"));
    here.phone.round(here.relay, here.clock);
    copy.round(here.relay, here.clock);
    CHECK(copy.count<sync::OwnChainBroken>() >= 1);
    CHECK(copy.talk.outbox.empty());
    CHECK(here.phone.count<sync::OwnChainBroken>() == 0);
}

TEST_CASE("a relay brought back from yesterday's copy is filled up again") {
    Neighbourhood here;
    for (const auto* words : {"one", "two", "three"}) here.phone.write(here.care, test_event(words));
    here.phone.round(here.relay, here.clock);
    here.relay.restore_without(2);
    CHECK(here.relay.bundle_count() == 1);
    here.phone.round(here.relay, here.clock);
    CHECK(here.phone.count<sync::StoreChanged>() == 1);
    CHECK(here.relay.bundle_count() == 3);
    here.clinic.round(here.relay, here.clock);
    here.clinic.round(here.relay, here.clock);
    CHECK(here.clinic.events[here.care].size() == 3);
}

TEST_CASE("a file carries what the network cannot, and the network afterwards makes no second copy") {
    Neighbourhood here;
    here.clinic.round(here.relay, here.clock);
    here.phone.write(here.care, test_event("by file"));
    auto parts = here.phone.sealed();
    for (const auto& entry : here.phone.ours.own()->entries()) parts.push_back(entry);
    parts.push_back({'?'});
    const auto file = sync::read_bundle_file(sync::write_bundle_file(parts));
    REQUIRE(file.has_value());
    here.clinic.take_in(
        sync::take_bundles(here.clinic.talk, here.clinic.ours, *file, here.clock.now_ms, test::is_test_event));
    CHECK(here.clinic.events[here.care].size() == 1);
    CHECK(here.clinic.count<sync::BundleSetAside>() == 1);
    here.phone.round(here.relay, here.clock);
    here.clinic.round(here.relay, here.clock);
    CHECK(here.clinic.events == here.phone.events);
}

TEST_CASE("a file may bring the roster it speaks of, but nobody's whom we never met") {
    Neighbourhood here;
    here.clinic.round(here.relay, here.clock);
    const auto keys = sync::new_device_keys();
    const auto entry =
        sync::entry_adding(here.phone.ours, {keys.sign_key, keys.kem_key, wire::DeviceRole::member, {}});
    REQUIRE(here.phone.ours.learn(here.phone.ours.group(), *entry).has_value());
    const auto stranger = sync::Membership::household(sync::new_device_keys(), test::test_person(4),
                                                      sync::recovery_keys(vault::RecoveryCode::random()));
    const std::vector<Bytes> parts{*entry, stranger.own()->entries().front()};
    here.clinic.take_in(
        sync::take_bundles(here.clinic.talk, here.clinic.ours, parts, here.clock.now_ms, test::is_test_event));
    CHECK(here.clinic.ours.roster(here.phone.ours.group())->device(keys.id));
    CHECK_FALSE(here.clinic.ours.roster(stranger.group()));
}

TEST_CASE("a bundle found in the vault that no commit knew of is sent, and its number is not used again") {
    Neighbourhood here;
    auto before = here.phone;
    here.phone.write(here.family, test_event("sealed just before the crash"));
    const auto changes =
        sync::adopt_own_bundle(before.talk, before.ours, here.phone.sealed().back(), test::is_test_event);
    REQUIRE(changes.size() == 1);
    before.take_in(changes);
    before.write(here.family, test_event("after it"));
    before.round(here.relay, here.clock);
    CHECK(before.count<sync::BundleSent>() == 2);
    CHECK(before.count<sync::OwnChainBroken>() == 0);
    auto second = test::second_phone(here.relay, here.clock, before);
    second.round(here.relay, here.clock);
    CHECK(second.events[here.family].size() == 2);
}

TEST_CASE("the state of a conversation survives the closing of the app, and damaged bytes are none") {
    Neighbourhood here;
    here.phone.write(here.care, test_event("x"));
    here.phone.round(here.relay, here.clock);
    sync::run_errand(here.phone.talk,
                     {.call = wire::Call::leave_message, .rendezvous = test::id_of<wire::RendezvousId>(3)},
                     {1, 2, 3});
    here.phone.talk.groups[here.phone.ours.group()].forked = true;
    here.phone.talk.groups[here.phone.ours.group()].gone = wire::Refusal::erased;
    here.phone.talk.groups[here.phone.ours.group()].founding = wire::Token{4};
    const auto bytes = sync::to_bytes(here.phone.talk);
    auto back = sync::conversation_from(bytes);
    REQUIRE(back.has_value());
    CHECK(sync::to_bytes(*back) == bytes);
    CHECK(back->groups.at(here.phone.ours.group()).channels ==
          here.phone.talk.groups.at(here.phone.ours.group()).channels);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        CHECK_FALSE(sync::conversation_from(ByteView(bytes).first(i)).has_value());
}
