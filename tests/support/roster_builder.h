// Rosters for tests, entry by entry, signed by whom one likes.
#pragma once

#include "wire/roster.h"

namespace goodweek::test {

struct TestDevice {
    vault::Key sign_seed = vault::Key::random();
    vault::Key kem_seed = vault::Key::random();
    vault::SignPublic sign_key = vault::sign_public(sign_seed);
    vault::KemPublic kem_key = vault::kem_public(kem_seed);
    DeviceId id = wire::device_id(sign_key, kem_key);

    wire::AddDevice joining(wire::DeviceRole role, std::uint8_t person = 1) const {
        wire::AddDevice op{.sign_key = sign_key, .kem_key = kem_key, .role = role, .person = {}};
        op.person.bytes.back() = person;
        return op;
    }
};

template <class AnyId>
AnyId id_of(std::uint8_t last) {
    AnyId id;
    id.bytes.back() = last;
    return id;
}

class RosterBuilder {
public:
    // A household of one admin's phone: party 1, channel 1 `family`.
    RosterBuilder();

    TestDevice admin;
    vault::Key home_seed = vault::Key::random();
    const wire::Roster& roster() const { return *roster_; }

    // The bytes of the entry that would come next.
    Bytes next(const TestDevice& signer, std::vector<wire::RosterOp> ops) const;
    // And what our roster says of it; on success it is part of it.
    Result<void, wire::RosterProblem> add(const TestDevice& signer, std::vector<wire::RosterOp> ops);

    // A second device with role and person, holding party 1.
    TestDevice join(wire::DeviceRole role, std::uint8_t person = 2);

    static wire::PartyEpoch epoch(std::uint8_t party, std::uint32_t number, bool is_private = false);
    static wire::Grant grant(std::uint8_t party, std::uint32_t epoch, const TestDevice& to);
    static wire::OpenChannel channel(std::uint8_t id, wire::ChannelKind kind, std::vector<wire::PartyRef> readers);
    static wire::PartyRef own(std::uint8_t party) { return {{}, id_of<PartyId>(party)}; }

private:
    std::optional<wire::Roster> roster_;
};

}  // namespace goodweek::test
