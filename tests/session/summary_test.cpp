// One page about somebody, the ranges they aim for, and what is left out for who is under 18.
#include "session/summary.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "session/measuring.h"
#include "support/session/households.h"

using namespace goodweek;
using namespace goodweek::session;

namespace {

std::vector<Section> few_sections() {
    using Kind = SectionField::Kind;
    return {
        {.key = "about_me", .title = "About me", .fields = {{.key = "important", .label = "Most important"}}},
        {.key = "weight_and_me",
         .title = "Weight",
         .oldest = 17,
         .fields =
             {{.key = "show", .kind = Kind::choice, .label = "Show it?", .options = {{"yes", "Yes"}, {"no", "No"}}}}},
        {.key = "targets",
         .group = Section::Group::care,
         .title = "Ranges",
         .many = true,
         .headline = "what",
         .over = "until",
         .fields = {{.key = "what", .kind = Kind::line, .label = "Of what", .needed = true},
                    {.key = "lowest", .kind = Kind::line, .label = "From"},
                    {.key = "highest", .kind = Kind::line, .label = "To"},
                    {.key = "until", .kind = Kind::day, .label = "Until"}}},
        {.key = "wishes",
         .group = Section::Group::plans,
         .title = "Wishes",
         .behind_a_door = true,
         .fields = {{.key = "matters", .label = "What matters"}}}};
}

struct Home : test::Home {
    PersonId me;

    Home() {
        const_cast<State&>(phone.state()).sections = few_sections();
        me = phone.state().me;
    }
    PersonId add_child(const std::string& name, int years) {
        auto& draft = phone.drafts().person;
        draft = {};
        draft.name = name;
        draft.born = {.day = "1",
                      .month = "2",
                      .year = std::to_string(
                          static_cast<int>(std::chrono::year_month_day{phone.state().today()}.year()) - years)};
        phone.apply(AddPerson{});
        return phone.family().answers.home.people().back().id;
    }
    void write(const PersonId& person, std::string section, std::vector<std::pair<std::string, std::string>> fields) {
        phone.apply(Go{{.page = Page::section_form, .person = person, .what = std::move(section)}});
        for (auto& [field, text] : fields) phone.drafts().section.fields[field].text = text;
        phone.apply(SaveSection{});
        REQUIRE(phone.drafts().section.problems.empty());
    }
    void log(const PersonId& person, std::string measure, std::string value) {
        phone.apply(LookAt{person});
        phone.apply(StartLog{measure, person});
        auto& draft = phone.drafts().log;
        draft.value = value;
        draft.asked_about = value;
        phone.apply(SaveReading{measure});
        REQUIRE(draft.problems.empty());
    }
    void days_go_by(int days) { clock.now_ms += std::int64_t{days} * 86'400'000; }
    bool shows(const PersonId& person, std::string_view measure) {
        return is_shown(phone.state(), person, *find_measure(measure));
    }
};

}  // namespace

TEST_CASE("weight and waist of a child are left out until their family asks to see them") {
    Home home;
    const auto junie = home.add_child("Junie", 9);
    home.log(junie, "weight", "31");
    home.log(junie, "pulse", "90");
    CHECK_FALSE(home.shows(junie, "weight"));
    CHECK_FALSE(home.shows(junie, "waist"));
    CHECK(home.shows(junie, "height"));
    CHECK(home.shows(home.me, "weight"));
    REQUIRE(measures_shown(home.phone.state(), junie).size() == 1);
    CHECK(summary_of(home.phone.state(), junie, 90).readings.size() == 1);

    home.write(junie, "weight_and_me", {{"show", "yes"}});
    CHECK(home.shows(junie, "weight"));
    CHECK(summary_of(home.phone.state(), junie, 90).readings.size() == 2);
    // At 18 it is their own to see.
    CHECK(home.shows(home.add_child("Dev", 18), "weight"));
}

TEST_CASE("the range to aim for is the one that was written last, in any unit, until it is over") {
    Home home;
    const auto range = [&] {
        return range_for(home.phone.family(), home.me, *find_measure("glucose"), home.phone.state().today());
    };
    CHECK_FALSE(range());
    home.write(home.me, "targets", {{"what", "glucose"}, {"lowest", "72 mg/dL"}, {"highest", "7"}});
    REQUIRE(range());
    CHECK(range()->lowest == 3997);
    CHECK(range()->highest == 7000);
    home.write(home.me, "targets", {{"what", "glucose"}, {"highest", "8,5"}});
    CHECK(range()->highest == 8500);
    CHECK_FALSE(range()->lowest);
    // What cannot be read as a value stays in the plan, and draws nothing.
    home.write(home.me, "targets", {{"what", "glucose"}, {"highest", "not too high"}});
    CHECK(range()->highest == 8500);
    CHECK_FALSE(
        range_for(home.phone.family(), home.me, *find_measure("pulse"), home.phone.state().today()).has_value());
}

TEST_CASE("BMI is worked out of the last weight and a height that is not too old for it") {
    Home home;
    CHECK_FALSE(bmi_of(home.phone.state(), home.me));
    home.log(home.me, "height", "165");
    home.log(home.me, "weight", "72.5");
    CHECK(bmi_of(home.phone.state(), home.me) == 26630);
    const auto junie = home.add_child("Junie", 9);
    home.log(junie, "height", "130");
    home.days_go_by(40);
    home.log(junie, "weight", "30");
    CHECK_FALSE(bmi_of(home.phone.state(), junie));
    home.log(home.me, "weight", "70");
    CHECK(bmi_of(home.phone.state(), home.me) == 25712);
}

TEST_CASE("a summary holds what was written and measured, and nothing from behind a door") {
    Home home;
    CHECK(summary_of(home.phone.state(), home.me, 90).pages.empty());
    home.write(home.me, "about_me", {{"important", "My garden"}});
    home.write(home.me, "wishes", {{"matters", "At home"}});
    home.log(home.me, "peak_flow", "300");
    home.days_go_by(20);
    home.log(home.me, "peak_flow", "340");
    const auto summary = summary_of(home.phone.state(), home.me, 90);
    REQUIRE(summary.pages.size() == 1);
    CHECK(summary.pages.front().section->key == "about_me");
    REQUIRE(summary.readings.size() == 1);
    CHECK(summary.readings.front().count == 2);
    CHECK(summary.readings.front().lowest == 300'000);
    CHECK(summary.readings.front().last.first == 340'000);
    CHECK(summary_of(home.phone.state(), home.me, 10).readings.front().count == 1);
}
