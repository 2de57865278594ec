#include "ui/widgets/qr.h"

#include <cmath>

#include "ui/widgets/parts.h"

namespace goodweek::ui {

// Black on white in every theme, with the four modules of quiet that readers need.
void qr(Ui& ui, std::string_view id, const Qr& qr) {
    if (qr.modules.empty()) return;
    constexpr float quiet = 4;
    const float count = static_cast<float>(qr.modules.size()) + 2 * quiet;
    const float across = std::min(ui.width(), qr.across);
    // Whole device pixels, or a camera sees seams.
    const float dpr = ui.environment().dpr, module = std::max(1.0f, std::floor(across * dpr / count)) / dpr;
    const Rect rect = ui.place(module * count, {12, 12});
    const Rect square{rect.x, rect.y, module * count, module * count};
    ui.draw(shape::Fill{square, Corners::all(4), palette::white});
    for (std::size_t y = 0; y < qr.modules.size(); ++y)
        for (std::size_t x = 0; x < qr.modules[y].size();) {
            std::size_t end = x;
            while (end < qr.modules[y].size() && qr.modules[y][end]) ++end;
            if (end > x)
                ui.draw(shape::Fill{{square.x + (static_cast<float>(x) + quiet) * module,
                                     square.y + (static_cast<float>(y) + quiet) * module,
                                     static_cast<float>(end - x) * module, module},
                                    {},
                                    palette::black});
            x = end + 1;
        }
    ui.node(ui.key(id), Role::image, qr.name, square);
}

}  // namespace goodweek::ui
