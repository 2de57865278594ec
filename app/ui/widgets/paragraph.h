// A paragraph: real text, at most 66 characters a line.
#pragma once

#include "ui/ui.h"

namespace goodweek::ui {

enum class Look : std::uint8_t { body, hint, small, small_hint, number, error };

struct Paragraph {
    std::string text;
    Look look = Look::body;
    std::string strong;  // said first, semibold: "3 good days"
    std::string lead;    // said first, as a hint: "Why:"
    std::string icon;    // at the left of the first line
    std::string lang;
    Align align = Align::left;
    Live live = Live::off;
};

void paragraph(Ui& ui, const Paragraph& paragraph);
void paragraph(Ui& ui, std::string_view text, Look look = Look::body);

// Lines with a mark before each, as one list: reasons, what is shared, what to bring.
struct Bullets {
    std::string id;
    std::string name;  // of the list, for those who cannot see what is above it
    std::vector<std::string> lines;
    enum class Mark : std::uint8_t { dot, tick, cross, red_dot } mark = Mark::dot;
};
void bullets(Ui& ui, const Bullets& bullets);

}  // namespace goodweek::ui
