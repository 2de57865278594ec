#include "relay/nonces.h"

#include <utility>

namespace goodweek::relay {

bool SeenNonces::first_time(const DeviceId& device, const wire::AuthNonce& nonce, std::int64_t now_ms) {
    const std::lock_guard lock(mutex_);
    if (now_ms - recent_since_ms_ >= wire::nonce_memory_ms) {
        older_ = std::exchange(recent_, {});
        recent_since_ms_ = now_ms;
    }
    const Seen seen{device, nonce};
    return !older_.contains(seen) && recent_.insert(seen).second;
}

}  // namespace goodweek::relay
