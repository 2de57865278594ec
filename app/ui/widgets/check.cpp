#include "ui/widgets/asked.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/parts.h"

namespace goodweek::ui {

namespace {

void draw_box(Ui& ui, Point top_left, float across, bool on) {
    const Theme& theme = ui.theme();
    const Rect box{top_left.x, top_left.y, across, across};
    ui.draw(shape::Fill{box, Corners::all(7), on ? theme.go : theme.card});
    ui.draw(shape::Outline{box, Corners::all(7), on ? theme.go : theme.field, 2});
    const float tick = across * 20 / 28;
    if (on) ui.draw_icon("check", {box.x + (across - tick) / 2, box.y + (across - tick) / 2}, tick, theme.on_go);
}

}  // namespace

bool check(Ui& ui, std::string_view id, const Check& check, bool& on) {
    const Key key = ui.key(id);
    const bool changed = ui.take(key, ActionKind::set_choice) || ui.pressed(key);
    if (changed) on = !on;
    const Theme& theme = ui.theme();
    with_error_bar(ui, check.error, [&] {
        put_asked(ui, key, {.error = check.error});
        const float box = grown(ui, 28, 48), padding = check.plain ? 0.0f : 16.0f;
        const float room = ui.width() - 2 * padding - box - 14;
        const Type type = on && !check.plain ? strong(body_type(ui)) : body_type(ui);
        const Block label = ui.type().set(check.label, {type, theme.ink}, room);
        const Block hint = check.hint.empty() ? Block{} : ui.type().set(check.hint, {small_type(), theme.hint}, room);
        const float words = label.size.height + hint.size.height;
        const Rect rect =
            ui.place(std::max(check.plain ? 44.0f : 60.0f, words + (check.plain ? 12.0f : 24.0f)), {0, 0});
        if (!check.plain) {
            ui.draw(
                shape::Fill{rect, Corners::all(12), on || ui.hovered(key) || ui.held(key) ? theme.leaf : theme.card});
            ui.draw(shape::Outline{rect, Corners::all(12), on ? theme.go : theme.field, on ? 3.0f : 2.0f});
        }
        const float middle = rect.y + rect.height / 2, left = rect.x + padding;
        draw_box(ui, {left, middle - box / 2}, box, on);
        AccessNode& node = ui.node(key, Role::check, check.label, rect);
        node.checked = on;
        node.description = joined({check.hint, check.error});
        node.error = check.error;
        node.paint = label.by_browser ? Paint::browser : Paint::canvas;
        if (label.by_browser) return;
        ui.draw_text(label, {left + box + 14, middle - words / 2});
        ui.draw_text(hint, {left + box + 14, middle - words / 2 + label.size.height});
    });
    return changed;
}

}  // namespace goodweek::ui
