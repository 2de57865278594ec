#include "ui/widgets/figure.h"
#include "ui/widgets/parts.h"

namespace goodweek::ui {

void column_bars(Ui& ui, std::string_view id, const Columns& columns) {
    if (columns.bars.empty()) return;
    const Theme& theme = ui.theme();
    const Key key = ui.key(id);
    constexpr float apart = 6, track = 80;
    const Type value_type = label_type(ui);
    const float count = static_cast<float>(columns.bars.size());
    const float width = std::min(64.0f, (ui.width() - apart * (count - 1)) / count);
    const float head = value_type.line * ui.scale() + 4, foot = small_type().line * ui.scale() + 4;
    const Rect rect = ui.place(head + track + foot, {8, 12});
    // Words under the columns that would run into each other give way to the last.
    float free_to = 1e6f;
    std::vector<bool> named(columns.bars.size(), false);
    for (std::size_t at = columns.bars.size(); at-- > 0;) {
        const float wide = ui.type().width(columns.bars[at].under, small_type());
        const float middle = (width + apart) * static_cast<float>(at) + width / 2;
        named[at] = !columns.bars[at].under.empty() && middle + wide / 2 <= free_to && middle - wide / 2 > -width;
        if (named[at]) free_to = middle - wide / 2 - 8;
    }
    ui.inside(key, Role::list, columns.name, [&] {
        for (std::size_t at = 0; at < columns.bars.size(); ++at) {
            const Columns::Bar& bar = columns.bars[at];
            const float x = rect.x + (width + apart) * static_cast<float>(at);
            const Rect well{x, rect.y + head, width, track};
            const float share =
                columns.most > 0 ? static_cast<float>(std::clamp(bar.value / columns.most, 0.0, 1.0)) : 0;
            draw_ground(ui, well, 4, theme.well);
            if (share > 0)
                ui.draw(shape::Fill{
                    {x, well.y + track * (1 - share), width, track * share}, Corners::all(4), theme.done_fill});
            ui.draw_text(ui.type().set(bar.label, {value_type, theme.ink}, width, Align::centre), {x, rect.y});
            if (named[at]) {
                const Block under = ui.type().set(bar.under, {small_type(), theme.hint}, 400);
                ui.draw_text(under, {std::max(rect.x, x + (width - under.size.width) / 2), well.y + track + 4});
            }
            const Key item = key_of(key, std::to_string(at));
            ui.inside(item, Role::list_item, "", [&] {
                ui.node(key_of(item, "said"), Role::paragraph, joined({bar.under, bar.label}, ": "),
                        {x, rect.y, width, rect.height});
            });
        }
    });
}

}  // namespace goodweek::ui
