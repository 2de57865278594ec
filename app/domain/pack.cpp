#include "domain/pack.h"

#include <algorithm>

namespace goodweek {

int seconds_a_week(const PackAsk& ask) { return ask.times_a_week * ask.seconds; }

AskedAgain asked_again(const PackForm& form, Day start, std::span<const Day> answered, std::span<const Day> paused,
                       Day today) {
    const auto last = std::ranges::max_element(answered);
    const bool begun = last != answered.end();
    const Day from = begun ? *last : start;
    const auto rested = std::ranges::count_if(paused, [&](Day day) { return day > from && day <= today; });
    AskedAgain again{.due = from + Days{rested} + (begun ? Days{7 * form.every_weeks} : Days{0})};
    const Days grace{form.grace_days};
    if (today > again.due + grace) again.state = AskedAgain::State::late;
    else if (today >= again.due - (begun ? grace : Days{0})) again.state = AskedAgain::State::due;
    return again;
}

}  // namespace goodweek
