// A scripted session, stopped at every one of its calls to the disk and robbed of what was not yet safe there. After
// each, the profile opens and holds what was last acknowledged or the step after it, never less (security.md 6).
#include <doctest/doctest.h>

#include <random>

#include "profile.h"

using namespace goodweek;
using namespace goodweek::vault;

using Words = std::vector<std::string>;

namespace {

// What a profile held at one point.
struct Snapshot {
    Words records;
    std::string state;
    std::map<std::uint64_t, Bytes> outbox;
    friend bool operator==(const Snapshot&, const Snapshot&) = default;
};

// Sometimes an entry, sometimes an evening's worth, sometimes only a cursor; bundles come and go.
struct Step {
    Words records;
    std::vector<Bytes> to_send;
    std::vector<std::uint64_t> done;
    std::string state;
};

Step step(std::size_t number) {
    Step step{.records = {}, .to_send = {}, .done = {}, .state = "state " + std::to_string(number)};
    if (number % 5 != 4) step.records.push_back("entry " + std::to_string(number));
    if (number % 7 == 3) step.records.push_back("another " + std::to_string(number));
    if (number % 3 == 0) step.to_send.push_back(Bytes(100 + number, static_cast<std::uint8_t>(number)));
    if (number % 6 == 5) step.done.push_back(number / 3 + 1);
    return step;
}

Snapshot after(Snapshot snapshot, const Step& step, std::uint64_t& next_bundle) {
    snapshot.records.insert(snapshot.records.end(), step.records.begin(), step.records.end());
    snapshot.state = step.state;
    for (const auto& bundle : step.to_send) snapshot.outbox[next_bundle++] = bundle;
    for (const auto number : step.done) snapshot.outbox.erase(number);
    return snapshot;
}

Result<Commit, VaultProblem> perform(Vault& vault, const Step& step) {
    for (const auto& record : step.records) REQUIRE(vault.append(bytes_of(record)));
    return vault.commit({.state = Profile::as_bytes(step.state), .to_send = step.to_send, .done = step.done});
}

Snapshot held_in(const Vault::Opened& opened) {
    Snapshot snapshot{.records = words_of(opened.records), .state = std::string(text_of(opened.state)), .outbox = {}};
    for (const auto& item : opened.outbox) snapshot.outbox[item.number] = item.bytes;
    return snapshot;
}

// Every part of what is held is as it was acknowledged, or as it was to become.
void check_nothing_acknowledged_is_lost(const Snapshot& held, const Snapshot& acknowledged, const Snapshot& next) {
    CHECK((held.records == acknowledged.records || held.records == next.records));
    CHECK((held.state == acknowledged.state || held.state == next.state));
    for (const auto& [number, bytes] : acknowledged.outbox)
        if (next.outbox.contains(number)) {
            REQUIRE(held.outbox.contains(number));
            CHECK(held.outbox.at(number) == bytes);
        }
}

constexpr std::size_t steps = 24;  // long enough for segments to be joined and generations to be dropped

// What the folder looked like after each call, and how far the session had been told it was safe.
struct Recording {
    struct Moment {
        MemoryStore::Files files;
        std::size_t step;  // the one this call belongs to
    };
    Profile profile;
    std::vector<Snapshot> snapshots;       // before step 0, after it, ...
    std::vector<MemoryStore::Files> safe;  // the folder as acknowledged before each step
    std::vector<Moment> moments;
};

struct RecordingStore final : MemoryStore {
    Recording* recording = nullptr;
    std::size_t step = 0;

    Result<void, StoreProblem> replace(std::string_view name, ByteView bytes) override {
        auto done = MemoryStore::replace(name, bytes);
        if (recording) recording->moments.push_back({files, step});
        return done;
    }
    Result<void, StoreProblem> remove(std::string_view name) override {
        auto done = MemoryStore::remove(name);
        if (recording) recording->moments.push_back({files, step});
        return done;
    }
};

Recording record() {
    Recording recording;
    auto& profile = recording.profile;
    RecordingStore store;
    auto vault =
        std::move(Vault::create(store, profile.header, profile.vault_key, Profile::as_bytes("new")).value().vault);
    vault.kept(vault.generation());
    store.recording = &recording;
    std::uint64_t next_bundle = 1;
    recording.snapshots.push_back({.records = {}, .state = "new", .outbox = {}});
    for (std::size_t number = 0; number < steps; ++number) {
        store.step = number;
        recording.safe.push_back(store.files);
        const auto commit = perform(vault, step(number));
        REQUIRE(commit);
        vault.kept(commit->generation);
        recording.snapshots.push_back(after(recording.snapshots.back(), step(number), next_bundle));
    }
    return recording;
}

// Opens what is left, holds it against what was promised, and goes on from there as a family would.
void check_reopens(Recording& recording, const MemoryStore::Files& left, std::size_t step_number) {
    auto& profile = recording.profile;
    profile.store.files = left;
    auto opened = profile.opened();
    REQUIRE(opened);
    CHECK(opened->soundness != Soundness::rescue);
    const auto held = held_in(*opened);
    check_nothing_acknowledged_is_lost(held, recording.snapshots[step_number], recording.snapshots[step_number + 1]);

    Words expected = held.records;
    for (const auto* more : {"after the crash", "and more"}) {
        save(opened->vault, more, "going on");
        expected.emplace_back(more);
    }
    const auto again = profile.opened();
    REQUIRE(again);
    CHECK(again->soundness == Soundness::whole);
    CHECK(words_of(again->records) == expected);
    CHECK(text_of(again->state) == "going on");
}

}  // namespace

TEST_CASE("stopped after any call to the disk, a profile holds what was acknowledged or the step after it") {
    auto recording = record();
    REQUIRE(recording.moments.size() > 2 * steps);
    for (std::size_t call = 0; call < recording.moments.size(); ++call) {
        CAPTURE(call);
        check_reopens(recording, recording.moments[call].files, recording.moments[call].step);
    }
    recording.profile.store.files = recording.moments.back().files;
    CHECK(held_in(recording.profile.opened().value()) == recording.snapshots.back());
}

TEST_CASE("with the last file torn at any length that matters, nothing acknowledged is lost") {
    auto recording = record();
    for (std::size_t call = 0; call < recording.moments.size(); ++call) {
        const auto& [files, step_number] = recording.moments[call];
        for (const auto& [name, bytes] : files) {
            if (recording.safe[step_number].contains(name)) continue;
            for (const auto length : {std::size_t{0}, std::size_t{3}, std::size_t{64}, bytes.size() - 1}) {
                CAPTURE(call);
                CAPTURE(name);
                CAPTURE(length);
                auto torn = files;
                torn[name].resize(std::min(length, bytes.size()));
                check_reopens(recording, torn, step_number);
            }
            auto garbled = files;
            garbled[name].assign(bytes.size(), 0);
            check_reopens(recording, garbled, step_number);
        }
    }
}

TEST_CASE("with any of the unsafe writes and removals dropped, nothing acknowledged is lost") {
    auto recording = record();
    for (std::size_t call = 0; call < recording.moments.size(); ++call) {
        const auto& [files, step_number] = recording.moments[call];
        const auto& safe = recording.safe[step_number];
        for (unsigned seed = 0; seed < 8; ++seed) {
            CAPTURE(call);
            CAPTURE(seed);
            std::mt19937 random(seed);
            MemoryStore::Files left;
            // New files that did or did not arrive; removed ones that did or did not go.
            for (const auto& [name, bytes] : files)
                if (safe.contains(name) || random() % 2 == 0) left[name] = bytes;
            for (const auto& [name, bytes] : safe)
                if (!files.contains(name) && random() % 2 == 0) left[name] = bytes;
            check_reopens(recording, left, step_number);
        }
    }
}

TEST_CASE("stopped by a disk that fails from any call on, the session goes on with nothing lost when it heals") {
    for (const auto problem : {StoreProblem::no_room, StoreProblem::failed}) {
        for (std::size_t failing = 1; failing <= 4; ++failing)
            for (std::size_t call = 0; call < 40; ++call) {
                CAPTURE(failing);
                CAPTURE(call);
                Profile profile;
                auto vault = profile.created();
                Words expected;
                profile.store.fail_after(call, problem, failing);
                for (std::size_t number = 0; number < 14; ++number) {
                    const auto entry = "entry " + std::to_string(number);
                    REQUIRE(vault.append(bytes_of(entry)));
                    expected.push_back(entry);
                    if (const auto commit = vault.commit(to_state(entry))) {
                        vault.kept(commit->generation);
                        CHECK(words_of(profile.opened().value().records) == expected);
                    }
                }
                REQUIRE(vault.commit(to_state("end")));
                CHECK(words_of(profile.opened().value().records) == expected);
                CHECK(text_of(profile.opened().value().state) == "end");
            }
    }
}
