#include "ui/widgets/card.h"

#include "ui/widgets/heading.h"
#include "ui/widgets/parts.h"

namespace goodweek::ui {

namespace {

// A card's own heading is smaller on a worker's page, and stands closer.
void put_title(Ui& ui, const Card& card, Key key) {
    if (card.title.empty()) return;
    const Type type = ui.narrow() ? heading_type(ui) : Type{18, 23.4f, Face::semibold};
    const float indent = card.flush ? 16.0f : 0.0f, top = ui.open(0) + (card.flush ? 12.0f : 0.0f);
    const Block title = ui.type().set(card.title, {type, ui.theme().ink}, ui.width() - 2 * indent);
    AccessNode& node = put_text(ui, key_of(key, "title"), Role::heading, title, {ui.x() + indent, top}, card.title);
    node.level = static_cast<std::uint8_t>(card.level);
    ui.close(top + title.size.height, 8);
}

}  // namespace

void card(Ui& ui, const Card& card, const Body& body) {
    const Key key = ui.key_or_nth(card.id, "card");
    const float padding = card.flush ? 0.0f : 16.0f, top = ui.open(12);
    Ground ground{ui};
    float height = 0;
    const auto inside = [&] {
        height = ui.column(ui.x() + padding, top + padding, ui.width() - 2 * padding, [&] {
            put_title(ui, card, key);
            body();
        });
    };
    if (card.title.empty()) inside();
    else ui.inside(key, Role::section, card.title, inside);
    const Rect rect{ui.x(), top, ui.width(), height + 2 * padding};
    if (AccessNode* node = ui.find(key)) node->rect = rect;
    ground.finish_sheet(rect);
    ui.close(top + rect.height, 12);
}

void card(Ui& ui, std::string_view title, const Body& body) { card(ui, Card{.title = std::string(title)}, body); }

void hairline(Ui& ui) {
    const Rect rect = ui.place(1, {12, 12});
    draw_hairline(ui, rect.x, rect.y, rect.width);
}

}  // namespace goodweek::ui
