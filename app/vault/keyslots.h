// The file `hdr`: one vault key, locked several times over, each slot opened by another secret of the same person
// (security.md 2.2 and 3.1; tests/vectors/vault/FORMAT.md). Knows nothing of how a passphrase becomes a slot key: that
// takes a second and 64 MiB, and in the browser happens in a worker. So everything is in two steps: a question that
// says salt and cost, and an answer that is the derived key.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "domain/ids.h"
#include "domain/result.h"
#include "vault/primitives.h"
#include "vault/recovery_code.h"

namespace goodweek::vault {

using VaultId = Id<struct VaultTag>;
using SlotId = Id<struct SlotTag>;

enum class SlotType : std::uint8_t { passphrase = 1, pin = 2, passkey = 3, recovery = 4 };

enum class HeaderProblem {
    unreadable,    // there is no such file, or the disk does not give it
    not_ours,      // another magic: some other file
    newer,         // ours, of a suite this release does not know: update needed
    damaged,       // a length, type or reserved byte that no release writes
    cost_refused,  // Argon2id asked for too little or too much (security.md 2.2)
    no_such_slot,
    wrong_secret,     // the slot does not open: a wrong passphrase or code, or a slot that was tampered with
    tampered,         // the slot opened, but the header around it was changed
    too_many_slots,   // eight is the most
    needs_every_key,  // adding a slot seals all of them anew, and a key was missing
    derived_twice_differently,
};

// What must be derived: for a passphrase or PIN, Argon2id of the secret with this salt and cost. The others have no
// cost (both zero).
struct SlotQuestion {
    SlotType type = SlotType::passphrase;
    SlotId slot{};
    Block<16> salt{};
    Argon2Cost cost{.memory_kib = 0, .passes = 0};
    friend bool operator==(const SlotQuestion&, const SlotQuestion&) = default;
};

// A question for a new slot, its id and salt fresh. Cost counts for passphrase and PIN only.
SlotQuestion new_slot(SlotType type, const Argon2Cost& cost = {});

// The key of a recovery slot needs no worker.
Key recovery_slot_key(const RecoveryCode& code, const SlotQuestion& question);

// WASM builds have returned silently wrong hashes when memory ran out: a new slot's key is derived twice, and a vault
// is made only when both agree.
Result<Key, HeaderProblem> derived_twice(const Key& first, const Key& second);

// A question and its answer.
struct SlotKey {
    SlotQuestion question;
    Key key;
};

// The same layout begins a profile's folder and a backup file; their magics keep one from passing for the other.
enum class HeaderKind { vault, backup };

class Header {
public:
    static constexpr std::size_t most_slots = 8;
    // With so many slots.
    static constexpr std::size_t size(std::size_t slots) { return 24 + slots * 116 + 32; }

    // A vault that can be opened by any of these, of which there are 1 to 8 with costs within limits.
    static Result<Header, HeaderProblem> create(HeaderKind kind, const VaultId& vault, const Key& vault_key,
                                                std::span<const SlotKey> ways_in);
    // Total. Checks the shape and the costs; whether it is genuine shows when it is unlocked.
    static Result<Header, HeaderProblem> read(HeaderKind kind, ByteView bytes);

    const VaultId& vault() const { return vault_; }
    ByteView bytes() const { return bytes_; }
    std::vector<SlotQuestion> questions() const;
    // The first slot of that type.
    Result<SlotQuestion, HeaderProblem> question(SlotType type) const;

    // The vault key, once both the slot and the header's own tag have held.
    Result<Key, HeaderProblem> unlock(const SlotId& slot, const Key& slot_key) const;

    // The same vault with one slot opened by something else: a new passphrase, a new recovery code. The new slot may
    // be of another type.
    Result<Header, HeaderProblem> replace(const Key& vault_key, const SlotId& old, const SlotKey& fresh) const;
    // The same vault with a slot more. Every slot is bound to the number of slots, so each of the others is sealed
    // anew and its key must be at hand: adding one asks for the passphrase and gives a new recovery code.
    Result<Header, HeaderProblem> add(const Key& vault_key, const SlotKey& fresh,
                                      std::span<const SlotKey> the_others) const;

private:
    struct Slot {
        SlotQuestion question{};
        Nonce nonce{};
        Block<48> box{};
    };

    Header(HeaderKind kind, const VaultId& vault) : kind_(kind), vault_(vault) {}
    Bytes prefix(std::size_t slots) const;
    Slot sealed(const SlotKey& way_in, const Key& vault_key, std::size_t slots) const;
    void sign(const Key& vault_key);

    HeaderKind kind_;
    VaultId vault_;
    std::vector<Slot> slots_;
    Bytes bytes_;
};

}  // namespace goodweek::vault
