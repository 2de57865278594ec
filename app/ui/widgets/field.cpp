#include "ui/widgets/field.h"

#include "ui/widgets/asked.h"
#include "ui/widgets/parts.h"

namespace goodweek::ui {

namespace {

// What every one-box field is: a frame, the browser's input in it, and the words round it.
struct Box {
    Asked asked;
    Field field;
    std::string name;       // in full; the label if empty
    std::string_view unit;  // at the right, in the frame
    std::string_view icon;  // at the left, in the frame
    float width = 0, height = 52;
    Type type;
    bool required = false;
};

void draw_frame(Ui& ui, Rect rect, bool wrong, bool focused) {
    const Theme& theme = ui.theme();
    ui.draw(shape::Fill{rect, Corners::all(10), theme.card});
    const Colour line = wrong ? theme.error : focused ? theme.ink : theme.field;
    ui.draw(shape::Outline{rect, Corners::all(10), line, wrong || focused ? 3.0f : 2.0f});
}

// Only where no browser paints it. A secret shows its length.
void draw_value(Ui& ui, const Box& box, Rect input, const std::string& text) {
    if (!ui.environment().fields_drawn || text.empty()) return;
    std::string shown = text;
    if (box.field.type == "password") {
        shown.clear();
        for (std::string_view rest = text; !rest.empty(); next_character(rest)) shown += "\u2022";
    }
    const Block value =
        ui.type().set(shown, {box.type, ui.theme().ink}, box.field.multiline ? input.width - 32 : 1e4f);
    const float top = box.field.multiline ? input.y + 12 : input.y + (input.height - value.size.height) / 2;
    ui.draw(shape::Clip{{input.x + 3, input.y + 3, input.width - 6, input.height - 6}});
    ui.draw_text(value, {input.x + 16, top});
    ui.draw(shape::Unclip{});
}

// What a field is for stands in it until something is typed, where its label is drawn nowhere else.
void draw_purpose(Ui& ui, const Box& box, Rect input, const std::string& text) {
    if (!box.asked.hidden || !text.empty()) return;
    const Block label = ui.type().set(box.asked.label, {box.type, ui.theme().hint}, 1e4f);
    ui.draw(shape::Clip{{input.x + 3, input.y + 3, input.width - 6, input.height - 6}});
    ui.draw_text(label, {input.x + 16, input.y + (input.height - label.size.height) / 2});
    ui.draw(shape::Unclip{});
}

// The unit stands in the frame while four digits and a point have room beside it; else under the frame.
bool unit_fits(const Ui& ui, const Box& box, Rect frame) {
    const float digits = ui.type().width("8888.8", box.type) + 32;
    return ui.type().width(box.unit, body_type(ui)) + 20 + digits <= frame.width;
}

void put_unit_under(Ui& ui, Key key, const Box& box, Rect frame) {
    if (box.unit.empty() || unit_fits(ui, box, frame)) return;
    const Block unit = ui.type().set(box.unit, {small_type(), ui.theme().hint}, ui.width());
    const Rect rect = ui.place(unit.size.height, {4, 0});
    put_text(ui, key_of(key, "unit"), Role::paragraph, unit, {rect.x, rect.y}, std::string(box.unit));
}

// The frame with its unit and icon; the node is the input, beside them.
void put_box(Ui& ui, Key key, const Box& box, Rect frame, const std::string& text) {
    draw_frame(ui, frame, !box.asked.error.empty(), ui.focused(key));
    Rect input = frame;
    if (!box.icon.empty()) {
        const float size = grown(ui, 20, 40);
        ui.draw_icon(box.icon, {frame.x + 16, frame.y + (frame.height - size) / 2}, size, ui.theme().ink);
        input.x += size + 12, input.width -= size + 12;
    }
    if (!box.unit.empty() && unit_fits(ui, box, frame)) {
        const Block unit = ui.type().set(box.unit, {body_type(ui), ui.theme().hint}, frame.width / 2);
        input.width -= unit.size.width + 20;
        put_text(ui, key_of(key, "unit"), Role::paragraph, unit,
                 {frame.x + frame.width - 16 - unit.size.width, frame.y + (frame.height - unit.size.height) / 2},
                 std::string(box.unit));
    }
    draw_purpose(ui, box, input, text);
    draw_value(ui, box, input, text);
    AccessNode& node =
        ui.node(key, Role::text_field, box.name.empty() ? std::string(box.asked.label) : box.name, input);
    node.description = description_of(box.asked);
    node.error = box.asked.error;
    node.value = text;
    node.required = box.required;
    node.hidden_name = box.asked.question;
    node.font_size = box.type.size * ui.scale();
    node.field = box.field;
    node.field.font_size = node.font_size;
}

bool take_typed(Ui& ui, Key key, std::string& text) {
    if (ui.pressed(key)) ui.enter = true;
    const auto typed = ui.take_text(key);
    if (!typed) return false;
    text = *typed;
    return true;
}

bool put_field(Ui& ui, Key key, const Box& box, std::string& text) {
    const bool changed = take_typed(ui, key, text);
    with_error_bar(ui, box.asked.error, [&] {
        put_asked(ui, key, box.asked);
        Rect frame = ui.place(std::max(box.height, box.type.line * ui.scale() + 25), {6, 0});
        if (box.width > 0) frame.width = std::min(frame.width, box.width * std::max(1.0f, ui.scale()));
        put_box(ui, key, box, frame, text);
        put_unit_under(ui, key, box, frame);
    });
    return changed;
}

}  // namespace

bool text_field(Ui& ui, std::string_view id, const TextField& field, std::string& text) {
    const Box box{.asked = {field.label, field.hint, field.error, field.question, field.label_hidden, false},
                  .field = {.type = field.type,
                            .inputmode = field.inputmode,
                            .autocomplete = field.autocomplete,
                            .autocapitalize = field.autocapitalize,
                            .enterkeyhint = field.enterkeyhint,
                            .spellcheck = field.spellcheck,
                            .multiline = field.multiline},
                  .icon = field.icon,
                  .width = field.width,
                  .height = field.multiline ? 24 + body_type(ui).line * ui.scale() * 4 : 52,
                  .type = body_type(ui),
                  .required = field.required};
    return put_field(ui, ui.key(id), box, text);
}

bool number_field(Ui& ui, std::string_view id, const NumberField& field, std::string& typed) {
    const std::string mode = !field.inputmode.empty() ? field.inputmode : field.decimal ? "decimal" : "numeric";
    const Box box{.asked = {field.label, field.hint, field.error, field.question, false, field.big},
                  .field = {.type = "text",
                            .inputmode = mode,
                            .autocomplete = "off",
                            .enterkeyhint = field.enterkeyhint,
                            .spellcheck = false},
                  .name = field.unit_said.empty()
                              ? ""
                              : ui.text("ui.value_unit", {{"label", field.label}, {"unit", field.unit_said}}),
                  .unit = field.unit,
                  .width = field.big ? 440.0f : 240.0f,
                  .height = field.big ? 80.0f : 52.0f,
                  .type = field.big ? number_type() : body_type(ui)};
    return put_field(ui, ui.key(id), box, typed);
}

namespace {

// Show, or Hide: a secondary button as high as its field.
void put_toggle(Ui& ui, Key key, const std::string& word, const std::string& about, const Type& type, Rect rect) {
    const Theme& theme = ui.theme();
    const bool down = ui.held(key);
    const Block label = ui.type().set(word, {type, theme.link}, rect.width, Align::centre);
    ui.draw(shape::Fill{rect, Corners::all(12), theme.link});
    const Rect face{rect.x + 2, rect.y + 2, rect.width - 4, rect.height - (down ? 4.0f : 6.0f)};
    ui.draw(shape::Fill{face, Corners::all(10), down || ui.hovered(key) ? theme.leaf : theme.card});
    ui.draw_text(label, {rect.x, face.y + (face.height - label.size.height) / 2});
    ui.node(key, Role::button, joined({word, about}, ", "), rect);
}

}  // namespace

bool secret_field(Ui& ui, std::string_view id, const SecretField& field, std::string& text, bool& shown) {
    const Key key = ui.key(id), toggle = key_of(key, "show");
    bool changed = take_typed(ui, key, text);
    if (ui.pressed(toggle)) shown = !shown;
    const Box box{.asked = {field.label, field.hint, field.error, field.question, false, true},
                  .field = {.type = shown ? "text" : "password",
                            .inputmode = field.inputmode,
                            .autocomplete = field.autocomplete,
                            .autocapitalize = "none",
                            .enterkeyhint = "done",
                            .spellcheck = false},
                  .type = body_type(ui)};
    with_error_bar(ui, field.error, [&] {
        put_asked(ui, key, box.asked);
        const std::string word = ui.text(shown ? "ui.hide" : "ui.show");
        const Type type{18, 21.6f, Face::semibold};
        const float wide = std::max(84.0f, ui.type().width(word, type) + 28),
                    height = std::max(56.0f, 27 * ui.scale() + 29);
        Rect frame = ui.place(height, {6, 0});
        // Beside the field, or under it where text is large.
        Rect beside{frame.x, frame.y, wide, height};
        if (ui.stacked()) {
            beside = ui.place(height, {8, 0});
        } else {
            frame.width = std::min(frame.width - wide - 8, 440.0f);
            beside.x = frame.x + frame.width + 8;
        }
        put_box(ui, key, box, frame, text);
        put_toggle(ui, toggle, word, field.label, type, beside);
    });
    return changed;
}

bool date_field(Ui& ui, std::string_view id, const DateField& field, session::TypedDate& date) {
    bool changed = false;
    group(ui, id, {.legend = field.label, .hint = field.hint, .error = field.error}, [&] {
        const float scale = std::max(1.0f, ui.scale());
        float top = ui.open(8), x = ui.x(), height = 0;
        const auto box = [&](std::string_view part, std::string label, float width, std::string& text) {
            const Key key = key_of(ui.key(id), part);
            if (x + width > ui.x() + ui.width() + 0.5f) top += height + 8, x = ui.x(), height = 0;
            height = std::max(height, ui.column(x, top, width, [&] {
                changed = put_field(ui, key,
                                    {.asked = {.label = label},
                                     .field = {.inputmode = "numeric",
                                               .autocomplete = field.birthday ? "bday-" + std::string(part) : "off",
                                               .spellcheck = false},
                                     .type = body_type(ui)},
                                    text) ||
                          changed;
            }));
            x += width + 12;
        };
        box("day", ui.text("ui.day"), 64 * scale, date.day);
        box("month", ui.text("ui.month"), 76 * scale, date.month);
        box("year", ui.text("ui.year"), 92 * scale, date.year);
        ui.close(top + height, 8);
    });
    return changed;
}

void group(Ui& ui, std::string_view id, const Group& group, const Body& body) {
    const Key key = ui.key(id);
    const Asked asked{group.legend, group.hint, group.error, group.question, false, false};
    with_error_bar(ui, group.error, [&] {
        ui.inside(key, Role::group, group.legend, [&] {
            put_asked(ui, key, asked);
            body();
        });
    });
    AccessNode& node = *ui.find(key);
    node.description = description_of(asked);
    node.error = group.error;
    node.hidden_name = group.question;
}

}  // namespace goodweek::ui
