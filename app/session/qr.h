// A text as the squares of a QR code, rows of dark and light.
#pragma once

#include <string>
#include <vector>

namespace goodweek::session {

// Empty when the text is too long for one.
std::vector<std::vector<bool>> qr_modules(const std::string& text);

}  // namespace goodweek::session
