#include "records/goals.h"

#include <algorithm>
#include <ranges>
#include <tuple>

#include "domain/either.h"
#include "domain/put_in_order.h"

namespace goodweek::records {

namespace {

auto order(const LocalMoment& at, const EntityId& entity) { return std::tuple{at.day(), at, entity}; }
auto order_of(const Rated& rated) { return order(rated.at, rated.entity); }

// The one that was said last, by (clock, device).
template <class SaidBy>
auto latest(const SaidBy& said) {
    return std::ranges::max_element(said, {}, [](const auto& one) { return std::tie(one.second.on, one.second.by); });
}

}  // namespace

// Two sets of words stand side by side until somebody chooses, and nobody can have agreed to both.
Agreement GoalStory::agreement() const {
    const bool family = !changed_apart && agreed_by_family == goal.words;
    const bool clinic = !changed_apart && agreed_by_clinic == goal.words;
    if (family && clinic) return Agreement::agreed;
    if (family) return Agreement::waiting_for_clinic;
    if (clinic) return Agreement::waiting_for_family;
    return Agreement::not_asked;
}

std::optional<int> GoalStory::first_level() const {
    const auto found = std::ranges::find_if(ratings, [](const Rated& one) { return one.level.has_value(); });
    return found == ratings.end() ? std::nullopt : found->level;
}

std::optional<int> GoalStory::last_level() const {
    for (const auto& one : ratings | std::views::reverse)
        if (one.level) return one.level;
    return std::nullopt;
}

std::optional<int> GoalStory::confidence() const {
    for (const auto& one : ratings | std::views::reverse)
        if (one.confidence) return one.confidence;
    return std::nullopt;
}

std::vector<Day> GoalStory::days_done() const {
    std::vector<Day> days;
    for (const auto& [day, entity] : done) days.push_back(day);
    return days;
}

int GoalStory::done_between(Day first, Day last) const {
    return static_cast<int>(std::distance(done.lower_bound(first), done.upper_bound(last)));
}

void Goals::hear(const Entity& entity) {
    forget(entity.id);
    hear_goal(entity);
    if (entity.removed) return;
    for (const auto& one : entity.registers)
        if (one.shown) hear_about(*one.shown);
    hear_action(entity);
}

void Goals::hear_goal(const Entity& entity) {
    const auto* words = entity.find("goal");
    if (!words) return;
    auto& held = goals_[entity.id];
    order_.erase({held.since, entity.id});
    const auto* goal = entity.as<Goal>();
    held.living = goal && !entity.removed;
    if (!held.living) return;
    held.since = words->all.front()->clock;
    held.story.id = entity.id;
    held.story.goal = *goal;
    held.story.since = words->all.front()->at;
    held.story.changed_apart = !words->also_written.empty();
    order_.emplace(held.since, entity.id);
}

void Goals::hear_about(const Event& event) {
    const auto told = [&](const EntityId& goal) -> Held& {
        told_by_[event.entity].push_back({goal, event.at});
        return goals_[goal];
    };
    std::visit(on{
                   [&](const NextStep& step) {
                       auto& held = told(step.goal);
                       held.steps[event.entity] = {event.clock, event.dot, step};
                       gather(held);
                   },
                   [&](const StepDone& done) {
                       auto& held = told(done.goal);
                       const auto day = event.at.day();
                       auto& that_day = held.doings[day];
                       that_day.emplace(event.at, event.entity);
                       held.story.done[day] = that_day.begin()->second;
                   },
                   [&](const GoalRating& rating) {
                       auto& ratings = told(rating.goal).story.ratings;
                       const Rated rated{event.at, rating.value, event.entity, rating.confidence, rating.level};
                       ratings.insert(std::ranges::upper_bound(ratings, order_of(rated), {}, order_of), rated);
                   },
                   [&](const GoalAgreed& agreed) {
                       auto& held = told(agreed.goal);
                       auto& yes = agreed.side == Side::family ? held.family_yes : held.clinic_yes;
                       yes[event.entity] = {event.clock, event.dot, agreed.words};
                       gather(held);
                   },
                   [&](const GoalLevels& levels) {
                       auto& held = told(levels.goal);
                       held.levels[event.entity] = {event.clock, event.dot, levels.levels};
                       gather(held);
                   },
                   [](const auto&) {},
               },
               event.what);
}

// Whoever is to do it says how it stands; what the other side says of it is not asked.
void Goals::hear_action(const Entity& entity) {
    const auto* event = entity.version<ActionStep>();
    if (!event) return;
    const auto& action = std::get<ActionStep>(event->what);
    ActionAt made{.entity = entity.id, .since = entity.first_version()->clock, .action = action};
    const auto owner = action.for_clinic ? Side::clinic : Side::family;
    for (const auto& one : entity.registers)
        if (const auto* said = one.shown ? std::get_if<ActionState>(&one.shown->what) : nullptr)
            if (said->by == owner) made.state = said->state;
    auto& held = goals_[action.goal];
    told_by_[entity.id].push_back({action.goal, event->at});
    held.actions[entity.id] = std::move(made);
    gather(held);
}

void Goals::forget(const EntityId& entity) {
    const auto told = told_by_.find(entity);
    if (told == told_by_.end()) return;
    for (const auto& [goal, at] : told->second) {
        auto& held = goals_[goal];
        held.steps.erase(entity);
        held.levels.erase(entity);
        held.actions.erase(entity);
        held.family_yes.erase(entity);
        held.clinic_yes.erase(entity);
        auto& ratings = held.story.ratings;
        const auto rated = std::ranges::lower_bound(ratings, order(at, entity), {}, order_of);
        if (rated != ratings.end() && rated->entity == entity) ratings.erase(rated);
        forget_doing(held, at, entity);
        gather(held);
    }
    told_by_.erase(told);
}

void Goals::forget_doing(Held& held, const LocalMoment& at, const EntityId& entity) {
    const auto that_day = held.doings.find(at.day());
    if (that_day == held.doings.end() || that_day->second.erase({at, entity}) == 0) return;
    if (that_day->second.empty()) {
        held.story.done.erase(that_day->first);
        held.doings.erase(that_day);
    } else {
        held.story.done[that_day->first] = that_day->second.begin()->second;
    }
}

void Goals::gather(Held& held) {
    auto& story = held.story;
    story.step.reset();
    story.step_entity.reset();
    if (!held.steps.empty()) {
        const auto& [entity, said] = *latest(held.steps);
        story.step = said.what;
        story.step_entity = entity;
    }
    story.levels.reset();
    if (!held.levels.empty()) story.levels = latest(held.levels)->second.what;
    story.actions.clear();
    for (const auto& [entity, action] : held.actions) story.actions.push_back(action);
    put_in_order(story.actions, {}, [](const ActionAt& one) { return std::pair{one.since, one.entity}; });
    const auto words = [](const auto& yes) {
        return yes.empty() ? std::nullopt : std::optional{latest(yes)->second.what};
    };
    story.agreed_by_family = words(held.family_yes);
    story.agreed_by_clinic = words(held.clinic_yes);
}

std::vector<const GoalStory*> Goals::all() const {
    std::vector<const GoalStory*> stories;
    for (const auto& [since, id] : order_) stories.push_back(&goals_.at(id).story);
    return stories;
}

std::vector<const GoalStory*> Goals::of(const PersonId& person) const {
    auto stories = all();
    std::erase_if(stories, [&](const GoalStory* story) {
        const auto& people = story->goal.people;
        return !people.empty() && std::ranges::find(people, person) == people.end();
    });
    return stories;
}

const GoalStory* Goals::find(const EntityId& id) const {
    const auto found = goals_.find(id);
    return found == goals_.end() || !found->second.living ? nullptr : &found->second.story;
}

std::optional<AttainedBy> Goals::attained() const {
    std::vector<Attained> first, last;
    for (const auto* story : all()) {
        const auto was = story->first_level(), is = story->last_level();
        if (!was || !is || story->levels->weight() == 0) continue;
        first.push_back({*was, story->levels->weight()});
        last.push_back({*is, story->levels->weight()});
    }
    const auto from = attainment(first), to = attainment(last);
    if (!from || !to) return std::nullopt;
    return AttainedBy{.first = *from, .last = *to, .goals = static_cast<int>(last.size())};
}

}  // namespace goodweek::records
