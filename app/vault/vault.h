// One profile at rest: records that were ever appended, the session's state, and sealed bundles waiting to be sent,
// in files that are written once and joined now and then (security.md 3.1 and 6). Knows no people: a record, the state
// and a bundle are bytes.
//
// A commit writes a new generation: segments, then outbox, then the manifest that names them all. Nothing that the
// last durable generation names is ever touched, so a crash anywhere leaves that one whole.
#pragma once

#include <deque>
#include <set>
#include <string>
#include <vector>

#include "vault/keyslots.h"
#include "vault/manifest.h"
#include "vault/sealed_file.h"
#include "vault/store.h"

namespace goodweek::vault {

enum class VaultProblem {
    already_there,     // a profile lives in that folder, or a file of ours turned up under a name we were to write
    missing,           // no profile there
    newer,             // written by a later release: update needed
    read_only,         // in rescue, nothing is written
    record_too_large,  // over largest_record
    state_too_large,   // the manifest would not fit
    bundle_too_large,
    damaged,  // a file is not what its manifest says
    no_room,
    not_allowed,
    held_elsewhere,
    disk_failed,
};

VaultProblem as_vault_problem(StoreProblem problem);

enum class Presence {
    blank,  // nobody lives here
    present,
    header_lost,  // segments without the header that holds their key: a backup or another phone must help
};
Result<Presence, VaultProblem> look(const Store& store);
Result<Header, HeaderProblem> read_header(const Store& store);
// What a commit changes besides the records appended before it.
struct Change {
    Bytes state;                      // always the whole of it
    std::vector<Bytes> to_send;       // sealed bundles, stored before they are sent
    std::vector<std::uint64_t> done;  // outbox numbers that are acknowledged or given up
};

struct WrittenFile {
    std::string name;
    std::uint64_t length = 0;
    Hash hash{};  // file_hash
    friend bool operator==(const WrittenFile&, const WrittenFile&) = default;
};

// A header with other slots takes the old one's place. It is for the same vault key, so nothing else changes.
Result<WrittenFile, VaultProblem> replace_header(Store& store, const Header& header);

// What must be found on the disk before anyone is told *Saved*.
struct Commit {
    std::uint64_t generation = 0;
    std::vector<WrittenFile> files;     // written by this commit, the manifest last
    std::vector<std::string> gone;      // removed by it: no generation that is kept names them
    std::vector<std::uint64_t> outbox;  // the numbers given to `to_send`, in order
};

enum class Soundness {
    whole,   // the newest generation, as it was
    mended,  // an older generation, and what was written after it
    rescue,  // some records cannot be read: what can is here, and nothing may be written
};

struct OutboxItem {
    std::uint64_t number = 0;
    Bytes bytes;
    // No manifest named it: it was sealed by a commit that was not finished, or whose manifest was lost, so it may
    // have been sent. Never give its sequence number to another bundle.
    bool found = false;
};

class Vault {
public:
    struct Opened;

    // A new profile: the header's vault, with no records and this state. Needs a blank folder.
    struct Created;
    static Result<Created, VaultProblem> create(Store& store, const Header& header, const Key& vault_key,
                                                Bytes state);

    // Reads everything, writes nothing. Fails only where nothing can be said: no files, a later release, a disk that
    // does not answer. The store outlives the vault.
    static Result<Opened, VaultProblem> open(Store& store, const VaultId& id, const Key& vault_key);

    // Adds a record to the next commit.
    Result<void, VaultProblem> append(ByteView record);
    std::size_t pending() const { return pending_.size(); }

    // Writes the next generation. On failure nothing has happened: the records are still pending, and what was
    // written for it is removed as far as the disk allows.
    Result<Commit, VaultProblem> commit(const Change& change);

    // The generation is known to be on the disk. Until it is told, a vault keeps every file of the last one that was.
    void kept(std::uint64_t generation);

    // Every record again, in order, from the files: for a backup.
    Result<std::vector<Records>, VaultProblem> read_all() const;

    const VaultId& id() const { return id_; }
    std::uint64_t generation() const { return generation_; }
    bool read_only() const { return read_only_; }
    // Files that could not be read. They are never removed.
    const std::vector<std::string>& unreadable() const { return unreadable_; }

private:
    friend class Opening;
    friend class Committing;

    // The files of one generation, its own manifest among them.
    struct Generation {
        std::uint64_t number = 0;
        std::set<std::string> files;
    };

    Vault(Store& store, const VaultId& id, const Key& vault_key) : store_(&store), id_(id), key_(vault_key) {}
    void remember(const Manifest& manifest, std::uint64_t generation);

    Store* store_;
    VaultId id_;
    Key key_;
    Manifest manifest_;
    Hash manifest_hash_{};
    std::uint64_t generation_ = 0;       // of manifest_
    std::uint64_t next_generation_ = 1;  // past every name that exists, readable or not
    std::uint64_t durable_ = 0;
    std::deque<Generation> kept_;
    std::set<std::string> to_remove_;  // unlinking failed, or has yet to be tried
    std::vector<Bytes> pending_;
    std::vector<std::string> unreadable_;
    bool read_only_ = false;
};

struct Vault::Opened {
    Vault vault;
    Soundness soundness = Soundness::whole;
    std::vector<Records> records;  // in the order appended, each once
    Bytes state;
    std::vector<OutboxItem> outbox;
};

struct Vault::Created {
    Vault vault;
    Commit commit;
};

}  // namespace goodweek::vault
