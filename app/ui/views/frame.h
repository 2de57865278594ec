// The page round every view: its header, where its bar or rail leads, and how saving and sending stand.
#pragma once

#include "session/state.h"
#include "ui/page.h"

namespace goodweek::ui {

struct Framed {
    std::string id;
    std::string back, back_href;  // "Readings" and its address; none on Today
    std::string tab;              // names the tab where the heading holds a family's words: browsers keep titles
    bool home = false, board = false;
    std::optional<PersonId> whose;  // whose page it is, where that matters
    int step = 0, of = 0;           // of a questionnaire, instead of the week
    bool says_sending = false;      // the page's own words say how sending stands
};

// A page with everything round it, and the notices that stand at its top.
void framed(Ui& ui, const session::State& state, const Framed& frame, const Body& body);
// "All sent", "Will send when online (3 waiting)"; empty where there is nobody to send to.
std::string sending_words(Ui& ui, const session::State& state);
// Before anyone is let in: no bar, no names. Of several pages in a row, its header says which one this is.
struct Steps {
    int at = 0, of = 0;
};
void bare(Ui& ui, std::string_view id, bool logo, const Body& body, Steps steps = {});

FaceOf face_of(const Person& person);
FaceOf face_of(const session::State& state, const PersonId& person);
// One person's own, the house for all of a family, and neither for some of it.
FaceOf face_of(const session::State& state, std::span<const PersonId> people);
// The problems of a draft as a summary whose lines lead to their fields; nothing when there are none.
void problems(Ui& ui, const session::Problems& problems);
// What to say beside one field; empty when it is well.
std::string problem_of(Ui& ui, const session::Problems& problems, std::string_view field);

}  // namespace goodweek::ui
