#include "ui/views/week_of.h"

#include <algorithm>

#include "ui/views/dates.h"

namespace goodweek::ui {

namespace {

std::string said(const Ui& ui, Day day, DayState state) {
    const std::string when = day_words(ui, day, DayForm::long_);
    switch (state) {
        case DayState::good: return ui.text("week.day_good", {{"day", when}});
        case DayState::rest: return ui.text("week.day_rest", {{"day", when}});
        case DayState::to_come: return ui.text("week.day_to_come", {{"day", when}});
        case DayState::nothing: break;
    }
    return ui.text("week.day_nothing", {{"day", when}});
}

template <class StateOf>
WeekStrip strip(const Ui& ui, Day monday, Day today, WeekStrip::Form form, StateOf state_of) {
    WeekStrip week{.today = monday == monday_of(today) ? weekday(today) : -1, .form = form};
    for (int i = 0; i < 7; ++i) {
        const Day day = monday + Days{i};
        auto& cell = week.days[static_cast<std::size_t>(i)];
        cell.state = day > today ? DayState::to_come : state_of(day);
        cell.date = std::to_string(static_cast<unsigned>(std::chrono::year_month_day{day}.day()));
        cell.said = said(ui, day, cell.state);
    }
    const auto [strong, rest] = week_words(ui, week);
    week.name = strong + rest;
    return week;
}

}  // namespace

WeekStrip week_of(const Ui& ui, const session::Family& family, const std::optional<PersonId>& person, Day today,
                  WeekStrip::Form form) {
    return week_of(ui, family, person, monday_of(today), today, form);
}

WeekStrip week_of(const Ui& ui, const session::Family& family, const std::optional<PersonId>& person, Day monday,
                  Day today, WeekStrip::Form form) {
    auto week = strip(ui, monday, today, form, [&](Day day) {
        const auto& diary = family.answers.diary;
        const auto marks = person ? diary.marks(*person, day) : diary.marks(day);
        // Who rests, rests, whatever else was logged; a family does when all of them do.
        const auto resting = person ? 1 : std::max<std::size_t>(family.answers.home.people().size(), 1);
        if (static_cast<std::size_t>(marks.rests) >= resting) return DayState::rest;
        if (marks.entries > marks.rests) return DayState::good;
        return marks.rests > 0 ? DayState::rest : DayState::nothing;
    });
    for (const auto& plan : family.answers.plans.between(today + Days{1}, monday + Days{6})) {
        const bool theirs = !person || records::is_for(plan.plan, *person);
        if (plan.at.day() >= monday && theirs && plan.outcome.kind == PlanOutcome::Kind::open)
            week.days[static_cast<std::size_t>(weekday(plan.at.day()))].planned = true;
    }
    return week;
}

WeekStrip step_week(const Ui& ui, const records::GoalStory& story, Day today, WeekStrip::Form form) {
    return strip(ui, monday_of(today), today, form,
                 [&](Day day) { return story.done.contains(day) ? DayState::good : DayState::nothing; });
}

WeekCount count_of(const WeekStrip& strip) {
    WeekCount count;
    for (const auto& day : strip.days) {
        count.good += day.state == DayState::good;
        count.rest += day.state == DayState::rest;
    }
    return count;
}

std::pair<std::string, std::string> week_words(const Ui& ui, const WeekStrip& strip) {
    const auto count = count_of(strip);
    if (count.good == 0 && count.rest == 0) return {"", ui.text("week.new")};
    if (count.good == 0) return {ui.counted("week.rest_days", count.rest), ui.text("week.so_far")};
    if (count.rest == 0) return {ui.counted("week.good_days", count.good), ui.text("week.so_far")};
    return {ui.counted("week.good_days", count.good), ui.counted("week.and_rest_days_so_far", count.rest)};
}

}  // namespace goodweek::ui
