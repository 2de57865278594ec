#include "records/seen.h"

#include <algorithm>

namespace goodweek::records {

bool Seen::has(const Dot& dot) const {
    const auto found = devices_.find(dot.device);
    if (found == devices_.end()) return false;
    const auto& [complete, beyond] = found->second;
    return dot.counter <= complete || std::ranges::binary_search(beyond, dot.counter);
}

void Seen::add(const Dot& dot) {
    auto& [complete, beyond] = devices_[dot.device];
    if (dot.counter <= complete) return;
    const auto place = std::ranges::lower_bound(beyond, dot.counter);
    if (place != beyond.end() && *place == dot.counter) return;
    if (dot.counter != complete + 1) {
        beyond.insert(place, dot.counter);
        return;
    }
    // It closed a gap: what stood behind the gap joins on, as far as it goes.
    ++complete;
    auto joined = beyond.begin();
    while (joined != beyond.end() && *joined == complete + 1) {
        ++complete;
        ++joined;
    }
    beyond.erase(beyond.begin(), joined);
}

std::uint64_t Seen::complete_to(const DeviceId& device) const {
    const auto found = devices_.find(device);
    return found == devices_.end() ? 0 : found->second.complete;
}

}  // namespace goodweek::records
