#include "session/week.h"

#include <algorithm>
#include <tuple>

#include "domain/either.h"
#include "domain/text.h"

namespace goodweek::session {

namespace {

using Mark = WeekItem::Mark;
using records::Event;

// Whether it stands on the board once it was written down.
bool is_shown(const Event& event) {
    return std::visit(on{
                          [](const Reading& it) {
                              // How somebody feels, from 0 to 10, is theirs to tell.
                              const auto* measure = find_measure(it.measure);
                              return measure && !measure->rating && measure->topic != Topic::habits;
                          },
                          [](const Activity&) { return true; },
                          [](const MedicineTaken& it) { return it.taken == Taken::taken || it.taken == Taken::part; },
                          [](const RestDay&) { return true; },
                          [](const StepDone&) { return true; },
                          [](const Planned&) { return true; },
                          [](const auto&) { return false; },
                      },
                      event.what);
}

// One line says them both.
bool alike(const Event& a, const Event& b) {
    if (a.person != b.person || a.what.index() != b.what.index()) return false;
    if (const auto* reading = std::get_if<Reading>(&a.what))
        return reading->measure == std::get<Reading>(b.what).measure;
    if (const auto* taken = std::get_if<MedicineTaken>(&a.what))
        return same_words(taken->medicine, std::get<MedicineTaken>(b.what).medicine);
    return std::holds_alternative<RestDay>(a.what);
}

void add_entries(std::vector<WeekItem>& items, const Family& family, Day day) {
    for (const auto& written : family.answers.diary.between(day, day)) {
        const auto* entity = family.log.find(written.entity);
        const auto* event = entity ? entity->event() : nullptr;
        if (!event || !is_shown(*event)) continue;
        const auto same = std::ranges::find_if(
            items, [&](const WeekItem& item) { return alike(*family.log.find(item.entity)->event(), *event); });
        if (same != items.end()) {
            same->entity = written.entity;
            same->at = written.at;
            ++same->times;
            continue;
        }
        items.push_back(
            {.mark = std::holds_alternative<RestDay>(event->what) ? Mark::rest : Mark::done,
             .of = std::holds_alternative<Planned>(event->what) ? WeekItem::Of::plan : WeekItem::Of::entry,
             .entity = written.entity,
             .people = people_of(family, *event),
             .at = written.at});
    }
}

// A day of rest that several wrote down for themselves is one line.
void join_rests(std::vector<WeekItem>& items) {
    WeekItem* first = nullptr;
    for (auto& item : items) {
        if (item.mark != Mark::rest) continue;
        if (!first) {
            first = &item;
            continue;
        }
        first->people.insert(first->people.end(), item.people.begin(), item.people.end());
        item.times = 0;
    }
    std::erase_if(items, [](const WeekItem& item) { return item.times == 0; });
}

void add_plans(std::vector<WeekItem>& items, const Family& family, Day day) {
    for (const auto& one : family.answers.plans.between(day, day))
        if (one.outcome.kind == PlanOutcome::Kind::open)
            items.push_back({.mark = Mark::planned,
                             .of = WeekItem::Of::plan,
                             .entity = one.entity,
                             .people = one.plan.people,
                             .at = one.at});
}

void add_due(std::vector<WeekItem>& items, const Family& family, Day today) {
    for (const auto& due : family.answers.routines.due(family.log, family.answers.diary, today))
        if (!due.done_by)
            items.push_back({.mark = Mark::planned,
                             .of = WeekItem::Of::routine,
                             .entity = due.routine->id,
                             .people = due.routine->routine.people,
                             .at = noon_of(today)});
}

}  // namespace

std::vector<PersonId> people_of(const Family& family, const Event& event) {
    // A step towards a goal of everyone's was done for all of them.
    if (const auto* done = std::get_if<StepDone>(&event.what))
        if (const auto* goal = family.answers.goals.find(done->goal); goal && goal->goal.people.empty()) return {};
    if (const auto* activity = std::get_if<Activity>(&event.what); activity && !activity->people.empty())
        return activity->people;
    if (const auto* plan = std::get_if<Planned>(&event.what)) return plan->people;
    return event.person ? std::vector{*event.person} : std::vector<PersonId>{};
}

std::vector<WeekItem> items_on(const Family& family, Day day, Day today) {
    std::vector<WeekItem> items;
    add_entries(items, family, day);
    join_rests(items);
    if (day == today) add_due(items, family, today);
    add_plans(items, family, day);
    const auto rank = [](Mark mark) { return mark == Mark::rest ? 0 : mark == Mark::done ? 1 : 2; };
    std::ranges::stable_sort(items, {}, [&](const WeekItem& item) { return std::tuple{rank(item.mark), item.at}; });
    return items;
}

std::vector<records::PlanAt> called_off_on(const Family& family, Day day) {
    std::vector<records::PlanAt> all;
    for (const auto& one : family.answers.plans.between(day, day))
        if (one.outcome.kind != PlanOutcome::Kind::open && one.outcome.kind != PlanOutcome::Kind::done)
            all.push_back(one);
    return all;
}

bool is_everyones(const Family& family, const WeekItem& item) {
    const auto& people = family.answers.home.people();
    return item.people.empty() ||
           (people.size() > 1 && std::ranges::all_of(people, [&](const Person& one) { return is_of(item, one.id); }));
}

bool is_of(const WeekItem& item, const PersonId& person) { return std::ranges::contains(item.people, person); }

}  // namespace goodweek::session
