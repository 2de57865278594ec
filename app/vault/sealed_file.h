// Segments and manifests: sealed files of one shape, written once (security.md 3.1; tests/vectors/vault/FORMAT.md).
// A segment holds records, which are bytes to us; a manifest holds one body.
#pragma once

#include <span>
#include <vector>

#include "domain/result.h"
#include "vault/keyslots.h"
#include "vault/primitives.h"

namespace goodweek::vault {

inline constexpr std::size_t most_plain = 262'144;
inline constexpr std::size_t sealed_head = 64;
inline constexpr std::size_t record_head = 4;  // its length, before each record in a segment
inline constexpr std::size_t largest_record = most_plain - record_head;

enum class SealedProblem {
    not_ours,   // another magic
    newer,      // ours, of a suite this release does not know: update needed
    damaged,    // a length or reserved byte that no release writes, or records that do not fill it exactly
    misplaced,  // whole, but of another vault or under another number
    forged,     // does not open with this key: changed, or sealed for somebody else
};

// What a manifest lists of every file it vouches for.
Hash file_hash(ByteView file);

struct Place {
    VaultId vault;
    std::uint64_t number = 0;
};

// Records of one segment, in the order they were appended. The views look into what this owns.
class Records {
public:
    Records() = default;
    Records(Records&&) = default;
    Records& operator=(Records&&) = default;

    // Nothing when the lengths do not fill the plain bytes exactly, or do not count up to `count`.
    static std::optional<Records> split(Bytes plain, std::size_t count);

    std::span<const ByteView> all() const { return views_; }
    std::size_t plain_size() const { return plain_.size(); }

private:
    Bytes plain_;
    std::vector<ByteView> views_;
};

// The records must fit: record_head for each, most_plain together, and one at least.
Bytes seal_segment(const Key& vault_key, const Place& place, std::span<const ByteView> records);
Result<Records, SealedProblem> open_segment(const Key& vault_key, const Place& place, ByteView file);

// The body must fit: most_plain.
Bytes seal_manifest(const Key& vault_key, const Place& place, ByteView body);
Result<Bytes, SealedProblem> open_manifest(const Key& vault_key, const Place& place, ByteView file);

}  // namespace goodweek::vault
