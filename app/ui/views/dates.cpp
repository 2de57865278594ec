#include "ui/views/dates.h"

namespace goodweek::ui {

namespace {

struct Parts {
    std::string day, month, short_month, year, weekday, short_weekday;
};

Parts parts_of(const Ui& ui, Day day) {
    const std::chrono::year_month_day date{day};
    const auto month = std::to_string(static_cast<unsigned>(date.month()));
    const auto of_week = std::to_string(weekday(day));
    return {.day = std::to_string(static_cast<unsigned>(date.day())),
            .month = ui.text_of("month.name.", month),
            .short_month = ui.text_of("month.short.", month),
            .year = std::to_string(static_cast<int>(date.year())),
            .weekday = ui.text_of("weekday.name.", of_week),
            .short_weekday = ui.text_of("weekday.short.", of_week)};
}

}  // namespace

std::string day_words(const Ui& ui, Day day, DayForm form) {
    const auto parts = parts_of(ui, day);
    switch (form) {
        case DayForm::long_: return parts.weekday + " " + parts.day + " " + parts.month;
        case DayForm::weekday: return parts.short_weekday + " " + parts.day + " " + parts.short_month;
        case DayForm::short_: return parts.day + " " + parts.short_month;
        case DayForm::day_month: return parts.day + " " + parts.month;
        case DayForm::with_year: return parts.day + " " + parts.month + " " + parts.year;
        case DayForm::month: break;
    }
    return parts.month;
}

std::string span_words(const Ui& ui, Day monday) {
    const auto last = monday + Days{6};
    const std::chrono::year_month_day from{monday}, to{last};
    const auto first = from.month() == to.month() ? std::to_string(static_cast<unsigned>(from.day()))
                                                  : day_words(ui, monday, DayForm::day_month);
    return ui.text("week.from_to", {{"from", first}, {"to", day_words(ui, last, DayForm::day_month)}});
}

std::string time_words(const Ui& ui, const LocalMoment& moment) { return ui.words().say_time(moment.time_of_day()); }

std::string relative_day(const Ui& ui, Day day, Day today) {
    const auto ago = (today - day).count();
    if (ago == 0) return ui.text("day.today");
    if (ago == 1) return ui.text("day.yesterday");
    if (ago > 1 && ago < 7) return parts_of(ui, day).weekday;
    const auto parts = parts_of(ui, day);
    const bool this_year = std::chrono::year_month_day{day}.year() == std::chrono::year_month_day{today}.year();
    return parts.day + " " + parts.month + (this_year ? "" : " " + parts.year);
}

std::string moment_words(const Ui& ui, const LocalMoment& moment, Day today) {
    const auto day = relative_day(ui, moment.day(), today);
    return moment.day_only ? day : day + ", " + time_words(ui, moment);
}

}  // namespace goodweek::ui
