// A notice: something to know, on a coloured ground, with its level said in words.
#pragma once

#include "ui/ui.h"

namespace goodweek::ui {

enum class Tone : std::uint8_t { info, good, warn, party, error };

struct Notice {
    std::string id;  // of one that comes and goes beside others
    Tone tone = Tone::info;
    std::string title;  // a heading; without one the level is said by a hidden word
    std::string text;
    std::string icon;    // by tone if empty
    bool small = false;  // small text
    Live live = Live::off;
};

void notice(Ui& ui, const Notice& notice);
// With links or buttons under the text, side by side.
void notice(Ui& ui, const Notice& notice, const Body& body);

// The summary of what is wrong with a form, at the top of its page; the keyboard goes to it when it appears. Where
// nothing is wrong and it only asks whether something unusual is right, it says so and does not shout.
struct Problem {
    std::string text;
    Key field = 0;  // ui.key("value"): pressing the line goes to that field
    bool only_asks = false;
};
void error_summary(Ui& ui, std::span<const Problem> problems);

// Care advice in the words of the safety text: a headed box in one of three levels (Help).
struct Care {
    std::string id;
    enum class Level : std::uint8_t { emergency, urgent, self } level = Level::self;
    std::string title;  // "Call 999 now if:"
};
void care(Ui& ui, const Care& care, const Body& body);

}  // namespace goodweek::ui
