// What could stand on one page about somebody, to take to an appointment, or to send back to whoever referred them. Which of it
// does, they choose.
#pragma once

#include "session/state.h"

namespace goodweek::session {

struct Summary {
    struct Page {
        const Section* section;
        std::vector<EntityId> entries{};  // of one that is kept up to date, its one place
        bool expected = true;             // stands there unless it is left out; the others where they are asked for
    };
    struct Measured {
        const Measure* measure;
        records::ReadingAt first{}, last{};
        Thousandths lowest = 0, highest = 0;
        std::size_t count = 0;
    };
    struct Scored {
        const Questionnaire* questionnaire;
        const ScoreRule* rule;
        records::ResponseAt first{}, last{};
    };
    struct Medicine {
        std::string name{};
        records::Coverage days{};
    };
    // How a worker and the household came together, for whoever sent them. Nothing of it on a family's own phone.
    struct Referral {
        std::string by{};
        std::optional<Day> agreed{}, first_met{}, last_met{};
        std::size_t meetings = 0;
    };
    Referral referral;
    std::vector<Page> pages;
    std::vector<Medicine> medicines;
    std::vector<Measured> readings;
    std::vector<Scored> scores;
    std::vector<const records::GoalStory*> goals;
    std::vector<records::PlanAt> appointments;  // of the eight weeks to come
};

// Over the last so many days. What is behind a door, or is only a worker's, is not in it.
Summary summary_of(const State& state, const PersonId& person, int days);

}  // namespace goodweek::session
