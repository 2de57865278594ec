// A card: a sheet for reading. One that can be pressed is a tile or a row, and has an edge.
#pragma once

#include "ui/ui.h"

namespace goodweek::ui {

struct Card {
    std::string id;     // needed only where a test or a focus asks for it
    std::string title;  // its heading, and its name
    int level = 2;
    bool flush = false;  // no padding: for rows that bring their own
};
void card(Ui& ui, const Card& card, const Body& body);
void card(Ui& ui, std::string_view title, const Body& body);
// A line across the card, with room above and below.
void hairline(Ui& ui);

}  // namespace goodweek::ui
