#include "ui/widgets/notice.h"

#include <algorithm>

#include "ui/widgets/button.h"
#include "ui/widgets/parts.h"

namespace goodweek::ui {

namespace {

struct ToneLook {
    std::string_view icon, level;  // the level is said by a hidden word where there is no title
    Colour ground;
};

ToneLook look_of(const Theme& theme, Tone tone) {
    switch (tone) {
        case Tone::good: return {"check", "ui.notice_good", theme.leaf};
        case Tone::warn: return {"triangle-alert", "ui.notice_warn", theme.warn};
        case Tone::party: return {"sun", "ui.notice_party", theme.party_tint};
        case Tone::error: return {"circle-alert", "ui.notice_error", theme.error_tint};
        default: return {"info", "ui.notice_info", theme.info};
    }
}

void put_words(Ui& ui, const Notice& notice, Key key) {
    const Theme& theme = ui.theme();
    if (!notice.title.empty()) {
        const float top = ui.open(0);
        const Block title = ui.type().set(notice.title, {label_type(ui), theme.ink}, ui.width());
        put_text(ui, key_of(key, "title"), Role::heading, title, {ui.x(), top}, notice.title).level = 2;
        ui.close(top + title.size.height, 4);
    }
    if (notice.text.empty()) return;
    Type type = notice.small ? small_type() : body_type(ui);
    type.line = type.size * 1.4f;
    const float top = ui.open(0);
    const Block text = ui.type().set(notice.text, {type, theme.ink}, readable(ui, type));
    AccessNode& node = put_text(ui, key_of(key, "text"), Role::paragraph, text, {ui.x(), top}, notice.text);
    node.live = notice.live;
    ui.close(top + text.size.height, 4);
}

}  // namespace

void notice(Ui& ui, const Notice& notice, const Body& body) {
    const ToneLook look = look_of(ui.theme(), notice.tone);
    const Key key = ui.key_or_nth(notice.id, "notice");
    const float top = ui.open(12), icon = grown(ui, 24, 48);
    Ground ground{ui};
    ui.draw_icon(notice.icon.empty() ? look.icon : std::string_view(notice.icon), {ui.x() + 16, top + 14}, icon,
                 notice.tone == Tone::error ? ui.theme().error : ui.theme().ink);
    const std::string name = notice.title.empty() ? ui.text_of("", look.level) : notice.title;
    float height = 0;
    ui.inside(key, Role::section, name, [&] {
        height = ui.column(ui.x() + 28 + icon, top + 14, ui.width() - 44 - icon, [&] {
            put_words(ui, notice, key);
            if (body) buttons(ui, body);
        });
    });
    const Rect rect{ui.x(), top, ui.width(), std::max(height, icon) + 28};
    if (AccessNode* node = ui.find(key)) node->rect = rect, node->hidden_name = notice.title.empty();
    ground.finish(rect, 12, look.ground, notice.tone == Tone::error ? ui.theme().error : ui.theme().ink,
                  notice.tone == Tone::error ? 2.0f : 0.0f);
    ui.close(top + rect.height, 12);
}

void notice(Ui& ui, const Notice& notice) { ui::notice(ui, notice, Body{}); }

void error_summary(Ui& ui, std::span<const Problem> problems) {
    if (problems.empty()) return;
    const Theme& theme = ui.theme();
    const bool only_asks = std::ranges::all_of(problems, &Problem::only_asks);
    const std::string heading = ui.text(only_asks ? "problem.is_it_right" : "problem.heading");
    const Key key = ui.key("problems");
    const float top = ui.open(16);
    Ground ground{ui};
    float height = 0;
    ui.inside(key, Role::section, heading, [&] {
        height = ui.column(ui.x() + 18, top + 16, ui.width() - 36, [&] {
            const Block title = ui.type().set(heading, {heading_type(ui), theme.ink}, ui.width());
            const Rect rect = ui.place(title.size.height, {0, 0});
            put_text(ui, key_of(key, "title"), Role::heading, title, {rect.x, rect.y}, heading).level = 2;
            for (std::size_t at = 0; at < problems.size(); ++at) {
                const Key line = key_of(key, std::to_string(at));
                const Block words = ui.type().set(
                    problems[at].text, {body_type(ui), only_asks ? theme.link : theme.error, true}, ui.width());
                const Rect box = ui.place(std::max(44.0f, words.size.height + 8), {0, 0});
                ui.draw_text(words, {box.x, box.y + (box.height - words.size.height) / 2});
                ui.node(line, Role::link, problems[at].text,
                        {box.x, box.y, std::max(44.0f, words.size.width), box.height})
                    .value = "#";
                if (ui.pressed(line)) ui.focus(problems[at].field);
            }
        });
    });
    // The keyboard goes to it when it comes, and again when it says something else.
    Key words = key;
    for (const Problem& problem : problems) words = key_of(words, problem.text);
    if (ui.appeared(words)) ui.focus(key_of(key, "title"));
    const Rect rect{ui.x(), top, ui.width(), height + 26};
    if (AccessNode* node = ui.find(key)) node->rect = rect;
    if (only_asks) ground.finish(rect, 12, theme.warn, theme.warn_edge, 2);
    else ground.finish(rect, 12, theme.error_tint, theme.error, 2);
    ui.close(top + rect.height, 24);
}

void care(Ui& ui, const Care& care, const Body& body) {
    const Theme& theme = ui.theme();
    const bool emergency = care.level == Care::Level::emergency, urgent = care.level == Care::Level::urgent;
    const Colour outline = emergency ? theme.error : urgent ? theme.warn_edge : theme.leaf_edge;
    const Colour head = emergency ? theme.error : urgent ? theme.warn : theme.leaf;
    const Colour on_head = emergency ? theme.on_error : theme.ink;
    const Key key = ui.key_or_nth(care.id, "care");
    const float top = ui.open(12), icon = emergency ? grown(ui, 24, 48) : 0;
    Ground ground{ui};
    float bottom = top;
    ui.inside(key, Role::section, care.title, [&] {
        const float indent = icon > 0 ? icon + 10 : 0;
        const Block title = ui.type().set(care.title, {heading_type(ui), on_head}, ui.width() - 36 - indent);
        const float band = title.size.height + 26;
        ui.draw(shape::Fill{{ui.x() + 2, top + 2, ui.width() - 4, band - 2}, {12, 12, 0, 0}, head});
        if (icon > 0) ui.draw_icon("triangle-alert", {ui.x() + 18, top + (band - icon) / 2}, icon, on_head);
        put_text(ui, key_of(key, "title"), Role::heading, title, {ui.x() + 18 + indent, top + 13}, care.title).level =
            2;
        bottom = top + band + 12 + ui.column(ui.x() + 18, top + band + 12, ui.width() - 36, body) + 16;
    });
    const Rect rect{ui.x(), top, ui.width(), bottom - top};
    if (AccessNode* node = ui.find(key)) node->rect = rect;
    ground.finish(rect, 14, theme.card, outline, 2);
    ui.close(bottom, 12);
}

}  // namespace goodweek::ui
