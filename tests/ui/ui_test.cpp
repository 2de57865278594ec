#include <doctest/doctest.h>

#include "support/ui/headless.h"
#include "ui/ui.h"

using namespace goodweek;
using namespace goodweek::ui;
using goodweek::testing::fonts;

namespace {

Ui fresh() { return Ui{fonts(), english()}; }

}  // namespace

TEST_CASE("a key is the path of what it stands for, and nothing else") {
    CHECK(key_of(key_of(0, "goal"), "log") != key_of(key_of(0, "goals"), "log"));
    CHECK(key_of(key_of(0, "a"), "b") != key_of(0, "ab"));
    CHECK(key_of(0, "save") == key_of(0, "save"));
}

TEST_CASE("a press is taken once, by the word it was meant for") {
    Ui ui = fresh();
    ui.begin({}, {{.key = key_of(0, "save"), .kind = ActionKind::press}});
    CHECK_FALSE(ui.pressed(ui.key("cancel")));
    CHECK(ui.pressed(ui.key("save")));
    CHECK_FALSE(ui.pressed(ui.key("save")));
    const Frame frame = ui.end();
    CHECK(frame.acted);
    CHECK(frame.untaken.empty());
}

TEST_CASE("a press that nobody wanted is told of") {
    Ui ui = fresh();
    ui.begin({}, {{.key = 77, .kind = ActionKind::press}, {.key = 78, .kind = ActionKind::hover_in}});
    CHECK(ui.end().untaken.size() == 1);
}

TEST_CASE("of everything typed between two frames, the last counts") {
    Ui ui = fresh();
    ui.begin({}, {{.key = 5, .kind = ActionKind::set_text, .text = "3"},
                  {.key = 5, .kind = ActionKind::set_text, .text = "32"}});
    CHECK(ui.take_text(5) == "32");
    CHECK_FALSE(ui.take_text(5).has_value());
    CHECK(ui.end().untaken.empty());
}

TEST_CASE("a finger holds what it came down on until it goes up or leaves") {
    Ui ui = fresh();
    const Key save = key_of(0, "save");
    ui.begin({}, {{.key = save, .kind = ActionKind::down}});
    CHECK(ui.held(save));
    ui.end();
    ui.begin({}, {});
    CHECK(ui.held(save));
    ui.end();
    ui.begin({}, {{.key = save, .kind = ActionKind::hover_out}});
    CHECK_FALSE(ui.held(save));
}

TEST_CASE("of two gaps that meet the larger counts, and the first word of a page has none") {
    Ui ui = fresh();
    ui.begin({.width = 390}, {});
    CHECK(ui.place(20, {28, 10}).y == 0);
    CHECK(ui.place(20, {4, 0}).y == 30);
    ui.gap(3);
    CHECK(ui.place(20, {50, 0}).y == 53);
}

TEST_CASE("two words with one key are told of") {
    Ui ui = fresh();
    ui.begin({}, {});
    ui.node(ui.key("save"), Role::button, "Save", {});
    ui.node(ui.key("save"), Role::button, "Save", {});
    CHECK(ui.end().doubled.size() == 1);
}

TEST_CASE("the same words in two rows are different things") {
    Ui ui = fresh();
    ui.begin({}, {});
    Key first = 0, second = 0;
    ui.scope("row/1", [&] { first = ui.key("log"); });
    ui.scope("row/2", [&] { second = ui.key("log"); });
    CHECK(first != second);
    CHECK(ui.key("log") != first);
}

TEST_CASE("what stands beside words is read after them, at the right, centred on them") {
    Ui ui = fresh();
    ui.begin({.width = 390}, {});
    ui.abreast(
        16, 100, 358, 12, [&] { ui.node(1, Role::paragraph, "words", ui.place(60, {0, 0})); },
        [&] {
            const Rect rect = ui.place(44, {0, 0});
            ui.node(2, Role::button, "Log it", {rect.x, rect.y, 84, 44});
        });
    const Frame frame = ui.end();
    CHECK(frame.nodes[0].name == "words");
    CHECK(frame.nodes[1].rect == Rect{16 + 358 - 84, 108, 84, 44});
    CHECK(frame.nodes[0].rect.width == 358 - 84 - 12);
}

TEST_CASE("where text is large, what stood beside words stands under them") {
    Ui ui = fresh();
    ui.begin({.width = 390, .text_scale = 2}, {});
    const float height = ui.abreast(
        16, 0, 358, 12, [&] { ui.node(1, Role::paragraph, "words", ui.place(60, {0, 0})); },
        [&] { ui.node(2, Role::button, "Log it", ui.place(72, {8, 0})); });
    const Frame frame = ui.end();
    CHECK(frame.nodes[1].rect.y == 68);
    CHECK(frame.nodes[1].rect.width == 358);
    CHECK(height == 140);
}

TEST_CASE("a movement takes its time, asks for frames until it is done, and none after") {
    Ui ui = fresh();
    Environment at{.now_ms = 1000};
    const auto step = [&](double now, float target) {
        at.now_ms = now;
        ui.begin(at, {});
        const float value = ui.moved(9, target, 100);
        return std::pair{value, ui.end().moving};
    };
    CHECK(step(1000, 0) == std::pair{0.0f, false});
    CHECK(step(1010, 2).second);
    const auto [half, moving] = step(1060, 2);
    CHECK(half > 0);
    CHECK(half < 2);
    CHECK(moving);
    CHECK(step(1200, 2) == std::pair{2.0f, false});
}

TEST_CASE("what is met for the first time comes up once, and stays") {
    Ui ui = fresh();
    const auto at = [&](double now) {
        ui.begin({.now_ms = now}, {});
        const float risen = ui.first_seen(9, 400);
        ui.end();
        return risen;
    };
    CHECK(at(0) == 0);
    CHECK(at(200) > 0.5f);
    CHECK(at(400) == 1);
    ui.begin({.now_ms = 500}, {});  // another page
    ui.end();
    CHECK(at(600) == 1);
}

TEST_CASE("who wants less movement sees the end of it at once") {
    Ui ui = fresh();
    Environment still{.reduced_motion = true};
    ui.begin(still, {});
    ui.moved(9, 0, 100);
    ui.end();
    ui.begin(still, {});
    CHECK(ui.moved(9, 2, 100) == 2);
    CHECK_FALSE(ui.end().moving);
}

TEST_CASE("sizes that no device has are brought back to ones that can be laid out") {
    const Environment odd =
        within_reason({.width = -5, .height = 0, .dpr = 99, .text_scale = 625, .spacing = {.line = 40}});
    CHECK(odd.width >= 240);
    CHECK(odd.dpr <= 4);
    CHECK(odd.text_scale == 3);
    CHECK(odd.spacing.line == 2);
}
