// Groups and classes that people tried: when they first went and whether somebody went with them, how often they came, how they
// liked it, and whether they still went three months later (as social prescribing services count it).
#pragma once

#include <string>
#include <vector>

#include "records/plans.h"
#include "records/timelines.h"

namespace goodweek::records {

struct GroupStory {
    // Still going: they came twelve weeks after their first visit or later. Sixteen weeks on with no such visit written down,
    // it is said that there is none, and no more than that: who stops writing may still go.
    enum class Still { too_soon, yes, none_written };
    std::string what{};
    std::vector<PersonId> people{};
    Day first{}, last{};
    bool accompanied = false;      // at the first visit
    Attendance lately{};           // of the year up to today
    int confirmed = 0;             // of those times: by whoever runs it
    std::optional<int> enjoyed{};  // when it was last said, 0 to 10
    Still still = Still::too_soon;
    friend bool operator==(const GroupStory&, const GroupStory&) = default;
};

class Groups {
public:
    void hear(const Entity& entity);
    // Those that somebody has been to, by their names.
    std::vector<GroupStory> all(Day today) const;

private:
    Timelines<std::string, PlanAt> visits_;  // by the name as it is folded
};

}  // namespace goodweek::records
