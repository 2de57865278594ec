// Bundles go in once, in order, from those who may write, and come out to those who may read.
#include <doctest/doctest.h>

#include "relay/people.h"

namespace goodweek::relay_tests {

namespace {

struct Scene {
    const RelayProcess& relay = the_relay();
    Circle clinic = founded_clinic(relay);
    Circle family = founded_household(relay, clinic);
    Writer mother{.phone = family.founder, .own = family, .owner = family, .channel = family.channel};

    Caller calling() const { return relay_tests::calling(relay, family); }
    wire::Reply put(const Writer::Sealed& bundle) const {
        return calling().put(family.group(), family.channel, bundle);
    }
    // The family links to the clinic and opens its care channel.
    void link() {
        const auto before = family.roster.end();
        REQUIRE(calling().extend(before, family.linking(clinic)).status == 201);
    }
};

std::vector<Bytes> bundles_in(const wire::Reply& reply) {
    CHECK(reply.status == 200);
    const auto frames = wire::read_frames(reply.body, wire::bundle_max);
    REQUIRE(frames.has_value());
    std::vector<Bytes> bundles;
    for (const auto& frame : *frames) bundles.emplace_back(frame.bytes.begin(), frame.bytes.end());
    return bundles;
}

}  // namespace

TEST_CASE("what one phone of a family puts in, every phone of it collects, in order") {
    Scene scene;
    const auto first = scene.mother.next(), second = scene.mother.next(2 * wire::padded_min);
    const auto kept = scene.put(first);
    CHECK(kept.status == 201);
    CHECK(wire::read_relay_seq(kept.body) == 1);
    CHECK(wire::read_relay_seq(scene.put(second).body) == 2);

    const Phone fathers;
    const auto before = scene.family.roster.end();
    REQUIRE(scene.calling().extend(before, scene.family.adding(fathers)).status == 201);
    const auto father = calling(scene.relay, scene.family, fathers);
    const auto group = scene.family.group();
    const auto channel = scene.family.channel;
    CHECK(bundles_in(father.collect(group, channel)) == Several{first.bytes, second.bytes});
    CHECK(bundles_in(father.collect(group, channel, 1)) == Several{second.bytes});
    CHECK(bundles_in(father.collect(group, channel, 0, 1)) == Several{first.bytes});
    CHECK(bundles_in(father.collect(group, channel, 2)).empty());
    CHECK(bundles_in(father.collect(group, channel, ~0ULL)).empty());
}

TEST_CASE("the list of what is there names each bundle, its place and its author") {
    Scene scene;
    const auto first = scene.mother.next(), second = scene.mother.next();
    REQUIRE(scene.put(first).status == 201);
    REQUIRE(scene.put(second).status == 201);
    const auto reply = scene.calling().call(
        {.call = wire::Call::list_bundles, .group = scene.family.group(), .channel = scene.family.channel});
    const auto author = scene.family.founder.id;
    const std::vector<wire::StoredBundle> expected{{1, first.id, 1, author}, {2, second.id, 2, author}};
    CHECK(wire::read_stored(reply.body) == expected);
}

TEST_CASE("a bundle sent twice because the answer was lost is kept once and answered the same") {
    Scene scene;
    const auto first = scene.mother.next();
    const auto answered = scene.put(first);
    REQUIRE(scene.put(scene.mother.next()).status == 201);
    const auto again = scene.put(first);
    CHECK(again.status == 200);
    CHECK(again.body == answered.body);
    CHECK(bundles_in(scene.calling().collect(scene.family.group(), scene.family.channel)).size() == 2);
}

TEST_CASE("a bundle that does not follow its author's last is refused with where that chain ends") {
    Scene scene;
    const auto first = scene.mother.next();
    REQUIRE(scene.put(first).status == 201);
    const wire::ChainEnd end{1, first.id};

    auto ahead = scene.mother;
    ahead.next();
    const auto gap = scene.put(ahead.next());
    CHECK(gap.status == 409);
    CHECK(wire::read_error(gap.body)->chain == end);

    auto forked = scene.mother;
    forked.seq = 1;
    forked.last = {};
    CHECK(wire::read_error(scene.put(forked.again()).body)->chain == end);

    auto wrong_previous = scene.mother;
    wrong_previous.last = random_id<BundleId>();
    CHECK(wire::read_error(scene.put(wrong_previous.next()).body)->chain == end);
    CHECK(bundles_in(scene.calling().collect(scene.family.group(), scene.family.channel)).size() == 1);
}

TEST_CASE("a clinic writes and reads where the family let it, and nowhere else") {
    Scene scene;
    scene.link();
    const auto sam = calling(scene.relay, scene.clinic);
    const auto group = scene.family.group();
    Writer mother_in_care{
        .phone = scene.family.founder, .own = scene.family, .owner = scene.family, .channel = *scene.family.care};
    Writer sam_in_care{
        .phone = scene.clinic.founder, .own = scene.clinic, .owner = scene.family, .channel = *scene.family.care};
    const auto from_home = mother_in_care.next(), from_clinic = sam_in_care.next();
    CHECK(scene.calling().put(group, *scene.family.care, from_home).status == 201);
    CHECK(sam.put(group, *scene.family.care, from_clinic).status == 201);
    CHECK(bundles_in(sam.collect(group, *scene.family.care)) == Several{from_home.bytes, from_clinic.bytes});
    CHECK(bundles_in(scene.calling().collect(group, *scene.family.care)).size() == 2);

    CHECK(refusal_in(sam.collect(group, scene.family.channel)) == wire::Refusal::unknown);
    Writer sam_at_home{
        .phone = scene.clinic.founder, .own = scene.clinic, .owner = scene.family, .channel = scene.family.channel};
    CHECK(refusal_in(sam.put(group, scene.family.channel, sam_at_home.next())) == wire::Refusal::not_writer);
}

TEST_CASE("a clinic the family parted from is served nothing more") {
    Scene scene;
    scene.link();
    const auto sam = calling(scene.relay, scene.clinic);
    const auto care = *scene.family.care;
    REQUIRE(sam.collect(scene.family.group(), care).status == 200);
    const auto before = scene.family.roster.end();
    REQUIRE(scene.calling().extend(before, scene.family.next_entry({wire::Unlink{scene.clinic.group()}})).status ==
            201);
    CHECK(sam.collect(scene.family.group(), care).status == 404);
    Writer late{.phone = scene.clinic.founder, .own = scene.clinic, .owner = scene.family, .channel = care};
    CHECK(sam.put(scene.family.group(), care, late.next()).status == 404);
}

TEST_CASE("a phone puts in only what it wrote itself") {
    Scene scene;
    const Phone fathers;
    const auto before = scene.family.roster.end();
    REQUIRE(scene.calling().extend(before, scene.family.adding(fathers)).status == 201);
    Writer father{.phone = fathers, .own = scene.family, .owner = scene.family, .channel = scene.family.channel};
    CHECK(refusal_in(scene.put(father.next())) == wire::Refusal::bundle_invalid);
}

TEST_CASE("a bundle with one byte changed is refused, wherever the byte is") {
    Scene scene;
    const auto sound = scene.mother.next();
    const auto last = sound.bytes.size() - 1;
    std::vector<std::size_t> accepted;
    for (const std::size_t at : {0UL,   5UL,   6UL,   7UL,   10UL,  45UL,  60UL,  90UL,  104UL,  112UL,
                                 145UL, 150UL, 181UL, 190UL, 217UL, 221UL, 230UL, 260UL, 1500UL, last}) {
        auto changed = sound;
        changed.bytes[at] ^= 1;
        if (const auto status = scene.put(changed).status; status != 422 && status != 426) accepted.push_back(at);
    }
    CHECK(accepted == std::vector<std::size_t>{});
    CHECK(scene.put(sound).status == 201);
}

TEST_CASE("a bundle cut short or grown is refused, whatever its length") {
    Scene scene;
    const auto sound = scene.mother.next();
    const auto whole = sound.bytes.size();
    std::vector<std::size_t> accepted;
    for (const std::size_t length : {0UL, 1UL, 255UL, 256UL, whole - 1, whole + 1}) {
        auto changed = sound;
        changed.bytes.resize(length);
        if (scene.put(changed).status != 422) accepted.push_back(length);
    }
    CHECK(accepted == std::vector<std::size_t>{});
}

TEST_CASE("a bundle put under another channel, id or group is refused") {
    Scene scene;
    const auto sound = scene.mother.next();
    const auto group = scene.family.group();
    CHECK(refusal_in(scene.calling().put(group, random_id<ChannelId>(), sound)) == wire::Refusal::bundle_invalid);
    CHECK(refusal_in(scene.calling().put(random_id<GroupId>(), scene.family.channel, sound)) ==
          wire::Refusal::unknown);
    CHECK(refusal_in(scene.put({random_id<BundleId>(), sound.bytes})) == wire::Refusal::bundle_invalid);
}

TEST_CASE("a bundle that names a roster the relay has not got is answered with the roster it has") {
    Scene scene;
    auto ahead = scene.family;
    ahead.adding(Phone{});
    Writer mother{.phone = scene.family.founder, .own = ahead, .owner = ahead, .channel = scene.family.channel};
    const auto refused = scene.put(mother.next());
    CHECK(refused.status == 409);
    CHECK(wire::read_error(refused.body)->roster == scene.family.roster.end());
}

TEST_CASE("nobody writes to a family that was closed") {
    Scene scene;
    REQUIRE(scene.put(scene.mother.next()).status == 201);
    const auto before = scene.family.roster.end();
    REQUIRE(scene.calling().extend(before, scene.family.next_entry({wire::Close{}})).status == 201);
    CHECK(refusal_in(scene.put(scene.mother.next())) == wire::Refusal::erased);
    CHECK(bundles_in(scene.calling().collect(scene.family.group(), scene.family.channel)).size() == 1);
}

TEST_CASE("the largest bundle there can be is taken, and one byte too much is not") {
    Scene scene;
    const auto largest = scene.mother.next(wire::padded_max);
    CHECK(scene.put(largest).status == 201);
    CHECK(bundles_in(scene.calling().collect(scene.family.group(), scene.family.channel)) == Several{largest.bytes});

    auto limit = scene.mother.next();
    limit.bytes.resize(wire::bundle_max);
    CHECK(refusal_in(scene.put(limit)) == wire::Refusal::bundle_invalid);
    limit.bytes.resize(wire::bundle_max + 1);
    CHECK(refusal_in(scene.put(limit)) == wire::Refusal::too_big);
    limit.bytes.resize(wire::request_max + 1);
    CHECK(refusal_in(scene.put(limit)) == wire::Refusal::too_big);
}

TEST_CASE("a long channel comes in pages that fit, each going on where the last ended") {
    Scene scene;
    std::vector<Bytes> sent;
    for (int i = 0; i < 6; ++i) {
        const auto bundle = scene.mother.next(wire::padded_max);
        REQUIRE(scene.put(bundle).status == 201);
        sent.push_back(bundle.bytes);
    }
    std::vector<Bytes> collected;
    std::uint64_t after = 0;
    for (int page = 0; page < 6; ++page) {
        const auto reply = scene.calling().collect(scene.family.group(), scene.family.channel, after);
        CHECK(reply.body.size() <= wire::answer_max);
        const auto frames = wire::read_frames(reply.body, wire::bundle_max);
        REQUIRE(frames.has_value());
        if (frames->empty()) break;
        for (const auto& frame : *frames) collected.emplace_back(frame.bytes.begin(), frame.bytes.end());
        after = frames->back().number;
    }
    CHECK(collected == sent);
}

}  // namespace goodweek::relay_tests
