#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <random>

#include "profile.h"
#include "vault/store.h"

using namespace goodweek;
using namespace goodweek::vault;

namespace {

// A folder that is gone when the test is over.
struct Scratch {
    std::string path =
        std::filesystem::temp_directory_path() / ("goodweek-" + std::to_string(std::random_device{}()));
    Scratch() { std::filesystem::create_directory(path); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() { std::filesystem::remove_all(path); }
};

std::vector<std::string> sorted(std::vector<std::string> names) {
    std::ranges::sort(names);
    return names;
}

}  // namespace

TEST_CASE("a file is written once, whole, and never written over") {
    const Scratch scratch;
    FolderStore store(scratch.path + "/profile");
    REQUIRE(store.prepare());
    REQUIRE_MESSAGE(store.prepare(), "what is there already is fine");
    const Bytes bytes(300'000, 7);
    REQUIRE(store.write_once("s/1", bytes));
    CHECK(store.read("s/1").value() == bytes);
    CHECK(store.write_once("s/1", Bytes{1}).error() == StoreProblem::already_there);
    CHECK(store.read("s/1").value() == bytes);
    CHECK(store.read("s/2").error() == StoreProblem::missing);
    REQUIRE(store.write_once("s/2", {}));
    CHECK(store.read("s/2").value().empty());
}

TEST_CASE("the header is replaced in one stroke") {
    const Scratch scratch;
    FolderStore store(scratch.path);
    REQUIRE(store.replace("hdr", Bytes{1, 2}));
    REQUIRE(store.replace("hdr", Bytes{3}));
    CHECK(store.read("hdr").value() == Bytes{3});
    CHECK(std::distance(std::filesystem::directory_iterator(scratch.path), {}) == 1);
}

TEST_CASE("files are listed by folder; what a crash left unfinished is not among them") {
    const Scratch scratch;
    FolderStore store(scratch.path);
    CHECK_MESSAGE(store.list("s").value().empty(), "no folder, no files");
    REQUIRE(store.prepare());
    for (const auto* name : {"s/1", "s/10", "m/1"}) REQUIRE(store.write_once(name, Bytes{1}));
    std::fclose(std::fopen((scratch.path + "/s/.new-2").c_str(), "w"));
    CHECK(sorted(store.list("s").value()) == std::vector<std::string>{"1", "10"});
    REQUIRE(store.write_once("s/2", Bytes{2}));
    CHECK(store.read("s/2").value() == Bytes{2});
    REQUIRE(store.remove("s/1"));
    REQUIRE_MESSAGE(store.remove("s/1"), "gone is gone");
    CHECK(sorted(store.list("s").value()) == std::vector<std::string>{"10", "2"});
}

TEST_CASE("what the disk refuses has a name") {
    const Scratch scratch;
    FolderStore nowhere(scratch.path + "/not/there");
    CHECK(nowhere.prepare().error() == StoreProblem::missing);
    CHECK(nowhere.write_once("hdr", Bytes{1}).error() == StoreProblem::missing);
    CHECK(nowhere.hold().error() == StoreProblem::missing);

    FolderStore store(scratch.path);
    REQUIRE(store.prepare());
    CHECK_MESSAGE(store.read("s").error() == StoreProblem::failed, "a folder is not a file");
    const auto vast = scratch.path + "/s/1";
    std::fclose(std::fopen(vast.c_str(), "w"));
    REQUIRE(::truncate(vast.c_str(), FolderStore::largest_file + 1) == 0);
    CHECK(store.read("s/1").error() == StoreProblem::too_large);
}

TEST_CASE("a vault in a real folder opens again as it was left") {
    const Scratch scratch;
    Profile profile;
    FolderStore store(scratch.path + "/profile");
    REQUIRE(store.prepare());
    auto vault = std::move(Vault::create(store, profile.header, profile.vault_key, {1}).value().vault);
    std::vector<std::string> expected;
    for (int i = 0; i < 40; ++i) {
        expected.push_back("entry " + std::to_string(i));
        save(vault, expected.back());
    }
    FolderStore again(scratch.path + "/profile");
    const auto key = read_header(again).value().unlock(profile.way_in.question.slot, profile.way_in.key).value();
    const auto opened = Vault::open(again, profile.header.vault(), key).value();
    CHECK(opened.soundness == Soundness::whole);
    CHECK(words_of(opened.records) == expected);
}
