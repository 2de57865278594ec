// The window and its drawing context, made by SDL; Dear ImGui draws into it and hears of no mouse, touch or key.
#pragma once

#include "domain/bytes.h"
#include "ui/environment.h"
#include "ui/fonts.h"
#include "ui/ui.h"

namespace goodweek::shell {

class Canvas {
public:
    // The ImGui context, without which letters cannot be measured. Never fails.
    void prepare();
    // False when there is no WebGL2 to be had: the page stays plain.
    bool open();
    // In device pixels. Changing it wipes the canvas, so it must be followed by a paint in the same frame.
    void resize(int width, int height);
    void paint(const ui::Ui& screen);

    // The browser took the drawing context away, with all that was kept in it; or gave it back.
    void lost();
    bool restored();

    bool works() const { return works_; }

private:
    bool works_ = false;
    int width_ = 0, height_ = 0;
};

}  // namespace goodweek::shell
