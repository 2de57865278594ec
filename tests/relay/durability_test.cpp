// What was answered with "kept" is kept; what lies in the database tells nobody anything.
#include <doctest/doctest.h>

#include <atomic>
#include <fstream>
#include <iterator>
#include <thread>

#include "relay/http_client.h"
#include "relay/people.h"

namespace goodweek::relay_tests {

namespace {

std::string everything_in(const std::filesystem::path& folder) {
    std::string all;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
        std::ifstream bytes(file.path(), std::ios::binary);
        all.append(std::istreambuf_iterator<char>(bytes), {});
    }
    return all;
}

std::size_t collected(const RelayProcess& relay, const Circle& family) {
    const auto reply = calling(relay, family).collect(family.group(), family.channel);
    const auto frames = wire::read_frames(reply.body, wire::bundle_max);
    return reply.status == 200 && frames ? frames->size() : 0;
}

std::string store_of(const RelayProcess& relay) {
    return std::string(wire::header_named(send(relay.port(), {.target = "/healthz"}).headers, "GW-Store").value());
}

}  // namespace

TEST_CASE("a relay killed right after it said \"kept\" still has the bundle when it comes back") {
    const Scratch scratch;
    std::optional<Circle> joined;
    Writer::Sealed bundle;
    std::string store;
    {
        RelayProcess relay(scratch.path());
        const auto& family = joined.emplace(founded_household(relay, founded_clinic(relay)));
        Writer mother{.phone = family.founder, .own = family, .owner = family, .channel = family.channel};
        bundle = mother.next();
        store = store_of(relay);
        const auto kept = calling(relay, family).put(family.group(), family.channel, bundle);
        relay.kill();
        REQUIRE(kept.status == 201);
    }
    const RelayProcess relay(scratch.path());
    const auto& family = *joined;
    const auto reply = calling(relay, family).collect(family.group(), family.channel);
    const auto frames = wire::read_frames(reply.body, wire::bundle_max);
    REQUIRE(frames.has_value());
    REQUIRE(frames->size() == 1);
    CHECK(std::ranges::equal(frames->front().bytes, bundle.bytes));
    CHECK(calling(relay, family).put(family.group(), family.channel, bundle).status == 200);
    CHECK(store_of(relay) == store);
    CHECK(run_relay({"check", scratch.path().string()}).exit_code == 0);
}

TEST_CASE("a relay killed while many phones write keeps every bundle it answered for") {
    const Scratch scratch;
    constexpr std::size_t families = 6;
    std::vector<Circle> circles;
    std::vector<std::size_t> kept(families);
    {
        RelayProcess relay(scratch.path());
        const auto clinic = founded_clinic(relay);
        for (std::size_t i = 0; i < families; ++i) circles.push_back(founded_household(relay, clinic));
        std::vector<std::thread> phones;
        for (std::size_t i = 0; i < families; ++i)
            phones.emplace_back([&, i] {
                Writer writer{.phone = circles[i].founder,
                              .own = circles[i],
                              .owner = circles[i],
                              .channel = circles[i].channel};
                while (calling(relay, circles[i]).put(circles[i].group(), circles[i].channel, writer.next()).status ==
                       201)
                    ++kept[i];
            });
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        relay.kill();
        for (auto& phone : phones) phone.join();
    }
    const RelayProcess relay(scratch.path());
    std::vector<std::size_t> lost;
    for (std::size_t i = 0; i < families; ++i)
        if (collected(relay, circles[i]) < kept[i]) lost.push_back(i);
    CHECK(lost == std::vector<std::size_t>{});
    CHECK(std::ranges::all_of(kept, [](std::size_t count) { return count > 0; }));
    CHECK(run_relay({"check", scratch.path().string()}).exit_code == 0);
}

TEST_CASE("a relay told to stop answers what it was asked, and leaves everything in one file") {
    const Scratch scratch;
    RelayProcess relay(scratch.path());
    const auto family = founded_household(relay, founded_clinic(relay));
    CHECK(relay.stop() == 0);
    CHECK(std::filesystem::exists(scratch.path() / "mailbox.db"));
    const auto log = scratch.path() / "mailbox.db-wal";
    CHECK((!std::filesystem::exists(log) || std::filesystem::file_size(log) == 0));
    const RelayProcess again(scratch.path());
    CHECK(calling(again, family).roster_of(family.group()).status == 200);
}

TEST_CASE("two relays never serve one mailbox, nor one port") {
    const Scratch scratch, elsewhere;
    const RelayProcess relay(scratch.path());
    const auto serve = [](const std::filesystem::path& folder, std::uint16_t port) {
        return run_relay({"serve", folder.string(), "--port", std::to_string(port), "--name", "relay.example",
                          "--app-origin", "https://app.example"});
    };
    const auto second = serve(scratch.path(), free_port());
    CHECK(second.exit_code == 1);
    CHECK(second.err.find("is being served already") != std::string::npos);

    REQUIRE(run_relay({"init", elsewhere.path().string()}).exit_code == 0);
    const auto same_port = serve(elsewhere.path(), relay.port());
    CHECK(same_port.exit_code == 1);
    CHECK(same_port.err.find("cannot listen") != std::string::npos);
    CHECK(send(relay.port(), {.target = "/healthz"}).status == 200);
}

TEST_CASE("a backup made while phones write opens, holds, and serves as a relay that clients know for restored") {
    const Scratch scratch, restored;
    std::optional<Circle> joined;
    std::string store;
    const auto copy = restored.path() / "mailbox.db";
    {
        RelayProcess relay(scratch.path());
        const auto& family = joined.emplace(founded_household(relay, founded_clinic(relay)));
        Writer writer{.phone = family.founder, .own = family, .owner = family, .channel = family.channel};
        for (int i = 0; i < 5; ++i)
            REQUIRE(calling(relay, family).put(family.group(), family.channel, writer.next()).status == 201);
        store = store_of(relay);
        std::atomic<bool> done = false;
        std::thread phone([&] {
            while (!done && calling(relay, family).put(family.group(), family.channel, writer.next()).status == 201) {
            }
        });
        const auto backup = run_relay({"backup", scratch.path().string(), copy.string()});
        done = true;
        phone.join();
        CHECK(backup.exit_code == 0);
        CHECK(run_relay({"backup", scratch.path().string(), copy.string()}).exit_code == 1);
    }
    CHECK(run_relay({"check", restored.path().string()}).exit_code == 0);
    std::string restored_store;
    {
        const RelayProcess relay(restored.path());
        CHECK(collected(relay, *joined) >= 5);
        restored_store = store_of(relay);
        CHECK(restored_store != store);
    }
    const RelayProcess relay(restored.path());
    CHECK(store_of(relay) == restored_store);
}

TEST_CASE("the relay's files, searched from end to end, hold no token and no word a family wrote") {
    const Scratch scratch;
    const RelayProcess relay(scratch.path());
    const auto clinic = a_clinic();
    const auto token = relay.clinic_token();
    REQUIRE(calling(relay, clinic).found(token, clinic.entries()).status == 201);
    const auto paper = a_paper_invite();
    REQUIRE(announce(calling(relay, clinic), paper).status == 201);
    const auto family = a_household();
    REQUIRE(calling(relay, family).found(paper.token, family.entries()).status == 201);
    // Noise stands in for what is sealed; this one bundle shows that the search would find what is there.
    Writer mother{.phone = family.founder, .own = family, .owner = family, .channel = family.channel};
    const auto bundle = mother.next(wire::padded_min, "sealed-noise-7f3a");
    REQUIRE(calling(relay, family).put(family.group(), family.channel, bundle).status == 201);

    const auto all = everything_in(scratch.path());
    CHECK(all.find("sealed-noise-7f3a") != std::string::npos);
    for (const auto& secret : {token, paper.token}) {
        CHECK(all.find(text_of(secret)) == std::string::npos);
        CHECK(all.find(wire::token_text(secret)) == std::string::npos);
    }
    CHECK(all.find(text_of(family.founder.sign_seed.view())) == std::string::npos);
}

TEST_CASE("a mailbox damaged on disk is found by check and not served as if nothing were wrong") {
    const Scratch scratch;
    {
        RelayProcess relay(scratch.path());
        const auto family = founded_household(relay, founded_clinic(relay));
        Writer writer{.phone = family.founder, .own = family, .owner = family, .channel = family.channel};
        for (int i = 0; i < 20; ++i)
            REQUIRE(calling(relay, family).put(family.group(), family.channel, writer.next()).status == 201);
        REQUIRE(relay.stop() == 0);
    }
    const auto file = scratch.path() / "mailbox.db";
    const auto size = std::filesystem::file_size(file);
    {
        std::fstream damage(file, std::ios::in | std::ios::out | std::ios::binary);
        for (std::uintmax_t at = 4096; at < size; at += 4096) {
            damage.seekp(static_cast<std::streamoff>(at));
            damage << "xxxxxxxxxxxxxxxx";
        }
    }
    const auto check = run_relay({"check", scratch.path().string()});
    CHECK(check.exit_code == 1);
    CHECK(check.err.starts_with("goodweek-relay: "));
    CHECK(run_relay({"backup", scratch.path().string(), (scratch.path() / "copy").string()}).exit_code == 1);
    CHECK_FALSE(std::filesystem::exists(scratch.path() / "copy"));
}

}  // namespace goodweek::relay_tests
