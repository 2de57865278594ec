// Who opened which page of the care plan, and when they last did.
#pragma once

#include <span>
#include <string>

#include "records/log.h"
#include "records/timelines.h"

namespace goodweek::records {

struct ReadAt {
    LocalMoment at{};
    EntityId entity{};
    DeviceId by{};
    std::string who{};
    friend bool operator==(const ReadAt&, const ReadAt&) = default;
};

class Reads {
public:
    void hear(const Entity& entity);

    // Each reader once, by when they last read it. An empty person is the household.
    std::span<const ReadAt> of(const std::string& section, const PersonId& person) const;

private:
    Timelines<std::pair<std::string, PersonId>, ReadAt> pages_;
};

}  // namespace goodweek::records
