#include "ui/widgets/asked.h"

#include "ui/widgets/heading.h"
#include "ui/widgets/parts.h"

namespace goodweek::ui {

namespace {

void put_line(Ui& ui, Key field, std::uint8_t level, std::string_view words, const Style& style, float indent,
              Rect rect, const Block& block) {
    constexpr std::string_view parts[] = {"label", "hint", "error"};
    AccessNode& node = put_text(ui, key_of(field, parts[level]), Role::label_text, block, {rect.x + indent, rect.y},
                                std::string(words));
    node.parent = field;
    node.level = level;
    node.font_size = style.type.size * ui.scale();
}

void put_label(Ui& ui, Key field, const Asked& asked) {
    if (asked.question) {
        heading(ui, Heading{.text = std::string(asked.label), .level = 1});
        return;
    }
    const Style style{asked.large ? heading_type(ui) : label_type(ui), ui.theme().ink};
    const Block block = ui.type().set(asked.label, style, readable(ui, style.type));
    put_line(ui, field, 0, asked.label, style, 0, ui.place(block.size.height, {0, 2}), block);
}

void put_error(Ui& ui, Key field, std::string_view error) {
    Type type = strong(body_type(ui));
    type.line = type.size * 1.35f;
    const Style style{type, ui.theme().error};
    const float icon = grown(ui, 24, 48), indent = icon + 8;
    const Block block = ui.type().set(error, style, readable(ui, type) - indent);
    const Rect rect = ui.place(std::max(icon, block.size.height), {8, 8});
    ui.draw_icon("circle-alert", {rect.x, rect.y}, icon, ui.theme().error);
    put_line(ui, field, 2, error, style, indent, rect, block);
}

}  // namespace

void put_asked(Ui& ui, Key field, const Asked& asked) {
    if (!asked.label.empty() && !asked.hidden) put_label(ui, field, asked);
    if (!asked.hint.empty()) {
        const Style style{asked.question || asked.large ? body_type(ui) : small_type(), ui.theme().hint};
        const Block block = ui.type().set(asked.hint, style, readable(ui, style.type));
        put_line(ui, field, 1, asked.hint, style, 0, ui.place(block.size.height, {2, 8}), block);
    }
    if (!asked.error.empty()) put_error(ui, field, asked.error);
}

void with_error_bar(Ui& ui, std::string_view error, const Body& body) {
    const float top = ui.open(error.empty() ? 16.0f : 20.0f), indent = error.empty() ? 0.0f : 18.0f;
    const float height = ui.column(ui.x() + indent, top, ui.width() - indent, body);
    if (!error.empty()) ui.draw(shape::Fill{{ui.x(), top, 4, height}, {}, ui.theme().error});
    ui.close(top + height, 16);
}

std::string description_of(const Asked& asked) { return joined({asked.hint, asked.error}); }

}  // namespace goodweek::ui
