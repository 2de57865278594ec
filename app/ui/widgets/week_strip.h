// The week strip: seven cells of cut paper, and half a sun rising behind today's. Our mark (design README 6).
#pragma once

#include <array>

#include "ui/ui.h"

namespace goodweek::ui {

enum class DayState : std::uint8_t { nothing, good, rest, to_come };

struct WeekDay {
    DayState state = DayState::to_come;
    bool planned = false;  // something is planned on a day to come
    std::string date;      // "6": drawn under today's name, and under every day of the spine
    std::string said;      // in full, for those who cannot see it: "Monday 2 November, a good day"
};

struct WeekStrip {
    std::string id;
    std::array<WeekDay, 7> days;
    int today = -1;  // 0 is Monday; -1: not this week
    enum class Form : std::uint8_t { large, middle, tiny, small, line } form = Form::large;
    std::string name;  // what it comes to: "3 good days and a rest day so far"
};

// The ground of a day's cell, and of the words on it.
struct DayColours {
    Colour ground, word;
};
DayColours day_colours(const Theme& theme, DayState state, bool today);

void week_strip(Ui& ui, const WeekStrip& strip);
// The form for rows and tables, at a place; records nothing, for the row says it. Gives back its size.
Size draw_small_strip(Ui& ui, const WeekStrip& strip, Point top_left);
Size small_strip_size(const Ui& ui);
// The line under a header, and the steps of a questionnaire.
void draw_week_line(Ui& ui, const WeekStrip& strip, Rect line);
void draw_step_line(Ui& ui, int step, int of, Rect line);
// The opening picture: the sun over the week, alone. Says nothing.
void opening(Ui& ui, int today);
void draw_logo(Ui& ui, Point top_left, float width = 40);

}  // namespace goodweek::ui
