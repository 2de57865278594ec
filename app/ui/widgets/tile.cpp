#include "ui/widgets/tile.h"

#include "ui/widgets/parts.h"

namespace goodweek::ui {

namespace {

// The three shapes a tile has: picture over words, picture beside words (large text), face beside a name.
struct Plan {
    float picture = 0;  // its size
    bool beside = false;
    float padding = 14, apart = 6, least = 112;
    Block label;
    float height = 0;  // without the lower edge
};

Plan plan_of(const Ui& ui, const Tile& tile, float width, int across) {
    const bool face = !tile.face.nobody;
    Plan plan;
    plan.beside = face || ui.stacked();
    plan.picture = face ? face_size(ui, ui.very_narrow() ? 56 : 72) : tile.chip ? grown(ui, 44) : grown(ui, 28, 40);
    plan.padding = face ? 12.0f : 14.0f;
    plan.apart = face ? 14.0f : plan.beside ? 12.0f : 6.0f;
    plan.least = face ? 112.0f : plan.beside ? 72.0f : across == 3 ? 104.0f : 112.0f;
    const Type type = face ? Type{22, 27.5f, Face::semibold} : Type{18, 22.5f, Face::semibold};
    const float room = width - 2 * plan.padding - (plan.beside ? plan.picture + plan.apart : 0);
    plan.label = ui.type().set(tile.label, {type, ui.theme().ink}, room);
    const float words = plan.label.size.height;
    const float inner = plan.beside ? std::max(plan.picture, words) : plan.picture + plan.apart + words;
    plan.height = std::max(plan.least - 3, inner + 2 * plan.padding);
    return plan;
}

void draw_picture(Ui& ui, const Tile& tile, Rect square) {
    if (!tile.face.nobody)
        draw_face(ui, tile.face, {square.x + square.width / 2, square.y + square.height / 2}, square.width);
    else if (tile.chip) draw_chip(ui, tile.icon, tile.ground, square);
    else ui.draw_icon(tile.icon, {square.x, square.y}, square.width, ui.theme().ink);
}

// At rest it has an edge of 3; under a finger an edge of 1, two lower, on the ground of leaves.
void draw_tile(Ui& ui, const Tile& tile, const Plan& plan, Rect rect, Key key) {
    const Theme& theme = ui.theme();
    const bool down = ui.held(key);
    const float sunk = ui.moved(key, down ? 2 : 0, down ? 80 : 120);
    rect.y += sunk, rect.height -= sunk;
    ui.draw(shape::Fill{rect, Corners::all(14), theme.edge});
    const Rect top{rect.x, rect.y, rect.width, rect.height - 3 + sunk};
    ui.draw(shape::Fill{top, Corners::all(14), down || ui.hovered(key) ? theme.leaf : theme.card});
    ui.draw(
        shape::Outline{top, Corners::all(14), theme.outlined ? theme.ink : theme.line, theme.outlined ? 2.0f : 1.0f});

    const float middle = top.y + top.height / 2;
    const float picture_top = plan.beside ? middle - plan.picture / 2 : top.y + plan.padding;
    draw_picture(ui, tile, {rect.x + plan.padding, picture_top, plan.picture, plan.picture});
    if (plan.label.by_browser) return;
    const Point words =
        plan.beside ? Point{rect.x + plan.padding + plan.picture + plan.apart, middle - plan.label.size.height / 2}
                    : Point{rect.x + plan.padding, top.y + top.height - plan.padding - plan.label.size.height};
    ui.draw_text(plan.label, words);
}

void record(Ui& ui, Key key, const Tile& tile, const Plan& plan, Rect rect) {
    AccessNode& node = ui.node(key, tile.href.empty() ? Role::button : Role::link, tile.label, rect);
    node.value = tile.href;
    node.paint = plan.label.by_browser ? Paint::browser : Paint::canvas;
}

int columns_of(const Ui& ui, const Tiles& tiles) {
    if (ui.stacked()) return 1;
    if (ui.very_narrow() && tiles.across > 2) return 2;
    // A wide column holds more of them, at about the width they have on a phone.
    return ui.width() > 560 ? std::max(tiles.across, 3) : tiles.across;
}

}  // namespace

std::optional<std::string> tiles(Ui& ui, const Tiles& tiles) {
    std::optional<std::string> pressed;
    const int across = columns_of(ui, tiles);
    const float apart = across == 3 ? 10.0f : 12.0f;
    const float width = (ui.width() - apart * static_cast<float>(across - 1)) / static_cast<float>(across);
    const float left = ui.x(), top = ui.open(12);
    float y = top;
    const Key list = ui.key_or_nth(tiles.id, "tiles");
    ui.inside(list, Role::list, tiles.name, [&] {
        for (std::size_t first = 0; first < tiles.tiles.size(); first += static_cast<std::size_t>(across)) {
            const std::size_t last = std::min(tiles.tiles.size(), first + static_cast<std::size_t>(across));
            float height = 0;
            for (std::size_t at = first; at < last; ++at)
                height = std::max(height, plan_of(ui, tiles.tiles[at].second, width, across).height + 3);
            for (std::size_t at = first; at < last; ++at) {
                const auto& [id, tile] = tiles.tiles[at];
                const Plan plan = plan_of(ui, tile, width, across);
                const Rect rect{left + (width + apart) * static_cast<float>(at - first), y, width, height};
                const Key key = key_of(list, id);
                ui.inside(key_of(key, "item"), Role::list_item, "", [&] { record(ui, key, tile, plan, rect); });
                draw_tile(ui, tile, plan, rect, key);
                if (ui.followed(key, tile.href)) pressed = id;
            }
            y += height + apart;
        }
    });
    ui.close(tiles.tiles.empty() ? top : y - apart, 12);
    return pressed;
}

}  // namespace goodweek::ui
