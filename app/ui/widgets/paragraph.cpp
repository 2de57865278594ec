#include "ui/widgets/paragraph.h"

#include "ui/widgets/parts.h"

namespace goodweek::ui {

namespace {

Type type_of(const Ui& ui, Look look) {
    switch (look) {
        case Look::small:
        case Look::small_hint: return small_type();
        case Look::number: return number_type();
        case Look::error: return strong(body_type(ui));
        default: return body_type(ui);
    }
}

Colour colour_of(const Ui& ui, Look look) {
    switch (look) {
        case Look::hint:
        case Look::small_hint: return ui.theme().hint;
        case Look::error: return ui.theme().error;
        default: return ui.theme().ink;
    }
}

// A hint belongs to what is above it; a paragraph of its own keeps its distance.
Margins margins_of(const Ui& ui, Look look) {
    const float more = ui.environment().spacing.paragraph * 18;
    if (look == Look::hint || look == Look::small_hint) return {more, 2 + more};
    return {8 + more, 8 + more};
}

}  // namespace

void paragraph(Ui& ui, const Paragraph& paragraph) {
    const Type type = type_of(ui, paragraph.look);
    const Style style{type, colour_of(ui, paragraph.look)};
    const std::string strong_words = paragraph.strong.empty() ? "" : paragraph.strong + " ";
    const std::string lead_words = paragraph.lead.empty() ? "" : paragraph.lead + " ";
    const Run runs[] = {{strong_words, {strong(type), ui.theme().ink}},
                        {lead_words, {type, ui.theme().hint}},
                        {paragraph.text, style}};
    const auto [before, after] = margins_of(ui, paragraph.look);
    const float top = ui.open(before);
    const bool small = type.size < 17;
    const float icon = paragraph.icon.empty() ? 0 : grown(ui, small ? 18 : 24);
    const float indent = icon > 0 ? icon + (small ? 8.0f : 10.0f) : 0;
    const float width = paragraph.align == Align::left ? readable(ui, type) : ui.width();
    const Block block = ui.type().set(runs, width - indent, paragraph.align);
    if (icon > 0)
        ui.draw_icon(paragraph.icon, {ui.x(), top + (type.line * ui.scale() - icon) / 2}, icon, style.colour);
    AccessNode& node = put_text(ui, ui.nth("paragraph"), Role::paragraph, block, {ui.x() + indent, top},
                                strong_words + lead_words + paragraph.text);
    node.lang = paragraph.lang;
    node.live = paragraph.live;
    ui.close(top + std::max(block.size.height, icon), after);
}

void paragraph(Ui& ui, std::string_view text, Look look) {
    paragraph(ui, Paragraph{.text = std::string(text), .look = look});
}

namespace {

// A mark, centred on the first line of its words. Gives back how far the words stand in.
float draw_mark(Ui& ui, Bullets::Mark mark, Point first_line, float line_height) {
    const Theme& theme = ui.theme();
    const float middle = first_line.y + line_height / 2;
    switch (mark) {
        case Bullets::Mark::tick: {
            const float across = grown(ui, 20, 40);
            const Point centre{first_line.x + across / 2, middle};
            ui.draw(shape::Disc{centre, across / 2, theme.done_fill});
            const float tick = across * 0.7f;
            ui.draw_icon("check", {centre.x - tick / 2, centre.y - tick / 2}, tick, theme.on_done);
            return across + 10;
        }
        case Bullets::Mark::cross: {
            const float across = grown(ui, 20, 40);
            ui.draw_icon("x", {first_line.x, middle - across / 2}, across, theme.hint);
            return across + 10;
        }
        default:
            ui.draw(shape::Disc{
                {first_line.x + 5.5f, middle}, 3.5f, mark == Bullets::Mark::dot ? theme.ink : theme.error});
            return 20;
    }
}

}  // namespace

void bullets(Ui& ui, const Bullets& bullets) {
    const Type type = body_type(ui);
    const Key list = ui.key_or_nth(bullets.id, "bullets");
    const float top = ui.open(8);
    float y = top;
    ui.inside(list, Role::list, bullets.name, [&] {
        for (std::size_t at = 0; at < bullets.lines.size(); ++at) {
            const std::string& line = bullets.lines[at];
            const Key key = key_of(list, std::to_string(at));
            ui.inside(key, Role::list_item, "", [&] {
                const float indent = draw_mark(ui, bullets.mark, {ui.x(), y}, type.line * ui.scale());
                const Block block = ui.type().set(line, {type, ui.theme().ink}, readable(ui, type) - indent);
                put_text(ui, key_of(key, "words"), Role::paragraph, block, {ui.x() + indent, y}, line);
                y += block.size.height + 6;
            });
        }
    });
    ui.close(bullets.lines.empty() ? top : y - 6, 8);
}

}  // namespace goodweek::ui
