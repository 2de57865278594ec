// The rules that every page is held to, each broken once: an inspection that finds nothing must be able to find it.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/ui/visitor.h"

using namespace goodweek;
using namespace goodweek::ui;
using namespace goodweek::testing;

namespace {

bool finds(std::string_view fault, const Visitor::View& broken) {
    const Visitor visitor{[&](Ui& ui) {
        ui.node(ui.key("title"), Role::heading, "A page", {0, 0, 100, 30}).level = 1;
        broken(ui);
    }};
    return std::ranges::any_of(visitor.faults(), [&](const std::string& found) { return found.contains(fault); });
}

}  // namespace

TEST_CASE("an inspection finds nothing on a page with nothing wrong") {
    CHECK_FALSE(finds("", [](Ui&) {}));
}

TEST_CASE("an inspection finds each thing that can be wrong with a page") {
    CHECK(finds("used twice", [](Ui& ui) {
        ui.node(1, Role::paragraph, "one", {0, 40, 10, 10});
        ui.node(1, Role::paragraph, "two", {0, 60, 10, 10});
    }));
    CHECK(finds("too small to press", [](Ui& ui) { ui.node(1, Role::button, "Save", {0, 40, 80, 40}); }));
    CHECK(finds("has no name", [](Ui& ui) { ui.node(1, Role::button, "", {0, 40, 80, 44}); }));
    CHECK(finds("the same name", [](Ui& ui) {
        ui.node(1, Role::button, "Log it", {0, 40, 80, 44});
        ui.node(2, Role::button, "Log it", {0, 90, 80, 44});
    }));
    CHECK(finds("outside the page", [](Ui& ui) { ui.node(1, Role::paragraph, "words", {300, 40, 200, 20}); }));
    CHECK(finds("over each other", [](Ui& ui) {
        ui.node(1, Role::button, "One", {0, 40, 80, 44});
        ui.node(2, Role::button, "Two", {60, 60, 80, 44});
    }));
    CHECK(finds("drawn, and not said",
                [](Ui& ui) { ui.draw(shape::Text{{0, 60}, "Secret", Face::regular, 18, {}, 0}); }));
    CHECK(finds("drawn outside", [](Ui& ui) {
        ui.node(1, Role::paragraph, "Long words", {0, 40, 100, 20});
        ui.draw(shape::Text{{350, 60}, "Long words", Face::regular, 18, {}, 0});
    }));
    CHECK(finds("no words for",
                [](Ui& ui) { ui.node(1, Role::paragraph, ui.text_of("nobody.", "wrote_this"), {0, 40, 10, 10}); }));
    CHECK(finds("was not filled", [](Ui& ui) { ui.node(1, Role::paragraph, "Hello {name}", {0, 40, 10, 10}); }));
    CHECK(finds("no icon", [](Ui& ui) { ui.draw_icon("no-such-thing", {0, 0}, 24, {}); }));
    CHECK(finds("2 titles", [](Ui& ui) { ui.node(1, Role::heading, "Another", {0, 40, 10, 10}).level = 1; }));
    CHECK(finds("level is skipped", [](Ui& ui) { ui.node(1, Role::heading, "Deep", {0, 40, 10, 10}).level = 3; }));
    CHECK(finds("parent is not on the page",
                [](Ui& ui) { ui.node(1, Role::paragraph, "lost", {0, 40, 10, 10}).parent = 99; }));
}
