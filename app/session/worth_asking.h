// Whether a reading that could be true is still worth asking about once, and how.
#pragma once

#include <optional>
#include <string_view>

#include "domain/measure.h"
#include "domain/moment.h"
#include "domain/sentence.h"
#include "records/readings.h"

namespace goodweek::session {

struct AboutWhom {
    const records::Readings& readings;
    PersonId person;
    std::optional<int> months{};        // old, when it was measured
    std::optional<EntityId> editing{};  // the reading that is being mended: not its own past
};

// "Is that right?" of a value that is rare, or far from this person's one before it. Says which unit was meant instead,
// where one fits.
std::optional<Sentence> worth_asking(const Measure& measure, std::string_view typed, const Judged& judged,
                                     const LocalMoment& at, const AboutWhom& whom);

}  // namespace goodweek::session
