// What the outside tells the screens once a frame: sizes, the reader's wishes, the time for movement. Settings and
// system preferences have been weighed against each other before they arrive here.
#pragma once

#include <optional>

#include "ui/theme.h"

namespace goodweek::ui {

enum class Scheme : std::uint8_t { light, dark };

struct Insets {
    float top = 0, right = 0, bottom = 0, left = 0;
    friend bool operator==(const Insets&, const Insets&) = default;
};

// The reader's own text spacing (WCAG 1.4.12): line height as a share of ours, the others in em of the text.
struct Spacing {
    float line = 1, letter = 0, word = 0, paragraph = 0;
    friend bool operator==(const Spacing&, const Spacing&) = default;
};

struct Environment {
    float width = 390, height = 844;  // of the part of the page we draw in, CSS px
    float dpr = 1;                    // device pixels in one of them
    float scroll_top = 0;
    Insets insets;
    float text_scale = 1;  // 0.85 to 3
    Spacing spacing;
    Scheme scheme = Scheme::light;
    bool more_contrast = false;
    std::optional<ForcedColours> forced;
    bool reduced_motion = false;
    bool plain = false;         // the mirror is the page: nothing is drawn
    bool fields_drawn = false;  // nobody else paints what is typed in a field (native builds)
    bool offline = false;
    double now_ms = 0;  // a steady clock, for movement only
    friend bool operator==(const Environment&, const Environment&) = default;
};

// The same with every figure brought into the range that can be laid out.
Environment within_reason(Environment given);

}  // namespace goodweek::ui
