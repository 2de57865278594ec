// Which events of each device we have, as few numbers as that takes.
#pragma once

#include <unordered_map>
#include <vector>

#include "records/event.h"

namespace goodweek::records {

// How far we have heard from each device, with what is missing in between.
class Seen {
public:
    bool has(const Dot& dot) const;
    void add(const Dot& dot);
    // The highest counter up to which nothing is missing.
    std::uint64_t complete_to(const DeviceId& device) const;
    friend bool operator==(const Seen&, const Seen&) = default;

private:
    struct Device {
        std::uint64_t complete = 0;
        std::vector<std::uint64_t> beyond{};  // sorted, all above complete + 1
        friend bool operator==(const Device&, const Device&) = default;
    };
    std::unordered_map<DeviceId, Device> devices_;
};

}  // namespace goodweek::records
