#include "session/measuring.h"

#include <algorithm>

#include "session/sections.h"

namespace goodweek::session {

namespace {

// The two sections that figures and lists read; what they ask is in assets/sections.
constexpr std::string_view targets = "targets", weight_and_me = "weight_and_me";

std::optional<Thousandths> value_in(std::string_view typed, const Measure& measure) {
    const auto judged = judge(measure, typed, measure.units.front().key, false);
    return judged ? std::optional{judged->first} : std::nullopt;
}

}  // namespace

bool is_shown(const State& state, const PersonId& person, const Measure& measure) {
    if (!measure.hidden_under_18 || state.side == Side::clinic) return true;
    if (!is_under_18(state, person)) return true;
    return state.family()->answers.sections.said({.section = std::string{weight_and_me}, .person = person}, "show") ==
           "yes";
}

std::vector<const Measure*> measures_shown(const State& state, const PersonId& person) {
    std::vector<const Measure*> all;
    for (const auto& key : state.family()->answers.readings.measures_of(person))
        if (const auto* measure = find_measure(key); measure && is_shown(state, person, *measure))
            all.push_back(measure);
    return all;
}

std::optional<Range> range_for(const Family& family, const PersonId& person, const Measure& measure, Day today) {
    const auto& sections = family.answers.sections;
    const records::SectionOf which{.section = std::string{targets}, .person = person};
    std::optional<Range> found;
    for (const auto& entry : sections.entries(which)) {
        if (sections.said(which, "what", entry) != measure.key) continue;
        if (const auto until = parse_day(sections.said(which, "until", entry)); until && *until <= today) continue;
        const Range range{.lowest = value_in(sections.said(which, "lowest", entry), measure),
                          .highest = value_in(sections.said(which, "highest", entry), measure)};
        if (range.lowest || range.highest) found = range;
    }
    return found;
}

std::optional<Thousandths> bmi_of(const State& state, const PersonId& person) {
    const auto& readings = state.family()->answers.readings;
    const auto *weight = readings.last(person, "weight"), *height = readings.last(person, "height");
    if (!weight || !height || height->first <= 0) return std::nullopt;
    const bool child = is_under_18(state, person);
    const Days oldest = child ? Days{30} : Days{5 * 365};
    if (weight->at.day() - height->at.day() > oldest) return std::nullopt;
    // Thousandths of kilograms, over thousandths of centimetres squared.
    constexpr Thousandths scale = 10'000'000'000;
    const auto square = height->first * height->first;
    return (weight->first * scale + square / 2) / square;
}

}  // namespace goodweek::session
