#include <doctest/doctest.h>

#include "support/ui/parts.h"
#include "support/ui/visitor.h"

using namespace goodweek;
using namespace goodweek::ui;
using namespace goodweek::testing;

namespace {

// A page with nothing on it but what the test is about.
Visitor on_a_page(std::function<void(Ui&)> body, Environment environment = phone()) {
    return Visitor{
        [body = std::move(body)](Ui& ui) {
            page(ui, {.id = "page", .back = "Today", .back_href = "#/today", .places = family_places("today")}, [&] {
                title(ui, "A page");
                body(ui);
            });
        },
        environment};
}

}  // namespace

TEST_CASE("a button that is pressed says so once") {
    int pressed = 0;
    Visitor mother = on_a_page([&](Ui& ui) { pressed += button(ui, "save", "Save reading"); });
    mother.press("Save reading");
    CHECK(pressed == 1);
    mother.look();
    CHECK(pressed == 1);
}

TEST_CASE("a button that is busy, or at its end, takes nothing") {
    int pressed = 0;
    Visitor mother = on_a_page([&](Ui& ui) {
        pressed += button(ui, "after", {.label = "After", .description = "There is nothing later.", .at_end = true});
    });
    mother.press("After");
    CHECK(pressed == 0);
    CHECK(mother.find("After")->disabled);
    CHECK(mother.find("After")->description == "There is nothing later.");
}

TEST_CASE("a button's name begins with its words and says what it is about") {
    Visitor mother = on_a_page([](Ui& ui) { button(ui, "taken", {.label = "Taken", .about = "Brown inhaler"}); });
    CHECK(mother.find("Taken")->name == "Taken, Brown inhaler");
}

TEST_CASE("what is typed is in the draft, and the field holds it") {
    std::string typed;
    const NumberField peak_flow{.label = "Peak flow", .unit = "L/min", .unit_said = "Litres per minute"};
    Visitor mother = on_a_page([&](Ui& ui) { number_field(ui, "value", peak_flow, typed); });
    mother.type("Peak flow", "320");
    CHECK(typed == "320");
    const AccessNode* field = mother.find(Role::text_field, "Peak flow");
    CHECK(field->value == "320");
    CHECK(field->field.inputmode == "decimal");
    CHECK(field->name == "Peak flow, Litres per minute");
}

TEST_CASE("Enter in a field presses the page's primary button, and no other") {
    std::string typed;
    int saved = 0, undone = 0;
    Visitor mother = on_a_page([&](Ui& ui) {
        text_field(ui, "words", {.label = "Your words"}, typed);
        undone += secondary(ui, "undo", "Undo");
        saved += button(ui, "save", "Save");
    });
    mother.enter("Your words");
    CHECK(saved == 1);
    CHECK(undone == 0);
}

TEST_CASE("an error is part of its field, is listed at the top, and its line leads to the field") {
    std::string typed = "2650";
    Visitor mother = on_a_page([&](Ui& ui) {
        const Problem problems[] = {{"Enter a number between 60 and 800", ui.key("value")}};
        error_summary(ui, problems);
        number_field(
            ui, "value",
            {.label = "Peak flow", .hint = "The best of three blows", .error = "Enter a number between 60 and 800"},
            typed);
    });
    const AccessNode* field = mother.find(Role::text_field, "Peak flow");
    CHECK(field->error == "Enter a number between 60 and 800");
    CHECK(field->description == "The best of three blows. Enter a number between 60 and 800");
    CHECK(field->value == "2650");
    mother.press("Enter a number between 60 and 800");
    CHECK(mother.focus() == mother.find(Role::text_field, "Peak flow")->key);
}

TEST_CASE("the keyboard goes to what is wrong when it is found, and is then left alone") {
    std::string problem;
    Visitor mother = on_a_page([&](Ui& ui) {
        if (!problem.empty()) error_summary(ui, std::vector{Problem{problem, ui.key("value")}});
    });
    CHECK(mother.focus() == 0);
    problem = "Enter a number";
    mother.look();
    CHECK(mother.focus() == mother.find(Role::heading, "There is a problem")->key);
    mother.forget();
    mother.look();
    CHECK(mother.focus() == 0);
    problem = "Enter a number between 60 and 800";
    mother.look();
    CHECK(mother.focus() != 0);
}

TEST_CASE("a question that is the page's title is drawn once and said once") {
    std::string typed;
    Visitor mother{[&](Ui& ui) {
        page(ui, {.id = "page"},
             [&] { text_field(ui, "name", {.label = "What is your name?", .question = true}, typed); });
    }};
    CHECK(mother.names(Role::heading) == std::vector<std::string>{"What is your name?"});
    CHECK(mother.frame().title == "What is your name?");
    CHECK(mother.find(Role::text_field, "What is your name?")->hidden_name);
    CHECK(mother.faults().empty());
}

TEST_CASE("a hidden passphrase can be shown, and says what it is") {
    std::string words = "four plain words";
    bool shown = false;
    Visitor mother = on_a_page([&](Ui& ui) { secret_field(ui, "secret", {.label = "Passphrase"}, words, shown); });
    CHECK(mother.find(Role::text_field, "Passphrase")->field.type == "password");
    mother.press("Show");
    CHECK(mother.find(Role::text_field, "Passphrase")->field.type == "text");
    mother.press("Hide");
    CHECK_FALSE(shown);
}

TEST_CASE("one answer is chosen at a time, and choosing does nothing else") {
    int when = -1;
    Visitor mother = on_a_page([&](Ui& ui) {
        choice(ui, "when",
               {.legend = "When was this?",
                .options = {{.value = 0, .label = "Now"}, {.value = 1, .label = "Earlier today"}}},
               when);
    });
    mother.choose("Earlier today");
    CHECK(when == 1);
    CHECK(mother.find(Role::option, "Earlier today")->checked);
    CHECK_FALSE(mother.find(Role::option, "Now")->checked);
    CHECK(mother.commands().empty());
    CHECK(mother.find(Role::choice, "When was this?")->description.empty());
}

TEST_CASE("a question nobody has answered yet has no answer") {
    enum class Feeling { low, high };
    std::optional<Feeling> feeling;
    Visitor mother = on_a_page([&](Ui& ui) {
        choice(
            ui, "feeling",
            {.legend = "How do you feel?", .options = {{.value = 0, .label = "Low"}, {.value = 1, .label = "High"}}},
            feeling);
    });
    CHECK_FALSE(mother.find(Role::option, "Low")->checked);
    mother.choose("High");
    CHECK(feeling == Feeling::high);
}

TEST_CASE("a rating runs from 0 to 10, and its ends are explained to those who cannot see them") {
    std::optional<int> said;
    Visitor junie = on_a_page([&](Ui& ui) {
        rating(ui, "rating",
               {.legend = "How is it going?",
                .low = "0 is not started",
                .high = "10 is all the way",
                .last_time = 5,
                .last_words = "You said 5 last time"},
               said);
    });
    CHECK(junie.names(Role::option).size() == 11);
    CHECK(junie.find(Role::choice, "How is it going?")->description ==
          "You said 5 last time. 0 is not started. 10 is all the way");
    junie.choose("6");
    CHECK(said == 6);
}

TEST_CASE("a box is ticked and cleared by the same press") {
    bool agreed = false;
    Visitor mother = on_a_page([&](Ui& ui) { check(ui, "agree", {.label = "I have read this"}, agreed); });
    mother.press("I have read this");
    CHECK(agreed);
    CHECK(mother.find("I have read this")->checked);
    mother.press("I have read this");
    CHECK_FALSE(agreed);
}

TEST_CASE("a row that leads somewhere is one link, named by all it says") {
    Visitor mother = on_a_page([](Ui& ui) {
        list(ui, {.name = "Coming up"}, [&] {
            row(ui, "review",
                {.title = "Junie\u2019s asthma review", .text = "Tuesday 10 November", .href = "#/goals"});
        });
    });
    mother.press("Junie\u2019s asthma review. Tuesday 10 November");
    const auto* go = mother.asked<session::Go>();
    if (!go) FAIL("nobody went anywhere");
    else CHECK(go->route.page == session::Page::goals);
}

TEST_CASE("an address that is not ours is left to the browser") {
    Visitor mother = on_a_page(
        [](Ui& ui) { button(ui, "call", {.label = "Call 999", .look = Button::Look::warning, .href = "tel:999"}); });
    CHECK(mother.find(Role::link, "Call 999")->value == "tel:999");
    mother.press("Call 999");
    CHECK(mother.commands().empty());
}

TEST_CASE("the same button in two rows is two buttons") {
    std::string done;
    Visitor mother = on_a_page([&](Ui& ui) {
        list(ui, {.name = "Today"}, [&] {
            for (const char* name : {"Brown inhaler", "Peak flow"})
                row(ui, name, {.title = name}, [&] {
                    if (button(ui, "done", {.label = "Done", .about = name})) done = name;
                });
        });
    });
    mother.press("Done, Peak flow");
    CHECK(done == "Peak flow");
}

TEST_CASE("a table's rows keep their cells, on a phone and on a desk, and lead where they say") {
    std::optional<std::string> opened;
    const Table families{.caption = "Your families",
                         .columns = {{.title = "Family"}, {.title = "Last heard"}},
                         .groups = {{.title = "Quiet",
                                     .count = "1",
                                     .rows = {{.id = "oakapple",
                                               .cells = {{.text = "Oakapple"}, {.text = "Yesterday"}},
                                               .href = "#/family"}}}}};
    for (const Environment& environment : {phone(), wide()}) {
        Visitor sam = on_a_page(
            [&](Ui& ui) {
                if (auto id = table(ui, "families", families)) opened = id;
            },
            environment);
        CHECK(sam.names(Role::column_header) == std::vector<std::string>{"Family", "Last heard", "Quiet, 1"});
        CHECK(sam.names(Role::cell) == std::vector<std::string>{"", "Yesterday"});
        opened.reset();
        sam.press("Oakapple");
        CHECK(opened == "oakapple");
    }
}

TEST_CASE("a figure says its conclusion, its band and its last value, and its numbers are one press away") {
    FigureView view;
    const FigureData data = a_fortnight_of_peak_flow();
    Visitor sam = on_a_page([&](Ui& ui) { figure(ui, "peak_flow", data, view); });
    CHECK(sam.has(Role::figure, "11 of 13 mornings were in the green zone"));
    CHECK(sam.sees("Green: 240 or more"));
    CHECK(sam.sees("Cold began"));
    CHECK(sam.sees("day 14: 265"));
    CHECK_FALSE(sam.has(Role::table, "Peak flow"));
    sam.press("Show the numbers");
    CHECK(sam.has(Role::table, "Peak flow"));
    CHECK(sam.names(Role::cell).size() == 2 * data.numbers.size());
}

TEST_CASE("a figure's readings are stepped through by two buttons, to both ends and no further") {
    FigureView view;
    Visitor sam = on_a_page([&](Ui& ui) { figure(ui, "peak_flow", a_fortnight_of_peak_flow(), view); });
    CHECK(sam.find("After")->disabled);
    sam.press("Before");
    CHECK(sam.sees("day 13: 248"));
    CHECK_FALSE(sam.find("After")->disabled);
    for (int step = 0; step < 20; ++step)
        if (!sam.find("Before")->disabled) sam.press("Before");
    CHECK(sam.sees("day 1: 262"));
    CHECK(sam.find("Before")->description == "There is nothing earlier.");
}

TEST_CASE("a figure with nothing in it still draws, and offers no steps") {
    FigureView view;
    FigureData data = a_fortnight_of_peak_flow();
    data.series.clear();
    data.numbers.clear();
    Visitor sam = on_a_page([&](Ui& ui) { figure(ui, "peak_flow", data, view); });
    CHECK_FALSE(sam.has(Role::button, "Before"));
    CHECK(sam.faults().empty());
}

TEST_CASE("the bar stays at the foot of the window while the page scrolls, and knows where it is") {
    Environment scrolled = phone();
    scrolled.scroll_top = 300;
    Visitor mother = on_a_page([](Ui&) {}, scrolled);
    CHECK(mother.find(Role::link, "Week")->pinned);
    CHECK(mother.find(Role::link, "Week")->rect.y == 844 - 76);
    CHECK(mother.frame().bar_height == 76);
}

TEST_CASE("a low window keeps its page: the bar goes to the end of it") {
    Environment low = phone();
    low.height = 256;
    Visitor mother = on_a_page([](Ui&) {}, low);
    CHECK(mother.frame().bar_height == 0);
    CHECK(mother.find(Role::link, "Week")->rect.y > 100);
}

TEST_CASE("in large text the bar has two places, Menu and Help 999") {
    Visitor mother = on_a_page([](Ui&) {}, large_text_phone());
    CHECK_FALSE(mother.has(Role::link, "Log"));
    CHECK(mother.has(Role::link, "Menu"));
    CHECK(mother.has(Role::link, "Help 999"));
}

TEST_CASE("before anyone is let in, the foot of the page has the sentence and the number") {
    Visitor stranger{[](Ui& ui) { page(ui, {.id = "open", .bare = true}, [&] { title(ui, "Who is here?"); }); }};
    CHECK(stranger.sees("Goodweek is not monitored."));
    stranger.press("Help 999");
    CHECK(stranger.asked<session::Go>() != nullptr);
}

TEST_CASE("on a desk the places stand in a rail, and Lock beside who is in") {
    Visitor sam{[](Ui& ui) {
                    page(ui,
                         {.id = "caseload",
                          .places = family_places("today"),
                          .me = "Sam",
                          .my_face = {.picture = "handshake"},
                          .board = true},
                         [&] { title(ui, "Your families"); });
                },
                wide()};
    CHECK(sam.has(Role::link, "This week"));
    sam.press("Lock");
    CHECK(sam.asked<session::Lock>() != nullptr);
}
