#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "session/caseload.h"
#include "session/invented.h"
#include "support/session/families.h"
#include "support/ui/visitor.h"
#include "ui/views/screen.h"

using namespace goodweek;
using goodweek::testing::Visitor;
using goodweek::testing::wide;
using session::Page;

namespace {

// Friday 6 November 2026, a quarter to eight: the morning of the pictures.
LocalMoment friday() { return moment_of(*make_day(2026, 11, 6), Minutes{7 * 60 + 45}); }

GroupId group_named(std::string_view name) { return *GroupId::from(bytes_of(name).first(GroupId::size)); }

// A clinic's machine with four invented families on it, as it stands after a sync. Going about works; other commands
// are only collected.
struct Clinic {
    session::State state;
    std::map<std::string, GroupId> ids;
    std::map<std::pair<GroupId, std::string>, records::Clock> clocks;  // of each device in each family

    Clinic() {
        state.stage = session::Stage::open;
        state.side = Side::clinic;
        state.route = {.page = Page::caseload};
        state.clinic_name = std::string(session::invented_clinic);
        state.own = group_named("larkrise lane, one of its kind..");
        state.now = friday().at;
        state.sending = {.state = session::Sending::idle, .last = state.now};
        int days_ago = 0;
        for (const auto& told : testing::invented_families(2026, friday(), 4)) {
            const auto id = group_named(told.key + "................................");
            ids[told.key] = id;
            auto& family = state.families[id];
            family.id = id;
            family.linked = true;
            // One was heard from today, one yesterday, and so on; the last not for a fortnight.
            family.last_heard = state.now - Days{days_ago == 3 ? 14 : days_ago};
            ++days_ago;
            for (const auto& entry : told.entries) write(family, "the family phone", entry);
            for (const auto& entry : told.from_clinic) write(family, "the worker's one", entry);
        }
    }

    session::Family& family(const std::string& key) { return state.families.at(ids.at(key)); }

    void write(session::Family& family, std::string_view device, const session::InventedEntry& entry) {
        const auto id = *DeviceId::from(bytes_of(device));
        auto& clock = clocks[{family.id, std::string(device)}];
        clock = records::next(clock, entry.at.at);
        records::Event event{.dot = {id, family.log.seen().complete_to(id) + 1},
                             .clock = clock,
                             .entity = entry.entity,
                             .person = entry.person,
                             .at = entry.at};
        event.supersedes = family.log.seen_versions(entry.entity, entry.what);
        event.what = entry.what;
        if (const auto* changed = family.log.append(std::move(event))) family.answers.hear(*changed);
    }

    // A goal that the family has said yes to and the clinic has not.
    EntityId ask_to_agree(const std::string& key) {
        auto& asked = family(key);
        const auto goal = *EntityId::from(bytes_of("a goal to agree."));
        const auto yes = *EntityId::from(bytes_of("their yes to it."));
        const auto since = LocalMoment{state.now - Days{3}, Minutes{0}};
        write(asked, "their other one.", {since, goal, {}, Goal{.words = "Swim every Sunday"}});
        write(asked, "their other one.",
              {since, yes, {}, GoalAgreed{.goal = goal, .side = Side::family, .words = "Swim every Sunday"}});
        return goal;
    }

    // Every family is answered: nobody waits for anything.
    void answer_everybody() {
        for (auto& [id, family] : state.families) {
            const auto entity = *EntityId::from(id.view().first(EntityId::size));
            write(
                family, "the worker's one",
                {friday(), entity, {}, records::Message{.from = Side::clinic, .text = "Thank you for telling me."}});
        }
    }

    Visitor visitor(ui::Environment environment = wide()) {
        return Visitor([this](ui::Ui& ui) { ui::screen(ui, state, state.drafts); }, environment,
                       [this](const session::Command& command) {
                           if (const auto* go = std::get_if<session::Go>(&command)) state.route = go->route;
                       });
    }
    void go(session::Route route) { state.route = std::move(route); }
};

// The families on the page from the top down: those of `keys` that are there, by where their names stand.
std::vector<std::string> order_on(const Visitor& worker, Clinic& clinic) {
    std::vector<std::string> order;
    for (const auto& name : worker.names(ui::Role::link))
        for (const auto& [key, id] : clinic.ids)
            if (name == clinic.family(key).answers.home.name()) order.push_back(key);
    return order;
}

using Order = std::vector<std::string>;

}  // namespace

TEST_CASE("a link worker sees who waits for them first, then who is quiet, then the steady ones") {
    Clinic clinic;
    clinic.answer_everybody();
    clinic.ask_to_agree("quillbramble");
    auto worker = clinic.visitor();
    CHECK(order_on(worker, clinic) == Order{"quillbramble", "pebblecombe", "oakapple", "thistlewick"});
    CHECK(worker.has(ui::Role::column_header, "Waiting for you, 1, oldest first"));
    CHECK(worker.has(ui::Role::column_header, "Quiet, 1, nothing heard for 7 days or more"));
    CHECK(worker.has(ui::Role::column_header, "Steady, 2"));
}

TEST_CASE("a family where somebody said they were in danger stands before all others, until they are written to") {
    Clinic clinic;
    clinic.answer_everybody();
    clinic.ask_to_agree("quillbramble");
    const auto entity = *EntityId::from(bytes_of("a call for help."));
    const LocalMoment later{friday().at + std::chrono::minutes{1}, friday().offset};
    clinic.write(clinic.family("thistlewick"), "the family phone",
                 {later, entity, {}, Response{.questionnaire = "phq9", .form = "adult", .called_for_help = true}});
    {
        auto worker = clinic.visitor();
        CHECK(order_on(worker, clinic).front() == "thistlewick");
        CHECK(worker.sees("6 November: thoughts of being better off dead"));
    }
    clinic.go({.page = Page::family, .family = clinic.ids.at("thistlewick")});
    auto worker = clinic.visitor();
    CHECK(worker.sees("This stands here until you write to them."));
    const auto answer = *EntityId::from(bytes_of("what they wrote."));
    clinic.write(clinic.family("thistlewick"), "the worker's one",
                 {{later.at + std::chrono::minutes{1}, later.offset},
                  answer,
                  {},
                  records::Message{.from = Side::clinic, .text = "I am ringing you now."}});
    CHECK_FALSE(session::danger_of(clinic.family("thistlewick")));
}

TEST_CASE("what waits is said in its own words, and counted") {
    Clinic clinic;
    clinic.answer_everybody();
    clinic.ask_to_agree("oakapple");
    auto worker = clinic.visitor();
    CHECK(worker.sees("Goal to agree: Swim every Sunday"));
    const auto rows = session::caseload(clinic.state, {});
    CHECK(rows.waiting == 1);
    CHECK(rows.rows.front().waits == 1);
    CHECK(rows.rows.front().since == friday().day() - Days{3});
}

TEST_CASE("the family that has waited longest is the first to be answered") {
    Clinic clinic;
    clinic.answer_everybody();
    clinic.ask_to_agree("oakapple");
    const auto entity = *EntityId::from(bytes_of("a later message."));
    clinic.write(clinic.family("thistlewick"), "the family phone",
                 {{friday().at + Minutes{1}},
                  entity,
                  {},
                  records::Message{.from = Side::family, .text = "Can we move Tuesday?"}});
    auto worker = clinic.visitor();
    CHECK(order_on(worker, clinic) == Order{"oakapple", "thistlewick", "pebblecombe", "quillbramble"});
    CHECK(worker.sees("“Can we move Tuesday?”"));
}

TEST_CASE("a family is found by its name, or by the name of anybody in it") {
    Clinic clinic;
    auto worker = clinic.visitor();
    worker.type("Find a family", "pebble");
    CHECK(order_on(worker, clinic) == Order{"pebblecombe"});
    worker.type("Find a family", "JUNIE");
    CHECK(order_on(worker, clinic) == Order{"thistlewick"});
    worker.type("Find a family", "nobody of that name");
    CHECK(worker.sees("No family matches."));
}

TEST_CASE("filter and sort stand in the address, and an address brings them back") {
    Clinic clinic;
    clinic.answer_everybody();
    auto worker = clinic.visitor();
    worker.choose("Steady");
    CHECK(clinic.state.route.what == "steady.reason");
    CHECK(order_on(worker, clinic) == Order{"oakapple", "quillbramble", "thistlewick"});
    worker.choose("Name");
    CHECK(session::to_text(clinic.state.route) == "#/caseload/=steady.name");
    worker.choose("All");
    CHECK(order_on(worker, clinic) == Order{"oakapple", "pebblecombe", "quillbramble", "thistlewick"});

    Clinic another;
    another.answer_everybody();
    another.go(session::route_from("#/caseload/=all.heard"));
    auto colleague = another.visitor();
    CHECK(order_on(colleague, another) == Order{"thistlewick", "oakapple", "quillbramble", "pebblecombe"});
    another.go(session::route_from("#/caseload/=nonsense.of-a-kind"));
    colleague.look();
    CHECK(order_on(colleague, another).size() == 4);
}

TEST_CASE("a family opens from its row, and the way back leads to the list as it was") {
    Clinic clinic;
    clinic.answer_everybody();
    auto worker = clinic.visitor();
    worker.choose("Name");
    worker.press("The Thistlewicks");
    CHECK(clinic.state.route.page == Page::family);
    CHECK(worker.sees("Readings they share"));
    CHECK(worker.sees("Peak flow, Junie"));
    worker.press("Your families");
    CHECK(session::to_text(clinic.state.route) == "#/caseload/=all.name");
}

TEST_CASE("a figure of a family's readings opens from its small picture") {
    Clinic clinic;
    clinic.go({.page = Page::family, .family = clinic.ids["thistlewick"]});
    auto worker = clinic.visitor();
    const auto links = worker.names(ui::Role::link);
    const auto figure =
        std::ranges::find_if(links, [](const auto& name) { return name.starts_with("Peak flow, Junie"); });
    REQUIRE(figure != links.end());
    worker.press(*figure);
    CHECK(clinic.state.route.page == Page::reading);
    CHECK(clinic.state.route.what == "peak_flow");
    CHECK(clinic.state.route.family == clinic.ids["thistlewick"]);
}

TEST_CASE("what a link worker writes back is for the family on the page") {
    Clinic clinic;
    clinic.go({.page = Page::family, .family = clinic.ids["oakapple"]});
    auto worker = clinic.visitor();
    worker.type("Write back", "Monday at ten is fine.");
    worker.press("Send");
    REQUIRE(worker.asked<session::SendMessage>());
    CHECK_FALSE(worker.asked<session::SendMessage>()->about);
    CHECK(clinic.state.drafts.messages.at({clinic.ids.at("oakapple"), std::nullopt}).text ==
          "Monday at ten is fine.");
    CHECK(clinic.state.family() == &clinic.family("oakapple"));
}

TEST_CASE("words meant for one family are never found in another's box") {
    Clinic clinic;
    clinic.go({.page = Page::family, .family = clinic.ids["oakapple"]});
    auto worker = clinic.visitor();
    worker.type("Write back", "Monday at ten, Hester?");
    clinic.go({.page = Page::family, .family = clinic.ids["thistlewick"]});
    worker.look();
    CHECK_FALSE(worker.sees("Monday at ten, Hester?"));
    clinic.go({.page = Page::family, .family = clinic.ids["oakapple"]});
    worker.look();
    CHECK(worker.sees("Monday at ten, Hester?"));
}

TEST_CASE("a reply to one entry says which") {
    Clinic clinic;
    const auto entry = clinic.family("thistlewick").answers.diary.all().back().entity;
    clinic.go({.page = Page::entry, .family = clinic.ids["thistlewick"], .entity = entry});
    auto worker = clinic.visitor();
    worker.type("Write back", "Well done.");
    worker.press("Send");
    REQUIRE(worker.asked<session::SendMessage>());
    CHECK(worker.asked<session::SendMessage>()->about == entry);
}

TEST_CASE("a goal that waits for the clinic is agreed on its own page") {
    Clinic clinic;
    const auto goal = clinic.ask_to_agree("pebblecombe");
    clinic.go({.page = Page::family, .family = clinic.ids["pebblecombe"]});
    auto worker = clinic.visitor();
    CHECK(worker.has(ui::Role::heading, "What we agreed"));
    CHECK(worker.sees("Swim every Sunday. Waiting for you"));
    clinic.go({.page = Page::goal, .family = clinic.ids["pebblecombe"], .entity = goal});
    worker.look();
    worker.press(ui::english().say("goal.clinic_agrees"));
    REQUIRE(worker.asked<session::AgreeGoal>());
    CHECK(worker.asked<session::AgreeGoal>()->goal == goal);
    worker.type("Write back", "Which baths?");
    worker.press("Send");
    REQUIRE(worker.asked<session::SendMessage>());
    CHECK(worker.asked<session::SendMessage>()->about == goal);
}

TEST_CASE("a clinic without families is told how to get one") {
    Clinic clinic;
    clinic.state.families.clear();
    auto worker = clinic.visitor();
    CHECK(worker.sees("No families yet"));
    CHECK(worker.has(ui::Role::button, "Invite a family"));
}

TEST_CASE("every page of a link worker keeps the rules at every size") {
    Clinic clinic;
    const auto goal = clinic.ask_to_agree("thistlewick");
    const auto id = clinic.ids["thistlewick"];
    const auto& family = clinic.family("thistlewick");
    const auto& people = family.answers.home.people();
    const auto junie = std::ranges::find(people, "Junie", &Person::name)->id;
    auto worker = clinic.visitor();
    const auto looks_right = [&](const session::Route& route) {
        CAPTURE(session::to_text(route));
        clinic.go(route);
        for (const std::string& fault : worker.faults_everywhere()) FAIL_CHECK(fault);
    };
    for (const auto page : {Page::caseload, Page::messages, Page::join, Page::sync, Page::settings, Page::help})
        looks_right({.page = page});
    looks_right({.page = Page::caseload, .what = "quiet.name"});
    for (const auto& [key, each] : clinic.ids) looks_right({.page = Page::family, .family = each});
    looks_right({.page = Page::goal, .family = id, .entity = goal});
    looks_right({.page = Page::entry, .family = id, .entity = family.answers.diary.all().back().entity});
    for (const auto& measure : family.answers.readings.measures_of(junie))
        looks_right({.page = Page::reading, .family = id, .person = junie, .what = measure});
    clinic.state.made_invite = {.text = "https://goodweek.example/#/join/abc",
                                .typed_code = "ABCD-EFGH-JKMN",
                                .words = {"one", "two", "three", "four", "five", "six", "seven", "eight"},
                                .expires = clinic.state.now + Days{14},
                                .qr = std::vector(33, std::vector<bool>(33, true))};
    looks_right({.page = Page::join});
    clinic.state.families.clear();
    looks_right({.page = Page::caseload});
}
