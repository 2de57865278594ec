// What a generation of the vault consists of: which files, each by length and hash, and the session's own state, which
// is bytes to us. The body of `m/<gen>` (tests/vectors/vault/FORMAT.md).
#pragma once

#include <vector>

#include "domain/result.h"
#include "vault/primitives.h"

namespace goodweek::vault {

// A file the manifest vouches for.
struct Listed {
    std::uint64_t number = 0;
    std::uint64_t length = 0;
    Hash hash{};
    friend bool operator==(const Listed&, const Listed&) = default;
};

struct Manifest {
    Hash previous{};               // file_hash of the manifest before; zero in the first
    std::vector<Listed> segments;  // in the order of their records
    std::uint64_t next_segment = 1;
    std::vector<Listed> outbox;
    std::uint64_t next_outbox = 1;
    Bytes state;
    friend bool operator==(const Manifest&, const Manifest&) = default;
};

enum class ManifestProblem {
    newer,    // written by a later release: update needed
    damaged,  // not what any release writes
};

Bytes encode(const Manifest& manifest);
// Total. Numbers are 1 or more, below the next one, and no file is listed twice.
Result<Manifest, ManifestProblem> decode_manifest(ByteView body);

}  // namespace goodweek::vault
