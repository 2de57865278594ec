// A copy of everything in one sealed file, and back. What is brought back is written anew by this device, so that other
// phones and the clinic come to know of it; what is here already stays as it is.
#include <unordered_set>

#include "records/event_bytes.h"
#include "session/handlers.h"
#include "session/making.h"
#include "session/profile.h"
#include "vault/backup.h"
#include "vault/passphrase.h"

namespace goodweek::session {

namespace {

void refuse(Inside& in, std::string_view field, std::string_view key) {
    in.state.drafts.settings.problems = {{std::string(field), {.key = std::string(key)}}};
    in.ask(Announce{{.key = std::string(key)}, true});
}

void write_backup(Inside& in, const vault::SlotKey& way_in) {
    in.state.backing_up = false;
    const auto segments = in.vault ? in.vault->read_all() : std::unexpected(vault::VaultProblem::missing);
    if (!segments) return in.notify(Notice::Tone::problem, {.key = "backup.failed"});
    std::vector<ByteView> records;
    for (const auto& segment : *segments)
        for (const auto& record : segment.all()) records.push_back(record);
    const auto state = vault::encode(vault::Cbor::Map{{"g", in.state.own.bytes}, {"m", in.profile.me.bytes}});
    auto file = vault::make_backup(way_in, records, state);
    if (!file) return in.notify(Notice::Tone::problem, {.key = "backup.failed"});
    in.state.drafts.settings = {};
    in.ask(OfferFile{.name = "goodweek-backup-" + to_iso(in.state.today()) + ".goodweek",
                     .type = "application/octet-stream",
                     .bytes = std::move(*file)});
    in.notify(Notice::Tone::good, {.key = "backup.made"});
}

std::string_view problem_key(vault::BackupProblem problem) {
    switch (problem) {
        case vault::BackupProblem::wrong_secret: return "backup.wrong";
        case vault::BackupProblem::not_ours: return "backup.not_ours";
        case vault::BackupProblem::newer: return "trouble.update_needed";
        default: return "backup.damaged";
    }
}

// Every thing of the backup that is not here: its present versions, as if written now but at its own time.
long bring_back(Inside& in, const records::Log& old) {
    Family& family = in.state.families[in.state.own];
    std::unordered_set<EntityId> looked_at;
    long fresh = 0;
    for (const auto& event : old.events()) {
        if (!looked_at.insert(event.entity).second || family.log.find(event.entity)) continue;
        const auto* entity = old.find(event.entity);
        if (!entity || entity->removed) continue;
        for (const auto& version : entity->registers)
            if (version.shown && version.shown->original.empty()) {
                in.record_in(family, event.entity, version.shown->person, version.shown->at, version.shown->what);
                ++fresh;
            }
    }
    return fresh;
}

void restore(Inside& in, const vault::Key& key) {
    const auto file = std::exchange(in.backup_file, std::nullopt);
    in.state.backup_chosen.clear();
    const auto backup = vault::open_backup(*file, key);
    if (!backup) return refuse(in, "restore-passphrase", problem_key(backup.error()));
    records::Log old;
    for (const auto& segment : backup->records)
        for (const auto& bytes : segment.all()) {
            const auto record = read_record(bytes);
            if (!record || record->kind != RecordKind::event) continue;
            if (auto event = records::decode(record->bytes)) old.append(std::move(*event));
        }
    in.state.drafts.settings = {};
    in.notify(Notice::Tone::good, {.key = "backup.restored", .count = bring_back(in, old)});
}

}  // namespace

void apply(Inside& in, const MakeBackup&) {
    auto& draft = in.state.drafts.settings;
    draft.problems.clear();
    if (!vault::judge_new_passphrase(draft.backup_passphrase))
        return refuse(in, "backup-passphrase", "backup.too_short");
    const auto secret = vault::passphrase_secret(draft.backup_passphrase);
    if (vault::passphrase_secret(draft.backup_again) != secret)
        return refuse(in, "backup-again", "backup.not_the_same");
    in.state.backing_up = true;
    derive_twice(in, secret, vault::new_backup_slot(), [](Inside& at, std::optional<vault::SlotKey> key) {
        if (key) return write_backup(at, *key);
        at.state.backing_up = false;
        at.notify(Notice::Tone::problem, {.key = "create.no_memory"});
    });
}

void apply(Inside& in, const RestoreBackup&) {
    auto& draft = in.state.drafts.settings;
    draft.problems.clear();
    if (!in.backup_file) return refuse(in, "restore-passphrase", "backup.choose_first");
    const auto question = vault::backup_question(*in.backup_file);
    if (!question) return refuse(in, "restore-passphrase", problem_key(question.error()));
    in.derive(vault::passphrase_secret(draft.restore_passphrase), question->salt, question->cost,
              [](Inside& at, std::optional<vault::Key> key) {
                  if (key) return restore(at, *key);
                  refuse(at, "restore-passphrase", "create.no_memory");
              });
}

}  // namespace goodweek::session
