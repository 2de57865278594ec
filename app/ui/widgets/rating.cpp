#include "ui/widgets/asked.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/parts.h"

namespace goodweek::ui {

namespace {

constexpr int boxes = 11;
constexpr float apart = 8;

// Six a row where they have 44 px, else as many as have; never wider than they need to be.
struct Grid {
    int a_row;
    float width, height;
};

Grid grid_of(const Ui& ui) {
    const int fitting = static_cast<int>((ui.width() + apart) / (std::max(44.0f, 30 * ui.scale()) + apart));
    const int a_row = std::clamp(fitting, 1, 6);
    const float share = (ui.width() - apart * static_cast<float>(a_row - 1)) / static_cast<float>(a_row);
    return {a_row, std::min(share, 64 * std::max(1.0f, ui.scale())), std::max(48.0f, 30 * ui.scale() + 18)};
}

void draw_box(Ui& ui, int value, Rect rect, bool chosen, bool last_time, Key key) {
    const Theme& theme = ui.theme();
    const bool touched = ui.hovered(key) || ui.held(key);
    ui.draw(shape::Fill{rect, Corners::all(10), chosen ? theme.go : touched ? theme.leaf : theme.card});
    ui.draw(shape::Outline{rect, Corners::all(10), chosen ? theme.go : theme.field, 2});
    const Block number =
        ui.type().set(std::to_string(value), {{20, 30, Face::semibold}, chosen ? theme.on_go : theme.ink}, rect.width,
                      Align::centre);
    ui.draw_text(number, {rect.x, rect.y + (rect.height - number.size.height) / 2});
    if (last_time)
        ui.draw(shape::Fill{{rect.x + rect.width / 2 - 8, rect.y + rect.height - 9, 16, 4},
                            Corners::all(2),
                            chosen ? theme.on_go : theme.sun_edge});
}

void put_boxes(Ui& ui, Key key, const Rating& rating, std::optional<int>& chosen, bool& changed) {
    const Grid grid = grid_of(ui);
    const float top = ui.open(8);
    for (int value = 0; value < boxes; ++value) {
        const Key option = key_of(key, std::to_string(value));
        if (ui.take(option, ActionKind::set_choice) || ui.pressed(option)) {
            changed = chosen != value;
            chosen = value;
        }
    }
    float bottom = top;
    for (int value = 0; value < boxes; ++value) {
        const int column = value % grid.a_row, row = value / grid.a_row;
        const Rect rect{ui.x() + (grid.width + apart) * static_cast<float>(column),
                        top + (grid.height + apart) * static_cast<float>(row), grid.width, grid.height};
        const Key option = key_of(key, std::to_string(value));
        draw_box(ui, value, rect, chosen == value, rating.last_time == value, option);
        AccessNode& node = ui.node(option, Role::option, std::to_string(value), rect);
        if (value == 0) node.description = rating.low;
        if (value == boxes - 1) node.description = rating.high;
        node.group = std::to_string(key);
        node.checked = chosen == value;
        node.position = static_cast<std::uint16_t>(value + 1);
        node.set_size = boxes;
        bottom = rect.y + rect.height;
    }
    ui.close(bottom, 8);
}

// Words for both ends, at both ends; one under the other where they would meet.
void put_ends(Ui& ui, const Rating& rating) {
    // On the Plain page they stand with the first and the last box.
    if (rating.low.empty() || ui.environment().plain) return;
    const Style style{small_type(), ui.theme().hint};
    const float low = ui.type().width(rating.low, small_type()), high = ui.type().width(rating.high, small_type());
    const bool meet = low + high + 16 > ui.width();
    const Block first = ui.type().set(rating.low, style, ui.width()),
                last = ui.type().set(rating.high, style, ui.width());
    const float one = first.size.height;
    const Rect rect = ui.place(meet ? one + last.size.height : one, {8, 8});
    put_text(ui, ui.nth("end"), Role::paragraph, first, {rect.x, rect.y}, rating.low);
    put_text(ui, ui.nth("end"), Role::paragraph, last,
             {meet ? rect.x : rect.x + ui.width() - last.size.width, meet ? rect.y + one : rect.y}, rating.high);
}

}  // namespace

bool rating(Ui& ui, std::string_view id, const Rating& rating, std::optional<int>& chosen) {
    const Key key = ui.key(id);
    bool changed = false;
    const std::string hint = joined({rating.hint, rating.last_words});
    const Asked asked{rating.legend, hint, rating.error, rating.question, false, true};
    with_error_bar(ui, rating.error, [&] {
        ui.inside(key, Role::choice, rating.legend, [&] {
            put_asked(ui, key, asked);
            put_boxes(ui, key, rating, chosen, changed);
            put_ends(ui, rating);
        });
    });
    AccessNode& node = *ui.find(key);
    node.description = joined({hint, rating.low, rating.high, rating.error});
    node.error = rating.error;
    node.hidden_name = rating.question;
    return changed;
}

namespace {

// Its words stand beside the cells where there is room on one line, else under them.
struct SmallPlan {
    float width, height, cells;  // of a cell, and of all
    bool under;
    Block words;
    Size size;
};

SmallPlan plan_of(const Ui& ui, const SmallRating& rating, float room) {
    const float scale = std::min(2.0f, std::max(1.0f, ui.scale()));
    SmallPlan plan{.width = 9 * scale, .height = 14 * scale};
    plan.cells = plan.width * boxes + 2 * (boxes - 1);
    plan.under = plan.cells + 8 + ui.type().width(rating.words, small_type()) > room;
    plan.words =
        ui.type().set(rating.words, {small_type(), ui.theme().ink}, plan.under ? room : room - plan.cells - 8);
    const Size& words = plan.words.size;
    plan.size = plan.under ? Size{std::max(plan.cells, words.width), plan.height + 4 + words.height}
                           : Size{plan.cells + 8 + words.width, std::max(plan.height, words.height)};
    return plan;
}

void draw_plan(Ui& ui, const SmallRating& rating, const SmallPlan& plan, Point at) {
    const Theme& theme = ui.theme();
    const float top = plan.under ? at.y : at.y + (plan.size.height - plan.height) / 2;
    for (int cell = 0; cell < boxes; ++cell) {
        const Colour colour = cell <= rating.was ? theme.was : cell <= rating.now ? theme.done_fill : theme.well;
        const float left = cell == 0 ? 4.0f : 2.0f, right = cell == boxes - 1 ? 4.0f : 2.0f;
        const Rect box{at.x + (plan.width + 2) * static_cast<float>(cell), top, plan.width, plan.height};
        ui.draw(shape::Fill{box, {left, right, right, left}, colour});
        if (theme.outlined) ui.draw(shape::Outline{box, {left, right, right, left}, theme.ink, 1});
    }
    ui.draw_text(plan.words,
                 plan.under ? Point{at.x, at.y + plan.height + 4}
                            : Point{at.x + plan.cells + 8, at.y + (plan.size.height - plan.words.size.height) / 2});
}

}  // namespace

void small_rating(Ui& ui, const SmallRating& rating) {
    const SmallPlan plan = plan_of(ui, rating, ui.width());
    const Rect rect = ui.place(plan.size.height, {2, 2});
    draw_plan(ui, rating, plan, {rect.x, rect.y});
    ui.node(ui.nth("rating"), Role::paragraph, joined({rating.words, rating.name}),
            {rect.x, rect.y, plan.size.width, rect.height});
}

Size small_rating_size(const Ui& ui, const SmallRating& rating, float width) {
    return plan_of(ui, rating, width).size;
}

void draw_small_rating(Ui& ui, const SmallRating& rating, Point top_left, float width) {
    draw_plan(ui, rating, plan_of(ui, rating, width), top_left);
}

}  // namespace goodweek::ui
