// A condition pack: what families who live with something often write down, how often, and what that costs them in minutes.
// Offered, never switched on: each person takes up what they want. Packs are data (assets/packs/FORMAT.md).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "domain/entries.h"
#include "domain/moment.h"

namespace goodweek {

struct PackAsk {
    Routine::Kind kind = Routine::Kind::reading;
    std::string what{};  // a measure's key, or words
    std::string when{};  // "before school"
    int times_a_week = 7;
    int seconds = 40;                // each time
    int youngest = 0, oldest = 200;  // whom it is asked of
    friend bool operator==(const PackAsk&, const PackAsk&) = default;
};

struct PackForm {
    std::string questionnaire{}, form{};
    int every_weeks = 4;
    int grace_days = 7;  // either side of the day it is due
};

struct Pack {
    std::string key{};
    std::string condition{};  // a code of the care plan's conditions: whose it is
    std::string title{}, lead{};
    std::vector<PackAsk> asks{};
    std::vector<PackForm> forms{};
    std::vector<std::string> sections{};  // of the care plan, that go with it
};

// More than this a week a pack may not ask of anybody.
inline constexpr int most_minutes_a_week = 30;

int seconds_a_week(const PackAsk& ask);

// When a questionnaire is to be answered again: as long after the last time as its pack says, days that were rested, ill or
// away not counted; the first time at once.
struct AskedAgain {
    Day due{};
    enum class State { later, due, late } state = State::later;
    friend bool operator==(const AskedAgain&, const AskedAgain&) = default;
};
AskedAgain asked_again(const PackForm& form, Day start, std::span<const Day> answered, std::span<const Day> paused,
                       Day today);

}  // namespace goodweek
