// A person's picture: a circle in their colour with the thing they chose. All of them, and some of them, are outlines. Never without a name.
#pragma once

#include <span>

#include "ui/ui.h"

namespace goodweek::ui {

struct FaceOf {
    std::string picture;    // an icon's name: "rabbit"
    int colour = 0;         // of the theme's eight
    bool everyone = false;  // of several people: an outline
    bool nobody = false;    // no face here
};
inline FaceOf everyone() { return {.picture = "house", .everyone = true}; }
inline FaceOf some_of_us() { return {.picture = "users", .everyone = true}; }

// Draws it, at text scale grown up to 60; records nothing, for a name always stands beside it.
void draw_face(Ui& ui, const FaceOf& face, Point centre, float across);
// How large a face of that size is at this text scale.
float face_size(const Ui& ui, float across);

// Everybody of a family on a line, each with a name and a few words.
struct Member {
    std::string id;
    FaceOf face;
    std::string name, text;
};
void members(Ui& ui, std::string_view id, std::string_view name, std::span<const Member> all);

// A picture on its own line, as on the page where a PIN is asked.
void face(Ui& ui, const FaceOf& face, float across = 72);

}  // namespace goodweek::ui
