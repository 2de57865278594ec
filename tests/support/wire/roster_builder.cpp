#include "support/roster_builder.h"

#include <doctest/doctest.h>

namespace goodweek::test {

using wire::RosterOp;

RosterBuilder::RosterBuilder() {
    auto home = epoch(1, 1);
    home.kem_key = vault::kem_public(home_seed);
    const std::vector<RosterOp> ops{admin.joining(wire::DeviceRole::admin), home,
                                    channel(1, wire::ChannelKind::family, {own(1)})};
    const auto genesis = wire::write_entry({.signer = admin.id}, ops, admin.sign_seed);
    auto roster = wire::Roster::replay({&genesis, 1});
    REQUIRE(roster.has_value());
    roster_ = *std::move(roster);
}

Bytes RosterBuilder::next(const TestDevice& signer, std::vector<RosterOp> ops) const {
    return wire::write_entry({.group = roster_->group(),
                              .height = roster_->height() + 1,
                              .previous = roster_->head(),
                              .signer = signer.id},
                             ops, signer.sign_seed);
}

Result<void, wire::RosterProblem> RosterBuilder::add(const TestDevice& signer, std::vector<RosterOp> ops) {
    return roster_->append(next(signer, std::move(ops)));
}

TestDevice RosterBuilder::join(wire::DeviceRole role, std::uint8_t person) {
    TestDevice device;
    const auto current = roster_->parties().front().current().number;
    const auto added = add(admin, {device.joining(role, person), grant(1, current, device)});
    REQUIRE(added.has_value());
    return device;
}

wire::PartyEpoch RosterBuilder::epoch(std::uint8_t party, std::uint32_t number, bool is_private) {
    wire::PartyEpoch op{.party = id_of<PartyId>(party), .epoch = number, .is_private = is_private};
    op.kem_key = vault::kem_public(vault::Key::random());
    if (number > 1) op.history.assign(wire::history_box_size, 7);
    return op;
}

wire::Grant RosterBuilder::grant(std::uint8_t party, std::uint32_t epoch, const TestDevice& to) {
    return {.party = id_of<PartyId>(party), .epoch = epoch, .device = to.id, .slot = {}};
}

wire::OpenChannel RosterBuilder::channel(std::uint8_t id, wire::ChannelKind kind,
                                         std::vector<wire::PartyRef> readers) {
    return {.channel = id_of<ChannelId>(id), .kind = kind, .readers = readers, .writers = readers};
}

}  // namespace goodweek::test
