// One ImGui context without a window or a GPU, with our three faces in it, for all tests of a program.
#pragma once

#include "ui/fonts.h"

namespace goodweek::testing {

// The faces, loaded once.
const ui::Fonts& fonts();

// A frame of a window that size: what is called between the two may measure and paint.
void begin_frame(float width, float height, float dpr);
// Ends it, and takes the glyphs it wanted as a backend would. Gives back how many triangles it would have drawn.
int end_frame();

}  // namespace goodweek::testing
