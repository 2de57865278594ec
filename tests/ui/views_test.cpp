// A family's pages, from the first to Help, as somebody without eyes or hands for a mouse would meet them.
#include <doctest/doctest.h>

#include "support/ui/a_phone.h"
#include "ui/views/frame.h"

using namespace goodweek;
using namespace goodweek::ui;
using namespace goodweek::testing;

namespace {

constexpr std::string_view pages[] = {"#/today",
                                      "#/summary",
                                      "#/timeline",
                                      "#/log",
                                      "#/log-one/=peak_flow",
                                      "#/log-one/=blood_pressure",
                                      "#/log-one/=glucose",
                                      "#/log-one/=mood",
                                      "#/log-one/=symptom",
                                      "#/log-one/=note",
                                      "#/log-one/=activity",
                                      "#/log-one/=medicine",
                                      "#/log-one/=rest",
                                      "#/import",
                                      "#/readings",
                                      "#/reading/=peak_flow",
                                      "#/goals",
                                      "#/goals/=new",
                                      "#/more",
                                      "#/people",
                                      "#/people/=whose",
                                      "#/person",
                                      "#/join",
                                      "#/add",
                                      "#/messages",
                                      "#/help",
                                      "#/settings",
                                      "#/sync"};

void holds(APhone& phone) {
    CAPTURE(phone.visitor.frame().title);
    CHECK(phone.visitor.sees("Goodweek is not monitored"));
    for (const std::string& fault : phone.visitor.faults_everywhere()) FAIL_CHECK(fault);
}

struct Looking : APhone {
    Looking() { look_around(); }
    const records::GoalStory& goal(std::string_view words) const {
        for (const auto* story : family().answers.goals.all())
            if (story->goal.words.contains(words)) return *story;
        FAIL("no goal says " << words);
        std::unreachable();
    }
    void go_to_goal(std::string_view words) {
        go(session::to_text({.page = session::Page::goal, .entity = goal(words).id}));
    }
    void log_peak_flow_of_junie(std::string_view value) {
        go("#/log");
        visitor.choose("Junie");
        visitor.press("Peak flow");
        visitor.type("What was Junie's peak flow?", value);
        visitor.press("Save reading");
    }
};

}  // namespace

TEST_CASE("every page of a family holds at every size, and says that nobody watches it") {
    Looking amal;
    for (const auto address : pages) {
        CAPTURE(address);
        amal.go(address);
        holds(amal);
    }
}

TEST_CASE("each reading, goal, person and entry of a family has a page that holds at every size") {
    Looking amal;
    for (const auto& person : amal.family().answers.home.people()) {
        amal.go(session::to_text({.page = session::Page::person, .person = person.id}));
        holds(amal);
        for (const auto& measure : amal.family().answers.readings.measures_of(person.id)) {
            CAPTURE(measure);
            amal.go(session::to_text(
                {.page = session::Page::reading, .person = person.id, .what = std::string(measure)}));
            holds(amal);
            amal.visitor.press("Show the numbers");
            holds(amal);
            amal.go(session::to_text({.page = session::Page::entry,
                                      .entity = amal.family().answers.readings.last(person.id, measure)->entity}));
            holds(amal);
        }
    }
    for (const auto* story : amal.family().answers.goals.all()) {
        amal.go(session::to_text({.page = session::Page::goal, .entity = story->id}));
        holds(amal);
        amal.visitor.press("Change the step");
        holds(amal);
        amal.go(session::to_text({.page = session::Page::goal, .entity = story->id, .what = "change"}));
        holds(amal);
    }
}

TEST_CASE("the house stands for all of a family, and another picture for some of it") {
    Looking amal;
    const auto junie = amal.person("Junie"), otto = amal.person("Otto");
    std::vector<PersonId> all;
    for (const auto& person : amal.family().answers.home.people()) all.push_back(person.id);
    CHECK(face_of(amal.state(), std::vector<PersonId>{}).picture == "house");
    CHECK(face_of(amal.state(), all).picture == "house");
    CHECK(face_of(amal.state(), std::vector{junie, otto}).picture == "users");
    CHECK(face_of(amal.state(), std::vector{junie}).picture == face_of(amal.state(), junie).picture);
}

TEST_CASE("a family is started in pages that hold at every size, and finds an empty diary that says what it is for") {
    APhone ida;
    ida.start_a_family([&] { holds(ida); });
    CHECK(ida.visitor.sees("Good morning, Ida"));
    CHECK(ida.visitor.sees("Nothing to do today"));
    for (const auto address : pages) {
        CAPTURE(address);
        ida.go(address);
        holds(ida);
    }
    ida.go("#/readings");
    CHECK(ida.visitor.sees("No readings yet"));
    ida.go("#/goals");
    CHECK(ida.visitor.has(Role::button, "Add a goal"));
    ida.go("#/people");
    CHECK(ida.visitor.sees("Only your family reads this"));
    CHECK(ida.visitor.sees("This phone"));
    ida.go("#/messages");
    CHECK(ida.visitor.sees("Nobody to write to yet"));
    ida.go("#/sync");
    CHECK(ida.visitor.sees("Only on this phone"));
}

TEST_CASE("a locked diary asks for its passphrase or its recovery code, and shows nothing else") {
    APhone ida;
    ida.start_a_family();
    ida.go("#/more");
    ida.visitor.press("Lock now");
    CHECK(ida.visitor.sees("Welcome back"));
    CHECK_FALSE(ida.visitor.sees("Ida"));
    holds(ida);
    ida.visitor.press("I have forgotten it");
    CHECK(ida.visitor.has(Role::text_field, "Recovery code"));
    holds(ida);
}

TEST_CASE("while there is no network every page says so, and works") {
    APhone ida;
    ida.start_a_family();
    ida.hear(session::Online{.online = false});
    for (const auto address : pages) {
        CAPTURE(address);
        ida.go(address);
        holds(ida);
    }
}

TEST_CASE("what could not be stored is said at the top of every page, with a way to try again") {
    APhone ida;
    ida.start_a_family();
    ida.full = true;
    ida.go("#/log-one/=note");
    ida.visitor.type("What would Ida like to remember?", "A walk by the river");
    ida.visitor.press("Save");
    for (const auto address : pages) {
        CAPTURE(address);
        ida.go(address);
        CHECK(ida.visitor.sees("This phone is full."));
        CHECK(ida.visitor.has(Role::button, "Copy what I wrote"));
        holds(ida);
    }
    ida.full = false;
    ida.go("#/today");
    ida.visitor.press("Try again");
    CHECK(ida.visitor.sees("Saved on this phone"));
}

TEST_CASE("the next due thing is finished from Today with one press, and undone with another") {
    Looking amal;
    CHECK(amal.visitor.sees("1 of 4 done"));
    amal.visitor.press("Taken, Brown inhaler");
    CHECK(amal.visitor.sees("2 of 4 done"));
    holds(amal);
    amal.visitor.press("Undo, Brown inhaler");
    CHECK(amal.visitor.sees("1 of 4 done"));
}

TEST_CASE("a peak flow no meter shows is refused beside the field and in the summary, and stays in the box") {
    Looking amal;
    amal.log_peak_flow_of_junie("2650");
    const auto* field = amal.visitor.find(Role::text_field, "What was Junie's peak flow?");
    CHECK(field->error == "Enter a reading between 30 and 900 L/min");
    CHECK(field->value == "2650");
    holds(amal);
    amal.visitor.press("Enter a reading between 30 and 900 L/min");
    CHECK(amal.visitor.focus() == amal.visitor.find(Role::text_field, "What was Junie's peak flow?")->key);
}

TEST_CASE("an unusual value is asked about once, and saved when it is said again") {
    Looking amal;
    const auto junie = amal.person("Junie");
    amal.log_peak_flow_of_junie("700");
    CHECK(amal.visitor.sees("700 L/min is possible but rare"));
    CHECK(amal.visitor.has(Role::heading, "Is that right?"));
    CHECK(amal.visitor.find(Role::text_field, "What was Junie's peak flow?")->error.empty());
    holds(amal);
    amal.visitor.press("Save reading");
    CHECK(amal.visitor.sees("Saved. Thank you for writing it down."));
    CHECK(amal.family().answers.readings.last(junie, "peak_flow")->first == 700'000);
    holds(amal);
}

TEST_CASE("whoever logs for Junie stays with Junie") {
    Looking amal;
    amal.log_peak_flow_of_junie("251");
    CHECK(amal.state().looking_at == amal.person("Junie"));
    CHECK(amal.visitor.sees("Good morning, Junie"));
    amal.go("#/log");
    CHECK(amal.visitor.find(Role::option, "Junie")->checked);
}

TEST_CASE("the face at the top of Today leads to a choice of whose page it is") {
    Looking amal;
    amal.go("#/people/=whose");
    amal.visitor.press("Otto");
    CHECK(amal.visitor.sees("Good morning, Otto"));
}

TEST_CASE("a note has its box when it is asked for, and Save does not wait below it") {
    Looking amal;
    amal.go("#/log-one/=peak_flow");
    CHECK_FALSE(amal.visitor.has(Role::text_field, "Note"));
    const Rect save = amal.visitor.find("Save reading")->rect;
    CHECK(save.y + save.height < 844 - 76);
    amal.visitor.press("Add a note");
    CHECK(amal.visitor.focus() == amal.visitor.find(Role::text_field, "Note")->key);
    holds(amal);
}

TEST_CASE("a goal is rated in two presses, and remembers what was said last time") {
    Looking junie;
    junie.go_to_goal("at break");
    CHECK(junie.visitor.sees("You said 6 last time"));
    junie.visitor.choose("How is it going?", "7");
    junie.visitor.press("Save 7 for today");
    CHECK(junie.visitor.sees("You said 7 last time"));
    CHECK(junie.goal("at break").last_rating()->value == 7);
    holds(junie);
}

TEST_CASE("what was removed comes back with one press") {
    Looking amal;
    const auto junie = amal.person("Junie");
    const auto entity = amal.family().answers.readings.last(junie, "peak_flow")->entity;
    amal.go(session::to_text({.page = session::Page::entry, .entity = entity}));
    amal.visitor.press("Remove it");
    CHECK(amal.family().answers.readings.last(junie, "peak_flow")->entity != entity);
    holds(amal);
    amal.visitor.press("Undo");
    CHECK(amal.family().answers.readings.last(junie, "peak_flow")->entity == entity);
}
