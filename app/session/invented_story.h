// The pen that invented families are written with: days counted back from today, a steady source of small variation,
// and one verb for each thing that can be written down.
#pragma once

#include <span>
#include <string_view>

#include "session/invented.h"

namespace goodweek::session {

class Story {
public:
    Story(std::string_view key, std::string_view name, std::uint64_t seed, const LocalMoment& now);

    static constexpr int a_year = 364;  // days; 52 whole weeks

    Day day(int days_ago) const { return today_ - Days{days_ago}; }
    // 0 is Monday.
    int weekday_of(int days_ago) const { return weekday(day(days_ago)); }
    bool weekend(int days_ago) const { return weekday_of(days_ago) >= 5; }
    std::optional<int> age_in_months(const PersonId& person, const LocalMoment& when) const;
    // The day of this week with that number, or nothing while it is still to come.
    std::optional<int> this_week(int weekday_number) const;
    // The same, below zero while it is still to come.
    int days_since(int weekday_number) const { return weekday(today_) - weekday_number; }

    // ---- variation: the same for the same seed, whatever the platform
    bool chance(int percent);
    int between(int lowest, int highest);
    // Mostly small, at most `most` either way.
    int wobble(int most);

    // ---- people
    PersonId person(std::string_view name, int age, int birth_month, int birth_day, std::string_view relation,
                    std::string_view picture, int colour);
    void related(const PersonId& from, RelationKind kind, const PersonId& to);

    // ---- what they write down
    LocalMoment at(int days_ago, Minutes time_of_day) const;
    // Anything else that is one event about one person.
    void write(const LocalMoment& when, std::optional<PersonId> person, records::Happening what);

    // What is to be on a day, and what came of it.
    void plan(const LocalMoment& when, Planned plan, PlanOutcome outcome);

    // ---- the care plan
    // What one side says in one section, of a person or of the household; of a section of many, an entry of its own.
    void section(const LocalMoment& when, const Section& section, std::optional<PersonId> person,
                 const std::vector<FieldSaid>& by_family, const std::vector<FieldSaid>& by_clinic);

    // ---- goals
    EntityId goal(int days_ago, Goal goal);
    void next_step(int days_ago, const EntityId& goal, std::string_view words, int days_a_week);
    void did_step(int days_ago, const EntityId& goal, const PersonId& person);
    void rating(int days_ago, const GoalRating& rating);
    void levels(int days_ago, const EntityId& goal, Levels levels);
    // Something to do about it, and what its owner said of it in the end.
    void action(int days_ago, ActionStep action, ActionState::State state);
    // Both sides say yes to the goal's words.
    void agreed(int days_ago, const EntityId& goal, std::string_view words);

    // ---- words to and from the clinic
    void message(const LocalMoment& when, const PersonId& from, std::string_view text,
                 std::optional<EntityId> about = {});
    void answer(const LocalMoment& when, std::string_view text, std::optional<EntityId> about = {});

    // Everything up to now, in order.
    InventedFamily finish(Sharing sharing);

private:
    std::uint64_t random();
    EntityId next_entity();
    void add(const LocalMoment& when, std::optional<PersonId> person, records::Happening what);
    void add(const LocalMoment& when, std::optional<PersonId> person, records::Happening what,
             const EntityId& entity);
    void add_from_clinic(const LocalMoment& when, records::Happening what);
    void add_said(const LocalMoment& when, std::optional<PersonId> person, Written written, const EntityId& entity);

    InventedFamily family_;
    LocalMoment now_;
    Day today_;
    std::vector<Person> people_;
    std::uint64_t random_;
    std::uint32_t counted_ = 0;
};

}  // namespace goodweek::session
