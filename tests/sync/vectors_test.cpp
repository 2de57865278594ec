// The golden vectors, ours and those an independent implementation made (tests/vectors/reader reads the same files).
#include <doctest/doctest.h>

#include <sstream>

#include "support/sync_device.h"
#include "support/vector_file.h"
#include "sync/enrol.h"

using namespace goodweek;
using test::vector_file;
using test::VectorFile;

namespace {

template <class AnyId>
AnyId id_from(const std::string& text) {
    const auto bytes = from_hex(text);
    REQUIRE(bytes.has_value());
    const auto id = AnyId::from(*bytes);
    REQUIRE(id.has_value());
    return *id;
}

Bytes bytes_from(const std::string& text) {
    auto bytes = from_hex(text);
    REQUIRE(bytes.has_value());
    return *std::move(bytes);
}

sync::DeviceKeys keys_of(const std::string& name) {
    for (const auto* file : {"keys.txt", "js-keys.txt"}) {
        for (const auto& line : vector_file("roster", file).all("device")) {
            std::istringstream words(line);
            std::string who, sign, kem;
            words >> who >> sign >> kem;
            if (who == name)
                return sync::device_keys(*vault::Key::from(bytes_from(sign)), *vault::Key::from(bytes_from(kem)));
        }
    }
    FAIL("no keys for ", name);
    return sync::new_device_keys();
}

// A reader as it stands before a vector: the rosters learned, nothing taken yet.
struct Standing {
    sync::Membership reader;
    sync::Chains chains;

    explicit Standing(const VectorFile& vector)
        : reader(membership(vector)),
          chains({id_from<GroupId>(vector.get("group")), id_from<ChannelId>(vector.get("channel"))}) {}

    static sync::Membership membership(const VectorFile& vector) {
        const auto keys = keys_of(vector.get("reader"));
        const auto household = vector_file("roster", vector.get("household")).parts;
        const auto clinic = vector_file("roster", vector.get("clinic")).parts;
        const auto home = wire::Roster::replay(household), team = wire::Roster::replay(clinic);
        REQUIRE(home.has_value());
        REQUIRE(team.has_value());
        auto ours = sync::Membership::newcomer(keys, team->device(keys.id) ? team->group() : home->group());
        REQUIRE(ours.learn_all(home->group(), household).has_value());
        REQUIRE(ours.learn_all(team->group(), clinic).has_value());
        return ours;
    }
    auto open(const Bytes& bytes) { return sync::open(bytes, reader, chains, test::is_test_event); }
};

void check_content(const VectorFile& vector, const sync::Opened& opened) {
    CHECK(std::to_string(opened.max_clock) == vector.get("clock"));
    std::vector<std::string> events;
    for (const auto& event : opened.events) events.push_back(to_hex(event));
    CHECK(events == vector.all("event"));
}

}  // namespace

TEST_CASE("every roster vector replays as its file says, whoever wrote it") {
    for (const auto& name : test::vector_names("roster")) {
        CAPTURE(name);
        const auto vector = vector_file("roster", name);
        const auto replayed = wire::Roster::replay(vector.parts);
        const auto expect = vector.get("expect");
        CHECK((replayed ? "ok" : wire::name_of(replayed.error())) == expect);
        CHECK(std::to_string(vector.parts.size() - 1) == vector.get("height"));
        const auto accepted = expect == "ok" ? vector.parts.size() : vector.parts.size() - 1;
        if (accepted == 0) continue;
        const auto before = wire::Roster::replay(std::span(vector.parts).first(accepted));
        REQUIRE(before.has_value());
        CHECK(before->group().hex() == vector.get("group"));
        CHECK(before->head().hex() == vector.get("head"));
    }
}

TEST_CASE("every roster entry that reads is written again to the same bytes") {
    for (const auto& name : test::vector_names("roster")) {
        for (const auto& part : vector_file("roster", name).parts) {
            const auto entry = wire::read_entry(part);
            if (!entry) continue;
            CAPTURE(name);
            const auto body = ByteView(part).subspan(96, part.size() - 96 - 64);
            CHECK(std::ranges::equal(wire::encode_ops(entry->ops), body));
        }
    }
}

TEST_CASE("every bundle vector opens, or is refused, as its file says, whoever sealed it") {
    for (const auto& name : test::vector_names("bundle")) {
        CAPTURE(name);
        const auto vector = vector_file("bundle", name);
        Standing standing(vector);
        for (const auto& before : vector.all("after"))
            REQUIRE(standing.open(vector_file("bundle", before).parts.front()).has_value());
        const auto untouched = standing.chains;
        const auto opened = standing.open(vector.parts.front());
        CHECK((opened ? "ok" : wire::name_of(opened.error())) == vector.get("expect"));
        if (opened) check_content(vector, *opened);
        else CHECK(standing.chains == untouched);
    }
}

TEST_CASE("invite vectors read back in every form, and give the values their file names") {
    for (const auto& name : test::vector_names("invite")) {
        const auto vector = vector_file("invite", name);
        if (vector.get("kind") != "invite") continue;
        CAPTURE(name);
        for (const auto& text : vector.all("text")) {
            const auto invite = sync::read_invite(text);
            if (vector.get("expect") != "ok") {
                REQUIRE_FALSE(invite.has_value());
                const bool mistyped = invite.error() == sync::InviteProblem::mistyped;
                CHECK((mistyped ? "mistyped" : "not_an_invite") == vector.get("expect"));
                continue;
            }
            REQUIRE(invite.has_value());
            CHECK(to_hex(invite->secret) == vector.get("secret"));
            CHECK(invite->clinic.hex() == vector.get("clinic"));
            CHECK(std::to_string(invite->expires_ms / 60'000) == vector.get("expires"));
            CHECK(invite->relay == vector.get("relay"));
            CHECK(to_hex(sync::invite_token(invite->secret)) == vector.get("token"));
            const auto told = sync::announcement(*invite);
            CHECK(to_hex(told.token_hash) == vector.get("token hash"));
            CHECK(told.lookup.hex() == vector.get("lookup"));
            CHECK(to_hex(told.card) == vector.get("card"));
            CHECK(sync::read_invite_code(vector.get("code")) == invite->secret);
            CHECK(sync::open_card(invite->secret, invite->relay, bytes_from(vector.get("card"))) == *invite);
            const auto household = id_from<GroupId>(vector.get("household"));
            CHECK(to_hex(sync::join_proof(invite->secret, household)) == vector.get("proof"));
            std::string words;
            for (const auto word : sync::check_words(invite->clinic))
                words.append(words.empty() ? "" : " ").append(word);
            CHECK(words == vector.get("words"));
        }
    }
}

TEST_CASE("offer vectors carry a new phone's keys and its welcome") {
    for (const auto& name : test::vector_names("invite")) {
        const auto vector = vector_file("invite", name);
        if (vector.get("kind") != "offer") continue;
        CAPTURE(name);
        const auto offered = sync::read_offer(vector.get("text").empty() ? vector.get("code") : vector.get("text"));
        if (vector.get("expect") != "ok") {
            CHECK(offered.error() == sync::OfferProblem::not_an_offer);
            continue;
        }
        REQUIRE(offered.has_value());
        CHECK(offered->at.hex() == vector.get("place"));
        CHECK(to_hex(offered->secret) == vector.get("secret"));
        const auto keys = sync::read_announcement(*offered, bytes_from(vector.get("announcement")));
        REQUIRE(keys.has_value());
        const auto device = wire::device_id(keys->sign_key, keys->kem_key);
        CHECK(device.hex() == vector.get("device"));
        const sync::Offer offer{
            .secret = offered->secret, .at = offered->at, .link = {}, .code = {}, .announcement = {}};
        const auto welcome = sync::open_welcome(offer, device, bytes_from(vector.get("welcome")));
        REQUIRE(welcome.has_value());
        CHECK(welcome->group.hex() == vector.get("group"));
        CHECK(std::to_string(welcome->roster.height) == vector.get("height"));
        CHECK(welcome->roster.head.hex() == vector.get("head"));
        std::string words;
        for (const auto word : sync::enrol_words(welcome->group, device))
            words.append(words.empty() ? "" : " ").append(word);
        CHECK(words == vector.get("words"));
    }
}
