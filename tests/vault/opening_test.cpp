// What a vault makes of a folder that is not as it left it.
#include <doctest/doctest.h>

#include <algorithm>

#include "profile.h"

using namespace goodweek;
using namespace goodweek::vault;

using Words = std::vector<std::string>;

namespace {

// Three entries in three segments, generations 2 to 4; the manifests kept are m/3 and m/4.
struct ThreeEntries : Profile {
    Vault vault = created();
    ThreeEntries() {
        save(vault, "one", "state 2");
        save(vault, "two", "state 3");
        save(vault, "three", "state 4");
    }
};

}  // namespace

TEST_CASE("a manifest that is lost or torn costs nothing: the one before, and what followed it") {
    for (const bool torn : {false, true}) {
        CAPTURE(torn);
        ThreeEntries profile;
        if (torn) profile.store.file("m/4").resize(80);
        else profile.store.files.erase("m/4");
        auto opened = profile.opened().value();
        CHECK(opened.soundness == (torn ? Soundness::mended : Soundness::whole));
        CHECK(words_of(opened.records) == Words{"one", "two", "three"});
        CHECK(text_of(opened.state) == "state 3");
        CHECK(opened.vault.unreadable() == (torn ? Words{"m/4"} : Words{}));

        // What was found becomes part of the vault with the next commit, once.
        CHECK(opened.vault.pending() == 1);
        save(opened.vault, "four", "state 5");
        const auto again = profile.opened().value();
        CHECK(again.soundness == Soundness::whole);
        CHECK(words_of(again.records) == Words{"one", "two", "three", "four"});
    }
}

TEST_CASE("what cannot be read is never removed and never written over") {
    ThreeEntries profile;
    profile.store.file("m/4").resize(80);
    const auto torn = profile.store.file("m/4");
    auto opened = profile.opened().value();
    for (int i = 0; i < 20; ++i) save(opened.vault, "more");
    CHECK(profile.store.file("m/4") == torn);
    CHECK(profile.opened().value().vault.unreadable() == Words{"m/4"});
}

TEST_CASE("the newest segment lost with its manifest is the only loss; the one before is opened") {
    ThreeEntries profile;
    profile.store.files.erase("s/3");
    auto opened = profile.opened().value();
    CHECK(opened.soundness == Soundness::mended);
    CHECK(words_of(opened.records) == Words{"one", "two"});
    CHECK(text_of(opened.state) == "state 3");
    save(opened.vault, "again");
    const auto again = profile.opened().value();
    CHECK(again.soundness == Soundness::whole);
    CHECK(words_of(again.records) == Words{"one", "two", "again"});
}

TEST_CASE("an old segment gone bad opens read-only, with everything else there to be exported") {
    ThreeEntries profile;
    profile.store.file("s/1")[70] ^= 1;
    const auto before = profile.store.files;
    auto opened = profile.opened().value();
    CHECK(opened.soundness == Soundness::rescue);
    CHECK(words_of(opened.records) == Words{"two", "three"});
    CHECK(text_of(opened.state) == "state 4");
    CHECK(opened.vault.unreadable() == Words{"s/1"});
    CHECK(opened.vault.read_only());
    CHECK(opened.vault.append(bytes_of("x")).error() == VaultProblem::read_only);
    CHECK(opened.vault.commit(to_state("x")).error() == VaultProblem::read_only);
    CHECK(opened.vault.read_all().error() == VaultProblem::damaged);
    CHECK(profile.store.files == before);
}

TEST_CASE("with every manifest gone, the records that are there are still read") {
    ThreeEntries profile;
    profile.store.files.erase("m/3");
    profile.store.files.erase("m/4");
    const auto opened = profile.opened().value();
    CHECK(opened.soundness == Soundness::rescue);
    CHECK(words_of(opened.records) == Words{"one", "two", "three"});
    CHECK(opened.state.empty());
}

TEST_CASE("a vault in which nothing can be read says so and writes nothing") {
    ThreeEntries profile;
    for (auto& [name, bytes] : profile.store.files)
        if (name != "hdr") bytes[bytes.size() - 1] ^= 1;
    const auto opened = profile.opened().value();
    CHECK(opened.soundness == Soundness::rescue);
    CHECK(opened.records.empty());
    CHECK(opened.vault.unreadable().size() == 5);
}

TEST_CASE("segments joined since are not read twice, whichever generation is believed") {
    Profile profile;
    auto vault = profile.created();
    Words expected;
    std::string joined;
    for (int i = 0; joined.empty(); ++i) {
        REQUIRE(i < 20);
        expected.push_back("entry " + std::to_string(i));
        const auto commit = save(vault, expected.back());
        if (commit.files.size() == 3) joined = commit.files[0].name;
    }
    const auto newest = "m/" + std::to_string(vault.generation());
    CHECK(words_of(profile.opened().value().records) == expected);

    auto without_manifest = profile;
    without_manifest.store.files.erase(newest);
    CHECK(words_of(without_manifest.opened().value().records) == expected);

    auto without_joined = profile;
    without_joined.store.files.erase(joined);
    auto opened = without_joined.opened().value();
    CHECK(opened.soundness == Soundness::mended);
    CHECK(words_of(opened.records) == expected);
    save(opened.vault, "more");
    expected.push_back("more");
    CHECK(words_of(without_joined.opened().value().records) == expected);
}

TEST_CASE("a segment that went bad does not stop today's entry from being saved") {
    Profile profile;
    auto vault = profile.created();
    for (int i = 0; i < 8; ++i) save(vault, "entry");
    profile.store.file("s/4")[70] ^= 1;
    for (int i = 0; i < 8; ++i) save(vault, "later");
    CHECK(profile.opened().value().soundness == Soundness::rescue);
    CHECK(words_of(profile.opened().value().records).size() == 15);
}

TEST_CASE("a bundle whose manifest was lost is found, and its number is not given again") {
    Profile profile;
    auto vault = profile.created();
    save(vault, "one");
    const Bytes bundle(300, 8);
    REQUIRE(vault.commit({.state = {}, .to_send = {bundle}, .done = {}}));
    profile.store.files.erase("m/" + std::to_string(vault.generation()));

    auto opened = profile.opened().value();
    REQUIRE(opened.outbox.size() == 1);
    CHECK(opened.outbox[0].found);
    CHECK(opened.outbox[0].bytes == bundle);
    const auto commit = opened.vault.commit({.state = {}, .to_send = {Bytes(5)}, .done = {}}).value();
    CHECK(commit.outbox == std::vector<std::uint64_t>{2});
    const auto again = profile.opened().value();
    REQUIRE(again.outbox.size() == 2);
    CHECK_FALSE(again.outbox[0].found);
    CHECK(again.outbox[0].bytes == bundle);
}

TEST_CASE("a bundle that was damaged in the outbox is not sent, and does not lock the records away") {
    Profile profile;
    auto vault = profile.created();
    save(vault, "one");
    REQUIRE(vault.commit({.state = {}, .to_send = {Bytes(300, 8), Bytes(300, 9)}, .done = {}}));
    profile.store.file("o/1")[5] ^= 1;
    const auto opened = profile.opened().value();
    CHECK(opened.soundness == Soundness::whole);
    CHECK(words_of(opened.records) == Words{"one"});
    REQUIRE(opened.outbox.size() == 1);
    CHECK(opened.outbox[0].number == 2);
    CHECK(opened.vault.unreadable() == Words{"o/1"});
}

TEST_CASE("a bundle given up does not come back") {
    Profile profile;
    auto vault = profile.created();
    REQUIRE(vault.commit({.state = {}, .to_send = {Bytes(300, 8)}, .done = {}}));
    REQUIRE(vault.commit({.state = {}, .to_send = {}, .done = {1}}));
    CHECK_MESSAGE(profile.store.files.contains("o/1"), "the generation before still names it");
    CHECK(profile.opened().value().outbox.empty());
    for (int i = 0; i < 2; ++i) save(vault, "more");
    CHECK_FALSE(profile.store.files.contains("o/1"));
}

TEST_CASE("a profile written by a later release is not opened by an earlier one's guess") {
    ThreeEntries profile;
    // {"v": 2}, sealed as generation 5.
    const auto body = from_hex("a1617602").value();
    profile.store.files["m/5"] = seal_manifest(profile.vault_key, {profile.header.vault(), 5}, body);
    CHECK(profile.opened().error() == VaultProblem::newer);
}

TEST_CASE("opening writes nothing, whatever it finds") {
    ThreeEntries profile;
    profile.store.file("m/4").resize(10);
    profile.store.files["s/9"] = {1, 2, 3};
    profile.store.files["o/9"] = {};
    const auto before = profile.store.files;
    const auto changes = profile.store.changes;
    CHECK(profile.opened());
    CHECK(profile.store.files == before);
    CHECK(profile.store.changes == changes);
}
