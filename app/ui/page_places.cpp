#include "ui/page_parts.h"
#include "ui/widgets/parts.h"

namespace goodweek::ui {

namespace {

// ---- the bar of a phone ------------------------------------------------------------------------------------------------

constexpr float pill_width = 56, pill_height = 32, lowest_for_pinned = 480;

// In viewport coordinates where it stays, in the page's own where it does not.
Rect bar_rect(Ui& ui) {
    const Environment& environment = ui.environment();
    const float height = bar_height_of(ui);
    if (bar_is_pinned(ui)) return {0, environment.height - height, environment.width, height};
    return {0, ui.place(height, {24, 0}).y, environment.width, height};
}

template <class Inside>
void put_bar_ground(Ui& ui, const Rect& rect, Inside inside) {
    const auto put = [&] {
        ui.draw(shape::Fill{rect, {}, ui.theme().card});
        ui.draw(shape::Fill{{rect.x, rect.y, rect.width, ui.theme().outlined ? 2.0f : 1.0f}, {}, ui.theme().line});
        inside();
    };
    if (bar_is_pinned(ui)) ui.pinned_layer(put);
    else put();
}

AccessNode& put_place_node(Ui& ui, const Place& place, const std::string& label, Rect rect) {
    const Key key = ui.key("place/" + place.id);
    AccessNode& node = ui.node(key, Role::link, label, rect);
    node.value = place.href;
    node.current = place.here ? Current::page : Current::no;
    ui.followed(key, place.href);
    return node;
}

const std::string& bar_label(const Place& place) { return place.bar_label.empty() ? place.label : place.bar_label; }

void put_bar_item(Ui& ui, const Place& place, Rect rect) {
    const Theme& theme = ui.theme();
    const float middle = rect.x + rect.width / 2;
    const Type type{16, 20, place.here ? Face::semibold : Face::regular};
    const Colour word = place.here || place.help ? theme.ink : theme.hint;
    const Block label = ui.type().set(bar_label(place), {type, word}, 400);
    const float top = rect.y + 1 + (bar_height - pill_height - 2 - label.size.height) / 2 + 1;
    const float across = std::min(pill_width, rect.width);
    const Rect pill{middle - across / 2, top, across, pill_height};
    const Key key = ui.key("place/" + place.id);
    if (place.here) draw_ground(ui, pill, 16, theme.sun);
    else if (ui.hovered(key) || ui.held(key))
        ui.draw(shape::Fill{pill, Corners::all(16), ui.held(key) ? theme.band : theme.leaf});
    const Colour icon = place.here ? theme.on_sun : place.help ? theme.error : theme.hint;
    ui.draw_icon(place.icon, {middle - 12, pill.y + 4}, 24, icon);
    ui.draw_text(label, {middle - label.size.width / 2, pill.y + pill_height + 2});
    put_place_node(ui, place, bar_label(place), rect);
}

// Alike where every word fits; else each as wide as its word needs, and what is left over is shared. On the narrowest
// phones a short word's pill is narrower too, though never too narrow for a finger.
std::vector<float> bar_widths(const Ui& ui, const std::vector<Place>& places, float room) {
    const float count = static_cast<float>(places.size());
    std::vector<float> needs;
    const auto sum_with = [&](float least, float space) {
        needs.clear();
        float sum = 0;
        for (const Place& place : places)
            sum += needs.emplace_back(
                std::max(least, ui.type().width(bar_label(place), {16, 20, Face::semibold}) + space));
        return sum;
    };
    float needed = sum_with(pill_width, 4);
    if (std::ranges::max(needs) <= room / count) return std::vector<float>(places.size(), room / count);
    if (needed > room) needed = sum_with(44, 2);
    for (float& need : needs) need += std::max(0.0f, room - needed) / count;
    return needs;
}

void put_bar_items(Ui& ui, const std::vector<Place>& places, Rect rect) {
    if (places.empty()) return;
    const std::vector<float> widths = bar_widths(ui, places, rect.width - 8);
    float x = rect.x + 4;
    for (std::size_t at = 0; at < places.size(); ++at) {
        put_bar_item(ui, places[at], {x, rect.y, widths[at], bar_height});
        x += widths[at];
    }
}

// Where text is large the bar has two places: Menu and Help 999, each with its icon beside its word.
void put_large_bar(Ui& ui, const Page& page, Rect rect) {
    std::vector<Place> places{{.id = "menu", .label = ui.text("ui.menu"), .icon = "menu", .href = page.menu_href}};
    for (const Place& place : page.places)
        if (place.help) places.push_back(place);
    float x = rect.x;
    const Type type{16, 22.4f};
    const float icon = 32;
    float needed = 0;
    std::vector<float> widths;
    for (const Place& place : places) needed += widths.emplace_back(ui.type().width(place.label, type) + icon + 24);
    for (std::size_t at = 0; at < places.size(); ++at) {
        const float width = widths[at] + (rect.width - needed) / static_cast<float>(places.size());
        const Block label =
            ui.type().set(places[at].label, {type, ui.theme().ink}, std::max(40.0f, width - icon - 8));
        const float left = x + (width - icon - 8 - label.size.width) / 2, middle = rect.y + bar_height_of(ui) / 2;
        ui.draw_icon(places[at].icon, {left, middle - icon / 2}, icon,
                     places[at].help ? ui.theme().error : ui.theme().ink);
        ui.draw_text(label, {left + icon + 8, middle - label.size.height / 2});
        put_place_node(ui, places[at], places[at].label, {x, rect.y, width, bar_height_of(ui)});
        x += width;
    }
}

// ---- the rail of a wide page -------------------------------------------------------------------------------------------

constexpr float rail_padding = 12, item_height = 44;

void put_rail_item(Ui& ui, const Place& place, float y) {
    const Theme& theme = ui.theme();
    const Rect rect{rail_padding, y, rail_width - 2 * rail_padding, item_height};
    const Key key = ui.key("place/" + place.id);
    if (place.here) draw_ground(ui, rect, 10, theme.sun);
    else if (ui.hovered(key) || ui.held(key))
        ui.draw(shape::Fill{rect, Corners::all(10), ui.held(key) ? theme.band : theme.leaf});
    const Colour ink = place.here ? theme.on_sun : theme.ink;
    ui.draw_icon(place.icon, {rect.x + 10, y + 12}, 20, place.help && !place.here ? theme.error : ink);
    const Type type{17, 20.4f, place.here ? Face::semibold : Face::regular};
    const Block label = ui.type().set(place.label, {type, ink}, rect.width - 50);
    ui.draw_text(label, {rect.x + 40, y + (item_height - label.size.height) / 2});
    put_place_node(ui, place, place.label, rect);
}

// Who is in, and Lock beside it.
void put_me(Ui& ui, const Page& page, float y) {
    const Theme& theme = ui.theme();
    const float middle = y + item_height / 2;
    draw_face(ui, page.my_face, {rail_padding + 10 + 14, middle}, 28);
    const Type type{17, 20.4f};
    const Block lock = ui.type().set(ui.text("ui.lock"), {small_type(), theme.link, true}, 100);
    const Rect rect{rail_width - rail_padding - lock.size.width - 24 - 6, y, lock.size.width + 24 + 6, item_height};
    const Block name = ui.type().set(page.me, {type, theme.ink}, rect.x - rail_padding - 48);
    put_text(ui, ui.key("me"), Role::paragraph, name, {rail_padding + 48, middle - name.size.height / 2}, page.me);
    const Key key = ui.key("lock");
    if (ui.hovered(key) || ui.held(key))
        ui.draw(shape::Fill{rect, Corners::all(10), ui.held(key) ? theme.band : theme.leaf});
    ui.draw_icon("lock", {rect.x + 2, middle - 9}, 18, theme.link);
    ui.draw_text(lock, {rect.x + 26, middle - lock.size.height / 2});
    ui.node(key, Role::button, ui.text("ui.lock"), rect);
    if (ui.pressed(key)) ui.emit(session::Lock{});
}

void put_rail_inside(Ui& ui, const Page& page, float height) {
    const Theme& theme = ui.theme();
    ui.draw(shape::Fill{{0, 0, rail_width, height}, {}, theme.well});
    ui.draw(shape::Fill{{rail_width - 1, 0, 1, height}, {}, theme.line});
    ui.inside(ui.key("places"), Role::navigation, ui.text("ui.places"), [&] {
        draw_logo(ui, {rail_padding + 10, 20});
        const Block name = ui.type().set(ui.text("ui.goodweek"), {{20, 26, Face::semibold}, theme.ink}, 120);
        put_text(ui, ui.key("brand"), Role::paragraph, name, {rail_padding + 60, 20}, ui.text("ui.goodweek"));
        float y = 66;
        for (const Place& place : page.places)
            if (!place.help) put_rail_item(ui, place, y), y += item_height;
        float foot = std::max(height - 16 - item_height * (page.me.empty() ? 1.0f : 2.0f), y + 8);
        for (const Place& place : page.places)
            if (place.help) put_rail_item(ui, place, foot), foot += item_height;
        if (!page.me.empty()) put_me(ui, page, foot);
    });
}

}  // namespace

float bar_height_of(const Ui& ui) {
    const float words =
        ui.stacked() ? std::max(bar_height, 22.4f * ui.scale() + 24) : bar_height + (ui.scale() - 1) * 20;
    return words + ui.environment().insets.bottom;
}

bool bar_is_pinned(const Ui& ui) { return ui.environment().height >= lowest_for_pinned; }

void put_bar(Ui& ui, const Page& page) {
    if (page.places.empty()) return;
    const Rect rect = bar_rect(ui);
    put_bar_ground(ui, rect, [&] {
        ui.inside(ui.key("places"), Role::navigation, ui.text("ui.places"), [&] {
            if (ui.stacked()) {
                put_large_bar(ui, page, rect);
                return;
            }
            std::vector<Place> places;
            for (const Place& place : page.places)
                if (place.in_bar) places.push_back(place);
            put_bar_items(ui, places, rect);
        });
    });
    if (bar_is_pinned(ui)) ui.set_bar_height(rect.height);
}

void put_bare_foot(Ui& ui, const Page& page) {
    const Rect rect = bar_rect(ui);
    put_bar_ground(ui, rect, [&] {
        ui.inside(ui.key("foot"), Role::footer, "", [&] {
            const Theme& theme = ui.theme();
            const float side = ui.very_narrow() ? 12.0f : 16.0f,
                        middle = rect.y + (rect.height - ui.environment().insets.bottom) / 2;
            const Block help = ui.type().set(ui.text("ui.help_999"), {small_type(), theme.ink, true}, rect.width);
            const float icon = grown(ui, 24, 32), wide = icon + 6 + help.size.width;
            const Type type{16, 21.6f};
            const Block words = ui.type().set(ui.text("ui.not_monitored_short"), {type, theme.hint},
                                              rect.width - 2 * side - wide - 12);
            put_text(ui, ui.key("not_monitored"), Role::paragraph, words, {side, middle - words.size.height / 2},
                     ui.text("ui.not_monitored_short"));
            const Rect link{rect.width - side - wide, middle - 22, wide, 44};
            ui.draw_icon("phone", {link.x, middle - icon / 2}, icon, theme.error);
            ui.draw_text(help, {link.x + icon + 6, middle - help.size.height / 2});
            const Key key = ui.key("help");
            ui.node(key, Role::link, ui.text("ui.help_999"), link).value = page.help_href;
            ui.followed(key, page.help_href);
        });
    });
    if (bar_is_pinned(ui)) ui.set_bar_height(rect.height);
}

// It stays while the page scrolls, unless it is longer than the window.
void put_rail(Ui& ui, const Page& page) {
    const float needed = 66 + item_height * static_cast<float>(page.places.size() + 1) + 24,
                height = ui.environment().height;
    if (needed <= height) ui.pinned_layer([&] { put_rail_inside(ui, page, height); });
    else put_rail_inside(ui, page, needed);
}

}  // namespace goodweek::ui
