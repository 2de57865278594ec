#include "vault/vault.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "profile.h"
#include "vault/file_names.h"

using namespace goodweek;
using namespace goodweek::vault;

using Words = std::vector<std::string>;

namespace {

std::size_t files_in(const MemoryStore& store, std::string_view folder) { return store.list(folder).value().size(); }

}  // namespace

TEST_CASE("a profile is nobody's, then somebody's, and is never made twice") {
    Profile profile;
    CHECK(look(profile.store).value() == Presence::blank);
    CHECK(read_header(profile.store).error() == HeaderProblem::unreadable);
    profile.created();
    CHECK(look(profile.store).value() == Presence::present);
    CHECK(read_header(profile.store).value().unlock(profile.way_in.question.slot, profile.way_in.key).value() ==
          profile.vault_key);
    CHECK(Vault::create(profile.store, profile.header, profile.vault_key, {}).error() == VaultProblem::already_there);
}

TEST_CASE("what is saved is there when the vault is opened again, in order, with the state that goes with it") {
    Profile profile;
    auto vault = profile.created("first");
    save(vault, "peak flow 320", "second");
    REQUIRE(vault.append(bytes_of("pain 4")));
    REQUIRE(vault.append(bytes_of("pain 3")));
    CHECK(vault.pending() == 2);
    REQUIRE(vault.commit(to_state("third")));
    CHECK(vault.pending() == 0);

    const auto opened = profile.opened().value();
    CHECK(opened.soundness == Soundness::whole);
    CHECK(words_of(opened.records) == Words{"peak flow 320", "pain 4", "pain 3"});
    CHECK(text_of(opened.state) == "third");
    CHECK(opened.vault.generation() == 3);
    CHECK(opened.vault.unreadable().empty());
    CHECK(opened.vault.pending() == 0);
    CHECK(words_of(opened.vault.read_all().value()) == Words{"peak flow 320", "pain 4", "pain 3"});
}

TEST_CASE("a commit names every file it wrote, by length and hash, the manifest last") {
    Profile profile;
    auto vault = profile.created();
    REQUIRE(vault.append(bytes_of("weight 61.5")));
    const auto commit = vault.commit({.state = {1}, .to_send = {Bytes(100, 4), Bytes(200, 5)}, .done = {}}).value();
    CHECK(commit.generation == 2);
    CHECK(commit.outbox == std::vector<std::uint64_t>{1, 2});
    Words names;
    for (const auto& file : commit.files) {
        names.push_back(file.name);
        CHECK(profile.store.file(file.name).size() == file.length);
        CHECK(file_hash(profile.store.file(file.name)) == file.hash);
    }
    CHECK(names == Words{"s/1", "o/1", "o/2", "m/2"});
    CHECK(commit.gone.empty());
}

TEST_CASE("a new profile's commit names its header too") {
    Profile profile;
    const auto created = Vault::create(profile.store, profile.header, profile.vault_key, {}).value();
    REQUIRE(created.commit.files.size() == 2);
    CHECK(created.commit.files[0].name == "m/1");
    CHECK(created.commit.files[1].name == "hdr");
    CHECK(created.commit.files[1].hash == file_hash(profile.header.bytes()));
}

TEST_CASE("a new passphrase changes the header and nothing else") {
    Profile profile;
    auto vault = profile.created();
    save(vault, "mood 7");
    const SlotKey fresh{new_slot(SlotType::passphrase), Key::random()};
    const auto changed = profile.header.replace(profile.vault_key, profile.way_in.question.slot, fresh).value();
    const auto before = profile.store.files;
    const auto written = replace_header(profile.store, changed).value();
    CHECK(written == WrittenFile{"hdr", changed.bytes().size(), file_hash(changed.bytes())});
    const auto key = read_header(profile.store).value().unlock(fresh.question.slot, fresh.key).value();
    CHECK(words_of(Vault::open(profile.store, changed.vault(), key).value().records) == Words{"mood 7"});
    profile.store.file("hdr") = before.find("hdr")->second;
    CHECK(profile.store.files == before);
}

TEST_CASE("bundles wait in the outbox, byte for byte, until they are acknowledged") {
    Profile profile;
    auto vault = profile.created();
    const Bytes first(1000, 1);
    const Bytes second(2000, 2);
    REQUIRE(vault.commit({.state = {}, .to_send = {first, second}, .done = {}}));
    auto opened = profile.opened().value();
    REQUIRE(opened.outbox.size() == 2);
    CHECK(opened.outbox[0].number == 1);
    CHECK(opened.outbox[0].bytes == first);
    CHECK(opened.outbox[1].bytes == second);
    CHECK_FALSE(opened.outbox[1].found);

    REQUIRE(opened.vault.commit({.state = {}, .to_send = {Bytes(10, 3)}, .done = {1}}));
    const auto again = profile.opened().value();
    REQUIRE(again.outbox.size() == 2);
    CHECK(again.outbox[0].number == 2);
    CHECK(again.outbox[0].bytes == second);
    CHECK_MESSAGE(again.outbox[1].number == 3, "a number is never given twice");
}

TEST_CASE("two generations are kept, and what the last durable one names is never removed") {
    Profile profile;
    auto vault = profile.created();
    std::set<std::string> alive;
    for (int i = 0; i < 30; ++i) {
        REQUIRE(vault.append(bytes_of("entry")));
        const auto commit = vault.commit(to_state("state")).value();
        for (const auto& name : commit.gone) CHECK_FALSE(profile.store.files.contains(name));
        CHECK(profile.store.files.contains("m/" + std::to_string(commit.generation - 1)));
        // The phone never says that anything is safe after the tenth.
        if (i <= 10) vault.kept(commit.generation);
    }
    CHECK(profile.store.files.contains("m/12"));
    CHECK_FALSE(profile.store.files.contains("m/10"));

    vault.kept(vault.generation());
    save(vault, "entry");
    CHECK(files_in(profile.store, "m") == 2);
}

TEST_CASE("a thousand single entries are a handful of files, and each commit costs the same") {
    Profile profile;
    auto vault = profile.created();
    Words expected;
    std::size_t dearest = 0;
    for (int i = 0; i < 1000; ++i) {
        expected.push_back("entry number " + std::to_string(i));
        const auto before = profile.store.written;
        save(vault, expected.back());
        dearest = std::max(dearest, profile.store.written - before);
        CHECK(profile.store.files.size() <= 40);
    }
    CHECK(files_in(profile.store, "m") == 2);
    CHECK(profile.store.files.size() <= 32);
    CHECK(dearest < most_plain);
    const auto opened = profile.opened().value();
    CHECK(words_of(opened.records) == expected);
    CHECK(opened.soundness == Soundness::whole);
}

TEST_CASE("an import larger than a segment is cut into several and comes back whole") {
    Profile profile;
    auto vault = profile.created();
    Words expected;
    for (int i = 0; i < 12; ++i) {
        expected.emplace_back(60'000, static_cast<char>('a' + i));
        REQUIRE(vault.append(bytes_of(expected.back())));
    }
    expected.emplace_back(largest_record, 'z');
    REQUIRE(vault.append(bytes_of(expected.back())));
    expected.emplace_back("last");
    REQUIRE(vault.append(bytes_of("last")));
    const auto commit = vault.commit(to_state("imported")).value();
    CHECK(commit.files.size() == 6);
    CHECK(words_of(profile.opened().value().records) == expected);
}

TEST_CASE("what is too large is refused before anything is written") {
    Profile profile;
    auto vault = profile.created();
    const auto before = profile.store.files;
    CHECK(vault.append(Bytes(largest_record + 1)).error() == VaultProblem::record_too_large);
    CHECK(vault.commit({.state = Bytes(most_plain), .to_send = {}, .done = {}}).error() ==
          VaultProblem::state_too_large);
    CHECK(vault.commit({.state = {}, .to_send = {Bytes(3 << 20)}, .done = {}}).error() ==
          VaultProblem::bundle_too_large);
    CHECK(profile.store.files == before);
    REQUIRE(vault.commit({.state = Bytes(200'000, 7), .to_send = {}, .done = {}}));
    CHECK(profile.opened().value().state == Bytes(200'000, 7));
}

TEST_CASE("a full disk loses nothing: the entry waits and is saved when there is room") {
    Profile profile;
    auto vault = profile.created();
    save(vault, "before", "old");
    const auto files = profile.store.files;
    for (std::size_t calls = 0; calls < 3; ++calls) {
        CAPTURE(calls);
        if (vault.pending() == 0) REQUIRE(vault.append(bytes_of("after")));
        profile.store.fail_after(calls, StoreProblem::no_room, 1);
        CHECK(vault.commit({.state = {1}, .to_send = {Bytes(50)}, .done = {}}).error() == VaultProblem::no_room);
        profile.store.heal();
        CHECK_MESSAGE(profile.store.files == files, "what was written for it is gone again");
        CHECK(vault.pending() == 1);
        CHECK(text_of(profile.opened().value().state) == "old");
    }
    REQUIRE(vault.commit(to_state("new")));
    CHECK(words_of(profile.opened().value().records) == Words{"before", "after"});
}

TEST_CASE("leftovers of a failed commit that could not be removed either are taken up, and removed later") {
    Profile profile;
    auto vault = profile.created();
    save(vault, "before");
    REQUIRE(vault.append(bytes_of("after")));
    profile.store.fail_after(1, StoreProblem::failed);
    REQUIRE_FALSE(vault.commit(to_state("x")));
    profile.store.heal();
    CHECK(profile.store.files.contains("s/2"));
    CHECK(words_of(profile.opened().value().records) == Words{"before", "after"});

    REQUIRE(vault.commit(to_state("y")));
    save(vault, "later");
    CHECK_FALSE(profile.store.files.contains("s/2"));
    CHECK(words_of(profile.opened().value().records) == Words{"before", "after", "later"});
}

TEST_CASE("another vault's files and keys do not open here") {
    Profile profile;
    auto vault = profile.created();
    save(vault, "ours");
    const auto stranger = Vault::open(profile.store, profile.header.vault(), Key::random()).value();
    CHECK(stranger.soundness == Soundness::rescue);
    CHECK(stranger.records.empty());
    const auto elsewhere = Vault::open(profile.store, VaultId{{9}}, profile.vault_key).value();
    CHECK(elsewhere.records.empty());
}

TEST_CASE("a header gone missing is told from a phone nobody has used") {
    Profile profile;
    auto vault = profile.created();
    save(vault, "ours");
    profile.store.files.erase("hdr");
    CHECK(look(profile.store).value() == Presence::header_lost);
    CHECK(Vault::create(profile.store, profile.header, profile.vault_key, {}).error() == VaultProblem::already_there);
}

TEST_CASE("a profile whose making was cut off is made anew") {
    Profile profile;
    profile.store.fail_after(1, StoreProblem::failed);
    CHECK(Vault::create(profile.store, profile.header, profile.vault_key, {}).error() == VaultProblem::disk_failed);
    profile.store.heal();
    CHECK(profile.store.files.size() == 1);
    CHECK(look(profile.store).value() == Presence::blank);
    auto vault = profile.created();
    CHECK(vault.generation() == 2);
    save(vault, "entry");
    CHECK(words_of(profile.opened().value().records) == Words{"entry"});
}

TEST_CASE("names that are not ours are left alone") {
    CHECK(numbers_in({"10", "9", "007", "0", "-1", "1x", "", " 1", "18446744073709551615", "99999999999999999999"}) ==
          std::vector<std::uint64_t>{9, 10});
    Profile profile;
    auto vault = profile.created();
    profile.store.files["s/notes.txt"] = {1};
    profile.store.files["m/18446744073709551615"] = {1};
    save(vault, "entry");
    const auto opened = profile.opened().value();
    CHECK(opened.soundness == Soundness::whole);
    CHECK(words_of(opened.records) == Words{"entry"});
}
