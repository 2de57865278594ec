#include "ui/environment.h"

#include <algorithm>
#include <cmath>

namespace goodweek::ui {

namespace {
float between(float value, float lowest, float highest, float otherwise) {
    return std::isfinite(value) ? std::clamp(value, lowest, highest) : otherwise;
}
}  // namespace

// A browser has been seen to report a line height of 625: what cannot be meant is brought back (web-ui.md 6).
Environment within_reason(Environment given) {
    given.width = between(given.width, 240, 10000, 390);
    given.height = between(given.height, 160, 10000, 844);
    given.dpr = between(given.dpr, 0.5f, 4, 1);
    given.scroll_top = between(given.scroll_top, 0, 1e7f, 0);
    given.text_scale = between(given.text_scale, 0.85f, 3, 1);
    given.spacing.line = between(given.spacing.line, 0.8f, 2, 1);
    given.spacing.letter = between(given.spacing.letter, 0, 0.5f, 0);
    given.spacing.word = between(given.spacing.word, 0, 1, 0);
    given.spacing.paragraph = between(given.spacing.paragraph, 0, 3, 0);
    for (float* inset : {&given.insets.top, &given.insets.right, &given.insets.bottom, &given.insets.left})
        *inset = between(*inset, 0, 120, 0);
    return given;
}

}  // namespace goodweek::ui
