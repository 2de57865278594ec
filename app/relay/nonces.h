// Which requests were seen already, so that none is answered twice (security.md 4.1).
#pragma once

#include <mutex>
#include <unordered_set>

#include "wire/protocol.h"

namespace goodweek::relay {

class SeenNonces {
public:
    // True the first time, and again only after wire::nonce_memory_ms at the earliest: later than any clock within the
    // window could make the same request acceptable again.
    bool first_time(const DeviceId& device, const wire::AuthNonce& nonce, std::int64_t now_ms);

private:
    struct Seen {
        DeviceId device;
        wire::AuthNonce nonce;
        friend bool operator==(const Seen&, const Seen&) = default;
    };
    struct SeenHash {
        std::size_t operator()(const Seen& seen) const {
            return std::hash<DeviceId>{}(seen.device) * 31 + std::hash<wire::AuthNonce>{}(seen.nonce);
        }
    };

    std::mutex mutex_;
    // Two lots, the older thrown away as a whole: nothing has to be remembered longer than two memories.
    std::unordered_set<Seen, SeenHash> recent_, older_;
    std::int64_t recent_since_ms_ = 0;
};

}  // namespace goodweek::relay
