// Roles: what a colour is for. Words and views name a role; palette.h holds the hues, and this file says which is
// which in light, dark, high contrast and a system's forced colours (design README 2).
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/palette.h"

namespace goodweek::ui {

struct Theme {
    // grounds
    Colour page, card, well, leaf, band, warn, info, error_tint, party_tint;
    // text on any of them
    Colour ink, hint, link, error, party;
    // lines: hairline (decoration), lower edge of what can be pressed, outline of a control
    Colour line, edge, field;
    // what can be pressed
    Colour go, go_hover, go_down, go_edge, on_go;
    Colour done_fill, on_done, was, leaf_edge;
    Colour error_hover, error_edge, on_error;
    Colour sun, sun_edge, on_sun, warn_edge, info_edge, focus;
    std::array<Colour, 3> series;
    std::array<Colour, palette::people_count> people;
    // High contrast and forced colours: every filled shape gets a 2 px outline in this colour.
    bool outlined = false;

    friend bool operator==(const Theme&, const Theme&) = default;
};

// The seven system colours a browser tells us of when it forces its own.
struct ForcedColours {
    Colour canvas, canvas_text, link_text, button_face, button_text, highlight, grey_text;
    friend bool operator==(const ForcedColours&, const ForcedColours&) = default;
};

const Theme& light_theme();
const Theme& dark_theme();
const Theme& light_contrast_theme();
const Theme& dark_contrast_theme();
Theme forced_theme(const ForcedColours& system);

// WCAG 2.2 contrast of two opaque colours: 1 (the same) to 21 (black on white).
double contrast(Colour one, Colour other);

// Every pair that is drawn together, with the least contrast it may have: 4.5 for words, 3 for what shows a control.
struct Pair {
    std::string_view name;
    Colour on, ground;
    double least;
};
std::vector<Pair> pairs_of(const Theme& theme);

// The same tokens for the page's own elements (Plain page, fields, focus ring): the whole text of web/theme.css.
std::string css_variables();

}  // namespace goodweek::ui
