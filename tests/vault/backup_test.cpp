#include "vault/backup.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "profile.h"

using namespace goodweek;
using namespace goodweek::vault;

using Words = std::vector<std::string>;

namespace {

struct SmallBackup {
    SlotKey way_in{new_backup_slot(), Key::random()};
    Bytes file =
        make_backup(way_in, std::vector<ByteView>{bytes_of("one"), {}, bytes_of("two")}, bytes_of("state")).value();
};

BackupProblem problem(ByteView file, const Key& key) {
    const auto read = open_backup(file, key);
    REQUIRE_FALSE(read);
    return read.error();
}

}  // namespace

TEST_CASE("a backup gives back every record in order, with its own passphrase") {
    const SmallBackup backup;
    CHECK(text_of(ByteView(backup.file).first(4)) == "GWK1");
    CHECK(std::ranges::search(backup.file, bytes_of("state")).empty());
    const auto asked = backup_question(backup.file).value();
    CHECK(asked == backup.way_in.question);
    CHECK(asked.cost == Argon2Cost{.memory_kib = 65536, .passes = 3});

    const auto read = open_backup(backup.file, backup.way_in.key).value();
    CHECK(words_of(read.records) == Words{"one", "", "two"});
    CHECK(text_of(read.state) == "state");
    CHECK(problem(backup.file, Key::random()) == BackupProblem::wrong_secret);
}

TEST_CASE("a family with nothing written yet can have a backup too") {
    const SlotKey way_in{new_backup_slot(), Key::random()};
    const auto file = make_backup(way_in, {}, {}).value();
    const auto read = open_backup(file, way_in.key).value();
    CHECK(read.records.empty());
    CHECK(read.state.empty());
}

TEST_CASE("ten years fit in one file, and what does not fit is refused by name") {
    const SlotKey way_in{new_backup_slot(), Key::random()};
    const Bytes record(60'000, 3);
    const std::vector<ByteView> many(40, record);
    const auto file = make_backup(way_in, many, Bytes(200'000, 1)).value();
    const auto read = open_backup(file, way_in.key).value();
    CHECK(words_of(read.records).size() == 40);
    CHECK(read.records.size() == 10);

    const Bytes vast(largest_record + 1);
    CHECK(make_backup(way_in, std::vector<ByteView>{vast}, {}).error() == BackupProblem::record_too_large);
    CHECK(make_backup(way_in, {}, Bytes(most_plain)).error() == BackupProblem::state_too_large);
    CHECK(make_backup(way_in, std::vector<ByteView>{ByteView(vast).first(largest_record)}, {}));
}

TEST_CASE("two backups of the same records have nothing in common to link them") {
    const SmallBackup first;
    const SmallBackup second;
    CHECK(Header::read(HeaderKind::backup, ByteView(first.file).first(Header::size(1))).value().vault() !=
          Header::read(HeaderKind::backup, ByteView(second.file).first(Header::size(1))).value().vault());
}

TEST_CASE("a backup at a cost other than its own is refused: nobody made it") {
    for (const Argon2Cost cost :
         {Argon2Cost{.memory_kib = 32768, .passes = 3}, Argon2Cost{.memory_kib = 65536, .passes = 4}}) {
        const SlotKey way_in{new_slot(SlotType::passphrase, cost), Key::random()};
        CHECK(make_backup(way_in, {}, {}).error() == BackupProblem::not_as_meant);
    }
    const SlotKey recovery{new_slot(SlotType::recovery), Key::random()};
    CHECK(make_backup(recovery, {}, {}).error() == BackupProblem::not_as_meant);
}

TEST_CASE("a backup cut short anywhere, or with a byte more, opens as nothing and not as less") {
    const SmallBackup backup;
    for (std::size_t length = 0; length < backup.file.size(); ++length) {
        CAPTURE(length);
        const auto expected = length < 4 ? BackupProblem::not_ours : BackupProblem::damaged;
        CHECK(problem(ByteView(backup.file).first(length), backup.way_in.key) == expected);
    }
    auto longer = backup.file;
    longer.push_back(0);
    CHECK(problem(longer, backup.way_in.key) == BackupProblem::damaged);
    longer.resize(longer.size() + 3);
    CHECK_MESSAGE(problem(longer, backup.way_in.key) == BackupProblem::damaged, "an empty part after the last");
}

TEST_CASE("one byte changed anywhere in a backup, and it does not open") {
    const SmallBackup backup;
    for (std::size_t i = 0; i < backup.file.size(); ++i) {
        CAPTURE(i);
        auto bent = backup.file;
        bent[i] ^= 0x04;
        CHECK_FALSE(open_backup(bent, backup.way_in.key).has_value());
    }
}

TEST_CASE("a backup is not a profile's header, and a profile's header is not a backup") {
    const Profile profile;
    CHECK(backup_question(profile.header.bytes()).error() == BackupProblem::not_ours);
    CHECK(backup_question({}).error() == BackupProblem::not_ours);
    const SmallBackup backup;
    auto later = backup.file;
    later[4] = 2;
    CHECK(backup_question(later).error() == BackupProblem::newer);
}

TEST_CASE("a whole profile goes into a backup and comes out on another phone") {
    Profile profile;
    auto vault = profile.created();
    Words expected;
    for (int i = 0; i < 30; ++i) {
        expected.push_back("entry " + std::to_string(i));
        save(vault, expected.back());
    }
    const auto all = vault.read_all().value();
    std::vector<ByteView> records;
    for (const auto& segment : all) records.insert(records.end(), segment.all().begin(), segment.all().end());
    const SlotKey way_in{new_backup_slot(), Key::random()};
    const auto file = make_backup(way_in, records, bytes_of("household")).value();

    const auto restored = open_backup(file, way_in.key).value();
    Profile other;
    auto fresh = other.created();
    for (const auto& segment : restored.records)
        for (const auto record : segment.all()) REQUIRE(fresh.append(record));
    REQUIRE(fresh.commit({.state = restored.state, .to_send = {}, .done = {}}));
    CHECK(words_of(other.opened().value().records) == expected);
    CHECK(text_of(other.opened().value().state) == "household");
}
