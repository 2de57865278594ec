// The relay is an adversary that happens to store our bytes (security.md 0 and 7). For each thing it may do, what its clients
// say is written down here: never silently accepted, and never at the cost of a device that did nothing.
#include <doctest/doctest.h>

#include <functional>

#include "support/roster_builder.h"
#include "support/sync_device.h"

using namespace goodweek;
using test::SyncDevice;
using test::test_event;
using wire::BundleProblem;
using wire::Call;

namespace {

using Tamper = std::function<void(const wire::Asked&, wire::Reply&)>;

struct UnderAttack {
    test::MemoryRelay relay;
    test::TestClock clock;
    SyncDevice clinic = test::founded_clinic(relay, clock);
    SyncDevice mother = test::joined_household(relay, clock, clinic);
    SyncDevice father = test::second_phone(relay, clock, mother);
    sync::ChannelAt family = mother.family();
    sync::ChannelAt care = mother.care_with(clinic.ours.group());

    // A round of a device to whom the relay says something else than it should.
    void round(SyncDevice& device, const Tamper& tamper) {
        sync::begin_round(device.talk, device.ours, clock.now_ms, sync::Insist::yes);
        for (int step = 0; step < 200; ++step) {
            const auto request = sync::next_request(device.talk, device.ours, clock.now_ms);
            if (!request) return;
            clock.now_ms += 50;
            auto reply = relay.answer(*request, clock.now_ms);
            tamper(*wire::read_target(request->method, request->target), reply);
            device.take_in(sync::receive(device.talk, device.ours, reply, clock.now_ms, 0.5, test::is_test_event));
        }
        FAIL("a round that never ends");
    }
    void honest(SyncDevice& device) { device.round(relay, clock); }
    void everyone_honest() {
        for (int i = 0; i < 2; ++i)
            for (auto* device : {&mother, &father, &clinic}) honest(*device);
    }

    // The pages of bundles of one channel, as a list that may be rearranged.
    static Tamper pages(const ChannelId& channel, std::function<void(std::vector<Bytes>&)> change) {
        return [=](const wire::Asked& asked, wire::Reply& reply) {
            if (asked.call != Call::read_bundles || asked.channel != channel || reply.status != 200) return;
            const auto frames = wire::read_frames(reply.body, wire::bundle_max);
            if (!frames || frames->empty()) return;
            std::vector<Bytes> bundles;
            for (const auto& frame : *frames) bundles.emplace_back(frame.bytes.begin(), frame.bytes.end());
            change(bundles);
            Bytes body;
            auto number = frames->front().number;
            for (const auto& bundle : bundles) wire::append_frame(body, number++, bundle);
            reply.body = body;
        };
    }
    std::vector<BundleProblem> verdicts(const SyncDevice& device) const {
        std::vector<BundleProblem> found;
        for (const auto& change : device.heard)
            if (const auto* aside = std::get_if<sync::BundleSetAside>(&change)) found.push_back(aside->why);
        return found;
    }
};

}  // namespace

TEST_CASE("a changed bundle is set aside as forged, and everybody else's go on") {
    UnderAttack here;
    here.mother.write(here.family, test_event("from mother"));
    here.honest(here.mother);
    auto third = test::second_phone(here.relay, here.clock, here.mother, 3);
    third.write(here.family, test_event("from the third"));
    here.honest(third);
    const auto mothers = here.mother.ours.keys().id;
    here.round(here.father, UnderAttack::pages(here.family.channel, [&](std::vector<Bytes>& bundles) {
                   for (auto& bundle : bundles)
                       if (wire::read_bundle(bundle)->header.sender == mothers) bundle[700] ^= 1;
               }));
    CHECK(here.verdicts(here.father) == std::vector{BundleProblem::forged});
    CHECK(here.father.last<sync::BundleSetAside>()->device_set_aside == false);
    CHECK(here.father.events[here.family].size() == 1);
    // And a forgery is no reason to distrust her: the true one is taken when it comes.
    here.father.take_in(sync::take_bundles(here.father.talk, here.father.ours, here.mother.sealed(),
                                           here.clock.now_ms, test::is_test_event));
    CHECK(here.father.events[here.family].size() == 2);
}

TEST_CASE("a family's bundles shown to another family, or in another channel, are misdelivered") {
    UnderAttack here;
    auto neighbours = test::joined_household(here.relay, here.clock, here.clinic);
    neighbours.write(neighbours.family(), test_event("next door"));
    here.mother.write(here.care, test_event("for the clinic too"));
    here.mother.write(here.family, test_event("for us"));
    here.honest(neighbours);
    here.honest(here.mother);
    here.round(here.father, UnderAttack::pages(here.family.channel, [&](std::vector<Bytes>& bundles) {
                   bundles = {neighbours.sealed().front(), here.mother.sealed().front(), bundles.front()};
               }));
    CHECK(here.verdicts(here.father) == std::vector{BundleProblem::misdelivered, BundleProblem::misdelivered});
    CHECK(here.father.events[here.family].size() == 1);
}

TEST_CASE("a bundle left out is missed: what follows waits, and after a week people are told") {
    UnderAttack here;
    for (const auto* words : {"one", "two", "three"}) here.mother.write(here.family, test_event(words));
    here.honest(here.mother);
    const auto without_second = UnderAttack::pages(
        here.family.channel, [&](std::vector<Bytes>& bundles) { std::erase(bundles, here.mother.sealed()[1]); });
    here.round(here.father, without_second);
    CHECK(here.father.events[here.family].size() == 1);
    CHECK(here.father.count<sync::SomethingMissing>() == 0);
    here.clock.now_ms += 8LL * 24 * 3'600'000;
    here.round(here.father, without_second);
    here.round(here.father, without_second);
    CHECK(here.father.count<sync::SomethingMissing>() == 1);
    CHECK(here.father.last<sync::SomethingMissing>()->sender == here.mother.ours.keys().id);

    here.father.restart();
    here.honest(here.father);
    CHECK(here.father.events[here.family].size() == 3);
}

TEST_CASE("bundles repeated, reordered and given for the third time change nothing") {
    UnderAttack here;
    for (const auto* words : {"one", "two", "three"}) here.mother.write(here.family, test_event(words));
    here.honest(here.mother);
    const auto again = UnderAttack::pages(here.family.channel, [](std::vector<Bytes>& bundles) {
        std::ranges::reverse(bundles);
        const auto once = bundles;
        bundles.insert(bundles.end(), once.begin(), once.end());
    });
    here.round(here.father, again);
    here.round(here.father, again);
    CHECK(here.father.events[here.family] == here.mother.events[here.family]);
    CHECK(here.verdicts(here.father).empty());
}

TEST_CASE("a phone that signed two histories is set aside with both proofs, and nobody else is") {
    UnderAttack here;
    auto copy = here.mother;
    here.mother.write(here.family, test_event("one history"));
    here.honest(here.mother);
    here.honest(here.father);
    copy.write(here.family, test_event("another"));
    here.round(here.father, UnderAttack::pages(here.family.channel, [](std::vector<Bytes>&) {}));
    here.father.take_in(sync::take_bundles(here.father.talk, here.father.ours, copy.sealed(), here.clock.now_ms,
                                           test::is_test_event));
    CHECK(here.verdicts(here.father) == std::vector{BundleProblem::device_fork});
    CHECK(here.father.last<sync::BundleSetAside>()->device_set_aside);
    here.mother.write(here.family, test_event("unheard from now on"));
    here.honest(here.mother);
    here.father.write(here.family, test_event("father goes on"));
    here.honest(here.father);
    here.honest(here.mother);
    CHECK(here.father.events[here.family].size() == 2);
    CHECK(here.mother.events[here.family].size() == 3);
    CHECK(here.verdicts(here.father).size() == 1);
}

TEST_CASE("a relay cannot turn people against a phone with a bundle it made up") {
    UnderAttack here;
    here.mother.write(here.family, test_event("one"));
    here.mother.write(here.family, test_event("two"));
    here.honest(here.mother);
    // Anything before the signature may be rewritten by the relay: heights that fall, rosters that fork.
    for (const std::size_t field : {144u, 148u, 180u, 184u, 104u, 112u}) {
        auto father = here.father;
        here.round(father, UnderAttack::pages(here.family.channel, [&](std::vector<Bytes>& bundles) {
                       auto forged = bundles.back();
                       forged[field] ^= 1;
                       bundles.insert(bundles.begin(), forged);
                   }));
        CAPTURE(field);
        CHECK(father.events[here.family].size() == 2);
        CHECK(sync::chains_of(father.talk, here.family).set_aside.empty());
        CHECK_FALSE(father.talk.groups.at(here.family.group).forked);
    }
}

TEST_CASE("a relay that hides a roster change from one phone stops that phone from sealing to the wrong people") {
    UnderAttack here;
    const auto keys = sync::new_device_keys();
    sync::post_entry(
        here.mother.talk, here.mother.ours,
        *sync::entry_adding(here.mother.ours, {keys.sign_key, keys.kem_key, wire::DeviceRole::member, {}}));
    here.honest(here.mother);
    here.mother.write(here.family, test_event("written after the change"));
    here.honest(here.mother);
    const Tamper frozen = [](const wire::Asked& asked, wire::Reply& reply) {
        if (asked.call == Call::read_roster) reply.body.clear();
    };
    here.round(here.father, frozen);
    CHECK(here.father.events[here.family].empty());
    here.father.write(here.family, test_event("not sent while something is hidden"));
    here.round(here.father, frozen);
    CHECK(here.father.count<sync::BundleSent>() == 0);
    CHECK(here.father.talk.outbox.size() == 1);
    here.everyone_honest();
    CHECK(here.father.count<sync::BundleSent>() == 1);
    CHECK(here.mother.events == here.father.events);
}

TEST_CASE("a roster that is not the family's own is no roster") {
    UnderAttack here;
    const auto other = sync::Membership::household(sync::new_device_keys(), test::test_person(1),
                                                   sync::recovery_keys(vault::RecoveryCode::random()));
    const auto with_entry = [](const Bytes& entry) -> Tamper {
        return [=](const wire::Asked& asked, wire::Reply& reply) {
            if (asked.call != Call::read_roster) return;
            reply.body.clear();
            wire::append_frame(reply.body, asked.from, entry);
        };
    };
    auto changed = here.mother.ours.own()->entries()[1];
    changed[200] ^= 1;
    for (const auto& entry : {other.own()->entries().front(), changed, Bytes{1, 2, 3}}) {
        auto father = here.father;
        here.round(father, with_entry(entry));
        CHECK(father.count<sync::RosterRefused>() >= 1);
        CHECK_FALSE(father.last<sync::RosterRefused>()->forked);
        CHECK(father.ours.own()->head() == here.mother.ours.own()->head());
    }
}

TEST_CASE("two rosters signed for one household stop the sending until people have compared") {
    UnderAttack here;
    auto copy = here.mother;  // an admin's phone that writes two histories
    const auto entry_of = [](SyncDevice& device) {
        const auto keys = sync::new_device_keys();
        return *sync::entry_adding(device.ours, {keys.sign_key, keys.kem_key, wire::DeviceRole::member, {}});
    };
    const auto one = entry_of(here.mother), other = entry_of(copy);
    REQUIRE(here.father.ours.learn(here.family.group, one).has_value());
    REQUIRE(copy.ours.learn(here.family.group, other).has_value());
    const auto after_other = entry_of(copy);
    here.round(here.father, [&](const wire::Asked& asked, wire::Reply& reply) {
        if (asked.call != Call::read_roster || asked.group != here.family.group) return;
        reply.body.clear();
        wire::append_frame(reply.body, asked.from, after_other);
    });
    REQUIRE(here.father.last<sync::RosterRefused>());
    CHECK(here.father.last<sync::RosterRefused>()->forked);
    here.father.write(here.family, test_event("waits"));
    here.honest(here.father);
    CHECK(here.father.talk.outbox.size() == 1);
}

TEST_CASE("giant, torn and senseless answers are an error of the relay and nothing else") {
    UnderAttack here;
    here.mother.write(here.family, test_event("kept"));
    for (const auto& body : {Bytes(5u << 20, 0), Bytes{1, 2, 3}, Bytes(11, 0xff)}) {
        auto father = here.father;
        auto clinic = here.clinic;
        const Tamper nonsense = [&](const wire::Asked&, wire::Reply& reply) { reply.body = body; };
        here.round(father, nonsense);
        here.round(clinic, nonsense);
        CHECK(father.events.empty());
        CHECK(father.ours.own()->head() == here.father.ours.own()->head());
    }
    here.everyone_honest();
    CHECK(here.father.events == here.mother.events);
}

TEST_CASE("a relay that gives the same page for ever is not asked for ever") {
    UnderAttack here;
    here.mother.write(here.family, test_event("one"));
    here.honest(here.mother);
    Bytes first_page;
    here.round(here.father, [&](const wire::Asked& asked, wire::Reply& reply) {
        if (asked.call != Call::read_bundles || asked.channel != here.family.channel) return;
        if (first_page.empty()) first_page = reply.body;
        reply.body = first_page;
    });
    CHECK(here.father.events[here.family].size() == 1);
}

TEST_CASE("a made-up list of joined households costs a clinic a question each, and opens nothing") {
    UnderAttack here;
    std::vector<wire::LinkedHousehold> invented;
    for (std::uint8_t i = 1; i < 20; ++i) invented.push_back({test::id_of<GroupId>(i), {}});
    here.round(here.clinic, [&](const wire::Asked& asked, wire::Reply& reply) {
        if (asked.call == Call::list_linked) reply.body = wire::linked_body(invented);
    });
    CHECK(here.clinic.ours.rosters().size() == 1);
    here.mother.write(here.care, test_event("still heard"));
    here.everyone_honest();
    CHECK(here.clinic.events[here.care].size() == 1);
}

TEST_CASE("who saw another history of somebody is heard once it is plain who told two stories") {
    UnderAttack here;
    auto third = test::second_phone(here.relay, here.clock, here.mother, 3);
    auto copy = here.mother;
    here.mother.write(here.family, test_event("one history"));
    here.honest(here.mother);
    here.honest(here.father);
    copy.write(here.family, test_event("another"));
    here.round(third, UnderAttack::pages(here.family.channel, [&](std::vector<Bytes>& bundles) {
                   bundles.front() = copy.sealed().back();
               }));
    third.write(here.family, test_event("I saw the other"));
    here.honest(third);
    here.honest(here.father);
    CHECK(here.verdicts(here.father) == std::vector{BundleProblem::chain_contradicted});
    CHECK_FALSE(here.father.last<sync::BundleSetAside>()->device_set_aside);
    CHECK(here.father.events[here.family].size() == 1);

    here.father.take_in(sync::take_bundles(here.father.talk, here.father.ours, copy.sealed(), here.clock.now_ms,
                                           test::is_test_event));
    CHECK(here.father.last<sync::BundleSetAside>()->sender == here.mother.ours.keys().id);
    CHECK(here.father.last<sync::BundleSetAside>()->device_set_aside);
    CHECK(here.father.events[here.family].contains(test_event("I saw the other")));
}

TEST_CASE("more than a phone can hold for a missing bundle is let pass, and fetched when there is room") {
    UnderAttack here;
    for (int i = 0; i < 300; ++i) here.mother.write(here.family, test_event(std::to_string(i)));
    while (!here.mother.talk.outbox.empty()) here.honest(here.mother);
    here.round(here.father, UnderAttack::pages(here.family.channel, [&](std::vector<Bytes>& bundles) {
                   std::erase(bundles, here.mother.sealed().front());
               }));
    CHECK(here.father.events[here.family].empty());
    here.father.take_in(sync::take_bundles(here.father.talk, here.father.ours,
                                           std::span(here.mother.sealed()).first(1), here.clock.now_ms,
                                           test::is_test_event));
    here.honest(here.father);
    CHECK(here.father.events[here.family].size() == 300);
}

TEST_CASE("a relay that claims to have been restored at every answer is left alone for a while") {
    UnderAttack here;
    here.mother.write(here.family, test_event("patience"));
    std::uint8_t times = 0;
    here.round(here.mother, [&](const wire::Asked&, wire::Reply& reply) {
        reply.headers.front().value = test::id_of<wire::StoreId>(++times).hex();
    });
    CHECK(here.mother.count<sync::StoreChanged>() == 1);
    CHECK(times < 5);
    here.clock.now_ms += 3'600'000;
    here.everyone_honest();
    CHECK(here.father.events == here.mother.events);
}
