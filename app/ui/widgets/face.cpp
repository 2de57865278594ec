#include "ui/widgets/face.h"

#include "ui/icon.h"
#include "ui/widgets/parts.h"

namespace goodweek::ui {

float face_size(const Ui& ui, float across) { return grown(ui, across); }

void draw_face(Ui& ui, const FaceOf& face, Point centre, float across) {
    if (face.nobody) return;
    const Theme& theme = ui.theme();
    const std::string_view picture = has_icon(face.picture) ? std::string_view(face.picture) : "smile";
    const int colour = std::clamp(face.colour, 0, palette::people_count - 1);
    if (face.everyone) ui.draw(shape::Ring{centre, across / 2, theme.ink, 2});
    else ui.draw(shape::Disc{centre, across / 2, theme.people[static_cast<std::size_t>(colour)]});
    const float size = across * 0.58f;
    ui.draw_icon(picture, {centre.x - size / 2, centre.y - size / 2}, size, face.everyone ? theme.ink : theme.card);
}

void face(Ui& ui, const FaceOf& face, float across) {
    const Rect rect = ui.place(across, {8, 12});
    draw_face(ui, face, {rect.x + across / 2, rect.y + across / 2}, across);
}

void members(Ui& ui, std::string_view id, std::string_view name, std::span<const Member> all) {
    const Theme& theme = ui.theme();
    const float across = face_size(ui, 36), indent = across + 12, left = ui.x(), top = ui.open(8);
    const Type strong_words = strong(small_type());
    float x = left, y = top, line = 0;
    const Key list = ui.key(id);
    ui.inside(list, Role::list, std::string(name), [&] {
        for (const Member& one : all) {
            const Block title = ui.type().set(one.name, {strong_words, theme.ink}, ui.width() - indent);
            const Block text = ui.type().set(one.text, {small_type(), theme.hint}, ui.width() - indent);
            const float words = title.size.height + text.size.height,
                        width = indent + std::max(title.size.width, text.size.width);
            if (x > left && x + width > left + ui.width()) x = left, y += line + 12, line = 0;
            const float height = std::max(across, words);
            line = std::max(line, height);
            draw_face(ui, one.face, {x + across / 2, y + height / 2}, across);
            const Point at{x + indent, y + (height - words) / 2};
            const Key item = key_of(list, one.id);
            ui.inside(item, Role::list_item, "", [&] {
                put_text(ui, key_of(item, "name"), Role::paragraph, title, at, one.name);
                if (!one.text.empty())
                    put_text(ui, key_of(item, "text"), Role::paragraph, text, {at.x, at.y + title.size.height},
                             one.text);
            });
            x += width + 28;
        }
    });
    ui.close(y + line, 8);
}

}  // namespace goodweek::ui
