// Each goal with its next step, its ratings and the days something was done about it.
#pragma once

#include <map>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "records/log.h"

namespace goodweek::records {

struct Rated {
    LocalMoment at{};
    int value = 0;
    EntityId entity{};
    std::optional<int> confidence{}, level{};
    friend bool operator==(const Rated&, const Rated&) = default;
};

// What somebody is to do about a goal, and how it stands by the word of whoever is to do it.
struct ActionAt {
    EntityId entity{};
    Clock since{};
    ActionStep action{};
    ActionState::State state = ActionState::State::open;
    friend bool operator==(const ActionAt&, const ActionAt&) = default;

    bool is_open() const { return state == ActionState::State::open || state == ActionState::State::accepted; }
    bool overdue(Day today) const { return is_open() && action.due && *action.due < today; }
};

struct GoalStory {
    EntityId id{};
    Goal goal{};
    LocalMoment since{};
    bool changed_apart = false;  // two people changed its words at the same time
    std::optional<NextStep> step{};
    std::optional<EntityId> step_entity{};  // a new step is a new version of it
    std::vector<Rated> ratings{};           // oldest first
    std::map<Day, EntityId> done{};         // days the step was done, and the entry that says so
    std::optional<Levels> levels{};
    std::vector<ActionAt> actions{};                                    // in the order they were written down
    std::optional<std::string> agreed_by_family{}, agreed_by_clinic{};  // the words each side said yes to

    Agreement agreement() const;
    // The first and the last level that was chosen, with a weight; nothing before one was.
    std::optional<int> first_level() const, last_level() const;
    // What was said last about how sure they are.
    std::optional<int> confidence() const;
    std::vector<Day> days_done() const;
    const Rated* last_rating() const { return ratings.empty() ? nullptr : &ratings.back(); }
    int done_between(Day first, Day last) const;
};

// Goal attainment over all goals with five levels: from the levels that were chosen first to those chosen last.
struct AttainedBy {
    double first = 0, last = 0;
    int goals = 0;
};

class Goals {
public:
    void hear(const Entity& entity);
    // In the order they were set; those removed left out.
    std::vector<const GoalStory*> all() const;
    // A person's own and everyone's.
    std::vector<const GoalStory*> of(const PersonId& person) const;
    const GoalStory* find(const EntityId& id) const;
    // Nothing before a level was chosen of a goal that has a weight.
    std::optional<AttainedBy> attained() const;

private:
    // Said about a goal in an entity of its own; of several, the latest counts.
    template <class T>
    struct Said {
        Clock on{};
        Dot by{};
        T what{};
    };
    template <class T>
    using SaidBy = std::map<EntityId, Said<T>>;
    struct Held {
        GoalStory story{};
        bool living = false;
        Clock since{};
        SaidBy<NextStep> steps{};
        SaidBy<Levels> levels{};
        SaidBy<std::string> family_yes{}, clinic_yes{};
        std::map<EntityId, ActionAt> actions{};
        std::map<Day, std::set<std::pair<LocalMoment, EntityId>>> doings{};
    };
    void forget(const EntityId& entity);
    void hear_goal(const Entity& entity);
    void hear_about(const Event& event);
    void hear_action(const Entity& entity);
    static void forget_doing(Held& held, const LocalMoment& at, const EntityId& entity);
    static void gather(Held& held);

    std::unordered_map<EntityId, Held> goals_;  // one that is not living was removed, or is not here yet
    std::set<std::pair<Clock, EntityId>> order_;
    // Which goals an entity told us about, and when.
    struct Told {
        EntityId goal{};
        LocalMoment at{};
    };
    std::unordered_map<EntityId, std::vector<Told>> told_by_;
};

}  // namespace goodweek::records
