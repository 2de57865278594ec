// Plays a drawing on ImGui's background list: the one place where shapes become triangles.
#pragma once

#include "ui/ui.h"

namespace goodweek::ui {

// What the last end() left, scrolled and snapped to device pixels; what is out of sight is skipped. Nothing on a plain
// page. Between ImGui::NewFrame and ImGui::Render.
void paint(const Ui& ui);

}  // namespace goodweek::ui
