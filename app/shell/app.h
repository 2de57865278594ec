// The running application: what the page reported goes in, a frame comes out. Decides nothing about a family; that is
// session's.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "session/session.h"
#include "shell/canvas.h"
#include "shell/dom_mirror.h"
#include "shell/surroundings.h"
#include "ui/fonts.h"
#include "ui/ui.h"

namespace goodweek::shell {

Moment wall_clock();

class App {
public:
    App();

    // Faces by their ui::Face number, before begin.
    void give_font(std::size_t face, Bytes bytes);
    // The profile's folder is there. False when a face is not a font: then nothing can be shown.
    bool begin(std::string folder);

    Surroundings& surroundings() { return surroundings_; }

    // What a person did to an element, kept for the next frame.
    void act(Handle handle, ui::ActionKind kind, std::string text, bool by_keyboard);
    void command(const session::Command& command);
    void hear(const session::Report& report);
    void switch_plain_page();
    // The browser took the drawing context away, or gave it back.
    void canvas_changed(bool whole);
    // Whether these are the bytes the save `ticket` meant for its file `index`.
    bool as_meant(std::uint32_t ticket, std::size_t index, ByteView bytes) const;

    // Draws once, and says when to draw again: 0 with the next frame, below 0 when something happens.
    double frame(double now_ms);

private:
    struct Screen;
    Screen lay_out(double now_ms);
    void catch_up();
    void perform(const session::Effects& effects);
    void perform(const session::Effect& effect);
    void show(Screen screen);

    std::unique_ptr<session::Session> session_;
    Surroundings surroundings_;
    std::vector<Bytes> font_bytes_;
    ui::Fonts fonts_;
    ui::Ui ui_;
    Canvas canvas_;
    DomMirror mirror_;
    double last_frame_ms_ = 0;
    std::vector<ui::Action> actions_;
    std::vector<ui::Announcement> announcements_;  // of effects, since the last frame
    session::Keep saving_;
    browser::Look look_;
    int times_lost_ = 0;
};

}  // namespace goodweek::shell
