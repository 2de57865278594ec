#include "ui/widgets/choice.h"

#include "ui/widgets/asked.h"
#include "ui/widgets/parts.h"

namespace goodweek::ui {

namespace {

constexpr float ring_across = 26;

// ---- what every option does: is named, and is taken ----------------------------------------------------------------

struct Asking {
    const Choice& choice;
    Key key;
    int& chosen;
    bool changed = false;
};

Key key_of_option(const Asking& asking, std::size_t at) {
    const Option& option = asking.choice.options[at];
    return key_of(asking.key, option.id.empty() ? std::to_string(option.value) : option.id);
}

void record(Ui& ui, Asking& asking, std::size_t at, Rect rect, const Block& label) {
    const Option& option = asking.choice.options[at];
    const Key key = key_of_option(asking, at);
    if (ui.take(key, ActionKind::set_choice) || ui.pressed(key)) {
        asking.changed = asking.changed || asking.chosen != option.value;
        asking.chosen = option.value;
    }
    AccessNode& node = ui.node(key, Role::option, option.label, rect);
    node.description = option.hint;
    node.group = std::to_string(asking.key);
    node.checked = asking.chosen == option.value;
    node.position = static_cast<std::uint16_t>(at + 1);
    node.set_size = static_cast<std::uint16_t>(asking.choice.options.size());
    node.paint = label.by_browser ? Paint::browser : Paint::canvas;
}

bool is_chosen(const Asking& asking, std::size_t at) { return asking.chosen == asking.choice.options[at].value; }

void draw_ring(Ui& ui, Point centre, float across, bool chosen) {
    const Theme& theme = ui.theme();
    ui.draw(shape::Disc{centre, across / 2, theme.card});
    ui.draw(shape::Ring{centre, across / 2, chosen ? theme.go : theme.field, 2});
    if (chosen) ui.draw(shape::Disc{centre, across * 7 / ring_across, theme.go});
}

struct OptionWords {
    Block label, hint;
    float height = 0;
};

OptionWords set_words(const Ui& ui, const Option& option, bool bold, float width) {
    OptionWords words;
    const Type type = bold ? strong(body_type(ui)) : body_type(ui);
    words.label = ui.type().set(option.label, {type, ui.theme().ink}, width);
    if (!option.hint.empty()) words.hint = ui.type().set(option.hint, {small_type(), ui.theme().hint}, width);
    words.height = words.label.size.height + words.hint.size.height;
    return words;
}

void draw_words(Ui& ui, const OptionWords& words, Point at) {
    if (words.label.by_browser) return;
    ui.draw_text(words.label, at);
    ui.draw_text(words.hint, {at.x, at.y + words.label.size.height});
}

// ---- rows: each in a frame of its own --------------------------------------------------------------------------------

void put_over(Ui& ui, const std::string& words) {
    if (words.empty()) return;
    const Block block = ui.type().set(words, {small_type(), ui.theme().hint}, ui.width() - 18);
    const Rect rect = ui.place(block.size.height, {4, 4});
    put_text(ui, ui.nth("over"), Role::paragraph, block, {rect.x + 18, rect.y}, words);
}

void put_row(Ui& ui, Asking& asking, std::size_t at) {
    const Option& option = asking.choice.options[at];
    put_over(ui, option.over);
    const float ring = grown(ui, ring_across, 44), icon = option.icon.empty() ? 0 : grown(ui, 28, 40);
    const float room = ui.width() - 36 - ring - 14 - (icon > 0 ? icon + 12 : 0);
    const bool two_lines = !option.hint.empty();
    const float height = std::max(60.0f, set_words(ui, option, true, room).height + 24);
    const Rect rect = ui.place(height, {8, 8});
    record(ui, asking, at, rect, ui.type().set(option.label, {body_type(ui), {}}, room));
    const bool chosen = is_chosen(asking, at);
    const OptionWords words = set_words(ui, option, chosen || two_lines, room);
    const Theme& theme = ui.theme();
    const Key key = key_of_option(asking, at);
    ui.draw(shape::Fill{rect, Corners::all(12), chosen || ui.hovered(key) || ui.held(key) ? theme.leaf : theme.card});
    ui.draw(shape::Outline{rect, Corners::all(12), chosen ? theme.go : theme.field, chosen ? 3.0f : 2.0f});
    const float middle = rect.y + rect.height / 2;
    draw_ring(ui, {rect.x + 18 + ring / 2, middle}, ring, chosen);
    draw_words(ui, words, {rect.x + 18 + ring + 14, middle - words.height / 2});
    if (icon > 0) ui.draw_icon(option.icon, {rect.x + rect.width - 18 - icon, middle - icon / 2}, icon, theme.ink);
}

// ---- a list: all in one frame, with hairlines between ------------------------------------------------------------------

void put_list(Ui& ui, Asking& asking) {
    const Theme& theme = ui.theme();
    const float top = ui.open(8), ring = grown(ui, ring_across, 44), room = ui.width() - 28 - ring - 12;
    Ground ground{ui};
    float y = top;
    for (std::size_t at = 0; at < asking.choice.options.size(); ++at) {
        const OptionWords words = set_words(ui, asking.choice.options[at], false, room);
        const Rect rect{ui.x(), y, ui.width(), std::max(52.0f, words.height + 20)};
        record(ui, asking, at, rect, words.label);
        const bool chosen = is_chosen(asking, at), last = at + 1 == asking.choice.options.size();
        const Key key = key_of_option(asking, at);
        if (chosen || ui.hovered(key) || ui.held(key))
            ui.draw(shape::Fill{
                {rect.x + 2, rect.y + (at == 0 ? 2.0f : 0.0f), rect.width - 4, rect.height - (last ? 2.0f : 0.0f)},
                {at == 0 ? 10.0f : 0, at == 0 ? 10.0f : 0, last ? 10.0f : 0, last ? 10.0f : 0},
                theme.leaf});
        if (at > 0) draw_hairline(ui, rect.x + 2, rect.y, rect.width - 4);
        draw_ring(ui, {rect.x + 16 + ring / 2, rect.y + rect.height / 2}, ring, chosen);
        draw_words(ui, words, {rect.x + 16 + ring + 12, rect.y + (rect.height - words.height) / 2});
        y += rect.height;
    }
    ground.finish({ui.x(), top, ui.width(), y - top}, 12, theme.card, theme.field, 2);
    ui.close(y, 8);
}

// ---- segments: side by side in one frame -------------------------------------------------------------------------------

bool segments_fit(const Ui& ui, const Choice& choice) {
    const float share = (ui.width() - 4) / static_cast<float>(choice.options.size());
    if (share < 44) return false;  // too narrow for a finger
    return std::ranges::all_of(choice.options, [&](const Option& option) {
        return ui.type().width(option.label, strong(small_type())) + 12 <= share;
    });
}

void put_segments(Ui& ui, Asking& asking) {
    const Theme& theme = ui.theme();
    const float height = std::max(48.0f, small_type().line * ui.scale() + 22);
    Rect frame = ui.place(height, {14, 12});
    frame.width = std::min(frame.width, 480 * ui.scale());
    ui.draw(shape::Fill{frame, Corners::all(12), theme.card});
    const std::size_t count = asking.choice.options.size();
    const float share = (frame.width - 4) / static_cast<float>(count);
    for (std::size_t at = 0; at < count; ++at) {
        const Rect rect{frame.x + 2 + share * static_cast<float>(at), frame.y, share, frame.height};
        record(ui, asking, at, rect, {});
        const bool chosen = is_chosen(asking, at);
        const Key key = key_of_option(asking, at);
        const float left = at == 0 ? 10.0f : 0, right = at + 1 == count ? 10.0f : 0;
        const Rect inner{rect.x, rect.y + 2, rect.width, rect.height - 4};
        if (chosen) {
            ui.draw(shape::Fill{inner, {left, right, right, left}, theme.go});
            ui.draw(shape::Fill{{inner.x, inner.y, inner.width, inner.height - 4}, {left, right, 0, 0}, theme.leaf});
        } else if (ui.hovered(key) || ui.held(key)) {
            ui.draw(shape::Fill{inner, {left, right, right, left}, theme.leaf});
        }
        if (at > 0) ui.draw(shape::Fill{{inner.x, inner.y, 1, inner.height}, {}, theme.line});
        const Block label =
            ui.type().set(asking.choice.options[at].label, {chosen ? strong(small_type()) : small_type(), theme.ink},
                          share, Align::centre);
        ui.draw_text(label, {rect.x, rect.y + (rect.height - label.size.height) / 2});
    }
    ui.draw(shape::Outline{frame, Corners::all(12), theme.field, 2});
}

// ---- tiles: side by side, as many as fit on a line; the filters of a long list -----------------------------------------

void draw_option_tile(Ui& ui, Rect rect, bool chosen, Key key) {
    const Theme& theme = ui.theme();
    const bool touched = ui.hovered(key) || ui.held(key);
    draw_raised(ui, rect, 12, chosen ? theme.go : theme.edge, touched ? theme.leaf : theme.card, 3);
    const Rect top{rect.x, rect.y, rect.width, rect.height - 3};
    if (!chosen) ui.draw(shape::Outline{top, Corners::all(12), theme.outlined ? theme.ink : theme.line, 1});
    else {
        ui.draw(shape::Fill{top, Corners::all(12), theme.go});
        ui.draw(shape::Fill{{top.x + 2, top.y + 2, top.width - 4, top.height - 4}, Corners::all(10), theme.leaf});
    }
}

void put_tiles(Ui& ui, Asking& asking) {
    const Theme& theme = ui.theme();
    const float height = std::max(47.0f, small_type().line * ui.scale() + 22), left = ui.x(), top = ui.open(8);
    float x = left, y = top;
    for (std::size_t at = 0; at < asking.choice.options.size(); ++at) {
        const Option& option = asking.choice.options[at];
        const bool chosen = is_chosen(asking, at);
        const Type type = chosen ? strong(small_type()) : small_type();
        const Block label = ui.type().set(option.label, {type, theme.ink}, ui.width() - 28);
        const Block count = ui.type().set(option.count, {type, chosen ? theme.ink : theme.hint}, ui.width());
        // As wide whether chosen or not, so that nothing moves when it is.
        const float words = ui.type().width(option.label, strong(small_type())),
                    width = 28 + words + 8 + ui.type().width(option.count, strong(small_type()));
        if (x > left && x + width > left + ui.width()) x = left, y += height + 8;
        const Rect rect{x, y, width, height};
        record(ui, asking, at, rect, label);
        const Key key = key_of_option(asking, at);
        ui.find(key)->name = joined({option.label, option.count}, ", ");
        draw_option_tile(ui, rect, chosen, key);
        const float line = y + (height - 3 - label.size.height) / 2;
        ui.draw_text(label, {x + 14, line});
        ui.draw_text(count, {x + 14 + words + 8, line});
        x += width + 8;
    }
    ui.close(y + height, 8);
}

// ---- faces and pictures --------------------------------------------------------------------------------------------------

void put_faces(Ui& ui, Asking& asking, bool pictures) {
    const Theme& theme = ui.theme();
    const float across = face_size(ui, 44), line = 20 * ui.scale();
    float box = 66;
    for (const Option& option : asking.choice.options)
        box = std::max(box, ui.type().width(option.label, strong(small_type())) + 12);
    box = std::min(std::max(box, across + 16), ui.width() + 8);
    const std::size_t count = asking.choice.options.size();
    // The row may reach 4 px into the margins, as its frames do; it is spread where it all fits, and packed where not.
    const float room = ui.width() + 8;
    const std::size_t a_row = std::clamp<std::size_t>(static_cast<std::size_t>(room / box), 1, count);
    const float step =
        a_row == count && count > 1 && ui.narrow() ? (room - box) / static_cast<float>(count - 1) : box + 4;
    const float height = pictures ? across + 16 : across + line + 20;
    const float top = ui.open(14);
    for (std::size_t at = 0; at < count; ++at) {
        const Option& option = asking.choice.options[at];
        const std::size_t column = at % a_row, row = at / a_row;
        const Rect rect{ui.x() - 4 + step * static_cast<float>(column), top + (height + 4) * static_cast<float>(row),
                        box, height};
        record(ui, asking, at, rect, {});
        const bool chosen = is_chosen(asking, at);
        const Key key = key_of_option(asking, at);
        if (chosen || ui.hovered(key)) {
            ui.draw(shape::Fill{rect, Corners::all(14), theme.card});
            ui.draw(shape::Outline{rect, Corners::all(14), chosen ? theme.go : theme.line, 2});
        }
        draw_face(ui, option.face, {rect.x + box / 2, rect.y + 8 + across / 2}, across);
        if (pictures) continue;
        const Type type{16, 20, chosen ? Face::semibold : Face::regular};
        const Block label = ui.type().set(option.label, {type, chosen ? theme.ink : theme.hint}, box, Align::centre);
        if (label.by_browser) ui.find(key)->paint = Paint::browser;
        else ui.draw_text(label, {rect.x, rect.y + 12 + across});
    }
    const std::size_t rows = (count + a_row - 1) / a_row;
    ui.close(top + (height + 4) * static_cast<float>(rows) - 4, 12);
}

void put_options(Ui& ui, Asking& asking) {
    using Look = Choice::Look;
    const Look look = asking.choice.look;
    if (look == Look::faces || look == Look::pictures) put_faces(ui, asking, look == Look::pictures);
    else if (look == Look::tiles) put_tiles(ui, asking);
    else if (look == Look::segments && segments_fit(ui, asking.choice)) put_segments(ui, asking);
    else if (look == Look::rows) {
        for (std::size_t at = 0; at < asking.choice.options.size(); ++at) put_row(ui, asking, at);
    } else {
        put_list(ui, asking);
    }
}

}  // namespace

bool choice(Ui& ui, std::string_view id, const Choice& choice, int& chosen) {
    const Key key = ui.key(id);
    const Asked asked{choice.legend, choice.hint, choice.error, choice.question, choice.legend_hidden, true};
    Asking asking{choice, key, chosen};
    with_error_bar(ui, choice.error, [&] {
        ui.inside(key, Role::choice, choice.legend, [&] {
            put_asked(ui, key, asked);
            put_options(ui, asking);
        });
    });
    AccessNode& node = *ui.find(key);
    node.description = description_of(asked);
    node.error = choice.error;
    node.hidden_name = choice.legend_hidden || choice.question;
    return asking.changed;
}

}  // namespace goodweek::ui
