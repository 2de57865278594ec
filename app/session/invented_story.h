// The pen that invented families are written with: days counted back from today, a steady source of small variation,
// and one verb for each thing that can be written down.
#pragma once

#include <array>
#include <initializer_list>
#include <span>
#include <string_view>

#include "session/invented.h"

namespace goodweek::session {

// What happened on one day, told in somebody's words.
struct Told {
    int days_ago;
    std::string_view words;
};

class Story {
public:
    Story(std::string_view key, std::string_view name, std::uint64_t seed, const LocalMoment& now);

    static constexpr int a_year = 364;  // days; 52 whole weeks

    Day day(int days_ago) const { return today_ - Days{days_ago}; }
    // 0 is Monday.
    int weekday_of(int days_ago) const { return weekday(day(days_ago)); }
    bool weekend(int days_ago) const { return weekday_of(days_ago) >= 5; }
    // The day of this week with that number, or nothing while it is still to come.
    std::optional<int> this_week(int weekday_number) const;

    // ---- variation: the same for the same seed, whatever the platform
    bool chance(int percent);
    int between(int lowest, int highest);
    // Mostly small, at most `most` either way.
    int wobble(int most);
    // A straight line over the year from one value to the other.
    static int drift(int days_ago, int a_year_ago, int now);

    // ---- people
    PersonId person(std::string_view name, int age, int birth_month, int birth_day, std::string_view relation,
                    std::string_view picture, int colour);
    void related(const PersonId& from, RelationKind kind, const PersonId& to);

    // ---- what they write down
    // Minutes past the hour may run over: 7:75 is 8:15.
    LocalMoment at(int days_ago, int hour, int minute) const;
    void reading(const LocalMoment& when, const PersonId& person, std::string_view measure, std::string_view typed,
                 std::string_view unit, std::string_view note = {}, Context context = Context::none);
    void symptom(const LocalMoment& when, const PersonId& person, std::string_view what, int strength,
                 std::string_view note = {});
    void note(const LocalMoment& when, const PersonId& person, std::string_view text);
    void notes(const PersonId& person, int hour, std::initializer_list<Told> told);
    void activity(const LocalMoment& when, std::initializer_list<PersonId> people, std::string_view what, int minutes,
                  std::string_view note = {});
    void medicine(const LocalMoment& when, const PersonId& person, std::string_view medicine, std::string_view dose,
                  Taken taken = Taken::taken, std::string_view note = {});
    void rest(int days_ago, std::initializer_list<PersonId> people, Rest why);
    void routine(int days_ago, Routine routine);
    // The three questions on loneliness, each from 1, hardly ever, to 3, often.
    void loneliness(int days_ago, const PersonId& person, const std::array<int, 3>& often);

    // ---- goals
    EntityId goal(int days_ago, std::string_view words, std::string_view why, std::initializer_list<PersonId> people);
    void next_step(int days_ago, const EntityId& goal, std::string_view words, int days_a_week);
    void did_step(int days_ago, const EntityId& goal, const PersonId& person);
    struct Said {
        int days_ago;
        int value;
    };
    void ratings(const EntityId& goal, std::initializer_list<Said> said);
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

    InventedFamily family_;
    LocalMoment now_;
    Day today_;
    std::uint64_t random_;
    std::uint32_t counted_ = 0;
};

// ---- the families, a file each
InventedFamily the_thistlewicks(std::uint64_t seed, const LocalMoment& now);
InventedFamily the_oakapples(std::uint64_t seed, const LocalMoment& now);
InventedFamily the_quillbrambles(std::uint64_t seed, const LocalMoment& now);
InventedFamily the_pebblecombes(std::uint64_t seed, const LocalMoment& now);

}  // namespace goodweek::session
