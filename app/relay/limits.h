// How often somebody may ask: a device by its id, a stranger by the network it calls from.
#pragma once

#include <algorithm>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace goodweek::relay {

// So many in so long, for each key by itself: all at once if they like, and then at that pace.
template <class Key>
class Pace {
public:
    Pace(std::uint32_t allowed, std::int64_t per_ms) : step_(per_ms / allowed), room_(per_ms - per_ms / allowed) {}

    // Milliseconds until the next would be allowed; 0 when it is allowed now.
    std::int64_t wait(const Key& key, std::int64_t now_ms) const {
        const std::lock_guard lock(mutex_);
        const auto found = free_at_.find(key);
        return found == free_at_.end() ? 0 : std::max<std::int64_t>(0, found->second - now_ms - room_);
    }

    void count(const Key& key, std::int64_t now_ms) {
        const std::lock_guard lock(mutex_);
        if (free_at_.size() >= sweep_at_) sweep(now_ms);
        auto& free_at = free_at_[key];
        free_at = std::max(free_at, now_ms) + step_;
    }

private:
    // A key whose time has come is as good as one never seen.
    void sweep(std::int64_t now_ms) {
        std::erase_if(free_at_, [now_ms](const auto& kept) { return kept.second <= now_ms; });
        sweep_at_ = std::max<std::size_t>(1024, 2 * free_at_.size());
    }

    std::int64_t step_, room_;
    mutable std::mutex mutex_;
    std::unordered_map<Key, std::int64_t> free_at_;  // when nothing of what it asked counts any more
    std::size_t sweep_at_ = 1024;
};

// What counts as one place to call from: an IPv4 address, or the first half of an IPv6 address, since whoever has one
// of those has all the rest. Anything else is one place of its own.
std::string network_of(std::string_view address);

}  // namespace goodweek::relay
