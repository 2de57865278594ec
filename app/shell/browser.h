// Everything we ask of a browser. One source answers it (browser_web.cpp), by way of web/bridge.js; what the browser
// says back arrives at exports_web.cpp.
#pragma once

#include <string_view>

#include "domain/bytes.h"
#include "session/effect.h"
#include "shell/dom_mirror.h"
#include "ui/text.h"

namespace goodweek::shell::browser {

// Puts the page's elements right (DomMirror::publish), then gives the keyboard to one of them; 0 asks for nobody.
void show(ByteView patch);
void focus(Handle handle);
void say(std::string_view words, bool now);
void title(std::string_view words);

// What the page itself wears.
struct Look {
    float content_height = 0;
    float bar_height = 0;  // of what covers the page's foot
    bool plain = false;
    enum class Theme { system, light, dark } theme = Theme::system;
    bool more_contrast = false;
    float text_scale = 1;
    bool still = false;  // no movement
    friend bool operator==(const Look&, const Look&) = default;
};
void wear(const Look& look);

// How much room a text takes that the browser will paint.
ui::Size measure(std::string_view text, float size, float width, bool semibold);

// Begins what an effect asks. The answer, if it has one, comes later; Announce is not one of these.
void perform(const session::Derive& asked);
void perform(const session::Keep& asked);
void perform(const session::Send& asked);
void perform(const session::WakeAt& asked, Moment now);
void perform(const session::OfferFile& asked);
void perform(const session::ShowAddress& asked);
void perform(const session::RememberLook& asked);
void perform(const session::AskForKeeping& asked);
void perform(const session::Copy& asked);
void perform(const session::Print& asked);
void perform(const session::TakeOver& asked);

}  // namespace goodweek::shell::browser
