#include "domain/measure.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "domain/text.h"

namespace goodweek {

namespace {

constexpr std::array<std::pair<Topic, std::string_view>, topics> topic_names{{
    {Topic::feelings, "feelings"},
    {Topic::breathing, "breathing"},
    {Topic::sugar, "sugar"},
    {Topic::heart, "heart"},
    {Topic::body, "body"},
    {Topic::moving, "moving"},
    {Topic::habits, "habits"},
    {Topic::caring, "caring"},
}};

constexpr std::array<std::pair<Context, std::string_view>, 9> contexts{{
    {Context::none, "none"},
    {Context::before_breakfast, "before_breakfast"},
    {Context::after_breakfast, "after_breakfast"},
    {Context::before_lunch, "before_lunch"},
    {Context::after_lunch, "after_lunch"},
    {Context::before_evening_meal, "before_evening_meal"},
    {Context::after_evening_meal, "after_evening_meal"},
    {Context::before_snack, "before_snack"},
    {Context::bedtime, "bedtime"},
}};

}  // namespace

const Measure* find_measure(std::string_view key) {
    const auto found = std::ranges::find(measures(), key, &Measure::key);
    return found == measures().end() ? nullptr : &*found;
}

bool is_spelled(std::string_view unit, std::string_view key, std::string_view also) {
    if (same_words(key, unit)) return true;
    while (!also.empty()) {
        const auto end = std::min(also.find(' '), also.size());
        if (same_words(also.substr(0, end), unit)) return true;
        also.remove_prefix(std::min(end + 1, also.size()));
    }
    return false;
}

const Unit* find_unit(const Measure& measure, std::string_view unit) {
    for (const auto& one : measure.units)
        if (is_spelled(unit, one.key, one.also)) return &one;
    return nullptr;
}

bool moved_a_lot(const Measure& measure, const Dated& before, const Dated& now, bool child) {
    if (!measure.drift || before.value <= 0) return false;
    const Drift& drift = *measure.drift;
    // Entered late, an older reading is held against the newer one all the same.
    const auto apart = now.on > before.on ? now.on - before.on : before.on - now.on;
    const Thousandths up = now.on < before.on ? before.value - now.value : now.value - before.value;
    const auto beyond = [&](Thousandths limit, Thousandths moved) { return limit > 0 && moved > limit; };
    const auto beyond_percent = [&](int percent) { return beyond(before.value * percent, std::abs(up) * 100); };
    if (beyond_percent(drift.ever_percent) || (apart <= Days{7} && beyond_percent(drift.week_percent))) return true;
    if (!child) return beyond(drift.up, up) || beyond(drift.down, -up);
    return (apart <= Days{366} && beyond(drift.child_up_in_a_year, up)) || beyond(drift.child_down, -up);
}

std::string_view to_text(Topic topic) {
    const auto found = std::ranges::find(topic_names, topic, &std::pair<Topic, std::string_view>::first);
    return found == topic_names.end() ? std::string_view{} : found->second;
}

std::string_view to_text(Context context) {
    const auto found = std::ranges::find(contexts, context, &std::pair<Context, std::string_view>::first);
    return found == contexts.end() ? std::string_view{} : found->second;
}

std::optional<Context> context_from(std::string_view text) {
    const auto found = std::ranges::find(contexts, text, &std::pair<Context, std::string_view>::second);
    return found == contexts.end() ? std::nullopt : std::optional{found->first};
}

}  // namespace goodweek
