// Which medicines were taken on which days, and how many days that covers.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "records/log.h"
#include "records/timelines.h"

namespace goodweek::records {

struct DoseAt {
    LocalMoment at{};
    EntityId entity{};
    Taken taken = Taken::taken;
    friend bool operator==(const DoseAt&, const DoseAt&) = default;
};

// Days of a span by what was written of them. A day with any dose taken, whole or in part, is covered; one with nothing
// written is not known, which is neither taken nor missed (proportion of days covered, Hess and others 2006).
struct Coverage {
    int covered = 0, missed = 0, not_known = 0;
    int days() const { return covered + missed + not_known; }
    friend bool operator==(const Coverage&, const Coverage&) = default;
};

class Medicines {
public:
    void hear(const Entity& entity);
    // As it was spelled last; the one used last first.
    std::vector<std::string> of(const PersonId& person) const;
    // Over those days, from the first dose that was ever written.
    Coverage coverage(const PersonId& person, std::string_view medicine, Day first, Day last) const;

private:
    struct Key {
        PersonId person{};
        std::string medicine{};  // in small letters, without outer spaces
        auto operator<=>(const Key&) const = default;
    };
    static Key key(const PersonId& person, std::string_view medicine);

    Timelines<Key, DoseAt> doses_;
    std::map<Key, std::string> names_;  // as they were spelled last
};

}  // namespace goodweek::records
