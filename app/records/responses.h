// Every filling in of a questionnaire, in order of time, in series that may be compared: one person, one form of one
// instrument, and never somebody's own answers together with those given for them.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "records/log.h"
#include "records/timelines.h"

namespace goodweek::records {

struct ResponseAt {
    LocalMoment at{};
    EntityId entity{};
    std::string version{};
    std::vector<ScoreGiven> scores{};
    // Nothing where this version had no such score, or it could not be given.
    std::optional<Thousandths> score(std::string_view id) const;
    friend bool operator==(const ResponseAt&, const ResponseAt&) = default;
};

struct ResponseSeries {
    PersonId person{};
    std::string questionnaire{}, form{};
    bool by_proxy = false;
    auto operator<=>(const ResponseSeries&) const = default;
};

class Responses {
public:
    void hear(const Entity& entity);

    // Oldest first.
    std::span<const ResponseAt> of(const ResponseSeries& series) const;
    // Those of this person, the most recently answered first.
    std::vector<ResponseSeries> series_of(const PersonId& person) const;
    // When somebody last answered that they were in danger.
    std::optional<LocalMoment> called_for_help() const;
    std::size_t size() const { return series_.size(); }

private:
    Timelines<ResponseSeries, ResponseAt> series_;
    Timeline<ResponseAt> calls_;
};

}  // namespace goodweek::records
