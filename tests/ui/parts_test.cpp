#include <doctest/doctest.h>

#include "support/ui/headless.h"
#include "support/ui/parts.h"
#include "support/ui/visitor.h"
#include "ui/paint.h"

using namespace goodweek;
using namespace goodweek::ui;
using namespace goodweek::testing;

namespace {

std::string lines(const std::vector<std::string>& faults) {
    std::string text;
    for (const std::string& fault : faults) text.append("  ").append(fault).append("\n");
    return text;
}

}  // namespace

TEST_CASE("every part can be read, reached and pressed on a small phone, in large text and on a desk") {
    PartsDraft draft;
    draft.figure.numbers = true;
    Visitor visitor{[&](Ui& ui) { parts(ui, draft); }};
    const auto faults = visitor.faults_everywhere();
    CHECK_MESSAGE(faults.empty(), lines(faults));
}

TEST_CASE("every part holds with the reader's own letter, word and line spacing") {
    PartsDraft draft;
    Environment spaced = phone();
    spaced.spacing = {.line = 1.2f, .letter = 0.12f, .word = 0.16f, .paragraph = 0.5f};
    Visitor visitor{[&](Ui& ui) { parts(ui, draft); }, spaced};
    const auto faults = visitor.faults();
    CHECK_MESSAGE(faults.empty(), lines(faults));
}

TEST_CASE("every page says that nobody is watching, and where help is") {
    PartsDraft draft;
    for (const Environment& environment : {phone(), small_phone(), large_text_phone(), wide()}) {
        Visitor visitor{[&](Ui& ui) { parts(ui, draft); }, environment};
        CHECK(visitor.sees("Goodweek is not monitored. In an emergency call 999."));
        CHECK(visitor.has(Role::link, "Help 999"));
    }
}

TEST_CASE("a page is drawn the same when nothing has happened") {
    PartsDraft draft;
    Visitor visitor{[&](Ui& ui) { parts(ui, draft); }};
    const auto before = visitor.frame().nodes;
    visitor.look();
    CHECK(visitor.frame().nodes == before);
    CHECK_FALSE(visitor.frame().moving);
}

TEST_CASE("only what is in sight is painted, and a plain page is not painted at all") {
    PartsDraft draft;
    Ui ui{fonts(), english()};
    const auto triangles = [&](Environment environment) {
        begin_frame(environment.width, environment.height, environment.dpr);
        ui.begin(environment, {});
        parts(ui, draft);
        const float height = ui.end().content_height;
        paint(ui);
        return std::pair{end_frame(), height};
    };
    const auto [at_top, height] = triangles(phone());
    Environment whole = phone(), plain = phone(), far_down = phone();
    whole.height = height;
    plain.plain = true;
    far_down.scroll_top = height * 4;
    CHECK(at_top > 500);
    CHECK(at_top < triangles(whole).first / 3);
    CHECK(triangles(far_down).first < at_top);
    CHECK(triangles(plain).first == 0);
}

TEST_CASE("words that only the browser can set are left out of the drawing, and named") {
    const std::string name = "آمال";
    Visitor visitor{[&](Ui& ui) {
        page(ui, {.id = "p", .back = "Today", .back_href = "#/today", .places = family_places("today")}, [&] {
            title(ui, name);
            button(ui, "open", {.label = name});
            list(ui, {.name = "People"}, [&] { row(ui, "a", {.title = name, .href = "#/person"}); });
        });
    }};
    for (const AccessNode& node : visitor.frame().nodes)
        if (node.name == name) CHECK(node.paint == Paint::browser);
    CHECK(visitor.faults().empty());
}
