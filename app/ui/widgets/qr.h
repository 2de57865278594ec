// A QR code, drawn as squares on white with its quiet zone; what it says is always written out beside it as well.
#pragma once

#include "ui/ui.h"

namespace goodweek::ui {

struct Qr {
    std::vector<std::vector<bool>> modules;  // true is dark
    std::string name;                        // "Code to join this family"
    float across = 240;
};
void qr(Ui& ui, std::string_view id, const Qr& qr);

}  // namespace goodweek::ui
