// Whatever bytes come from a relay, a camera, a file or a damaged disk: they are read or refused, and nothing else happens.
#include <doctest/doctest.h>

#include "support/sync_device.h"
#include "support/vector_file.h"
#include "sync/body.h"
#include "sync/bundle_file.h"
#include "sync/enrol.h"

using namespace goodweek;

namespace {

class Spoiler {
public:
    explicit Spoiler(unsigned seed) : random_(seed) {}

    // A few bytes changed, cut out, doubled or put in.
    Bytes spoiled(Bytes bytes) {
        for (auto times = 1 + up_to(4); times > 0; --times) {
            if (bytes.empty()) return bytes;
            const auto at = bytes.begin() + static_cast<std::ptrdiff_t>(up_to(bytes.size()));
            const auto few = static_cast<std::ptrdiff_t>(up_to(static_cast<std::size_t>(bytes.end() - at)) % 40);
            switch (up_to(5)) {
                case 0: *at = static_cast<std::uint8_t>(random_()); break;
                case 1: *at ^= static_cast<std::uint8_t>(1u << up_to(8)); break;
                case 2: bytes.erase(at, at + few); break;
                case 3: bytes.insert(at, static_cast<std::size_t>(few), static_cast<std::uint8_t>(random_())); break;
                default: bytes.resize(up_to(bytes.size() + 1)); break;
            }
        }
        return bytes;
    }

private:
    std::size_t up_to(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }
    std::mt19937 random_;
};

// Every reader of bytes there is. What is read must be written again to the same bytes, where we write such things.
void read_in_every_way(const Bytes& bytes) {
    const auto text = std::string(text_of(bytes));
    if (const auto ops = wire::decode_ops(bytes)) CHECK(wire::encode_ops(*ops) == bytes);
    if (const auto entry = wire::read_entry(bytes)) CHECK_FALSE(entry->ops.empty());
    if (const auto bundle = wire::read_bundle(bytes))
        CHECK(bundle->associated.size() + bundle->ciphertext.size() + 64 == bytes.size());
    if (const auto found = wire::read_found_group(bytes)) CHECK(wire::found_group_body(*found) == bytes);
    if (const auto invite = wire::read_new_invite(bytes)) CHECK(wire::new_invite_body(*invite) == bytes);
    if (const auto linked = wire::read_linked(bytes)) CHECK(wire::linked_body(*linked) == bytes);
    if (const auto stored = wire::read_stored(bytes)) CHECK(wire::stored_body(*stored) == bytes);
    if (const auto error = wire::read_error(bytes)) CHECK(wire::status_of(error->refusal) >= 400);
    if (const auto end = wire::read_roster_end(bytes)) CHECK(wire::roster_end_body(*end) == bytes);
    if (const auto body = sync::read_body(bytes)) CHECK(sync::write_body(*body) == bytes);
    if (const auto parts = sync::read_bundle_file(bytes)) CHECK(sync::write_bundle_file(*parts) == bytes);
    if (const auto talk = sync::conversation_from(bytes)) CHECK(talk->outbox.empty());
    if (const auto auth = wire::read_auth(text)) CHECK(auth->at_ms > 0);
    if (const auto invite = sync::read_invite(text)) CHECK(sync::authority_of(invite->relay).has_value());
    (void)wire::read_frames(bytes, 10'000);
    (void)wire::read_target(wire::Method::get, text);
    (void)sync::read_offer(text);
    (void)sync::Membership::restore(bytes, {});
}

}  // namespace

TEST_CASE("any bytes are read or refused, and what is read has one spelling") {
    std::vector<Bytes> good;
    for (const auto* folder : {"roster", "bundle"})
        for (const auto& name : test::vector_names(folder))
            for (const auto& part : test::vector_file(folder, name).parts) good.push_back(part);

    test::MemoryRelay relay;
    test::TestClock clock;
    auto clinic = test::founded_clinic(relay, clock);
    auto phone = test::joined_household(relay, clock, clinic);
    phone.write(phone.family(), test::test_event("x"));
    phone.round(relay, clock);
    good.push_back(sync::to_bytes(phone.talk));
    good.push_back(phone.ours.secrets());
    good.push_back(sync::write_bundle_file(phone.sealed()));
    good.push_back(*sync::write_body({.max_clock = 1, .seen = {}, .events = {test::test_event("y")}}));
    good.push_back(wire::found_group_body({.token = {}, .entries = phone.ours.own()->entries()}));
    good.push_back(wire::linked_body({{phone.ours.group(), {}}}));
    good.push_back(wire::error_body({.refusal = wire::Refusal::busy, .chain = {}, .roster = {}}));
    const auto invite = sync::new_invite("https://relay.example", clinic.ours.group(), clock.now_ms);
    good.push_back(wire::new_invite_body(sync::announcement(invite)));
    for (const auto& text : {sync::invite_line(invite), sync::offer_by_picture(phone.ours.keys(), "").link})
        good.emplace_back(text.begin(), text.end());

    for (const auto& each : good) read_in_every_way(each);
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Spoiler spoiler(seed);
        for (int i = 0; i < 5; ++i) read_in_every_way(spoiler.spoiled(good[(seed * 5 + i) % good.size()]));
        Bytes noise(seed * 7 + 1);
        vault::fill_random(noise);
        read_in_every_way(noise);
    }
}

TEST_CASE("a phone given any bytes by its relay keeps what it has") {
    test::MemoryRelay relay;
    test::TestClock clock;
    auto clinic = test::founded_clinic(relay, clock);
    const auto phone = test::joined_household(relay, clock, clinic);
    for (unsigned seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        Spoiler spoiler(seed);
        auto attacked = phone;
        auto neighbour = clinic;
        attacked.write(attacked.family(), test::test_event("mine"));
        for (auto* device : {&attacked, &neighbour}) {
            sync::begin_round(device->talk, device->ours, clock.now_ms, sync::Insist::yes);
            for (int step = 0; step < 30; ++step) {
                const auto request = sync::next_request(device->talk, device->ours, clock.now_ms);
                if (!request) break;
                auto reply = relay.answer(*request, clock.now_ms);
                reply.body = spoiler.spoiled(reply.body);
                device->take_in(
                    sync::receive(device->talk, device->ours, reply, clock.now_ms, 0.5, test::is_test_event));
            }
        }
        CHECK(attacked.ours.own()->end() == phone.ours.own()->end());
        CHECK(attacked.events.size() == 1);
        CHECK(sync::conversation_from(sync::to_bytes(attacked.talk)).has_value());
    }
}
