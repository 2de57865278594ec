// The backup file "GWK1": every record in one file, under a key of its own and a passphrase of its own. It holds no
// device keys, so a phone restored from it is a new device (security.md 2.3). Layout: tests/vectors/vault/FORMAT.md.
#pragma once

#include <span>
#include <vector>

#include "vault/keyslots.h"
#include "vault/sealed_file.h"

namespace goodweek::vault {

// Fixed: a backup lies about for years, in drawers and clouds.
inline constexpr Argon2Cost backup_cost{.memory_kib = 65536, .passes = 3};

enum class BackupProblem {
    not_ours,      // another kind of file
    newer,         // made by a later release: update needed
    wrong_secret,  // the passphrase is not the backup's
    damaged,       // cut short, or changed
    state_too_large,
    record_too_large,
    not_as_meant,  // read back, the file was not what went into it: not a backup
};

// The question for a new backup's passphrase. Its key is derived twice, as for a vault.
SlotQuestion new_backup_slot();

// The whole file, read back and compared before it is given. `state` is whatever the session will need to begin again;
// never a device's keys.
Result<Bytes, BackupProblem> make_backup(const SlotKey& way_in, std::span<const ByteView> records, ByteView state);

struct Backup {
    std::vector<Records> records;  // in order
    Bytes state;
};

// Restoring, in two steps. Both are total; nothing is given of a file that is not whole.
Result<SlotQuestion, BackupProblem> backup_question(ByteView file);
Result<Backup, BackupProblem> open_backup(ByteView file, const Key& slot_key);

}  // namespace goodweek::vault
