// The strands of an invented family's year: a strand is one kind of entry, on which days it is written, at what time, and how
// its value wanders (assets/invented/FORMAT.md).
#pragma once

#include <functional>

#include "session/invented_cast.h"

namespace goodweek::session {

class Strands {
public:
    Strands(Story& story, Cast& cast) : story_(story), cast_(cast) {}

    // On which days, and at what time.
    struct When {
        int from = Story::a_year, to = 1;  // days ago
        int every = 1;
        std::uint8_t on = 0b1111111;
        int chance = 100, weekend_chance = 100;
        std::string during, not_during;
        Minutes at{}, weekend_at{};
        int give_or_take = 0;
    };

    void tell(TreeReader& v);
    When read_when(TreeReader& v);
    void each_day(const When& when, const std::function<void(int, const LocalMoment&)>& tell);

private:
    // A straight line over the year with a wobble on it, and what spells take from it.
    struct Value {
        Thousandths start = 0, end = 0, give_or_take = 0;
        struct In {
            std::string spell;
            int first, last;  // days into it
            Thousandths by;
        };
        std::vector<In> in{};
    };

    // Said always, or now and then, or never.
    struct Remarks {
        std::vector<std::string> words;
        int chance = 100;
    };

    std::uint8_t read_weekdays(TreeReader& v);
    bool happens(const When& when, int day);
    Value read_value(TreeReader& strand, std::string_view key);
    Thousandths on_day(const Value& value, int day);
    int whole_on_day(const Value& value, int day, int least, int most);
    Remarks read_remarks(TreeReader& v);
    std::string remark(const Remarks& remarks);
    void tell_readings(TreeReader& v, const PersonId& person);
    void tell_symptoms(TreeReader& v, const PersonId& person);
    void tell_activities(TreeReader& v, const std::vector<PersonId>& who);
    void tell_medicines(TreeReader& v, const PersonId& person);
    void tell_rest(TreeReader& v, const std::vector<PersonId>& who);

    Story& story_;
    Cast& cast_;
};

}  // namespace goodweek::session
