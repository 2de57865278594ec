// What a screen draws, as a list of plain shapes in content coordinates (CSS px, unscrolled). Recorded first and
// painted last, so that a card can stand behind what it holds, a row can be centred once its height is known, and a
// test can read every word that would be on the glass. Shapes are those of design README 6 and no others.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "ui/access.h"
#include "ui/fonts.h"
#include "ui/palette.h"

namespace goodweek::ui {

struct Point {
    float x = 0, y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};
// Radii clockwise from the top left.
struct Corners {
    float top_left = 0, top_right = 0, bottom_right = 0, bottom_left = 0;
    static constexpr Corners all(float radius) { return {radius, radius, radius, radius}; }
    Corners less(float by) const;
    friend bool operator==(const Corners&, const Corners&) = default;
};

enum class Dash : std::uint8_t { solid, dashed, dotted };

namespace shape {

struct Fill {
    Rect rect;
    Corners corners;
    Colour colour;
};
struct Outline {
    Rect rect;
    Corners corners;
    Colour colour;
    float thickness = 1;
};  // inside the edge, as CSS borders
struct Disc {
    Point centre;
    float radius = 0;
    Colour colour;
};
struct Ring {
    Point centre;
    float radius = 0;
    Colour colour;
    float thickness = 2;
};
struct Line {
    Point from, to;
    Colour colour;
    float thickness = 1;
};
struct Path {
    std::vector<Point> points;
    Colour colour;
    float thickness = 2;
    Dash dash = Dash::solid;
};
struct Polygon {
    std::vector<Point> points;
    Colour colour;
};  // convex, clockwise
// The slice of a circle above a flat side that is centred on `foot`.
struct Slice {
    Point foot;
    float radius = 0, rise = 0;
    Colour colour;
    bool sideways = false;
};
struct Text {
    Point at;
    std::string words;
    Face face = Face::regular;
    float size = 18;
    Colour colour;
    float letter = 0;
};
struct Hatch {
    Rect rect;
    Colour colour;
    float thickness = 3, every = 6;
};
struct Clip {
    Rect rect;
};
struct Unclip {};

}  // namespace shape

using Shape = std::variant<shape::Fill, shape::Outline, shape::Disc, shape::Ring, shape::Line, shape::Path,
                           shape::Polygon, shape::Slice, shape::Text, shape::Hatch, shape::Clip, shape::Unclip>;
using Drawing = std::vector<Shape>;

// Moves the shapes from `first` up to `last`.
void shift(Drawing& drawing, std::size_t first, std::size_t last, float x, float y);

}  // namespace goodweek::ui
