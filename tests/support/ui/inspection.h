// The rules every page keeps, looked at one by one.
#pragma once

#include <string>
#include <vector>

#include "ui/ui.h"

namespace goodweek::testing {

// What is wrong, a sentence each. `ui` is the one that has just ended this frame.
std::vector<std::string> inspect(const ui::Frame& frame, const ui::Ui& ui, const ui::Environment& environment);

std::string_view in_words(ui::Role role);
std::string in_words(const ui::AccessNode& node);

}  // namespace goodweek::testing
