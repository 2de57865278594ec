// Walks tests/vectors/vault. The files were made by another implementation, from FORMAT.md alone.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "vault/backup.h"
#include "vault/manifest.h"
#include "vault/passphrase.h"
#include "vault/recovery_code.h"
#include "vault/sealed_file.h"

using namespace goodweek;
using namespace goodweek::vault;

namespace {

struct Case {
    std::multimap<std::string, std::string> fields;
    std::vector<Bytes> gives;
    Bytes bytes;

    std::string text(const std::string& name) const {
        const auto at = fields.find(name);
        return at == fields.end() ? "" : at->second;
    }
    bool has(const std::string& name) const { return fields.contains(name); }
    Bytes hex(const std::string& name) const { return from_hex(text(name)).value(); }
    Key key() const { return Key::from(hex("key")).value(); }
    Place place() const { return {VaultId::from(hex("vault")).value(), std::stoull(text("number"))}; }
    std::string expect() const { return text("expect"); }
};

Case read_case(const std::filesystem::path& path) {
    std::ifstream file(path);
    Case found;
    std::string line;
    while (std::getline(file, line) && line != "---") {
        const auto colon = line.find(':');
        const auto name = line.substr(0, colon);
        const auto value = line.size() > colon + 2 ? line.substr(colon + 2) : "";
        if (name == "gives") found.gives.push_back(from_hex(value).value());
        else found.fields.emplace(name, value);
    }
    std::string all;
    while (std::getline(file, line)) all += line;
    found.bytes = from_hex(all).value();
    return found;
}

std::string name(HeaderProblem problem) {
    switch (problem) {
        case HeaderProblem::not_ours: return "not_ours";
        case HeaderProblem::newer: return "newer";
        case HeaderProblem::damaged: return "damaged";
        case HeaderProblem::cost_refused: return "cost_refused";
        case HeaderProblem::no_such_slot: return "no_such_slot";
        case HeaderProblem::wrong_secret: return "wrong_secret";
        case HeaderProblem::tampered: return "tampered";
        default: return "something no file can cause";
    }
}
std::string name(SealedProblem problem) {
    switch (problem) {
        case SealedProblem::not_ours: return "not_ours";
        case SealedProblem::newer: return "newer";
        case SealedProblem::damaged: return "damaged";
        case SealedProblem::misplaced: return "misplaced";
        case SealedProblem::forged: return "forged";
    }
    return "";
}
std::string name(ManifestProblem problem) { return problem == ManifestProblem::newer ? "newer" : "damaged"; }
std::string name(BackupProblem problem) {
    switch (problem) {
        case BackupProblem::not_ours: return "not_ours";
        case BackupProblem::newer: return "newer";
        case BackupProblem::wrong_secret: return "wrong_secret";
        case BackupProblem::damaged: return "damaged";
        default: return "something no file can cause";
    }
}
std::string name(RecoveryProblem problem) { return problem == RecoveryProblem::mistyped ? "mistyped" : "not_a_code"; }

// The outcome's name, and what was found if it is "opens".
struct Outcome {
    std::string name;
    std::vector<Bytes> gives;
    Bytes state;
};

void take(Outcome& outcome, const Records& records) {
    for (const auto record : records.all()) outcome.gives.emplace_back(record.begin(), record.end());
}

Outcome header(const Case& example) {
    const auto read = Header::read(HeaderKind::vault, example.bytes);
    if (!read) return {name(read.error()), {}, {}};
    CHECK(std::ranges::equal(read->bytes(), example.bytes));
    const auto key = read->unlock(SlotId::from(example.hex("slot")).value(), example.key());
    if (!key) return {name(key.error()), {}, {}};
    return {"opens", {Bytes(key->view().begin(), key->view().end())}, {}};
}

Outcome segment(const Case& example) {
    const auto read = open_segment(example.key(), example.place(), example.bytes);
    if (!read) return {name(read.error()), {}, {}};
    Outcome outcome{"opens", {}, {}};
    take(outcome, *read);
    return outcome;
}

Outcome manifest(const Case& example) {
    const auto body = open_manifest(example.key(), example.place(), example.bytes);
    if (!body) return {name(body.error()), {}, {}};
    const auto read = decode_manifest(*body);
    if (!read) return {name(read.error()), {}, {}};
    return {"opens", {encode(*read)}, {}};
}

Outcome backup(const Case& example) {
    const auto read = open_backup(example.bytes, example.key());
    if (!read) return {name(read.error()), {}, {}};
    Outcome outcome{"opens", {}, read->state};
    for (const auto& records : read->records) take(outcome, records);
    return outcome;
}

Outcome recovery(const Case& example) {
    const auto read = RecoveryCode::read(example.text("code"));
    if (!read) return {name(read.error()), {}, {}};
    // The bits themselves are nobody's business but the code's; its spelling shows them.
    for (const auto& bits : example.gives) {
        Block<16> block{};
        std::ranges::copy(bits, block.begin());
        CHECK(RecoveryCode(block).text() == read->text());
    }
    return {"opens", example.gives, {}};
}

void check_passphrase(const Case& example) {
    const auto question =
        example.text("kind") == "backup"
            ? backup_question(example.bytes).value()
            : Header::read(HeaderKind::vault, example.bytes).value().question(SlotType::passphrase).value();
    const auto secret = passphrase_secret(example.text("passphrase"));
    CHECK(argon2id(secret, question.salt, question.cost).value() == example.key());
}

}  // namespace

TEST_CASE("every file of every past release opens as it did, and every bad one is refused by the same name") {
    const std::map<std::string, Outcome (*)(const Case&)> readers{
        {"header", header}, {"segment", segment}, {"manifest", manifest}, {"backup", backup}, {"recovery", recovery}};
    std::map<std::string, int> walked;
    for (const auto& entry : std::filesystem::directory_iterator(GOODWEEK_TESTS_FOLDER "/vectors/vault")) {
        if (entry.path().extension() != ".txt") continue;
        const auto file = entry.path().filename().string();
        CAPTURE(file);
        const auto example = read_case(entry.path());
        const auto reader = readers.find(example.text("kind"));
        REQUIRE(reader != readers.end());
        const auto outcome = reader->second(example);
        CHECK(outcome.name == example.expect());
        if (outcome.name == "opens") CHECK(outcome.gives == example.gives);
        if (example.has("state")) CHECK(outcome.state == example.hex("state"));
        if (example.has("passphrase")) check_passphrase(example);
        ++walked[reader->first];
    }
    CHECK(walked.size() == readers.size());
    for (const auto& [kind, count] : walked) CHECK_MESSAGE(count >= 9, kind);
}
