// The care plan, as the session keeps it: who may write what, and who may read it.
#include "session/sections.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/session/households.h"

using namespace goodweek;
using namespace goodweek::session;
using test::Profile;

namespace {

using Kind = SectionField::Kind;

// Four sections as short as can be: the build's own are longer, and change.
std::vector<Section> short_sections() {
    return {
        {.key = "about_me",
         .title = "About me",
         .lead = "What matters.",
         .icon = "smile",
         .fields = {{.key = "important", .label = "Most important"},
                    {.key = "since", .kind = Kind::day, .label = "Since"}}},
        {.key = "passport",
         .group = Section::Group::plans,
         .title = "Passport",
         .lead = "For a ward.",
         .icon = "bed",
         .fields = {{.key = "important", .label = "Most important", .drawn = "about_me.important"},
                    {.key = "visits", .label = "Visits", .drawn = "visits.why"}}},
        {.key = "visits",
         .group = Section::Group::happened,
         .title = "Visits",
         .lead = "Where you went.",
         .icon = "house",
         .of_household = true,
         .many = true,
         .headline = "why",
         .fields = {{.key = "why", .kind = Kind::line, .label = "Why", .needed = true},
                    {.key = "nights", .kind = Kind::number, .label = "Nights"},
                    {.key = "ours", .label = "What we think", .asked = Side::clinic}}},
        {.key = "wishes",
         .group = Section::Group::plans,
         .title = "Wishes",
         .lead = "Only if you like.",
         .icon = "lock",
         .behind_a_door = true,
         .youngest = 18,
         .fields = {{.key = "matters", .label = "What matters"}}},
    };
}

struct Linked : test::Linked {
    Linked() {
        for (auto* profile : {&clinic, &home}) const_cast<State&>(profile->state()).sections = short_sections();
        sync();
    }

    void write(Profile& by, std::string section, std::vector<std::pair<std::string, std::string>> fields,
               EntityId entry = {}) {
        const auto family = &by == &clinic ? home.state().own : GroupId{};
        by.apply(Go{{.page = Page::section_form,
                     .family = family,
                     .person = amal(),
                     .entity = entry,
                     .what = std::move(section)}});
        for (auto& [field, text] : fields) by.drafts().section.fields[field].text = text;
        by.apply(SaveSection{});
    }
    std::string said(const Profile& where, std::string section, std::string field) const {
        const auto* family = where.state().find(home.state().own);
        return std::string{family->answers.sections.said({std::move(section), amal()}, field)};
    }
    std::vector<EntityId> visits(const Profile& where) const {
        return where.state().find(home.state().own)->answers.sections.entries({"visits", {}});
    }
    std::vector<std::string> there_for(Profile& who) {
        std::vector<std::string> keys;
        for (const auto* section : sections_for(who.state(), amal())) keys.push_back(section->key);
        return keys;
    }
};

}  // namespace

TEST_CASE("what a family writes in its care plan stays at home until that page is shared") {
    Linked linked;
    linked.write(linked.home, "about_me", {{"important", "My garden"}});
    CHECK(linked.said(linked.home, "about_me", "important") == "My garden");
    linked.sync();
    CHECK(linked.said(linked.clinic, "about_me", "important") == "");

    linked.home.apply(ShareSection{"about_me", true});
    linked.sync();
    CHECK(linked.said(linked.clinic, "about_me", "important") == "My garden");
    linked.write(linked.home, "passport", {{"important", "Only ours"}});
    linked.sync();
    CHECK(linked.said(linked.clinic, "passport", "important") == "");

    // From now on nothing new leaves.
    linked.home.apply(ShareSection{"about_me", false});
    linked.write(linked.home, "about_me", {{"important", "My garden and the dog"}});
    linked.sync();
    CHECK(linked.said(linked.clinic, "about_me", "important") == "My garden");
}

TEST_CASE("only what is new is written, and each field keeps its own history") {
    Linked linked;
    linked.write(linked.home, "about_me", {{"important", "My garden"}});
    const auto before = linked.home.family().log.events().size();
    linked.write(linked.home, "about_me", {{"important", "My garden"}});
    CHECK(linked.home.family().log.events().size() == before);
    CHECK(linked.home.state().notices.back().sentence.key == "section.nothing_new");
    linked.write(linked.home, "about_me", {{"important", "My roses"}});
    const auto* part = linked.home.family().answers.sections.part_with({"about_me", linked.amal()}, "important");
    CHECK(part->versions == 2);
    CHECK(part->author == linked.amal());
}

TEST_CASE("a day that is none, and an entry without a name, stay in their boxes with a sentence") {
    Linked linked;
    linked.home.apply(Go{{.page = Page::section_form, .person = linked.amal(), .what = "about_me"}});
    auto& draft = linked.home.drafts().section;
    draft.fields["important"].text = "My garden";
    draft.fields["since"].date.day = "31";
    draft.fields["since"].date.month = "2";
    draft.fields["since"].date.year = "2026";
    linked.home.apply(SaveSection{});
    REQUIRE(draft.problems.size() == 1);
    CHECK(draft.problems.front().field == "since");
    CHECK(draft.fields["important"].text == "My garden");
    CHECK(linked.said(linked.home, "about_me", "important") == "");
    draft.fields["since"].date.month = "3";
    linked.home.apply(SaveSection{});
    CHECK(linked.said(linked.home, "about_me", "since") == "2026-03-31");

    linked.write(linked.home, "visits", {{"nights", "2"}});
    CHECK(linked.home.drafts().section.problems.front().sentence.key == "section.needed");
    CHECK(linked.visits(linked.home).empty());
}

TEST_CASE("a worker adds what they think beside a family's words, and never changes them") {
    Linked linked;
    linked.home.apply(ShareSection{"visits", true});
    linked.write(linked.home, "visits", {{"why", "Breathless"}, {"nights", "2"}});
    linked.sync();
    REQUIRE(linked.visits(linked.clinic).size() == 1);
    const auto visit = linked.visits(linked.clinic).front();
    linked.write(linked.clinic, "visits", {{"why", "Changed by Sam"}, {"ours", "Could not get an appointment"}},
                 visit);
    linked.sync();
    const auto& sections = linked.home.family().answers.sections;
    CHECK(sections.said({"visits", {}}, "why", visit) == "Breathless");
    CHECK(sections.said({"visits", {}, Side::clinic}, "ours", visit) == "Could not get an appointment");
    // Removed at home it is gone for both, and nothing of it is left hanging.
    linked.home.apply(Remove{visit});
    linked.sync();
    CHECK(linked.visits(linked.home).empty());
    CHECK(linked.visits(linked.clinic).empty());
}

TEST_CASE("a clinic cannot put words in a family's mouth, whatever its machine sends") {
    Linked linked;
    linked.home.apply(ShareSection{"about_me", true});
    linked.write(linked.home, "about_me", {{"important", "My garden"}});
    linked.sync();
    const auto* part = linked.clinic.state()
                           .find(linked.home.state().own)
                           ->answers.sections.part_with({"about_me", linked.amal()}, "important");
    REQUIRE(part);
    for (const auto side : {Side::family, Side::clinic})
        linked.clinic.apply(AddInvented{.entries = {{.at = {},
                                                     .entity = part->entity,
                                                     .person = linked.amal(),
                                                     .what = Written{.section = "about_me",
                                                                     .by = side,
                                                                     .entry = {},
                                                                     .fields = {{"important", "Sam’s"}}}}},
                                        .family = linked.home.state().own});
    linked.sync();
    CHECK(linked.said(linked.home, "about_me", "important") == "My garden");
}

TEST_CASE("a passport shows what was written once elsewhere, until it has words of its own") {
    Linked linked;
    linked.write(linked.home, "about_me", {{"important", "My garden"}});
    linked.write(linked.home, "visits", {{"why", "Breathless"}});
    linked.write(linked.home, "visits", {{"why", "A fall"}});
    const auto& passport = *find_section(linked.home.state().sections, "passport");
    CHECK(drawn_words(linked.home.state(), passport, passport.fields[0], linked.amal()) == "My garden");
    CHECK(drawn_words(linked.home.state(), passport, passport.fields[1], linked.amal()) == "Breathless\nA fall");
    // A clinic that may read the passport does not read another page through it.
    linked.home.apply(ShareSection{"passport", true});
    linked.sync();
    linked.clinic.apply(Go{{.page = Page::family, .family = linked.home.state().own}});
    CHECK(drawn_words(linked.clinic.state(), passport, passport.fields[0], linked.amal()) == "");
}

TEST_CASE("a clinic sees the pages it was given, and those it writes in; a child's phone no page behind a door") {
    Linked linked;
    CHECK(linked.there_for(linked.home) == std::vector<std::string>{"about_me", "passport", "visits", "wishes"});
    linked.clinic.apply(Go{{.page = Page::family, .family = linked.home.state().own}});
    CHECK(linked.there_for(linked.clinic) == std::vector<std::string>{"visits"});

    linked.home.apply(Go{{.page = Page::person, .person = linked.amal()}});
    linked.home.drafts().person.born.day = "1";
    linked.home.drafts().person.born.month = "1";
    linked.home.drafts().person.born.year =
        std::to_string(static_cast<int>(std::chrono::year_month_day{linked.home.state().today()}.year()) - 12);
    linked.home.apply(ChangePerson{linked.amal()});
    CHECK(linked.there_for(linked.home) == std::vector<std::string>{"about_me", "passport", "visits"});
    CHECK(section_of(linked.home.state(), {.page = Page::section, .what = "wishes"}) == nullptr);
}

TEST_CASE("a page that is half written is still there after looking elsewhere") {
    Linked linked;
    const Route form{.page = Page::section_form, .person = linked.amal(), .what = "about_me"};
    linked.home.apply(Go{form});
    linked.home.drafts().section.fields["important"].text = "My gar";
    linked.home.apply(Go{{.page = Page::today}});
    linked.home.apply(Go{form});
    CHECK(linked.home.drafts().section.fields["important"].text == "My gar");
}

TEST_CASE("a plan for a condition is there for who lives with it, and for who has written in it") {
    Linked linked;
    auto& sections = const_cast<State&>(linked.home.state()).sections;
    sections.push_back({.key = "conditions",
                        .title = "Conditions",
                        .lead = "What you live with.",
                        .icon = "activity",
                        .many = true,
                        .headline = "what",
                        .fields = {{.key = "what", .kind = Kind::line, .label = "What", .needed = true},
                                   {.key = "kind",
                                    .kind = Kind::choice,
                                    .label = "Nearest to",
                                    .options = {{"asthma", "Asthma"}, {"copd", "COPD"}}},
                                   {.key = "until", .kind = Kind::day, .label = "Until"}}});
    auto plan = sections.front();
    plan.key = "asthma_plan";
    plan.condition = "asthma";
    sections.push_back(plan);
    const auto has_plan = [&] { return std::ranges::contains(linked.there_for(linked.home), "asthma_plan"); };
    CHECK_FALSE(has_plan());
    linked.write(linked.home, "conditions", {{"what", "Wheezy chest"}, {"kind", "asthma"}});
    linked.write(linked.home, "conditions", {{"what", "Asthma, they said"}, {"kind", "asthma"}});
    CHECK(conditions_of(linked.home.state(), linked.amal()) == std::vector<std::string>{"asthma"});
    CHECK(has_plan());
    for (const auto& entry : linked.home.family().answers.sections.entries({"conditions", linked.amal()}))
        linked.home.apply(Remove{entry});
    CHECK_FALSE(has_plan());
    linked.write(linked.home, "asthma_plan", {{"important", "My own plan"}});
    CHECK(has_plan());
}

TEST_CASE("a worker begins what is theirs to begin, and the family answers beside it") {
    Linked linked;
    for (auto* profile : {&linked.clinic, &linked.home})
        const_cast<State&>(profile->state())
            .sections.push_back(
                {.key = "contacts",
                 .group = Section::Group::worker,
                 .title = "When we met",
                 .lead = "Each visit.",
                 .icon = "phone",
                 .of_household = true,
                 .many = true,
                 .headline = "what",
                 .fields = {
                     {.key = "what", .kind = Kind::line, .label = "About", .asked = Side::clinic, .needed = true},
                     {.key = "decided", .kind = Kind::line, .label = "Did you decide?"}}});
    linked.write(linked.clinic, "contacts", {{"what", "First visit"}});
    linked.sync();
    const records::SectionOf begun{"contacts", {}, Side::clinic};
    const auto entries = linked.home.family().answers.sections.entries(begun);
    REQUIRE(entries.size() == 1);
    linked.write(linked.home, "contacts", {{"what", "Ours"}});  // not a family's to begin
    CHECK(linked.home.family().answers.sections.entries(begun).size() == 1);
    // What a family says to its worker on a worker's page goes to the worker.
    linked.write(linked.home, "contacts", {{"decided", "Yes, the letter"}}, entries.front());
    linked.sync();
    const auto& there = linked.clinic.state().find(linked.home.state().own)->answers.sections;
    CHECK(there.said({"contacts", {}}, "decided", entries.front()) == "Yes, the letter");
    CHECK(there.said(begun, "what", entries.front()) == "First visit");
}

TEST_CASE("what is to be talked about at eleven waits until they are eleven, and is gone once it was") {
    Linked linked;
    auto& sections = const_cast<State&>(linked.home.state()).sections;
    sections.push_back({.key = "growing_up",
                        .title = "Growing up",
                        .lead = "Together.",
                        .icon = "sprout",
                        .fields = {{.key = "at_11", .label = "Who may see?", .from_age = 11}}});
    const auto born_years_ago = [&](int years) {
        linked.home.apply(Go{{.page = Page::person, .person = linked.amal()}});
        auto& draft = linked.home.drafts().person;
        draft.born.day = "1";
        draft.born.month = "1";
        const std::chrono::year_month_day today{linked.home.state().today()};
        draft.born.year = std::to_string(static_cast<int>(today.year()) - years);
        linked.home.apply(ChangePerson{linked.amal()});
    };
    CHECK(to_think_about(linked.home.state(), linked.amal()).empty());  // their age is not known
    born_years_ago(10);
    CHECK(to_think_about(linked.home.state(), linked.amal()).empty());
    born_years_ago(11);
    CHECK(to_think_about(linked.home.state(), linked.amal()).size() == 1);
    linked.write(linked.home, "growing_up", {{"at_11", "Mum and me"}});
    CHECK(to_think_about(linked.home.state(), linked.amal()).empty());
}

TEST_CASE(
    "a passport shows no story that was kept back, no medicine that was stopped, and calls people in their order") {
    Linked linked;
    auto& sections = const_cast<State&>(linked.home.state()).sections;
    const auto line = [](std::string key) { return SectionField{.key = key, .kind = Kind::line, .label = key}; };
    sections.push_back({.key = "people",
                        .of_household = true,
                        .many = true,
                        .headline = "name",
                        .order = "place",
                        .over = "until",
                        .open = "reads=anyone",
                        .fields = {line("name"),
                                   line("phone"),
                                   {.key = "place", .kind = Kind::number, .label = "Place"},
                                   {.key = "until", .kind = Kind::day, .label = "Until"},
                                   {.key = "reads",
                                    .kind = Kind::choice,
                                    .label = "Who",
                                    .options = {{"anyone", "Anyone"}, {"us", "Us"}}}}});
    const auto person = [&](std::string name, std::string place, std::string reads) {
        linked.write(linked.home, "people", {{"name", name}, {"phone", "1"}, {"place", place}, {"reads", reads}});
    };
    person("Nobody’s business", "1", "us");
    person("Leila", "2", "anyone");
    person("Last", "", "anyone");
    person("Dunnock", "1", "anyone");
    linked.home.apply(Go{{.page = Page::section_form,
                          .person = linked.amal(),
                          .entity = linked.home.family().answers.sections.entries({"people", {}})[2],
                          .what = "people"}});
    auto& until = linked.home.drafts().section.fields["until"];
    until.date.day = "1";
    until.date.month = "1";
    until.date.year = "2020";
    linked.home.apply(SaveSection{});
    const SectionField call{.key = "call", .label = "Call", .drawn = "people.name phone"};
    const auto& passport = *find_section(linked.home.state().sections, "passport");
    CHECK(drawn_words(linked.home.state(), passport, call, linked.amal()) == "Dunnock, 1\nLeila, 1");
}

TEST_CASE("a family sees by whom a page was opened, and when; of the same words once, of new ones again") {
    Linked linked;
    const auto reads = [&] { return linked.home.family().answers.reads.of("about_me", linked.amal()); };
    const auto look = [&] {
        linked.home.wait(std::chrono::seconds{20});
        linked.clinic.apply(Go{
            {.page = Page::section, .family = linked.home.state().own, .person = linked.amal(), .what = "about_me"}});
        linked.sync();
    };
    linked.write(linked.home, "about_me", {{"important", "Swimming"}});
    linked.sync();
    look();
    CHECK(reads().empty());  // it is not shared
    linked.home.apply(ShareSection{"about_me", true});
    linked.sync();
    look();
    REQUIRE(reads().size() == 1);
    CHECK(reads()[0].who == "Sam Lanternfield");
    const auto first = reads()[0].at.at;
    look();
    CHECK(reads()[0].at.at == first);
    linked.home.wait(std::chrono::seconds{20});
    linked.write(linked.home, "about_me", {{"important", "Swimming, and the sea"}});
    linked.sync();
    look();
    REQUIRE(reads().size() == 1);
    CHECK(reads()[0].at.at > first);
}
