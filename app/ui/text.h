// Paragraphs: ImGui sets one line at a time, without line height or letter spacing, so lines are laid out here.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/drawing.h"
#include "ui/environment.h"

namespace goodweek::ui {

// A size and its line height, at text scale 1 (design README 3).
struct Type {
    float size = 18, line = 27;
    Face face = Face::regular;
};

struct Style {
    Type type;
    Colour colour;
    bool underlined = false;
};

struct Run {
    std::string_view words;
    Style style;
};

enum class Align : std::uint8_t { left, centre, right };

struct Size {
    float width = 0, height = 0;
};

// One stretch of a line in one style, from the block's own top left.
struct Piece {
    float x = 0, baseline = 0, width = 0;
    std::string words;
    Style style;  // with sizes already scaled
};

struct Block {
    std::vector<Piece> pieces;
    Size size;
    float letter = 0;  // letter spacing in px
    int lines = 0;
    // Some of it cannot be set in our faces: the browser paints it, into this size.
    bool by_browser = false;
};

// The browser's own measure of a text it will paint: size and width in CSS px, already scaled.
using MeasureText = std::function<Size(std::string_view text, float size, float width, bool semibold)>;

class Typesetter {
public:
    Typesetter(const Fonts& fonts, float scale, Spacing spacing, const MeasureText& measure)
        : fonts_(fonts), scale_(scale), spacing_(spacing), measure_(measure) {}

    // Lines no wider than `width`; a word that is wider still is broken where it must be. New lines in the words hold.
    Block set(std::span<const Run> runs, float width, Align align = Align::left) const;
    Block set(std::string_view words, const Style& style, float width, Align align = Align::left) const;
    // On one line, however wide.
    float width(std::string_view words, const Type& type) const;

private:
    Block for_browser(std::span<const Run> runs, float width) const;

    const Fonts& fonts_;
    float scale_;
    Spacing spacing_;
    const MeasureText& measure_;
};

// The block's words and underlines, as shapes at a place.
void draw(Drawing& drawing, const Block& block, Point at);

// Where a line's letters stand so that capitals are in its middle: this share of the size under the middle.
inline constexpr float baseline_under_middle = 0.334f;

}  // namespace goodweek::ui
