// What is sealed opens for those it was meant for, whole or not at all.
#include <doctest/doctest.h>

#include "support/sync_device.h"
#include "sync/body.h"

using namespace goodweek;
using sync::Chains;
using test::is_test_event;
using test::test_event;
using wire::BundleProblem;

namespace {

sync::Membership a_household() {
    return sync::Membership::household(sync::new_device_keys(), test::test_person(1),
                                       sync::recovery_keys(vault::RecoveryCode::random()));
}

std::vector<Bytes> just(std::string_view words) { return {test_event(words)}; }

// Two phones of one household, in agreement on its roster.
struct Family {
    sync::Membership mother = a_household();
    sync::Membership father;
    sync::ChannelAt at = *sync::channel_of(*mother.own(), wire::ChannelKind::family);
    Chains mothers{at}, fathers{at};

    Family() : father(joined(mother)) {}

    static sync::Membership joined(sync::Membership& first) {
        const auto keys = sync::new_device_keys();
        const auto entry = sync::entry_adding(first, {keys.sign_key, keys.kem_key, wire::DeviceRole::member, {}});
        REQUIRE(entry.has_value());
        REQUIRE(first.learn(first.group(), *entry).has_value());
        auto second = sync::Membership::newcomer(keys, first.group());
        REQUIRE(second.learn_all(first.group(), first.own()->entries()).has_value());
        return second;
    }

    Bytes from_mother(std::vector<Bytes> events) {
        auto sealed = sync::seal(events, 42, mother, mothers);
        REQUIRE(sealed.has_value());
        REQUIRE(sealed->size() == 1);
        return std::move(sealed->front().bytes);
    }
    // As the mother's phone would write it, were it not honest: any header, any body, properly signed.
    struct Forgery {
        wire::BundleHeader header;
        Bytes padded;
    };
    Forgery forgery() const {
        const auto padded = *sync::write_body({.max_clock = 1, .seen = {}, .events = just("x")});
        return {.header = {.group = at.group,
                           .channel = at.channel,
                           .sender_group = at.group,
                           .sender = mother.keys().id,
                           .seq = 1,
                           .previous = {},
                           .owner_roster = mother.own()->end(),
                           .sender_roster = mother.own()->end(),
                           .ciphertext_size = 1024 + 16},
                .padded = padded};
    }
    Bytes sealed(const Forgery& forged, const vault::Key& committed, const vault::Key& wrapped) const {
        const auto bound = wire::write_bundle_bound(forged.header, 1);
        const auto& party = mother.own()->parties().front();
        const auto& key = party.current().kem_key;
        const auto sent = *vault::encapsulate(key);
        const auto wrap_key = vault::derive(sent.shared, "wrap",
                                            {bound, party.id.bytes, Bytes{1, 0, 0, 0}, vault::hash("kempk", {key})});
        wire::BundleSlot slot{.party = party.id, .epoch = 1, .kem = sent.ciphertext, .wrap = {}};
        std::ranges::copy(vault::seal(wrap_key, {}, {}, wrapped.view()), slot.wrap.begin());
        vault::Hash commitment{};
        std::ranges::copy(vault::derive(committed, "commit", {bound}).view(), commitment.begin());
        auto bytes = wire::write_bundle(bound, commitment, {&slot, 1});
        const auto box = vault::seal(vault::derive(wrapped, "enc", {}), {}, bytes, forged.padded);
        wire::finish_bundle(bytes, box, mother.keys().sign_seed);
        return bytes;
    }
    BundleProblem father_says(const Bytes& bytes) {
        const auto before = fathers;
        const auto opened = sync::open(bytes, father, fathers, is_test_event);
        REQUIRE_FALSE(opened.has_value());
        CHECK(fathers == before);  // refused means nothing happened
        return opened.error();
    }
};

}  // namespace

TEST_CASE("what one phone writes, the other reads, and knows who wrote it") {
    Family family;
    const auto bytes = family.from_mother({test_event("320"), test_event("a cough at night")});
    CHECK(bytes.size() == wire::bundle_size(1, 1024));
    const auto opened = sync::open(bytes, family.father, family.fathers, is_test_event);
    REQUIRE(opened.has_value());
    CHECK(opened->sender == family.mother.keys().id);
    CHECK(opened->max_clock == 42);
    CHECK(opened->events == std::vector<Bytes>{test_event("320"), test_event("a cough at night")});
    CHECK_FALSE(opened->to_older_epoch);
    CHECK(sync::open(bytes, family.father, family.fathers, is_test_event).error() == BundleProblem::known);
}

TEST_CASE("one event for family and clinic is 3,736 bytes, whatever it says") {
    test::MemoryRelay relay;
    test::TestClock clock;
    auto clinic = test::founded_clinic(relay, clock);
    auto phone = test::joined_household(relay, clock, clinic);
    phone.write(phone.care_with(clinic.ours.group()), test_event("320"));
    CHECK(phone.sealed().front().size() == 3'736);
}

TEST_CASE("nobody outside opens a bundle, not even with its roster in hand") {
    Family family;
    const auto bytes = family.from_mother({test_event("320")});
    auto stranger = sync::Membership::newcomer(sync::new_device_keys(), family.mother.group());
    REQUIRE(stranger.learn_all(family.mother.group(), family.mother.own()->entries()).has_value());
    Chains chains(family.at);
    CHECK(sync::open(bytes, stranger, chains, is_test_event).error() == BundleProblem::not_a_reader);
}

TEST_CASE("a bundle with any byte changed opens nowhere and changes nothing") {
    Family family;
    const auto good = family.from_mother({test_event("320")});
    for (std::size_t i = 0; i < good.size(); i += i < 300 ? 1 : 11) {
        CAPTURE(i);
        auto changed = good;
        changed[i] ^= 1;
        family.father_says(changed);
    }
    CHECK(sync::open(good, family.father, family.fathers, is_test_event).has_value());
}

TEST_CASE("even a signed bundle is refused whose seal, padding or words are not what they must be") {
    Family family;
    const auto content = vault::Key::random();
    const auto right = family.forgery();
    CHECK(
        sync::open(family.sealed(right, content, content), family.father, family.fathers, is_test_event).has_value());
    family.fathers = Chains(family.at);

    SUBCASE("a commitment to another key would let one bundle mean two things") {
        CHECK(family.father_says(family.sealed(right, vault::Key::random(), content)) == BundleProblem::sealed_wrong);
    }
    SUBCASE("something hidden in the padding") {
        auto hidden = right;
        hidden.padded.back() = 1;
        CHECK(family.father_says(family.sealed(hidden, content, content)) == BundleProblem::bad_body);
    }
    SUBCASE("padded further than its words need") {
        auto wide = right;
        wide.padded.resize(2048);
        wide.header.ciphertext_size = 2048 + 16;
        CHECK(family.father_says(family.sealed(wide, content, content)) == BundleProblem::bad_body);
    }
    SUBCASE("an event that is none") {
        auto wrong = right;
        wrong.padded = *sync::write_body({.max_clock = 1, .seen = {}, .events = {test_event("x"), Bytes{'?'}}});
        CHECK(family.father_says(family.sealed(wrong, content, content)) == BundleProblem::bad_body);
    }
    SUBCASE("a body of another format") {
        auto wrong = right;
        wrong.padded[3] = '2';
        CHECK(family.father_says(family.sealed(wrong, content, content)) == BundleProblem::bad_body);
    }
    SUBCASE("a claim about what the reader wrote that is not so") {
        const auto fathers_bundle = sync::seal(just("y"), 1, family.father, family.fathers);
        REQUIRE(fathers_bundle.has_value());
        auto lying = right;
        lying.padded =
            *sync::write_body({.max_clock = 1, .seen = {{family.father.keys().id, 1, {}}}, .events = just("x")});
        CHECK(family.father_says(family.sealed(lying, content, content)) == BundleProblem::chain_contradicted);
        lying.padded = *sync::write_body({.max_clock = 1,
                                          .seen = {{family.father.keys().id, 1, fathers_bundle->front().end.id}},
                                          .events = just("x")});
        CHECK(sync::open(family.sealed(lying, content, content), family.father, family.fathers, is_test_event));
    }
    SUBCASE("a kind of bundle this release does not know what to do with") {
        auto snapshot = right;
        snapshot.header.kind = wire::BundleKind::snapshot;
        CHECK(family.father_says(family.sealed(snapshot, content, content)) == BundleProblem::update_needed);
    }
}

TEST_CASE("each bundle names what its sender had newly seen, so that nothing can be left out unnoticed") {
    Family family;
    const auto first = family.from_mother({test_event("1")});
    const auto second = family.from_mother({test_event("2")});
    REQUIRE(sync::open(first, family.father, family.fathers, is_test_event).has_value());
    REQUIRE(sync::open(second, family.father, family.fathers, is_test_event).has_value());
    const auto answer = sync::seal(just("3"), 1, family.father, family.fathers);
    const auto more = sync::seal(just("4"), 1, family.father, family.fathers);

    // A relay that keeps the mother's second bundle from a third phone.
    auto third = Family::joined(family.mother);
    Chains chains(family.at);
    REQUIRE(sync::open(first, third, chains, is_test_event).has_value());
    const auto opened = sync::open(answer->front().bytes, third, chains, is_test_event);
    REQUIRE(opened.has_value());
    REQUIRE(opened->missing.size() == 1);
    CHECK(opened->missing.front().device == family.mother.keys().id);
    CHECK(opened->missing.front().seq == 2);
    // Only what changed is said again.
    CHECK(sync::open(more->front().bytes, third, chains, is_test_event)->missing.empty());
}

TEST_CASE("a year's import goes out in several bundles, in order, none larger than a phone can bear to send twice") {
    Family family;
    std::vector<Bytes> events;
    for (int i = 0; i < 5'000; ++i) events.push_back(test_event(std::to_string(i) + std::string(120, '.')));
    const auto sealed = sync::seal(events, 1, family.mother, family.mothers);
    REQUIRE(sealed.has_value());
    CHECK(sealed->size() == 3);
    std::vector<Bytes> arrived;
    for (const auto& each : *sealed) {
        CHECK(each.bytes.size() <= wire::bundle_size(1, 256u << 10));
        const auto opened = sync::open(each.bytes, family.father, family.fathers, is_test_event);
        REQUIRE(opened.has_value());
        arrived.insert(arrived.end(), opened->events.begin(), opened->events.end());
    }
    CHECK(arrived == events);
}

TEST_CASE("sealing refuses in words rather than sending what nobody may read") {
    Family family;
    CHECK(sync::seal({}, 1, family.mother, family.mothers).error() == sync::SealProblem::nothing);
    const std::vector<Bytes> monster{Bytes(2u << 20, 'e')};
    CHECK(sync::seal(monster, 1, family.mother, family.mothers).error() == sync::SealProblem::event_too_large);
    CHECK(family.mothers == Chains(family.at));
    Chains elsewhere({family.at.group, ChannelId{}});
    const auto one = just("x");
    CHECK(sync::seal(one, 1, family.mother, elsewhere).error() == sync::SealProblem::not_a_writer);
    auto newcomer = sync::Membership::newcomer(sync::new_device_keys(), family.mother.group());
    CHECK(sync::seal(one, 1, newcomer, family.mothers).error() == sync::SealProblem::roster_missing);
    family.mothers.own_contradicted = true;
    CHECK(sync::seal(one, 1, family.mother, family.mothers).error() == sync::SealProblem::chain_broken);
}

TEST_CASE("a profile set back to an earlier day gets its own events again, and seals nothing more") {
    Family family;
    const auto bytes = family.from_mother({test_event("written, then forgotten")});
    family.mothers = Chains(family.at);
    const auto opened = sync::open(bytes, family.mother, family.mothers, is_test_event);
    REQUIRE(opened.has_value());
    CHECK(opened->events.size() == 1);
    CHECK(family.mothers.own_contradicted);
}

TEST_CASE("a new phone reads what was written before it came") {
    Family family;
    const auto bytes = family.from_mother({test_event("from last year")});
    auto third = Family::joined(family.mother);
    Chains chains(family.at);
    CHECK(sync::open(bytes, third, chains, is_test_event).has_value());
}

TEST_CASE("bodies of every size fill exactly one padding class and read back") {
    for (const std::size_t size : {1u, 900u, 1000u, 1010u, 5000u, 60'000u, 262'144u, 1'000'000u}) {
        CAPTURE(size);
        const sync::Body body{.max_clock = 3, .seen = {}, .events = {Bytes(size, 'e')}};
        const auto padded = sync::write_body(body);
        REQUIRE(padded.has_value());
        CHECK((padded->size() & (padded->size() - 1)) == 0);
        CHECK(sync::read_body(*padded) == body);
        CHECK_FALSE(sync::read_body(ByteView(*padded).first(padded->size() / 2)).has_value());
    }
    CHECK_FALSE(sync::write_body({.max_clock = 0, .seen = {}, .events = {Bytes(1u << 20, 'e')}}).has_value());
    CHECK_FALSE(sync::read_body({}).has_value());
}
