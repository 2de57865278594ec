#include "session/reminding.h"

#include <algorithm>

#include "session/when.h"

namespace goodweek::session {

namespace {

using namespace std::chrono_literals;

struct Reminder {
    EntityId entity;
    Moment from, until;
    Sentence sentence;
};

std::string with_names(const Inside& in, std::string what, const std::vector<PersonId>& people) {
    for (const auto& person : people) what.append(", ").append(in.home().name_of(person));
    return what;
}

// By the clock on the wall, which may have been changed since a plan was made.
std::vector<Reminder> to_come(const Inside& in) {
    const auto& answers = in.family().answers;
    const Day today = in.state.today();
    std::vector<Reminder> all;
    const auto add = [&](const EntityId& entity, const LocalMoment& at, Minutes before, std::string key,
                         std::string what) {
        const Moment from = at.at - before;
        all.push_back({entity,
                       from,
                       from + 1h,
                       {.key = std::move(key), .gaps = {{"what", std::move(what)}}, .time = at.time_of_day()}});
    };
    for (const auto& one : answers.plans.between(today, today + Days{1}))
        if (!one.at.day_only && one.outcome.kind == PlanOutcome::Kind::open)
            add(one.entity, moment_of(one.at.day(), one.at.time_of_day(), in.state.offset), 60min, "reminder.plan",
                with_names(in, one.plan.what, one.plan.people));
    for (const auto& due : answers.routines.due(in.family().log, answers.diary, today))
        if (const auto time = read_time(due.routine->routine.when); time && !due.done_by)
            add(due.routine->id, moment_of(today, *time, in.state.offset), 0min, "reminder.routine",
                with_names(in, due.routine->routine.what, due.routine->routine.people));
    return all;
}

// When the quiet hours that this moment lies in are over.
Moment after_quiet(const Inside& in, Moment moment) {
    const LocalMoment local{moment, in.state.offset};
    if (!is_quiet(in.state.settings, local.time_of_day())) return moment;
    const auto end = moment_of(local.day(), std::chrono::hours{in.state.settings.quiet_until}, in.state.offset).at;
    return end > moment ? end : end + Days{1};
}

}  // namespace

bool is_quiet(const Settings& settings, Minutes time_of_day) {
    const auto from = std::chrono::hours{settings.quiet_from}, until = std::chrono::hours{settings.quiet_until};
    if (from <= until) return from <= time_of_day && time_of_day < until;
    return time_of_day >= from || time_of_day < until;
}

void remind(Inside& in) {
    const auto& state = in.state;
    if (state.stage != Stage::open || state.side != Side::family || state.invented || !state.settings.reminders ||
        !state.family())
        return;
    std::optional<Moment> next;
    for (auto& one : to_come(in)) {
        if (in.reminded.contains({one.entity, one.from})) continue;
        const Moment from = after_quiet(in, std::max(one.from, in.now));
        if (from >= one.until) continue;
        if (from > in.now) {
            next = std::min(next.value_or(from), from);
            continue;
        }
        in.reminded.emplace(one.entity, one.from);
        in.notify(Notice::Tone::info, std::move(one.sentence));
    }
    if (next && next != in.next_reminder) in.ask(WakeAt{*next});
    in.next_reminder = next;
}

}  // namespace goodweek::session
