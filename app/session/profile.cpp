#include "session/profile.h"

namespace goodweek::session {

namespace {

using vault::Cbor;

vault::CborResult<std::span<const Cbor>> two_of(const Cbor& pair) {
    const auto both = TRY(vault::as_array(pair));
    if (both.size() != 2) return std::unexpected(vault::CborProblem::wrong_type);
    return both;
}

Cbor parts_cbor(const std::map<GroupId, Part>& parts) {
    Cbor::Array all;
    for (const auto& [group, part] : parts) {
        Cbor::Array placed;
        for (const auto& [channel, counters] : part.placed)
            placed.push_back(Cbor::Array{channel.bytes, counters.to_cbor()});
        all.push_back(Cbor::Array{group.bytes, part.clock.packed, part.heard_ms, std::move(placed)});
    }
    return all;
}

vault::CborResult<std::map<GroupId, Part>> parts_from(std::span<const Cbor> all) {
    std::map<GroupId, Part> parts;
    for (const auto& one : all) {
        const auto fields = TRY(vault::as_array(one));
        if (fields.size() != 4) return std::unexpected(vault::CborProblem::wrong_type);
        const GroupId group{TRY(vault::as_block<GroupId::size>(fields[0]))};
        Part part{.clock = {TRY(vault::as_unsigned(fields[1]))}, .heard_ms = TRY(vault::as_integer(fields[2]))};
        const auto placed = TRY(vault::as_array(fields[3]));
        for (const auto& at : placed) {
            const auto pair = TRY(two_of(at));
            const auto counters = Counters::from_cbor(pair[1]);
            if (!counters) return std::unexpected(vault::CborProblem::wrong_type);
            part.placed[ChannelId{TRY(vault::as_block<ChannelId::size>(pair[0]))}] = *counters;
        }
        parts[group] = std::move(part);
    }
    return parts;
}

Cbor joined_cbor(const Profile& profile) {
    Cbor::Array all;
    for (const auto& [group, token] : profile.joined_by) all.push_back(Cbor::Array{group.bytes, token});
    return all;
}

Cbor unsent_cbor(const Profile& profile) {
    Cbor::Array all;
    for (const auto& [bundle, events] : profile.unsent) all.push_back(Cbor::Array{bundle.bytes, events});
    return all;
}

vault::CborResult<Profile> profile_from(const Cbor& value) {
    Profile profile;
    profile.side = TRY(vault::unsigned_integer(value, "s")) == 1 ? Side::clinic : Side::family;
    profile.me = PersonId{TRY(vault::block<PersonId::size>(value, "m"))};
    profile.relay = TRY(vault::text(value, "r"));
    profile.clinic_name = TRY(vault::text(value, "n"));
    profile.worker = TRY(vault::text(value, "w"));
    profile.recovery_confirmed = TRY(vault::unsigned_integer(value, "c")) == 1;
    const auto joined_by = TRY(vault::array(value, "b"));
    for (const auto& pair : joined_by) {
        const auto joined = TRY(two_of(pair));
        profile.joined_by[GroupId{TRY(vault::as_block<GroupId::size>(joined[0]))}] =
            TRY(vault::as_block<32>(joined[1]));
    }
    const auto unsent_of = TRY(vault::array(value, "u"));
    for (const auto& pair : unsent_of) {
        const auto unsent = TRY(two_of(pair));
        profile.unsent[BundleId{TRY(vault::as_block<BundleId::size>(unsent[0]))}] =
            static_cast<std::size_t>(TRY(vault::as_unsigned(unsent[1])));
    }
    const auto parts = TRY(vault::array(value, "p"));
    profile.parts = TRY(parts_from(parts));
    return profile;
}

struct Read {
    Profile profile;
    Bytes secrets, talk;
};

vault::CborResult<Read> read(ByteView bytes) {
    const Cbor value = TRY(vault::decode(bytes));
    Read found{.profile = TRY(profile_from(value))};
    const auto secrets = TRY(vault::bytes(value, "k"));
    const auto talk = TRY(vault::bytes(value, "t"));
    found.secrets.assign(secrets.begin(), secrets.end());
    found.talk.assign(talk.begin(), talk.end());
    return found;
}

}  // namespace

Bytes profile_bytes(const Inside& in) {
    const Profile& profile = in.profile;
    return vault::encode(Cbor::Map{{"b", joined_cbor(profile)},
                                   {"c", profile.recovery_confirmed ? 1u : 0u},
                                   {"k", in.member->secrets()},
                                   {"m", profile.me.bytes},
                                   {"n", profile.clinic_name},
                                   {"p", parts_cbor(profile.parts)},
                                   {"r", profile.relay},
                                   {"s", profile.side == Side::clinic ? 1u : 0u},
                                   {"t", in.talk ? sync::to_bytes(*in.talk) : Bytes{}},
                                   {"u", unsent_cbor(profile)},
                                   {"w", profile.worker}});
}

bool read_profile(Inside& in, ByteView bytes, std::span<const std::vector<Bytes>> rosters) {
    auto found = read(bytes);
    if (!found) return false;
    auto member = sync::Membership::restore(found->secrets, rosters);
    vault::wipe(found->secrets);
    if (!member) return false;
    if (!found->talk.empty()) {
        auto talk = sync::conversation_from(found->talk);
        if (!talk) return false;
        in.talk = std::move(*talk);
    }
    in.member = std::move(*member);
    in.profile = std::move(found->profile);
    return true;
}

Bytes record_bytes(RecordKind kind, const GroupId& group, ByteView bytes) {
    Bytes record;
    record.reserve(1 + GroupId::size + bytes.size());
    record.push_back(static_cast<std::uint8_t>(kind));
    record.insert(record.end(), group.bytes.begin(), group.bytes.end());
    record.insert(record.end(), bytes.begin(), bytes.end());
    return record;
}

std::optional<Record> read_record(ByteView bytes) {
    if (bytes.size() < 1 + GroupId::size) return std::nullopt;
    const auto kind = static_cast<RecordKind>(bytes[0]);
    if (kind != RecordKind::event && kind != RecordKind::roster) return std::nullopt;
    return Record{kind, *GroupId::from(bytes.subspan(1, GroupId::size)), bytes.subspan(1 + GroupId::size)};
}

}  // namespace goodweek::session
