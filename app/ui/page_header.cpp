#include "ui/page_parts.h"
#include "ui/widgets/parts.h"

namespace goodweek::ui {

namespace {

constexpr float bar = 44;

void put_brand(Ui& ui, float top) {
    const float middle = top + bar / 2, logo = grown(ui, 40, 60);
    draw_logo(ui, {ui.x(), middle - logo * 13 / 40}, logo);
    if (ui.stacked()) return;  // the name gives way to its logo
    const Block name = ui.type().set(ui.text("ui.goodweek"), {{20, 26, Face::semibold}, ui.theme().ink}, ui.width());
    put_text(ui, ui.key("brand"), Role::paragraph, name, {ui.x() + logo + 10, middle - name.size.height / 2},
             ui.text("ui.goodweek"));
}

const std::string& brief(const StatusLine& note) { return note.brief.empty() ? note.text : note.brief; }

float mark_of(const Ui& ui, const StatusLine& note) { return note.icon.empty() ? 0 : grown(ui, 18, 32) + 6; }

// A small thing at the right end of the bar, that is read: "3 waiting", "1 of 4". It takes no more than is left there.
void put_note(Ui& ui, const StatusLine& note, float top, float room) {
    const Colour colour = note.bad ? ui.theme().error : ui.theme().hint;
    const float mark = mark_of(ui, note), icon = mark - 6;
    const Block words = ui.type().set(brief(note), {small_type(), colour}, room - mark);
    const float x = ui.x() + ui.width() - words.size.width, middle = top + bar / 2;
    if (mark > 0) ui.draw_icon(note.icon, {x - mark, middle - icon / 2}, icon, colour);
    put_text(ui, ui.key("standing"), Role::paragraph, words, {x, middle - words.size.height / 2}, brief(note));
}

Type whose_type(const Ui& ui, const Page& page) { return page.home ? label_type(ui) : strong(small_type()); }

float whose_face(const Ui& ui, const Page& page) { return face_size(ui, page.home ? 36 : 32); }

float chevron_of(const Ui& ui, const Page& page) { return page.home ? grown(ui, 20, 32) + 8 : 0; }

Block whose_name(const Ui& ui, const Page& page, float room) {
    return ui.type().set(page.whose, {whose_type(ui, page), ui.theme().ink},
                         room - whose_face(ui, page) - chevron_of(ui, page) - 8);
}

// Whose page it is. At home it is also where to change that.
void put_whose(Ui& ui, const Page& page, float top, float room) {
    const bool home = page.home;
    const Key key = ui.key("whose");
    const float face = whose_face(ui, page), chevron = chevron_of(ui, page), middle = top + bar / 2;
    const Block name = whose_name(ui, page, room);
    const float width = face + 8 + name.size.width + chevron, x = ui.x() + ui.width() - width;
    const Rect rect{x, std::min(top, middle - name.size.height / 2), width, std::max(bar, name.size.height)};
    if (home && (ui.hovered(key) || ui.held(key)))
        ui.draw(shape::Fill{{rect.x - 4, rect.y, rect.width + 8, rect.height},
                            Corners::all(12),
                            ui.held(key) ? ui.theme().band : ui.theme().leaf});
    draw_face(ui, page.face, {x + face / 2, middle}, face);
    ui.draw_text(name, {x + face + 8, middle - name.size.height / 2});
    if (home)
        ui.draw_icon("chevron-down", {x + width - chevron + 8, middle - (chevron - 8) / 2}, chevron - 8,
                     ui.theme().ink);
    const std::string full = home ? joined({page.whose, ui.text("ui.choose_whose")}, ", ") : page.whose;
    AccessNode& node = ui.node(key, home ? Role::link : Role::paragraph, full, rect);
    node.value = home ? page.whose_href : "";
    node.paint = name.by_browser ? Paint::browser : Paint::canvas;
    if (home) ui.followed(key, page.whose_href);
}

Block back_words(const Ui& ui, const Page& page, float room) {
    return ui.type().set(page.back, {body_type(ui), ui.theme().link, true}, room - grown(ui, 24, 40) - 4);
}

void put_back(Ui& ui, const Page& page, const Block& words, float top) {
    const Key key = ui.key("back");
    const float icon = grown(ui, 24, 40), middle = top + bar / 2;
    const Rect rect{ui.x(), std::min(top, middle - words.size.height / 2), icon + 4 + words.size.width,
                    std::max(bar, words.size.height)};
    if (ui.hovered(key) || ui.held(key))
        ui.draw(shape::Fill{{rect.x, rect.y, rect.width + 8, rect.height},
                            Corners::all(12),
                            ui.held(key) ? ui.theme().band : ui.theme().leaf});
    ui.draw_icon("chevron-left", {rect.x, middle - icon / 2}, icon, ui.theme().link);
    ui.draw_text(words, {rect.x + icon + 4, middle - words.size.height / 2});
    AccessNode& node = ui.node(key, Role::link, page.back, rect);
    node.value = page.back_href;
    ui.followed(key, page.back_href);
}

void put_status_line(Ui& ui, std::string_view id, const StatusLine& line, const std::string& text) {
    const Colour colour = line.bad ? ui.theme().error : ui.theme().hint;
    const float icon = grown(ui, 18, 32);
    const Block words = ui.type().set(text, {small_type(), colour}, ui.width() - icon - 8);
    const Rect rect = ui.place(words.size.height, {0, 0});
    ui.draw_icon(line.icon, {rect.x, rect.y + (small_type().line * ui.scale() - icon) / 2}, icon, colour);
    put_text(ui, ui.key(id), Role::paragraph, words, {rect.x + icon + 8, rect.y}, text);
}

void put_status_lines(Ui& ui, const Page& page) {
    ui.gap(2);
    for (std::size_t at = 0; at < page.status.size(); ++at)
        put_status_line(ui, "status" + std::to_string(at), page.status[at], page.status[at].text);
}

// How wide the right end would like to be.
float end_width(const Ui& ui, const Page& page, bool whose, bool note) {
    if (whose) return whose_face(ui, page) + 8 + ui.type().width(page.whose, whose_type(ui, page));
    if (!note) return 0;
    return mark_of(ui, page.status.front()) + ui.type().width(brief(page.status.front()), small_type());
}

// Logo or the way back at the left; whose page it is, or how saving stands, at the right. Where text is large and the
// two do not fit, the right one goes under the left.
void put_bar_line(Ui& ui, const Page& page, bool brand, bool whose, bool note) {
    const float width = ui.width(), tall = ui.stacked() ? std::max(bar, 27 * ui.scale()) : bar;
    const bool back = !brand && !page.back.empty();
    const float end = end_width(ui, page, whose, note);
    Block words;
    if (back) words = back_words(ui, page, ui.stacked() ? width : width * 0.65f);
    const float taken = back ? grown(ui, 24, 40) + 4 + words.size.width + 16 : 0;
    const bool under = ui.stacked() && back && taken + end > width;
    // The name Goodweek gives way to its logo where text is large.
    float room = back ? width - taken : width - (ui.stacked() ? grown(ui, 40, 60) + 16 : width * 0.4f);
    const float name = whose && !under ? whose_name(ui, page, room).size.height : 0;
    const float high = std::max({tall, words.size.height, name});
    float top = ui.place(high, {0, 0}).y + (high - bar) / 2;
    if (brand) put_brand(ui, top);
    else if (back) put_back(ui, page, words, top);
    if (under && note && !whose)
        return put_status_line(ui, "standing", page.status.front(), brief(page.status.front()));
    if (under) top = ui.place(tall, {4, 0}).y + (tall - bar) / 2, room = width;
    if (whose) put_whose(ui, page, top, room);
    else if (note) put_note(ui, page.status.front(), top, room);
}

void put_line(Ui& ui, const Page& page) {
    if (!page.week && page.of == 0) return;
    const Rect rect = ui.place(18, {0, 0});
    const Rect line{rect.x, rect.y + 12, rect.width, 6};
    if (page.of > 0) draw_step_line(ui, page.step, page.of, line);
    else draw_week_line(ui, *page.week, line);
}

}  // namespace

void put_header(Ui& ui, const Page& page, bool rail) {
    const bool brand = (page.home || page.logo) && !rail, whose = !page.whose.empty(),
               note = !page.home && !page.status.empty();
    if (!brand && page.back.empty() && !whose && !note) {
        ui.gap((rail ? 20.0f : 28.0f) + ui.environment().insets.top);
        ui.place(0, {0, 0});
        return;
    }
    ui.inside(ui.key("header"), Role::header, "", [&] {
        ui.gap(12 + ui.environment().insets.top);
        put_bar_line(ui, page, brand, whose, note);
        if (page.home) put_status_lines(ui, page);
        else put_line(ui, page);
    });
    ui.gap(page.home ? 12.0f : 20.0f);
}

}  // namespace goodweek::ui
