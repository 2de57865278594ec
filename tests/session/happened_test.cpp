// What a figure marks beside its readings: whose it is, in which days, and who may read it.
#include "session/happened.h"

#include <doctest/doctest.h>

#include "session/when.h"
#include "support/session/households.h"

using namespace goodweek;
using namespace goodweek::session;
using test::Profile;

namespace {

using Kind = SectionField::Kind;

std::vector<Section> short_sections() {
    return {
        {.key = "visits",
         .group = Section::Group::happened,
         .title = "Visits",
         .of_household = true,
         .many = true,
         .headline = "why",
         .fields = {{.key = "why", .kind = Kind::line, .needed = true},
                    {.key = "who", .kind = Kind::person},
                    {.key = "kind", .kind = Kind::choice, .options = {{"ae", "A&E"}, {"gp", "Surgery"}}},
                    {.key = "on", .kind = Kind::day}}},
        {.key = "medicines",
         .group = Section::Group::care,
         .title = "Medicines",
         .many = true,
         .headline = "medicine",
         .fields = {{.key = "medicine", .kind = Kind::line}, {.key = "started", .kind = Kind::day}}},
        {.key = "secrets",
         .group = Section::Group::happened,
         .title = "Secrets",
         .many = true,
         .behind_a_door = true,
         .headline = "what",
         .fields = {{.key = "what", .kind = Kind::line}, {.key = "on", .kind = Kind::day}}},
    };
}

struct Linked : test::Linked {
    Linked() {
        for (auto* profile : {&clinic, &home}) const_cast<State&>(profile->state()).sections = short_sections();
        sync();
    }
    Day days_ago(int days) const { return home.state().today() - Days{days}; }

    void write(std::string section, std::vector<std::pair<std::string, std::string>> fields, std::string day_field,
               Day day) {
        home.apply(Go{{.page = Page::section_form, .person = amal(), .what = std::move(section)}});
        auto& draft = home.drafts().section;
        for (auto& [field, text] : fields) draft.fields[field].text = text;
        draft.fields[day_field].date = typed_date(day);
        home.apply(SaveSection{});
        REQUIRE(draft.problems.empty());
    }
    void not_well(Day day) {
        home.apply(StartLog{.what = "rest", .person = amal()});
        auto& draft = home.drafts().log;
        draft.rest = Rest::ill;
        draft.when = {.when = When::another_day, .date = typed_date(day)};
        home.apply(SaveRest{});
    }
    void appointment(Day day, PlanOutcome::Kind outcome) {
        home.apply(StartPlan{day});
        home.drafts().plan.plan = {.kind = Planned::Kind::appointment, .what = "Review"};
        home.apply(SavePlan{});
        const auto plan = home.family().answers.plans.between(day, day).back().entity;
        home.apply(Go{{.page = Page::plan, .entity = plan}});
        home.drafts().plan.outcome = {.kind = outcome};
        home.apply(SavePlan{});
    }
    std::vector<std::string> told_to(Profile& who) {
        who.apply(Go{{.page = Page::today}});
        if (&who == &clinic) who.apply(Go{{.page = Page::family, .family = home.state().own}});
        std::vector<std::string> told;
        for (const auto& one : happened_to(who.state(), amal(), days_ago(13), days_ago(0))) {
            auto words = std::to_string((days_ago(0) - one.first).count()) + " " + one.words.key;
            for (const auto& [gap, text] : one.words.gaps) words += " " + text;
            if (one.last != one.first) words += " " + std::to_string((one.last - one.first).count() + 1) + " days";
            told.push_back(std::move(words));
        }
        return told;
    }
};

}  // namespace

TEST_CASE("beside the readings stand services used, medicines started, days not well and appointments kept") {
    Linked linked;
    linked.write("visits", {{"why", "Wheeze"}, {"kind", "ae"}, {"who", linked.amal().hex()}}, "on",
                 linked.days_ago(9));
    linked.write("visits", {{"why", "A child of somebody"}, {"who", std::string(16, '7')}}, "on", linked.days_ago(8));
    linked.write("visits", {{"why", "Long ago"}, {"kind", "gp"}}, "on", linked.days_ago(14));
    linked.write("medicines", {{"medicine", "Brown inhaler"}}, "started", linked.days_ago(7));
    for (const int days : {6, 5, 4, 2}) linked.not_well(linked.days_ago(days));
    linked.appointment(linked.days_ago(3), PlanOutcome::Kind::done);
    linked.appointment(linked.days_ago(1), PlanOutcome::Kind::missed);
    CHECK(linked.told_to(linked.home) == std::vector<std::string>{
                                             "2 rest.ill",
                                             "3 happened.appointment Review",
                                             "6 rest.ill 3 days",
                                             "7 happened.started Brown inhaler",
                                             "9 happened.entry A&E Wheeze",
                                         });
}

TEST_CASE("what stands behind a door is marked on no figure") {
    Linked linked;
    linked.write("secrets", {{"what", "Nobody’s business"}}, "on", linked.days_ago(2));
    CHECK(linked.told_to(linked.home).empty());
}

TEST_CASE("a clinic finds on a figure what is shared with it, and no longer once it is not") {
    Linked linked;
    linked.write("visits", {{"why", "Wheeze"}, {"kind", "ae"}}, "on", linked.days_ago(9));
    linked.write("medicines", {{"medicine", "Brown inhaler"}}, "started", linked.days_ago(7));
    linked.not_well(linked.days_ago(5));
    linked.home.apply(ShareSection{"visits", true});
    linked.sync();
    CHECK(linked.told_to(linked.clinic) == std::vector<std::string>{"5 rest.ill", "9 happened.entry A&E Wheeze"});
    linked.home.apply(ShareSection{"visits", false});
    linked.home.apply(ShareWithClinic{linked.home.family().answers.home.sharing().with(Shared::activities, false)});
    linked.sync();
    CHECK(linked.told_to(linked.clinic).empty());
    CHECK(linked.told_to(linked.home).size() == 3);
}
