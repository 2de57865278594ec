// The outside of a bundle: what can be said of it without any key (security.md 3.4, steps 1 to 6).
#include <doctest/doctest.h>

#include "support/roster_builder.h"
#include "wire/bundle.h"

using namespace goodweek;
using test::RosterBuilder;
using test::TestDevice;
using wire::BundleProblem;

namespace {

const auto family = test::id_of<ChannelId>(1);

// A bundle of the right shape, sealed around nothing.
struct Made {
    wire::BundleHeader header;
    std::vector<wire::BundleSlot> slots;

    Made(const RosterBuilder& home, const TestDevice& sender)
        : header{.group = home.roster().group(),
                 .channel = family,
                 .sender_group = home.roster().group(),
                 .sender = sender.id,
                 .seq = 1,
                 .previous = {},
                 .owner_roster = home.roster().end(),
                 .sender_roster = home.roster().end(),
                 .ciphertext_size = 1024 + 16},
          slots{{.party = test::id_of<PartyId>(1), .epoch = 1}} {}

    Bytes signed_by(const TestDevice& device) const {
        auto bytes = wire::write_bundle(wire::write_bundle_bound(header, slots.size()), {}, slots);
        wire::finish_bundle(bytes, Bytes(header.ciphertext_size), device.sign_seed);
        return bytes;
    }
};

BundleProblem check(const Bytes& bytes, const wire::Roster& roster, const wire::ChainTip& tip = {}) {
    const auto bundle = wire::read_bundle(bytes);
    if (!bundle) return bundle.error();
    const auto verdict = wire::check_bundle(*bundle, roster.group(), family, roster, roster, tip);
    if (!verdict) return verdict.error();
    const auto readers = wire::check_readers(
        *bundle, roster, [](const void*, const GroupId&) -> const wire::Roster* { return nullptr; }, nullptr, tip);
    return readers ? BundleProblem::sealed_wrong : readers.error();  // as far as one gets without a key
}
constexpr auto sound = BundleProblem::sealed_wrong;

}  // namespace

TEST_CASE("a bundle's header reads back as it was written, and its size says nothing but its class") {
    RosterBuilder home;
    const Made made(home, home.admin);
    const auto bytes = made.signed_by(home.admin);
    CHECK(bytes.size() == wire::bundle_size(1, 1024));
    CHECK(wire::bundle_size(2, 1024) == 3'736);
    CHECK(wire::bundle_size(2, 16'384) == 19'096);
    CHECK(wire::bundle_size(2, 1u << 20) == 1'051'288);
    const auto bundle = wire::read_bundle(bytes);
    REQUIRE(bundle.has_value());
    CHECK(bundle->header == made.header);
    CHECK(check(bytes, home.roster()) == sound);
}

TEST_CASE("padding classes are the powers of two from one KiB to one MiB") {
    CHECK(wire::padded_size(0) == 1024);
    CHECK(wire::padded_size(1016) == 1024);
    CHECK(wire::padded_size(1017) == 2048);
    CHECK(wire::padded_size((1u << 20) - 8) == 1u << 20);
    CHECK_FALSE(wire::padded_size((1u << 20) - 7).has_value());
}

TEST_CASE("a bundle with any byte changed is refused") {
    RosterBuilder home;
    const auto good = Made(home, home.admin).signed_by(home.admin);
    for (std::size_t i = 0; i < good.size(); ++i) {
        auto changed = good;
        changed[i] ^= 0x04;
        const auto verdict = check(changed, home.roster());
        if (verdict != sound) continue;
        CAPTURE(i);
        CHECK(verdict != sound);
    }
}

TEST_CASE("a bundle cut short or grown is never a bundle") {
    RosterBuilder home;
    const auto good = Made(home, home.admin).signed_by(home.admin);
    for (std::size_t size = 0; size < good.size(); size += size < 300 ? 1 : 37)
        CHECK(wire::read_bundle(ByteView(good).first(size)).error() == BundleProblem::damaged);
    auto longer = good;
    longer.push_back(0);
    CHECK(wire::read_bundle(longer).error() == BundleProblem::damaged);
}

TEST_CASE("a bundle of a later release waits for an update instead of being thrown away") {
    RosterBuilder home;
    auto bytes = Made(home, home.admin).signed_by(home.admin);
    auto suite = bytes;
    suite[4] = 2;
    CHECK(wire::read_bundle(suite).error() == BundleProblem::update_needed);
    auto kind = bytes;
    kind[6] = 9;
    CHECK(wire::read_bundle(kind).error() == BundleProblem::update_needed);
    auto magic = bytes;
    magic[3] = '2';
    CHECK(wire::read_bundle(magic).error() == BundleProblem::update_needed);
}

TEST_CASE("a relay cannot pass a bundle off as another channel's or another family's") {
    RosterBuilder home, neighbours;
    const auto bytes = Made(home, home.admin).signed_by(home.admin);
    const auto bundle = *wire::read_bundle(bytes);
    const auto& roster = home.roster();
    CHECK(wire::check_bundle(bundle, roster.group(), test::id_of<ChannelId>(2), roster, roster, {}).error() ==
          BundleProblem::misdelivered);
    CHECK(wire::check_bundle(bundle, neighbours.roster().group(), family, roster, roster, {}).error() ==
          BundleProblem::misdelivered);
}

TEST_CASE("a bundle that speaks of a roster we have not got waits, one that contradicts ours is a fork") {
    RosterBuilder home;
    Made made(home, home.admin);
    made.header.owner_roster.height = 3;
    CHECK(check(made.signed_by(home.admin), home.roster()) == BundleProblem::roster_unknown);
    made.header.owner_roster = {.height = 0, .head = test::id_of<RosterId>(9)};
    CHECK(check(made.signed_by(home.admin), home.roster()) == BundleProblem::roster_fork);
}

TEST_CASE("strangers, recovery codes and removed phones write nothing") {
    RosterBuilder home;
    const TestDevice stranger;
    const auto code = home.join(wire::DeviceRole::recovery);
    const auto member = home.join(wire::DeviceRole::member);
    CHECK(check(Made(home, stranger).signed_by(stranger), home.roster()) == BundleProblem::not_a_writer);
    CHECK(check(Made(home, code).signed_by(code), home.roster()) == BundleProblem::not_a_writer);
    CHECK(check(Made(home, member).signed_by(member), home.roster()) == sound);
    CHECK(check(Made(home, member).signed_by(home.admin), home.roster()) == BundleProblem::forged);
    REQUIRE(home.add(home.admin, {wire::RemoveDevice{member.id, {}}, RosterBuilder::epoch(1, 2)}).has_value());
    CHECK(check(Made(home, member).signed_by(member), home.roster()) == BundleProblem::not_a_writer);
}

TEST_CASE("a chain has no gaps, no forks and no way back") {
    RosterBuilder home;
    const auto first_bytes = Made(home, home.admin).signed_by(home.admin);
    const auto first = *wire::read_bundle(first_bytes);
    const auto tip = wire::advance({}, first, home.roster());
    CHECK(tip.seq == 1);
    CHECK(tip.id == first.id);
    CHECK(check(first_bytes, home.roster(), tip) == BundleProblem::known);

    Made other(home, home.admin);
    other.header.ciphertext_size = 2048 + 16;
    CHECK(check(other.signed_by(home.admin), home.roster(), tip) == BundleProblem::device_fork);

    Made second(home, home.admin);
    second.header.seq = 2;
    second.header.previous = first.id;
    CHECK(check(second.signed_by(home.admin), home.roster(), tip) == sound);
    CHECK(check(second.signed_by(home.admin), home.roster()) == BundleProblem::gap);
    second.header.previous = test::id_of<BundleId>(5);
    CHECK(check(second.signed_by(home.admin), home.roster(), tip) == BundleProblem::wrong_previous);

    REQUIRE(home.add(home.admin, {wire::MinSuite{1}}).has_value());
    auto later_tip = tip;
    later_tip.owner_height = 1;
    second.header.previous = first.id;
    CHECK(check(second.signed_by(home.admin), home.roster(), later_tip) == BundleProblem::heights_fell);
}

TEST_CASE("no reader is added, dropped or kept on an old key") {
    RosterBuilder home;
    Made made(home, home.admin);
    made.slots.push_back({.party = test::id_of<PartyId>(2), .epoch = 1});
    CHECK(check(made.signed_by(home.admin), home.roster()) == BundleProblem::wrong_readers);
    made.slots = {{.party = test::id_of<PartyId>(2), .epoch = 1}};
    CHECK(check(made.signed_by(home.admin), home.roster()) == BundleProblem::wrong_readers);
    made.slots = {{.party = test::id_of<PartyId>(1), .epoch = 2}};
    CHECK(check(made.signed_by(home.admin), home.roster()) == BundleProblem::wrong_epoch);

    REQUIRE(home.add(home.admin, {RosterBuilder::epoch(1, 2)}).has_value());
    Made old(home, home.admin);
    CHECK(check(old.signed_by(home.admin), home.roster()) == BundleProblem::wrong_epoch);
}

TEST_CASE("slots come in one order, each once") {
    RosterBuilder home;
    Made made(home, home.admin);
    made.slots = {{.party = test::id_of<PartyId>(2)}, {.party = test::id_of<PartyId>(1)}};
    CHECK(wire::read_bundle(made.signed_by(home.admin)).error() == BundleProblem::damaged);
    made.slots = {{.party = test::id_of<PartyId>(1)}, {.party = test::id_of<PartyId>(1)}};
    CHECK(wire::read_bundle(made.signed_by(home.admin)).error() == BundleProblem::damaged);
}
