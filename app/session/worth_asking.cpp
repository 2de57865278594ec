#include "session/worth_asking.h"

#include "session/sentences.h"

namespace goodweek::session {

namespace {

// The one before it, or the first after it where there is none before: history is often filled in backwards.
const records::ReadingAt* neighbour(const Measure& measure, const LocalMoment& at, const AboutWhom& whom) {
    const records::ReadingAt* before = nullptr;
    for (const auto& one : whom.readings.of(whom.person, measure.key)) {
        if (one.entity == whom.editing) continue;
        if (before && one.at.day() > at.day()) break;
        before = &one;
    }
    return before;
}

}  // namespace

std::optional<Sentence> worth_asking(const Measure& measure, std::string_view typed, const Judged& judged,
                                     const LocalMoment& at, const AboutWhom& whom) {
    const auto& unit = *find_unit(measure, judged.unit);
    const auto value = show_with_unit(measure, judged.first, judged.second, unit);
    if (judged.unusual) {
        if (const auto other = meant_instead(measure, typed, judged.unit, whom.months))
            return Sentence{.key = "reading.other_unit", .gaps = {{"value", value}, {"other", *other}}};
        return Sentence{.key = "reading.unusual", .gaps = {{"value", value}}};
    }
    const auto* before = neighbour(measure, at, whom);
    if (!before ||
        !moved_a_lot(measure, {before->first, before->at.day()}, {judged.first, at.day()}, is_child(whom.months)))
        return std::nullopt;
    return Sentence{
        .key = "reading.moved",
        .gaps = {{"value", value}, {"before", show_with_unit(measure, before->first, before->second, unit)}}};
}

}  // namespace goodweek::session
