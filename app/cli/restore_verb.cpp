// restore
#include "cli/beginning.h"
#include "cli/files.h"
#include "cli/passphrase.h"
#include "cli/verbs.h"
#include "records/event_bytes.h"
#include "session/profile.h"
#include "vault/backup.h"
#include "vault/passphrase.h"

namespace goodweek::cli {

using namespace session;

namespace {

Sentence to_sentence(vault::BackupProblem problem) {
    switch (problem) {
        case vault::BackupProblem::wrong_secret: return {.key = "backup.wrong"};
        case vault::BackupProblem::not_ours: return {.key = "backup.not_ours"};
        case vault::BackupProblem::newer: return {.key = "trouble.update_needed"};
        default: return {.key = "backup.damaged"};
    }
}

Result<vault::Backup, vault::BackupProblem> open_backup(ByteView file, const std::string& words) {
    const auto question = TRY(vault::backup_question(file));
    const auto key = vault::argon2id(vault::passphrase_secret(words), question.salt, question.cost);
    if (!key) return Failure{vault::BackupProblem::wrong_secret};
    return vault::open_backup(file, *key);
}

// What the family of the backup called itself, so that its new profile is called the same.
std::string home_in(const vault::Backup& backup) {
    records::Log log;
    for (const auto& segment : backup.records) {
        for (const auto& bytes : segment.all()) {
            const auto record = read_record(bytes);
            if (!record || record->kind != RecordKind::event) continue;
            if (auto event = records::decode(record->bytes)) log.append(*std::move(event));
        }
    }
    const auto* home = log.find(records::the_home());
    const auto* named = home ? home->as<records::HomeNamed>() : nullptr;
    return named ? named->name : std::string{};
}

// The profile that a backup is brought into: the one that is there, or a new one.
Result<Keepsakes, Answer> make_room(Household& household, const std::string& home) {
    if (household.state().stage != Stage::blank) {
        if (const auto stop = open(household)) return Failure{*stop};
        return Keepsakes{};
    }
    if (home.empty()) return Failure{refused("This backup holds no family, so no family can be made of it.")};
    if (const auto stop = choose_passphrase(household, false)) return Failure{*stop};
    household.drafts().create.home = home;
    household.apply(CreateFamily{});
    return finish_creating(household);
}

std::size_t entries_of(const State& state) {
    const auto* family = state.family();
    return family ? family->answers.diary.size() : 0;
}

}  // namespace

Answer restore_backup(const Call& call) {
    auto file = read_file(call.words[0]);
    if (!file) return refused(file.error());
    const auto words = passphrase("The backup\u2019s passphrase", Of::backup);
    if (!words) return wrong_use(std::string{no_passphrase});
    // Looked into first, so that no profile is made for a backup that does not open.
    const auto backup = open_backup(*file, *words);
    if (!backup) return refused(to_sentence(backup.error()));

    Household household{call.profile};
    const auto keepsakes = make_room(household, home_in(*backup));
    if (!keepsakes) return keepsakes.error();
    const auto before = entries_of(household.state());
    household.apply(FileChosen{"backup", file_name(call.words[0]), *std::move(file)});
    auto& draft = household.drafts().settings;
    draft.restore_passphrase = *words;
    household.apply(RestoreBackup{});
    if (!draft.problems.empty()) return refused(draft.problems);
    if (const auto trouble = household.trouble()) return refused(*trouble);

    const auto entries = entries_of(household.state());
    Json json = {
        {"restored", call.words[0]}, {"profile", call.profile}, {"added", entries - before}, {"entries", entries}};
    std::string text = std::to_string(entries - before) + " entries were brought back; there are " +
                       std::to_string(entries) + " now.";
    if (!keepsakes->recovery_code.empty()) {
        json["recovery_code"] = keepsakes->recovery_code;
        text += "\nRecovery code, shown this once: " + keepsakes->recovery_code;
    }
    return done(std::move(json), std::move(text));
}

}  // namespace goodweek::cli
