// One page with every word on it, in every look it has: what design/00-parts shows, as a view.
#pragma once

#include "ui/page.h"

namespace goodweek::testing {

struct PartsDraft {
    std::string words = "Walk to the pier", number = "265", secret = "four plain words";
    session::TypedDate born{.day = "6", .month = "11", .year = "2026"};
    bool shown = false, agreed = true, plain = false;
    int row = 1, list = 0, segment = 14, face = 1;
    std::optional<int> rating = 6;
    ui::FigureView figure;
};

void parts(ui::Ui& ui, PartsDraft& draft);

ui::WeekStrip a_week(ui::WeekStrip::Form form);
ui::FigureData a_fortnight_of_peak_flow();
std::vector<ui::Place> family_places(std::string_view here);

}  // namespace goodweek::testing
