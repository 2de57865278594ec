// A week with what was done and what is planned: seven columns with a row for each person where there is room (design 08b),
// or a spine of seven days for one of them (08). Every day leads to its own page.
#pragma once

#include "ui/widgets/face.h"
#include "ui/widgets/week_strip.h"

namespace goodweek::ui {

struct BoardItem {
    enum class Mark : std::uint8_t { done, planned, rest } mark = Mark::done;
    std::string text;  // "Peak flow 258"
};

struct BoardDay {
    DayState state = DayState::to_come;
    std::string name, brief;  // "Friday", "Fri"
    std::string date;         // "6"
    std::string said;         // "Friday 6 November, a good day"
    std::string href;
};

struct BoardRow {
    FaceOf face;
    std::string name;
    std::array<std::vector<BoardItem>, 7> cells;
};

struct WeekBoard {
    std::string name;  // what it comes to
    std::array<BoardDay, 7> days;
    int today = -1;  // 0 is Monday; -1: not this week
    std::vector<BoardRow> rows;
    std::string who;                       // heads the people's column, for those who cannot see it
    std::string nothing;                   // "Nothing planned"
    std::string done, planned, rest_word;  // what the marks mean
};

void week_board(Ui& ui, std::string_view id, const WeekBoard& board);
// The first row alone.
void week_spine(Ui& ui, std::string_view id, const WeekBoard& board);

}  // namespace goodweek::ui
