// Days and times as people say them: "Friday 6 November", "Yesterday", "Today, 7:45am".
#pragma once

#include <string>

#include "domain/moment.h"
#include "ui/ui.h"

namespace goodweek::ui {

enum class DayForm {
    long_,      // Friday 6 November
    weekday,    // Fri 6 Nov
    short_,     // 6 Nov
    day_month,  // 6 November
    with_year,  // 6 November 2026
    month,      // November
};
std::string day_words(const Ui& ui, Day day, DayForm form);

// Of a week: "2 to 8 November", "30 November to 6 December".
std::string span_words(const Ui& ui, Day monday);

// "7:45am", "9pm", "noon".
std::string time_words(const Ui& ui, const LocalMoment& moment);

// "Today", "Yesterday", "Friday" within a week, "6 November", with its year once it is another.
std::string relative_day(const Ui& ui, Day day, Day today);
// The same with its time, where that is known: "Today, 7:45am".
std::string moment_words(const Ui& ui, const LocalMoment& moment, Day today);

}  // namespace goodweek::ui
