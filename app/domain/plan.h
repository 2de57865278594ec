// What a family means to do on a day - a swim, a visit, an appointment, a group - and what came of it. When it is to be
// stands in the event round it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "domain/result.h"

namespace goodweek {

struct Planned {
    enum class Kind { something, appointment, group };
    Kind kind = Kind::something;
    std::string what{};              // in their words: "Swim"
    std::string where{};             // "Pool, side door"
    std::vector<PersonId> people{};  // none means everyone
    std::string note{};
    friend bool operator==(const Planned&, const Planned&) = default;
};

// A child who does not come to an appointment "was not brought": not coming is not the child's doing (Munro and others,
// "Was not brought", NHS England). Rearranged and cancelled are nobody's fault, and count on neither side.
struct PlanOutcome {
    enum class Kind { open, done, rearranged, cancelled, missed, not_brought };
    Kind kind = Kind::open;
    std::string why{};             // in their words
    bool accompanied = false;      // of a group: somebody went with them
    std::optional<int> enjoyed{};  // of a group: 0 to 10
    bool confirmed = false;        // of a group: by whoever runs it
    friend bool operator==(const PlanOutcome&, const PlanOutcome&) = default;
};

enum class PlanProblem { nothing_planned, too_long };
inline constexpr std::size_t longest_plan = 500;

// The plan, with its words trimmed, or what is wrong with it.
Result<Planned, PlanProblem> check(Planned plan);

// How many of the appointments that were to be kept were: done of done, missed and not brought. Those still open,
// rearranged or cancelled are in neither number.
struct Attendance {
    int kept = 0, of = 0;
    void count(const PlanOutcome& outcome);
    friend bool operator==(const Attendance&, const Attendance&) = default;
};

}  // namespace goodweek
