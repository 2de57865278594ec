// A second phone joins by a picture on a screen, or twenty typed characters.
#include <doctest/doctest.h>

#include "support/sync_device.h"
#include "sync/bundle_file.h"
#include "sync/enrol.h"

using namespace goodweek;
using sync::OfferProblem;

namespace {

sync::OfferedKeys public_keys(const sync::DeviceKeys& keys) { return {keys.sign_key, keys.kem_key}; }

}  // namespace

TEST_CASE("a picture and a typed code both carry the new phone's keys, past a relay that may change anything") {
    const auto keys = sync::new_device_keys();
    for (const auto& offer : {sync::offer_by_picture(keys, "https://app.example/"), sync::offer_by_code(keys)}) {
        const auto offered = sync::read_offer(offer.link.empty() ? offer.code : offer.link);
        REQUIRE(offered.has_value());
        CHECK(offered->at == offer.at);
        CHECK(sync::read_announcement(*offered, offer.announcement) == public_keys(keys));
        for (std::size_t i = 0; i < offer.announcement.size(); i += 7) {
            auto changed = offer.announcement;
            changed[i] ^= 1;
            CHECK_FALSE(sync::read_announcement(*offered, changed).has_value());
            CHECK_FALSE(sync::read_announcement(*offered, ByteView(changed).first(i)).has_value());
        }
    }
}

TEST_CASE("somebody who only saw the rendezvous cannot put their own phone in its place") {
    const auto keys = sync::new_device_keys(), intruder = sync::new_device_keys();
    const auto offer = sync::offer_by_code(keys);
    const auto offered = sync::read_offer(offer.code);
    CHECK_FALSE(sync::read_announcement(*offered, sync::offer_by_code(intruder).announcement).has_value());
    CHECK_FALSE(sync::read_announcement(*offered, sync::offer_by_picture(intruder, "").announcement).has_value());
}

TEST_CASE("a code that was not wholly typed is refused") {
    const auto offer = sync::offer_by_code(sync::new_device_keys());
    CHECK(offer.code.size() == 24);  // five groups of four
    CHECK(sync::read_offer(offer.code.substr(0, 23)).error() == OfferProblem::not_an_offer);
    CHECK(sync::read_offer(offer.code + "7").error() == OfferProblem::not_an_offer);
    CHECK(sync::read_offer("").error() == OfferProblem::not_an_offer);
    const auto link = sync::offer_by_picture(sync::new_device_keys(), "https://app.example/").link;
    CHECK(sync::read_offer(link.substr(0, link.size() - 2)).error() == OfferProblem::mistyped);
}

TEST_CASE("the welcome opens for that phone at that meeting place only") {
    const auto keys = sync::new_device_keys(), other = sync::new_device_keys();
    const auto offer = sync::offer_by_code(keys);
    const auto offered = sync::read_offer(offer.code);
    sync::Welcome welcome;
    vault::fill_random(welcome.group.bytes);
    welcome.roster.height = 3;
    const auto sealed = sync::seal_welcome(*offered, keys.id, welcome);
    CHECK(sync::open_welcome(offer, keys.id, sealed) == welcome);
    CHECK_FALSE(sync::open_welcome(offer, other.id, sealed).has_value());
    CHECK_FALSE(sync::open_welcome(sync::offer_by_code(keys), keys.id, sealed).has_value());
    CHECK_FALSE(sync::open_welcome(offer, keys.id, offer.announcement).has_value());
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        auto changed = sealed;
        changed[i] ^= 1;
        CHECK_FALSE(sync::open_welcome(offer, keys.id, changed).has_value());
        CHECK_FALSE(sync::open_welcome(offer, keys.id, ByteView(sealed).first(i)).has_value());
    }
}

TEST_CASE("both screens show the same three words, and another phone's are others") {
    GroupId group;
    vault::fill_random(group.bytes);
    const auto keys = sync::new_device_keys();
    const auto words = sync::enrol_words(group, keys.id);
    CHECK(words.size() == 3);
    CHECK(sync::enrol_words(group, keys.id) == words);
    CHECK(sync::enrol_words(group, sync::new_device_keys().id) != words);
}

TEST_CASE("a second phone ends with everything the first one wrote") {
    test::MemoryRelay relay;
    test::TestClock clock;
    auto clinic = test::founded_clinic(relay, clock);
    auto first = test::joined_household(relay, clock, clinic);
    first.write(first.family(), test::test_event("before"));
    first.round(relay, clock);
    auto second = test::second_phone(relay, clock, first);
    second.round(relay, clock);
    CHECK(second.events == first.events);
    second.write(second.family(), test::test_event("from the second phone"));
    second.round(relay, clock);
    first.round(relay, clock);
    CHECK(first.events == second.events);
}

TEST_CASE("a file of bundles reads back, and a torn one is no file") {
    const std::vector<Bytes> parts{{1, 2, 3}, {}, Bytes(2'000, 9)};
    const auto file = sync::write_bundle_file(parts);
    CHECK(sync::read_bundle_file(file) == parts);
    CHECK(sync::read_bundle_file(sync::write_bundle_file({}))->empty());
    for (std::size_t i = 0; i < file.size(); ++i)
        CHECK_FALSE(sync::read_bundle_file(ByteView(file).first(i)).has_value());
    auto longer = file;
    longer.push_back(0);
    CHECK(sync::read_bundle_file(longer).error() == sync::FileProblem::not_ours);
    auto later = file;
    later[3] = '2';
    CHECK(sync::read_bundle_file(later).error() == sync::FileProblem::update_needed);
    auto many = file;
    many[6] = 0xff;
    CHECK(sync::read_bundle_file(many).error() == sync::FileProblem::too_many);
}
