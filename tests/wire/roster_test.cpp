// Who may change who is in a family (security.md 2.4), and that nobody else can.
#include <doctest/doctest.h>

#include "support/roster_builder.h"
#include "wire/limits.h"

using namespace goodweek;
using test::RosterBuilder;
using test::TestDevice;
using wire::DeviceRole;
using wire::RosterProblem;

namespace {

RosterProblem problem_of(const Result<void, RosterProblem>& result) {
    REQUIRE_FALSE(result.has_value());
    return result.error();
}

constexpr auto family = wire::ChannelKind::family;
constexpr auto personal = wire::ChannelKind::personal;
constexpr auto team = wire::ChannelKind::team;
constexpr auto care = wire::ChannelKind::care;

}  // namespace

TEST_CASE("a household's id is the fingerprint of its founding entry") {
    RosterBuilder home;
    CHECK(home.roster().group().bytes == home.roster().head().bytes);
    CHECK(home.roster().height() == 0);
    CHECK_FALSE(home.roster().is_clinic());
}

TEST_CASE("a household is founded by an admin speaking for itself and by nobody else") {
    const TestDevice founder, other;
    const auto founded = [](const TestDevice& signer, std::vector<wire::RosterOp> ops) {
        const auto genesis = wire::write_entry({.signer = signer.id}, ops, signer.sign_seed);
        return wire::Roster::replay({&genesis, 1});
    };
    CHECK(founded(founder, {founder.joining(DeviceRole::admin)}).has_value());
    CHECK(founded(founder, {founder.joining(DeviceRole::member)}).error() == RosterProblem::not_genesis);
    CHECK(founded(founder, {other.joining(DeviceRole::admin)}).error() == RosterProblem::not_genesis);
    CHECK(founded(founder, {wire::Close{}}).error() == RosterProblem::not_genesis);

    const auto stranger_signs = wire::write_entry(
        {.signer = founder.id}, std::vector<wire::RosterOp>{founder.joining(DeviceRole::admin)}, other.sign_seed);
    CHECK(wire::Roster::replay({&stranger_signs, 1}).error() == RosterProblem::forged);
    CHECK(wire::Roster::replay({}).error() == RosterProblem::not_genesis);
}

TEST_CASE("only an admin adds a phone") {
    RosterBuilder home;
    const auto member = home.join(DeviceRole::member);
    const TestDevice newcomer;
    CHECK(problem_of(home.add(member, {newcomer.joining(DeviceRole::member)})) == RosterProblem::not_allowed);
    CHECK(problem_of(home.add(newcomer, {newcomer.joining(DeviceRole::admin)})) == RosterProblem::unknown_signer);
    CHECK(home.add(home.admin, {newcomer.joining(DeviceRole::member)}).has_value());
    CHECK(problem_of(home.add(home.admin, {newcomer.joining(DeviceRole::admin)})) == RosterProblem::inconsistent);
}

TEST_CASE("a recovery code brings back a phone for its own person, with no more rights than that person had") {
    RosterBuilder home;
    const auto code = home.join(DeviceRole::recovery, 2);
    home.join(DeviceRole::member, 2);
    const TestDevice phone, other;
    CHECK(problem_of(home.add(code, {phone.joining(DeviceRole::member, 3)})) == RosterProblem::not_allowed);
    CHECK(problem_of(home.add(code, {phone.joining(DeviceRole::admin, 2)})) == RosterProblem::not_allowed);
    CHECK(home.add(code, {phone.joining(DeviceRole::member, 2)}).has_value());
    CHECK(problem_of(home.add(code, {wire::Close{}})) == RosterProblem::not_allowed);
}

TEST_CASE("removing a phone rotates every party it shared with whoever removes it") {
    RosterBuilder home;
    const auto member = home.join(DeviceRole::member);
    CHECK(problem_of(home.add(home.admin, {wire::RemoveDevice{member.id, {}}})) == RosterProblem::not_allowed);
    REQUIRE(home.add(home.admin, {wire::RemoveDevice{member.id, {}}, RosterBuilder::epoch(1, 2)}).has_value());
    const auto& roster = home.roster();
    CHECK_FALSE(roster.device(member.id)->active());
    CHECK(roster.device(member.id)->active_at(1));
    CHECK(roster.party(test::id_of<PartyId>(1))->current().number == 2);
    CHECK(problem_of(home.add(member, {wire::Close{}})) == RosterProblem::unknown_signer);
    CHECK(problem_of(home.add(home.admin, {RosterBuilder::grant(1, 2, member)})) == RosterProblem::inconsistent);
}

TEST_CASE("a phone that removes itself leaves its parties frozen until somebody inside opens them again") {
    RosterBuilder home;
    const auto member = home.join(DeviceRole::member);
    const auto channel = test::id_of<ChannelId>(1);
    const auto may_write = [&] {
        const auto& roster = home.roster();
        return wire::may_write(roster, roster.height(), channel, roster, roster.height(), home.admin.id);
    };
    CHECK(may_write());
    REQUIRE(home.add(member, {wire::RemoveDevice{member.id, {}}}).has_value());
    CHECK_FALSE(may_write());
    REQUIRE(home.add(home.admin, {RosterBuilder::epoch(1, 2)}).has_value());
    CHECK(may_write());
    CHECK(wire::may_write(home.roster(), 1, channel, home.roster(), 1, member.id));
    CHECK_FALSE(wire::may_write(home.roster(), 2, channel, home.roster(), 2, member.id));
}

TEST_CASE("an admin cannot enter a teenager's private party, nor grant it, nor shape its channel") {
    RosterBuilder home;
    const auto teenager = home.join(DeviceRole::member);
    REQUIRE(home.add(teenager, {RosterBuilder::epoch(7, 1, true)}).has_value());
    REQUIRE(home.add(teenager, {RosterBuilder::channel(7, personal, {RosterBuilder::own(7)})}).has_value());

    CHECK(problem_of(home.add(home.admin, {RosterBuilder::grant(7, 1, home.admin)})) == RosterProblem::not_allowed);
    CHECK(problem_of(home.add(home.admin, {RosterBuilder::epoch(7, 2, true)})) == RosterProblem::not_allowed);
    // Nor by giving the channel other readers: what the teenager goes on writing stays where it is.
    CHECK(problem_of(home.add(home.admin, {RosterBuilder::channel(7, personal, {RosterBuilder::own(1)})})) ==
          RosterProblem::not_allowed);
    CHECK(problem_of(home.add(home.admin, {RosterBuilder::channel(8, personal, {RosterBuilder::own(7)})})) ==
          RosterProblem::not_allowed);
    CHECK(home.add(teenager, {RosterBuilder::epoch(7, 2, true)}).has_value());
    CHECK_FALSE(wire::may_read(home.roster(), test::id_of<ChannelId>(7), home.roster(), home.admin.id));
    CHECK(wire::may_read(home.roster(), test::id_of<ChannelId>(7), home.roster(), teenager.id));
}

TEST_CASE("only a device that holds an epoch lets others into it") {
    RosterBuilder home;
    TestDevice outsider, friend_of_family;
    REQUIRE(
        home.add(home.admin, {outsider.joining(DeviceRole::admin), friend_of_family.joining(DeviceRole::member, 3)})
            .has_value());
    CHECK(problem_of(home.add(outsider, {RosterBuilder::grant(1, 1, outsider)})) == RosterProblem::not_allowed);
    CHECK(problem_of(home.add(home.admin, {RosterBuilder::grant(1, 2, outsider)})) == RosterProblem::inconsistent);
    CHECK(problem_of(home.add(home.admin, {RosterBuilder::grant(9, 1, outsider)})) == RosterProblem::inconsistent);
    REQUIRE(home.add(home.admin, {RosterBuilder::grant(1, 1, outsider)}).has_value());
    CHECK(problem_of(home.add(home.admin, {RosterBuilder::grant(1, 1, outsider)})) == RosterProblem::inconsistent);
    CHECK(home.add(outsider, {RosterBuilder::grant(1, 1, friend_of_family)}).has_value());
}

TEST_CASE("epochs count up one by one and keep what the party is") {
    RosterBuilder home;
    CHECK(problem_of(home.add(home.admin, {RosterBuilder::epoch(1, 3)})) == RosterProblem::inconsistent);
    CHECK(problem_of(home.add(home.admin, {RosterBuilder::epoch(1, 2, true)})) == RosterProblem::inconsistent);
    CHECK(problem_of(home.add(home.admin, {RosterBuilder::epoch(2, 2)})) == RosterProblem::inconsistent);
    CHECK(home.add(home.admin, {RosterBuilder::epoch(1, 2)}).has_value());
}

TEST_CASE("sharing with a clinic is a link and a care channel, and unlinking ends the writing") {
    RosterBuilder home, clinic;
    const auto clinic_id = clinic.roster().group();
    const wire::PartyRef their_team{clinic_id, test::id_of<PartyId>(3)};
    const auto care_channel = RosterBuilder::channel(2, care, {RosterBuilder::own(1), their_team});
    CHECK(problem_of(home.add(home.admin, {care_channel})) == RosterProblem::inconsistent);
    const wire::Link link{.group = clinic_id, .height = 0, .head = clinic.roster().head()};
    REQUIRE(home.add(home.admin, {link, care_channel}).has_value());
    const auto& roster = home.roster();
    CHECK(wire::may_write(roster, 1, care_channel.channel, roster, 1, home.admin.id));

    const auto member = home.join(DeviceRole::member);
    CHECK(problem_of(home.add(member, {wire::Unlink{clinic_id}})) == RosterProblem::not_allowed);
    CHECK(problem_of(home.add(home.admin, {wire::Link{.group = clinic_id, .height = 0, .head = {}},
                                           wire::Unlink{home.roster().group()}})) == RosterProblem::inconsistent);
    REQUIRE(home.add(home.admin, {wire::Unlink{clinic_id}}).has_value());
    CHECK_FALSE(
        wire::may_write(roster, roster.height(), care_channel.channel, roster, roster.height(), home.admin.id));
    CHECK(wire::may_write(roster, 1, care_channel.channel, roster, 1, home.admin.id));
    CHECK(roster.link(clinic_id) == nullptr);
}

TEST_CASE("a household has no team channel and a clinic has no family channel") {
    RosterBuilder home;
    CHECK(problem_of(home.add(home.admin, {RosterBuilder::channel(2, team, {RosterBuilder::own(1)})})) ==
          RosterProblem::inconsistent);
    CHECK(problem_of(home.add(home.admin, {wire::Fresh{.day = 20'000}})) == RosterProblem::not_allowed);

    const TestDevice worker;
    const std::vector<wire::RosterOp> ops{worker.joining(DeviceRole::admin), RosterBuilder::epoch(1, 1),
                                          RosterBuilder::channel(1, team, {RosterBuilder::own(1)}),
                                          wire::Fresh{.day = 20'000}};
    const auto genesis = wire::write_entry({.signer = worker.id}, ops, worker.sign_seed);
    auto clinic = wire::Roster::replay({&genesis, 1});
    REQUIRE(clinic.has_value());
    CHECK(clinic->is_clinic());
    CHECK(clinic->fresh_day() == 20'000);
    const auto next = [&](wire::RosterOp op) {
        return clinic->append(wire::write_entry({.group = clinic->group(),
                                                 .height = clinic->height() + 1,
                                                 .previous = clinic->head(),
                                                 .signer = worker.id},
                                                std::vector<wire::RosterOp>{std::move(op)}, worker.sign_seed));
    };
    CHECK(problem_of(next(RosterBuilder::channel(2, family, {RosterBuilder::own(1)}))) ==
          RosterProblem::inconsistent);
    CHECK(problem_of(next(wire::Fresh{.day = 20'006})) == RosterProblem::inconsistent);
    CHECK(next(wire::Fresh{.day = 20'007}).has_value());
}

TEST_CASE("sixteen phones and no more, though removed ones make room") {
    RosterBuilder home;
    std::vector<TestDevice> phones;
    for (int i = 0; i < 15; ++i) {
        phones.emplace_back();
        REQUIRE(home.add(home.admin, {phones.back().joining(DeviceRole::member)}).has_value());
    }
    const TestDevice another;
    CHECK(problem_of(home.add(home.admin, {another.joining(DeviceRole::member)})) == RosterProblem::over_limit);
    REQUIRE(home.add(home.admin, {wire::RemoveDevice{phones.front().id, {}}}).has_value());
    CHECK(home.add(home.admin, {another.joining(DeviceRole::member)}).has_value());
}

TEST_CASE("a closed household takes no further entry, and suites only rise") {
    RosterBuilder home;
    REQUIRE(home.add(home.admin, {wire::MinSuite{2}}).has_value());
    CHECK(problem_of(home.add(home.admin, {wire::MinSuite{1}})) == RosterProblem::inconsistent);
    REQUIRE(home.add(home.admin, {wire::Close{}}).has_value());
    CHECK(home.roster().closed());
    CHECK(problem_of(home.add(home.admin, {wire::MinSuite{3}})) == RosterProblem::closed);
}

TEST_CASE("a refused entry changes nothing, not even by the ops before the bad one") {
    RosterBuilder home;
    const TestDevice phone;
    CHECK_FALSE(home.add(home.admin, {phone.joining(DeviceRole::member), RosterBuilder::epoch(1, 5)}).has_value());
    CHECK(home.roster().height() == 0);
    CHECK(home.roster().device(phone.id) == nullptr);
}

TEST_CASE("an entry belongs to one household, one height and one predecessor") {
    RosterBuilder home, neighbours;
    const std::vector<wire::RosterOp> ops{wire::MinSuite{1}};
    auto roster = home.roster();
    const auto write = [&](wire::EntryDraft draft) { return wire::write_entry(draft, ops, home.admin.sign_seed); };
    const wire::EntryDraft right{
        .group = roster.group(), .height = 1, .previous = roster.head(), .signer = home.admin.id};
    auto wrong = right;
    wrong.group = neighbours.roster().group();
    CHECK(problem_of(roster.append(write(wrong))) == RosterProblem::wrong_group);
    wrong = right;
    wrong.height = 2;
    CHECK(problem_of(roster.append(write(wrong))) == RosterProblem::wrong_height);
    wrong = right;
    wrong.previous = neighbours.roster().head();
    CHECK(problem_of(roster.append(write(wrong))) == RosterProblem::wrong_previous);
    // A relay without a device's key cannot even pretend that there are two histories.
    auto pretended = write(wrong);
    pretended.back() ^= 1;
    CHECK(problem_of(roster.append(pretended)) == RosterProblem::forged);
    CHECK(roster.append(write(right)).has_value());
}

TEST_CASE("a roster entry with any byte changed or any end cut off is refused") {
    RosterBuilder home;
    const auto good = home.next(home.admin, {wire::MinSuite{1}, wire::Unlink{}, wire::Fresh{.day = 3}});
    REQUIRE(wire::read_entry(good).has_value());
    for (std::size_t i = 0; i < good.size(); ++i) {
        CAPTURE(i);
        auto changed = good;
        changed[i] ^= 0x20;
        auto roster = home.roster();
        CHECK_FALSE(roster.append(changed).has_value());
        CHECK_FALSE(wire::read_entry(ByteView(good).first(i)).has_value());
    }
    auto longer = good;
    longer.push_back(0);
    CHECK(wire::read_entry(longer).error() == RosterProblem::damaged);
    CHECK(wire::read_entry(Bytes(wire::roster_entry_max + 1)).error() == RosterProblem::too_big);
}

TEST_CASE("every op reads back as it was written") {
    const TestDevice device;
    const std::vector<wire::RosterOp> ops{
        device.joining(DeviceRole::recovery, 5),
        wire::RemoveDevice{device.id, {{test::id_of<ChannelId>(3), 9, test::id_of<BundleId>(4)}}},
        RosterBuilder::epoch(4, 3, true),
        RosterBuilder::grant(4, 3, device),
        RosterBuilder::channel(6, care, {RosterBuilder::own(1), {test::id_of<GroupId>(2), test::id_of<PartyId>(2)}}),
        wire::Link{test::id_of<GroupId>(2), 7, test::id_of<RosterId>(1)},
        wire::Unlink{test::id_of<GroupId>(2)},
        wire::MinSuite{1},
        wire::Close{},
        wire::Fresh{20'000},
    };
    const auto read = wire::decode_ops(wire::encode_ops(ops));
    REQUIRE(read.has_value());
    CHECK(*read == ops);
}

TEST_CASE("an op from a later release holds the roster until this app is updated") {
    const auto later = from_hex("81a1616f0b");  // [{"o": 11}]
    CHECK(wire::decode_ops(*later).error() == RosterProblem::update_needed);
    for (const auto* malformed : {"80", "81a0", "81a1616f00", "81a2616101616f09", "a0", "818181818100", ""})
        CHECK(wire::decode_ops(*from_hex(malformed)).error() == RosterProblem::malformed);
}
