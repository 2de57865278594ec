// What the page told us of its surroundings, weighed against what the person chose in Settings. Knows no browser, so it
// is tested natively.
#pragma once

#include <array>

#include "session/state.h"
#include "shell/browser.h"
#include "ui/environment.h"

namespace goodweek::shell {

// Written by web/bridge/environment.js, in this order.
struct Surroundings {
    enum Slot {
        width,
        height,
        pixel_width,
        pixel_height,
        dpr,
        scroll_top,
        dialog_scroll_top,
        inset_top,
        inset_right,
        inset_bottom,
        inset_left,
        font_size,
        line_height,
        letter_spacing,
        word_spacing,
        wishes,
        online,
        offset_minutes,
        canvas,
        canvas_text,
        link_text,
        button_face,
        button_text,
        highlight,
        grey_text,
        count
    };
    enum Wish { dark = 1, more_contrast = 2, reduced_motion = 4, forced_colours = 8, coarse = 16, standalone = 32 };

    std::array<double, count> slots{};
    bool plain_asked = false;  // by ?plain
    bool canvas_works = true;

    float at(Slot slot) const { return static_cast<float>(slots[slot]); }
    bool wishes_for(Wish wish) const { return (static_cast<unsigned>(slots[wishes]) & wish) != 0; }
};

ui::Environment environment_of(const Surroundings& page, const session::Settings& settings, double now_ms);

// What the page itself should wear; its heights come from the screen.
browser::Look look_of(const ui::Environment& environment, const session::Settings& settings);

}  // namespace goodweek::shell
