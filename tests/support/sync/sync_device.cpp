#include "support/sync_device.h"

#include <doctest/doctest.h>

#include "domain/either.h"
#include "sync/enrol.h"

namespace goodweek::test {

bool is_test_event(ByteView event) { return !event.empty() && event.front() == 'e'; }

Bytes test_event(std::string_view words) {
    const auto text = "event: " + std::string(words);
    return {text.begin(), text.end()};
}

PersonId test_person(std::uint8_t number) {
    PersonId person;
    person.bytes.back() = number;
    return person;
}

void SyncDevice::write(const sync::ChannelAt& at, Bytes event) {
    const std::vector<Bytes> one{std::move(event)};
    const auto sealed = sync::seal(one, 7, ours, sync::chains_of(talk, at));
    REQUIRE(sealed.has_value());
    events[at].insert(one.front());
    for (const auto& each : *sealed) {
        sealed_.push_back(each.bytes);
        CHECK(sync::put_in_outbox(talk, each.bytes));
    }
}

void SyncDevice::push_from(const sync::ChannelAt& at, std::uint64_t from_seq) {
    for (const auto& bytes : sealed_) {
        const auto bundle = wire::read_bundle(bytes);
        const bool asked_for =
            at.group.empty() || sync::ChannelAt{bundle->header.group, bundle->header.channel} == at;
        if (asked_for && bundle->header.seq >= from_seq) sync::put_in_outbox(talk, bytes);
    }
}

void SyncDevice::take_in(const sync::Changes& changes) {
    for (const auto& change : changes) {
        std::visit(on{
                       [&](const sync::BundleArrived& it) {
                           for (const auto& event : it.opened.events) events[it.at].insert(event);
                       },
                       [&](const sync::BundleSent& it) { sent_.insert(it.end.id); },
                       [&](const sync::PushAgain& it) { push_from(it.at, it.from_seq); },
                       [&](const sync::StoreChanged&) { push_from({}, 1); },
                       [](const auto&) {},
                   },
                   change);
        heard.push_back(change);
    }
}

void SyncDevice::round(MemoryRelay& relay, TestClock& clock) {
    sync::begin_round(talk, ours, clock.now_ms, sync::Insist::yes);
    for (int step = 0; step < 500; ++step) {
        const auto request = sync::next_request(talk, ours, clock.now_ms);
        if (!request) return;
        clock.now_ms += 50;
        jitter = (jitter + 37) % 100;
        const auto reply = relay.answer(*request, clock.now_ms);
        take_in(sync::receive(talk, ours, reply, clock.now_ms, jitter / 100.0, is_test_event));
    }
    FAIL("a round that never ends");
}

void SyncDevice::restart() {
    std::vector<std::vector<Bytes>> rosters;
    for (const auto& [group, roster] : ours.rosters()) rosters.push_back(roster.entries());
    auto membership = sync::Membership::restore(ours.secrets(), rosters);
    auto conversation = sync::conversation_from(sync::to_bytes(talk));
    REQUIRE(membership.has_value());
    REQUIRE(conversation.has_value());
    ours = *std::move(membership);
    talk = *std::move(conversation);
    for (const auto& bytes : sealed_)
        if (!sent_.contains(wire::read_bundle(bytes)->id)) sync::put_in_outbox(talk, bytes);
}

sync::ChannelAt SyncDevice::family() const {
    const auto at = sync::channel_of(*ours.own(), wire::ChannelKind::family);
    REQUIRE(at.has_value());
    return *at;
}

sync::ChannelAt SyncDevice::care_with(const GroupId& clinic) const {
    const auto at = sync::care_channel(*ours.own(), clinic);
    REQUIRE(at.has_value());
    return *at;
}

SyncDevice founded_clinic(MemoryRelay& relay, TestClock& clock) {
    SyncDevice clinic("Larkrise Lane",
                      sync::Membership::clinic(sync::new_device_keys(), test_person(9),
                                               sync::recovery_keys(vault::RecoveryCode::random())),
                      relay);
    sync::found_group(clinic.talk, clinic.ours, relay.admin_token());
    clinic.round(relay, clock);
    REQUIRE(clinic.count<sync::GroupFounded>() == 1);
    return clinic;
}

SyncDevice joined_household(MemoryRelay& relay, TestClock& clock, SyncDevice& clinic) {
    const auto invite =
        sync::new_invite("https://" + relay.authority(), clinic.ours.group(), clock.now_ms + 24 * 3'600'000);
    sync::run_errand(clinic.talk, {.call = wire::Call::announce_invite}, new_invite_body(sync::announcement(invite)));
    clinic.round(relay, clock);
    REQUIRE(clinic.last<sync::ErrandAnswered>());
    REQUIRE_FALSE(clinic.last<sync::ErrandAnswered>()->refusal.has_value());

    SyncDevice phone("the Thistlewicks' phone",
                     sync::Membership::household(sync::new_device_keys(), test_person(1),
                                                 sync::recovery_keys(vault::RecoveryCode::random())),
                     relay);
    sync::found_group(phone.talk, phone.ours, sync::invite_token(invite.secret));
    sync::follow(phone.talk, invite.clinic);
    phone.round(relay, clock);
    REQUIRE(phone.ours.roster(invite.clinic));
    auto entry = sync::entry_linking(phone.ours, invite.clinic);
    REQUIRE(entry.has_value());
    sync::post_entry(phone.talk, phone.ours, *std::move(entry));
    phone.round(relay, clock);
    REQUIRE(sync::care_channel(*phone.ours.own(), invite.clinic).has_value());
    return phone;
}

SyncDevice second_phone(MemoryRelay& relay, TestClock& clock, SyncDevice& first, std::uint8_t person) {
    const auto keys = sync::new_device_keys();
    const auto offer = sync::offer_by_picture(keys, "https://app.example/");
    const auto offered = sync::read_offer(offer.link);
    REQUIRE(offered.has_value());
    const auto announced = sync::read_announcement(*offered, offer.announcement);
    REQUIRE(announced.has_value());
    auto entry = sync::entry_adding(first.ours, {.sign_key = announced->sign_key,
                                                 .kem_key = announced->kem_key,
                                                 .role = wire::DeviceRole::admin,
                                                 .person = test_person(person)});
    REQUIRE(entry.has_value());
    sync::post_entry(first.talk, first.ours, *std::move(entry));
    for (int tries = 0; tries < 50 && !first.ours.own()->device(keys.id); ++tries) first.round(relay, clock);
    const sync::Welcome welcome{.group = first.ours.group(), .roster = first.ours.own()->end()};
    const auto opened = sync::open_welcome(offer, keys.id, sync::seal_welcome(*offered, keys.id, welcome));
    REQUIRE(opened == welcome);

    SyncDevice phone("another phone of theirs", sync::Membership::newcomer(keys, opened->group), relay);
    sync::follow(phone.talk, opened->group);
    for (int tries = 0; tries < 50 && !sync::welcomed_by(*opened, phone.ours); ++tries) phone.round(relay, clock);
    REQUIRE(sync::welcomed_by(*opened, phone.ours));
    return phone;
}

}  // namespace goodweek::test
