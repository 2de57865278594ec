#include "ui/widgets/list.h"

#include "ui/widgets/parts.h"

namespace goodweek::ui {

namespace {

constexpr float side_padding = 16;

struct Inks {
    Colour title, text;
};

Inks inks_of(const Theme& theme, const Row& row) {
    if (row.state == Row::State::just_done) return {theme.party, theme.party};
    return {theme.ink, theme.hint};
}

// ---- what stands before the words --------------------------------------------------------------------------------

Size mark_size(const Ui& ui, const Row& row) {
    if (row.week) return small_strip_size(ui);
    if (!row.face.nobody) return {face_size(ui, row.face_across), face_size(ui, row.face_across)};
    if (!row.chip.empty()) return {grown(ui, 44), grown(ui, 44)};
    if (!row.icon.empty()) return {grown(ui, 28, 40), grown(ui, 28, 40)};
    return {};
}

void draw_mark(Ui& ui, const Row& row, Point centre, Size size) {
    const Point top_left{centre.x - size.width / 2, centre.y - size.height / 2};
    if (row.week) draw_small_strip(ui, *row.week, top_left);
    else if (!row.face.nobody) draw_face(ui, row.face, centre, size.width);
    else if (!row.chip.empty()) {
        draw_chip(ui, row.chip, row.chip_ground, {top_left.x, top_left.y, size.width, size.height});
    } else if (!row.icon.empty()) {
        ui.draw_icon(row.icon, top_left, size.width, ui.theme().ink);
    }
}

// ---- the words ---------------------------------------------------------------------------------------------------

struct Lines {
    Block title, text, more;
    float height = 0;
    float rating = 0;  // of it, for the cells under the title
    float under = 0;   // of it, for the value and tag, where they stand under the words
    bool by_browser = false;
};

bool end_is_under(const Ui& ui, const Row& row) { return ui.stacked() && (row.tag || !row.value.empty()); }

Lines set_words(const Ui& ui, const Row& row, float width) {
    const Inks inks = inks_of(ui.theme(), row);
    const Type body = body_type(ui);
    const Type title = row.week ? small_type() : row.strong ? label_type(ui) : body;
    Lines words;
    words.title = ui.type().set(row.title, {title, inks.title}, width);
    if (row.rating) words.rating = small_rating_size(ui, *row.rating, width).height + 4;
    words.height = words.title.size.height + words.rating;
    for (auto [from, to] : {std::pair{&row.text, &words.text}, {&row.more, &words.more}})
        if (!from->empty()) {
            *to = ui.type().set(*from, {small_type(), inks.text}, width);
            words.height += to->size.height;
        }
    if (end_is_under(ui, row))
        words.under = (row.tag ? tag_size(ui, *row.tag).height : body_type(ui).line * ui.scale()) + 4;
    words.height += words.under;
    words.by_browser = words.title.by_browser || words.text.by_browser || words.more.by_browser;
    return words;
}

// One paragraph a line, for a row that is not itself a link.
void put_words(Ui& ui, const Row& row, const Lines& words, Point at, Key key) {
    put_text(ui, key_of(key, "title"), Role::paragraph, words.title, at, row.title).lang = row.lang;
    at.y += words.title.size.height;
    if (!row.text.empty()) put_text(ui, key_of(key, "text"), Role::paragraph, words.text, at, row.text);
    at.y += words.text.size.height;
    if (!row.more.empty()) put_text(ui, key_of(key, "more"), Role::paragraph, words.more, at, row.more);
}

void draw_words(Ui& ui, const Row& row, const Lines& words, Point at, float width) {
    if (row.rating) draw_small_rating(ui, *row.rating, {at.x, at.y + words.title.size.height + 2}, width);
    if (words.by_browser) return;
    ui.draw_text(words.title, at);
    at.y += words.title.size.height + words.rating;
    for (const Block* block : {&words.text, &words.more}) {
        ui.draw_text(*block, at);
        at.y += block->size.height;
    }
}

// ---- what stands after them --------------------------------------------------------------------------------------

// Its value, its tag, and a chevron where the row leads somewhere; right aligned in that order.
float end_width(const Ui& ui, const Row& row) {
    float width = row.href.empty() ? 0 : grown(ui, 24, 40) + 8;
    if (end_is_under(ui, row)) return width;
    if (!row.value.empty()) width += ui.type().width(row.value, strong(body_type(ui))) + 12;
    if (row.tag) width += tag_size(ui, *row.tag).width + 12;
    return width;
}

void draw_value(Ui& ui, const Row& row, Point at) {
    if (row.value.empty()) return;
    const Block value = ui.type().set(row.value, {strong(body_type(ui)), ui.theme().ink}, 1e4f);
    ui.draw_text(value, at);
}

// The same under the words, left aligned.
void draw_end_under(Ui& ui, const Row& row, const Lines& words, Point words_at) {
    if (words.under == 0) return;
    const float top = words_at.y + words.height - words.under + 4;
    draw_value(ui, row, {words_at.x, top});
    if (row.tag)
        draw_tag(
            ui, *row.tag,
            {words_at.x + (row.value.empty() ? 0 : ui.type().width(row.value, strong(body_type(ui))) + 12), top});
}

void draw_end(Ui& ui, const Row& row, float right, float middle) {
    if (!row.href.empty()) {
        const float size = grown(ui, 24, 40);
        right -= size;
        ui.draw_icon("chevron-right", {right, middle - size / 2}, size, ui.theme().ink);
        right -= 8;
    }
    if (end_is_under(ui, row)) return;
    if (row.tag) {
        const Size size = tag_size(ui, *row.tag);
        right -= size.width;
        draw_tag(ui, *row.tag, {right, middle - size.height / 2});
        right -= 12;
    }
    draw_value(
        ui, row,
        {right - ui.type().width(row.value, strong(body_type(ui))), middle - body_type(ui).line * ui.scale() / 2});
}

// A tick and its word, as part of what was done.
void put_done(Ui& ui, const Row& row, Key key) {
    if (row.state != Row::State::done || row.done_word.empty()) return;
    const float tick = grown(ui, 20, 40);
    const Block word = ui.type().set(row.done_word, {strong(small_type()), ui.theme().link}, ui.width() - tick - 6);
    const Rect rect = ui.place_small({word.size.width + tick + 6, word.size.height}, {0, 0});
    ui.draw_icon("check", {rect.x, rect.y + (rect.height - tick) / 2}, tick, ui.theme().link);
    // The tick is part of the word's box, so that both are moved together.
    put_text(ui, key_of(key, "done"), Role::paragraph, word, {rect.x + tick + 6, rect.y}, row.done_word).rect = rect;
}

float vertical_padding(const Ui& ui) { return ui.board ? 9.0f : 14.0f; }

float least_height(const Ui& ui, const Row& row) {
    const bool one_line = row.text.empty() && row.more.empty();
    if (ui.board) return 44;
    return one_line ? 60.0f : 72.0f;
}

// A row's ground, hairline and item; the body puts what is in it at its top and says how high it came to be.
template <class Inside>
void put_row(Ui& ui, Key key, const Row& row, Inside inside) {
    const float top = ui.open(0);
    const bool first = ui.rows++ == 0;
    Ground ground{ui};
    if (!first) draw_hairline(ui, ui.x(), top, ui.width());
    float height = 0;
    ui.inside(key, Role::list_item, "", [&] { height = inside(top) + (first ? 0.0f : 1.0f); });
    if (row.state == Row::State::just_done)
        ground.finish({ui.x() + 1, top + 1, ui.width() - 2, height - 1}, 0, ui.theme().party_tint, ui.theme().party,
                      0);
    ui.close(top + height, 0);
}

}  // namespace

void list(Ui& ui, const List& list, const Body& rows) {
    const float top = ui.open(12);
    Ground ground{ui};
    // Under a card's title the first row has a line above it, too.
    const int outer = std::exchange(ui.rows, list.bare ? 1 : 0);
    float height = 0;
    ui.inside(ui.key_or_nth(list.id, "list"), Role::list, list.name,
              [&] { height = ui.column(ui.x(), top, ui.width(), rows); });
    ui.rows = outer;
    if (!list.bare) ground.finish_sheet({ui.x(), top, ui.width(), height});
    ui.close(top + height, list.bare ? 0 : 12);
}

bool row(Ui& ui, std::string_view id, const Row& row) {
    if (row.href.empty()) {
        ui::row(ui, id, row, [] {});
        return false;
    }
    const Key key = ui.key(id), link = key_of(key, "link");
    put_row(ui, key, row, [&](float top) {
        const Size mark = mark_size(ui, row);
        const bool over = row.week && ui.stacked();  // a strip stands over its words where they need the width
        const float indent = mark.width > 0 && !over ? mark.width + 12 : 0, end = end_width(ui, row);
        const Lines words = set_words(ui, row, ui.width() - 2 * side_padding - indent - end);
        const float inner = over ? mark.height + 8 + words.height : std::max(words.height, mark.height);
        const float height = std::max(least_height(ui, row), inner + 2 * vertical_padding(ui));
        const Rect rect{ui.x(), top, ui.width(), height};
        if (ui.hovered(link) || ui.held(link))
            ui.draw(shape::Fill{{rect.x + 1, rect.y + 1, rect.width - 2, rect.height - 1},
                                Corners::all(4),
                                ui.held(link) ? ui.theme().band : ui.theme().leaf});
        const float middle = top + height / 2, left = ui.x() + side_padding;
        draw_mark(ui, row, {left + mark.width / 2, over ? middle - inner / 2 + mark.height / 2 : middle}, mark);
        const Point words_at{left + indent, over ? middle + inner / 2 - words.height : middle - words.height / 2};
        draw_words(ui, row, words, words_at, ui.width() - 2 * side_padding - indent - end);
        draw_end_under(ui, row, words, words_at);
        draw_end(ui, row, ui.x() + ui.width() - side_padding, middle);
        AccessNode& node = ui.node(link, Role::link,
                                   joined({row.title, row.rating ? row.rating->name : "", row.text, row.more,
                                           row.value, row.tag ? row.tag->text : "", row.week ? row.week->name : ""}),
                                   rect);
        node.value = row.href;
        node.lang = row.lang;
        node.paint = words.by_browser ? Paint::browser : Paint::canvas;
        return height;
    });
    return ui.followed(link, row.href);
}

void row(Ui& ui, std::string_view id, const Row& row, const Body& action) {
    const Key key = ui.key(id);
    put_row(ui, key, row, [&](float top) {
        const Size mark = mark_size(ui, row);
        const float padding = vertical_padding(ui), indent = mark.width > 0 ? mark.width + 12 : 0;
        const float left = ui.x() + side_padding, width = ui.width() - 2 * side_padding;
        const float end = end_width(ui, row);
        const Ui::Mark start = ui.mark();
        float words_height = 0;
        const auto put_left = [&] {
            const Lines words = set_words(ui, row, ui.width() - indent - end);
            words_height = std::max(words.height, mark.height);
            const Rect rect = ui.place(words_height, {0, 0});
            draw_mark(ui, row, {rect.x + mark.width / 2, rect.y + words_height / 2}, mark);
            const Point words_at{rect.x + indent, rect.y + (words_height - words.height) / 2};
            put_words(ui, row, words, words_at, key);
            draw_end_under(ui, row, words, words_at);
            draw_end(ui, row, rect.x + ui.width(), rect.y + words_height / 2);
            // The end's words have no node of their own: they belong to the title.
            if (AccessNode* title = ui.find(key_of(key, "title")))
                title->name = joined(
                    {row.title, row.value, row.tag ? row.tag->text : "", row.week ? row.week->name : ""}, ", ");
        };
        const auto put_right = [&] {
            put_done(ui, row, key);
            ui.scope(id, action);
        };
        const float inner = ui.abreast(left, top + padding, width, 12, put_left, put_right);
        // What is pressed brings room of its own: a tall one needs less of the row's.
        const float height = std::max(least_height(ui, row), inner + 2 * (inner > 60 && !ui.stacked() ? 8 : padding));
        ui.shift_between(start, ui.mark(), 0, (height - inner) / 2 - padding);
        return height;
    });
}

void free_row(Ui& ui, std::string_view id, const Body& body) {
    put_row(ui, ui.key(id), Row{}, [&](float top) {
        const float padding = vertical_padding(ui);
        float height = 0;
        ui.scope(id, [&] {
            height = ui.column(ui.x() + side_padding, top + padding, ui.width() - 2 * side_padding, body);
        });
        return std::max(44.0f, height + 2 * padding);
    });
}

}  // namespace goodweek::ui
