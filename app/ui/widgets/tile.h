// Tiles: large things to press, two or three across; one a row where text is large.
#pragma once

#include "ui/ui.h"
#include "ui/widgets/face.h"
#include "ui/widgets/list.h"

namespace goodweek::ui {

struct Tile {
    std::string label;
    std::string icon;
    bool chip = false;  // the icon stands on a tinted square
    Row::Ground ground = Row::Ground::leaf;
    FaceOf face{.nobody = true};  // a face beside a large name, as on Open
    std::string href;
};

struct Tiles {
    std::string id;
    std::string name;
    int across = 2;                                   // 2 or 3 at ordinary text size
    std::vector<std::pair<std::string, Tile>> tiles;  // identity and tile
};
// Gives back the identity of the tile that was pressed, or nothing.
std::optional<std::string> tiles(Ui& ui, const Tiles& tiles);

}  // namespace goodweek::ui
