#include "ui/widgets/empty.h"

#include "ui/widgets/button.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/week_strip.h"

namespace goodweek::ui {

bool empty(Ui& ui, std::string_view id, const Empty& empty) {
    const Theme& theme = ui.theme();
    const Key key = ui.key(id);
    const float top = ui.open(12), padding = 24;
    Ground ground{ui};
    bool pressed = false;
    const float height = ui.column(ui.x() + 16, top + padding, ui.width() - 32, [&] {
        const float logo = grown(ui, 72, 108);
        const Rect place = ui.place(logo * 26 / 40, {0, 12});
        draw_logo(ui, {place.x + (place.width - logo) / 2, place.y}, logo);
        const Block title = ui.type().set(empty.title, {label_type(ui), theme.ink}, ui.width(), Align::centre);
        const Rect head = ui.place(title.size.height, {12, 4});
        put_text(ui, key_of(key, "title"), Role::heading, title, {head.x, head.y}, empty.title).level =
            static_cast<std::uint8_t>(empty.level);
        const Block text = ui.type().set(empty.text, {body_type(ui), theme.hint}, ui.width(), Align::centre);
        const Rect body = ui.place(text.size.height, {4, 4});
        put_text(ui, key_of(key, "text"), Role::paragraph, text, {body.x, body.y}, empty.text);
        if (empty.action.empty()) return;
        const float y = ui.open(16);
        const Ui::Mark start = ui.mark();
        const float high = ui.column(ui.x(), y, ui.width(), [&] {
            buttons(ui, [&] {
                pressed = button(ui, id,
                                 Button{.label = empty.action,
                                        .look = empty.primary ? Button::Look::primary : Button::Look::secondary});
            });
        });
        const Rect wide = ui.extent_since(start);
        ui.shift_between(start, ui.mark(), (ui.width() - wide.width) / 2, 0);
        ui.close(y + high, 0);
    });
    const Rect rect{ui.x(), top, ui.width(), height + 2 * padding};
    ground.finish_sheet(rect);
    ui.close(top + rect.height, 12);
    return pressed;
}

void loading(Ui& ui, std::string_view text) {
    const Style style{body_type(ui), ui.theme().hint};
    const Block block = ui.type().set(text, style, ui.width());
    const Rect rect = ui.place(block.size.height, {24, 24});
    AccessNode& node = put_text(ui, ui.nth("loading"), Role::paragraph, block, {rect.x, rect.y}, std::string(text));
    node.live = Live::polite;
}

void progress(Ui& ui, std::string_view id, const Progress& progress) {
    const Theme& theme = ui.theme();
    const Block label = ui.type().set(progress.label, {body_type(ui), theme.ink}, ui.width());
    const Rect rect = ui.place(label.size.height + 24, {12, 12});
    ui.draw_text(label, {rect.x, rect.y});
    const Rect bar{rect.x, rect.y + label.size.height + 8, std::min(rect.width, 480.0f), 16};
    draw_ground(ui, bar, 8, theme.well);
    const float share = progress.most > 0 ? std::clamp(progress.now / progress.most, 0.0f, 1.0f) : 0;
    if (share > 0)
        ui.draw(shape::Fill{
            {bar.x, bar.y, std::max(16.0f, bar.width * share), bar.height}, Corners::all(8), theme.done_fill});
    AccessNode& node = ui.node(ui.key(id), Role::progress, progress.label, rect);
    node.now = progress.now;
    node.most = progress.most;
}

}  // namespace goodweek::ui
