// Every reading of a person's measure in order of time.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "records/log.h"
#include "records/timelines.h"

namespace goodweek::records {

struct ReadingAt {
    LocalMoment at{};
    EntityId entity{};
    Thousandths first = 0;
    std::optional<Thousandths> second{};
    Context context = Context::none;
    bool noted = false;  // has words of its own: ask the log
    friend bool operator==(const ReadingAt&, const ReadingAt&) = default;
};

class Readings {
public:
    void hear(const Entity& entity);

    // Oldest first.
    std::span<const ReadingAt> of(const PersonId& person, std::string_view measure) const;
    // Those of days first..last.
    std::span<const ReadingAt> of(const PersonId& person, std::string_view measure, Day first, Day last) const;
    // The measures this person has readings of, the most recently used first.
    std::vector<std::string> measures_of(const PersonId& person) const;
    const ReadingAt* last(const PersonId& person, std::string_view measure) const;
    std::size_t size() const { return series_.size(); }

private:
    struct Series {
        PersonId person{};
        std::string measure{};
        auto operator<=>(const Series&) const = default;
    };

    Timelines<Series, ReadingAt> series_;
};

}  // namespace goodweek::records
