// What a device knows of its household or clinic, and keeps.
#include <doctest/doctest.h>

#include "support/roster_builder.h"
#include "sync/membership.h"

using namespace goodweek;
using sync::Membership;
using wire::RosterProblem;

namespace {

PersonId mum() { return test::id_of<PersonId>(1); }

Membership a_household() {
    return Membership::household(sync::new_device_keys(), mum(), sync::recovery_keys(vault::RecoveryCode::random()));
}

Membership reading_along(const Membership& other, const sync::DeviceKeys& keys) {
    auto ours = Membership::newcomer(keys, other.group());
    REQUIRE(ours.learn_all(other.group(), other.own()->entries()).has_value());
    return ours;
}

}  // namespace

TEST_CASE("a household begins on one phone, with no network, and its recovery code is a member from the first day") {
    const auto code = vault::RecoveryCode::random();
    const auto keys = sync::new_device_keys();
    const auto home = Membership::household(keys, mum(), sync::recovery_keys(code));
    CHECK(home.active());
    CHECK(home.own()->entries().size() == 1);
    CHECK(sync::readable_channels(home).size() == 1);

    // The paper, years later, on another phone.
    const auto read = vault::RecoveryCode::read(code.text());
    REQUIRE(read.has_value());
    const auto recovered = reading_along(home, sync::recovery_keys(*read));
    CHECK(recovered.active());
    REQUIRE(recovered.seeds().size() == 1);
    CHECK(recovered.seeds().front().seed == home.seeds().front().seed);
    CHECK(reading_along(home, sync::recovery_keys(vault::RecoveryCode::random())).seeds().empty());
}

TEST_CASE("a second phone is granted what it needs to read, and no more than the roster says") {
    auto home = a_household();
    const auto keys = sync::new_device_keys();
    const auto entry = sync::entry_adding(home, {keys.sign_key, keys.kem_key, wire::DeviceRole::member, mum()});
    REQUIRE(entry.has_value());
    REQUIRE(home.learn(home.group(), *entry).has_value());
    const auto second = reading_along(home, keys);
    CHECK(second.active());
    CHECK(second.seeds().size() == 1);
    const auto third = sync::new_device_keys();
    CHECK(sync::entry_adding(second, {third.sign_key, third.kem_key, wire::DeviceRole::member, mum()}).error() ==
          RosterProblem::not_allowed);
    CHECK(sync::entry_adding(home, {keys.sign_key, keys.kem_key, wire::DeviceRole::member, mum()}).error() ==
          RosterProblem::inconsistent);
}

TEST_CASE("a new phone reaches back through every change of keys") {
    auto home = a_household();
    const auto party = home.own()->parties().front().id;
    auto newest = home.seeds().front().seed;
    for (std::uint32_t epoch = 2; epoch <= 4; ++epoch) {
        const auto seed = vault::Key::random();
        const auto recovery = home.own()->devices()[1];
        const std::vector<wire::RosterOp> ops{
            wire::PartyEpoch{.party = party,
                             .epoch = epoch,
                             .kem_key = vault::kem_public(seed),
                             .history = sync::seal_history(seed, newest, party, epoch - 1)},
            wire::Grant{.party = party,
                        .epoch = epoch,
                        .device = recovery.id,
                        .slot = sync::seal_seed(seed, party, epoch, recovery.id, recovery.kem_key)},
        };
        const auto& roster = *home.own();
        const auto entry = wire::write_entry({.group = roster.group(),
                                              .height = roster.height() + 1,
                                              .previous = roster.head(),
                                              .signer = home.keys().id},
                                             ops, home.keys().sign_seed);
        REQUIRE(home.learn(home.group(), entry).has_value());
        newest = seed;
    }
    const auto code_is = [&](const Membership& ours) { return ours.seeds().size(); };
    // The device that rotated keeps its seeds in its vault; it was not told them by the roster, as here.
    CHECK(code_is(home) == 1);
    const auto keys = sync::new_device_keys();
    const auto& roster = *home.own();
    const std::vector<wire::RosterOp> ops{
        wire::AddDevice{keys.sign_key, keys.kem_key, wire::DeviceRole::member, mum()},
        wire::Grant{.party = party,
                    .epoch = 4,
                    .device = keys.id,
                    .slot = sync::seal_seed(newest, party, 4, keys.id, keys.kem_key)}};
    const auto entry = wire::write_entry(
        {.group = roster.group(), .height = roster.height() + 1, .previous = roster.head(), .signer = home.keys().id},
        ops, home.keys().sign_seed);
    REQUIRE(home.learn(home.group(), entry).has_value());
    const auto newcomer = reading_along(home, keys);
    for (std::uint32_t epoch = 1; epoch <= 4; ++epoch) CHECK(newcomer.seed(party, epoch) != nullptr);
    CHECK(*newcomer.seed(party, 1) == home.seeds().front().seed);
}

TEST_CASE("a grant that is not what the roster vouches for is no grant") {
    const auto keys = sync::new_device_keys();
    const auto seed = vault::Key::random();
    const auto party = test::id_of<PartyId>(1);
    const auto slot = sync::seal_seed(seed, party, 1, keys.id, keys.kem_key);
    CHECK(sync::open_seed(slot, party, 1, keys, vault::kem_public(seed)) == seed);
    CHECK_FALSE(sync::open_seed(slot, party, 2, keys, vault::kem_public(seed)).has_value());
    CHECK_FALSE(sync::open_seed(slot, test::id_of<PartyId>(2), 1, keys, vault::kem_public(seed)).has_value());
    CHECK_FALSE(sync::open_seed(slot, party, 1, sync::new_device_keys(), vault::kem_public(seed)).has_value());
    CHECK_FALSE(sync::open_seed(slot, party, 1, keys, vault::kem_public(vault::Key::random())).has_value());
    auto changed = slot;
    changed[1130] ^= 1;
    CHECK_FALSE(sync::open_seed(changed, party, 1, keys, vault::kem_public(seed)).has_value());

    const auto next = vault::Key::random();
    const auto box = sync::seal_history(next, seed, party, 1);
    CHECK(sync::open_history(box, next, party, 1, vault::kem_public(seed)) == seed);
    CHECK_FALSE(sync::open_history(box, seed, party, 1, vault::kem_public(seed)).has_value());
    CHECK_FALSE(sync::open_history(box, next, party, 2, vault::kem_public(seed)).has_value());
    CHECK_FALSE(sync::open_history({}, next, party, 1, vault::kem_public(seed)).has_value());
}

TEST_CASE("a household and a clinic share a care channel once each knows the other's roster") {
    auto home = a_household();
    auto clinic =
        Membership::clinic(sync::new_device_keys(), mum(), sync::recovery_keys(vault::RecoveryCode::random()));
    CHECK(clinic.own()->is_clinic());
    CHECK(sync::entry_linking(home, clinic.group()).error() == RosterProblem::inconsistent);
    REQUIRE(home.learn_all(clinic.group(), clinic.own()->entries()).has_value());
    const auto entry = sync::entry_linking(home, clinic.group());
    REQUIRE(entry.has_value());
    REQUIRE(home.learn(home.group(), *entry).has_value());
    REQUIRE(clinic.learn_all(home.group(), home.own()->entries()).has_value());

    const auto care = sync::care_channel(*home.own(), clinic.group());
    REQUIRE(care.has_value());
    CHECK(sync::readable_channels(home).size() == 2);
    CHECK(sync::readable_channels(clinic) ==
          std::vector<sync::ChannelAt>{*sync::channel_of(*clinic.own(), wire::ChannelKind::team), *care});
}

TEST_CASE("a roster from the relay is believed only if it leads from the fingerprint we were given") {
    const auto home = a_household(), other = a_household();
    auto newcomer = Membership::newcomer(sync::new_device_keys(), home.group());
    CHECK(newcomer.learn_all(home.group(), other.own()->entries()).error() == RosterProblem::wrong_group);
    CHECK(newcomer.own() == nullptr);
    CHECK_FALSE(newcomer.active());
    CHECK(newcomer.learn_all(home.group(), home.own()->entries()).has_value());
    CHECK_FALSE(newcomer.active());
}

TEST_CASE("what a device knows survives the closing of the app, and damaged secrets are none") {
    const auto home = a_household();
    const auto secrets = home.secrets();
    const std::vector<std::vector<Bytes>> rosters{home.own()->entries()};
    const auto back = Membership::restore(secrets, rosters);
    REQUIRE(back.has_value());
    CHECK(back->keys().id == home.keys().id);
    CHECK(back->group() == home.group());
    CHECK(back->secrets() == secrets);
    CHECK(back->active());
    for (std::size_t size = 0; size < secrets.size(); ++size)
        CHECK_FALSE(Membership::restore(ByteView(secrets).first(size), rosters).has_value());
    auto damaged = rosters;
    damaged.front().front().back() ^= 1;
    CHECK_FALSE(Membership::restore(secrets, damaged).has_value());
}
