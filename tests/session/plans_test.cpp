// What a family means to do, what came of it, and what of it all hangs on the fridge.
#include <doctest/doctest.h>

#include <algorithm>

#include "session/came.h"
#include "session/week.h"
#include "session/when.h"
#include "support/session/families.h"
#include "support/session/households.h"

namespace goodweek {

namespace {

using namespace session;
using Mark = WeekItem::Mark;
using Came = PlanOutcome::Kind;

struct Home : test::Home {
    Day today() const { return phone.state().today(); }
    PlanDraft& draft() { return phone.drafts().plan; }
    const records::Plans& plans() const { return phone.family().answers.plans; }

    EntityId plan(std::string what, Day day, std::string time = "", Planned::Kind kind = Planned::Kind::something) {
        phone.apply(StartPlan{day});
        draft().plan.what = std::move(what);
        draft().plan.kind = kind;
        draft().time = std::move(time);
        const auto before = plans().all();
        const std::vector<records::PlanAt> known(before.begin(), before.end());
        phone.apply(SavePlan{});
        for (const auto& one : plans().all())
            if (!std::ranges::contains(known, one.entity, &records::PlanAt::entity)) return one.entity;
        FAIL("nothing was planned");
        return {};
    }
    void came(const EntityId& plan, Came outcome) {
        phone.apply(Go{{.page = Page::plan, .entity = plan}});
        draft().outcome = {.kind = outcome, .why = "The bus"};
        phone.apply(SavePlan{});
    }
    std::vector<WeekItem> on(Day day) const { return items_on(phone.family(), day, today()); }
};

// What the family's own phone holds of it.
Family home_of(const InventedFamily& told) {
    Family family;
    std::uint64_t counter = 0;
    for (const auto& entry : told.entries) {
        records::Event event{.dot = {*DeviceId::from(bytes_of("the family phone")), ++counter},
                             .clock = {counter << 20},
                             .entity = entry.entity,
                             .person = entry.person,
                             .at = entry.at,
                             .supersedes = family.log.seen_versions(entry.entity, entry.what),
                             .what = entry.what};
        if (const auto* changed = family.log.append(std::move(event))) family.answers.hear(*changed);
    }
    return family;
}

}  // namespace

TEST_CASE("a swim is put on Saturday, changed, done, and still there after the phone was closed") {
    Home home;
    const Day day = home.today() + Days{3};
    const auto swim = home.plan("  Swim ", day, "10am");
    REQUIRE(home.on(day).size() == 1);
    CHECK(home.on(day)[0].mark == Mark::planned);
    CHECK(home.plans().all().back().plan.what == "Swim");
    CHECK(home.plans().all().back().at.time_of_day() == Minutes{600});

    home.phone.apply(Go{{.page = Page::plan, .entity = swim}});
    CHECK(home.draft().time == "10am");
    home.draft().plan.where = "Pool, side door";
    home.draft().chosen = -1;
    home.draft().date = typed_date(day + Days{7});
    home.phone.apply(SavePlan{});
    CHECK(home.on(day).empty());
    REQUIRE(home.on(day + Days{7}).size() == 1);

    home.phone.apply(PlanIsDone{swim});
    CHECK(home.on(day + Days{7})[0].mark == Mark::done);
    home.phone.apply(PlanIsDone{swim, false});
    CHECK(home.on(day + Days{7})[0].mark == Mark::planned);
    home.phone.apply(PlanIsDone{swim});
    home.phone.restart();
    CHECK(home.on(day + Days{7})[0].mark == Mark::done);
    CHECK(home.phone.family().answers.diary.marks(day + Days{7}).entries == 1);
}

TEST_CASE("Done taken back leaves what there was before, with the words it was written in") {
    Home home;
    const auto review = home.plan("Review", home.today(), "", Planned::Kind::appointment);
    const auto outcome = [&] { return home.plans().all().back().outcome; };
    const PlanOutcome missed{.kind = Came::missed, .why = "The bus"};
    home.came(review, Came::missed);
    REQUIRE(outcome() == missed);
    for (int times = 0; times < 2; ++times) {
        home.phone.apply(PlanIsDone{review});
        CHECK(outcome() == PlanOutcome{.kind = Came::done});
        home.phone.apply(PlanIsDone{review, false});
        CHECK(outcome() == missed);
    }
    // Done with words of its own, from its form, and then taken back.
    home.came(review, Came::done);
    home.phone.apply(PlanIsDone{review, false});
    CHECK(outcome() == missed);
}

TEST_CASE("what is planned needs words and a real day, and what was typed stays in the boxes") {
    Home home;
    home.phone.apply(StartPlan{home.today()});
    home.draft().time = "quarter past soon";
    home.phone.apply(SavePlan{});
    CHECK(home.plans().all().empty());
    CHECK(home.draft().time == "quarter past soon");
    const auto names = [&](std::string_view field) {
        return std::ranges::contains(home.draft().problems, field, &FieldProblem::field);
    };
    CHECK(names("what"));
    CHECK(names("time"));
    home.draft().plan.what = std::string(100'000, 'x');
    home.draft().chosen = -1;
    home.draft().date = {.day = "31", .month = "2", .year = "2026"};
    home.phone.apply(SavePlan{});
    CHECK(names("what"));
    CHECK(names("day"));
    CHECK(home.plans().all().empty());
}

TEST_CASE("of four appointments one was kept, one missed, one not brought and one moved: one of three") {
    Home home;
    const auto appointment = Planned::Kind::appointment;
    for (const auto outcome : {Came::done, Came::missed, Came::not_brought, Came::rearranged})
        home.came(home.plan("Review", home.today(), "", appointment), outcome);
    home.plan("Review", home.today(), "", appointment);  // still open
    home.came(home.plan("Swim", home.today()), Came::missed);
    CHECK(home.plans().attendance(std::nullopt, home.today(), home.today()) == Attendance{.kept = 1, .of = 3});
    CHECK(home.plans().attendance(std::nullopt, home.today() + Days{1}, home.today() + Days{9}) == Attendance{});
    // What was moved, cancelled or missed does not stand on the board.
    CHECK(home.on(home.today()).size() == 2);
}

TEST_CASE("what was moved, called off or missed can be read on its day, and put right") {
    Home home;
    const auto moved = home.plan("Eye clinic", home.today(), "", Planned::Kind::appointment);
    home.came(moved, Came::rearranged);
    CHECK(home.on(home.today()).empty());
    const auto called_off = called_off_on(home.phone.family(), home.today());
    REQUIRE(called_off.size() == 1);
    CHECK(called_off[0].outcome == PlanOutcome{.kind = Came::rearranged, .why = "The bus"});
    home.came(moved, Came::open);
    CHECK(called_off_on(home.phone.family(), home.today()).empty());
    CHECK(home.on(home.today()).size() == 1);
}

TEST_CASE("a group is told from its first visit, with whom, to whether they still go three months on") {
    using Still = records::GroupStory::Still;
    Home home;
    const auto visit = [&](int days_ago, Came came, bool accompanied = false, std::optional<int> enjoyed = {}) {
        const auto plan =
            home.plan(days_ago == 90 ? "Choir" : " choir", home.today() - Days{days_ago}, "", Planned::Kind::group);
        home.phone.apply(Go{{.page = Page::plan, .entity = plan}});
        home.draft().outcome = {.kind = came, .accompanied = accompanied, .enjoyed = enjoyed};
        home.phone.apply(SavePlan{});
    };
    const auto story = [&] {
        const auto all = home.phone.family().answers.groups.all(home.today());
        REQUIRE(all.size() == 1);
        return all[0];
    };
    CHECK(home.phone.family().answers.groups.all(home.today()).empty());
    visit(97, Came::missed);
    CHECK(home.phone.family().answers.groups.all(home.today()).empty());
    visit(90, Came::done, true, 4);
    visit(60, Came::cancelled);
    visit(30, Came::done, false, 8);
    CHECK(story().what == "Choir");
    CHECK(story().first == home.today() - Days{90});
    CHECK(story().last == home.today() - Days{30});
    CHECK(story().accompanied);
    CHECK(story().lately == Attendance{.kept = 2, .of = 3});
    CHECK(story().enjoyed == 8);
    CHECK(story().still == Still::too_soon);
    const auto later = home.phone.family().answers.groups.all(home.today() + Days{40});
    CHECK(later[0].still == Still::none_written);
    visit(3, Came::done);
    CHECK(story().still == Still::yes);
}

TEST_CASE("whoever runs a group confirms a visit by six characters, and a guess stays in its box") {
    Home home;
    const auto choir = home.plan("Choir", home.today(), "", Planned::Kind::group);
    home.phone.apply(Go{{.page = Page::plan, .entity = choir}});
    CHECK_FALSE(home.draft().came_qr.empty());
    const auto scanned = route_from(came_link("", choir, "Choir"));
    CHECK(came_group(scanned) == "Choir");
    const auto read_out = came_code(scanned.entity);
    CHECK(read_out.size() == 7);
    home.draft().outcome.kind = Came::done;
    home.draft().came_code = read_out == "AAA-AAA" ? "BBB-BBB" : "AAA-AAA";
    home.phone.apply(SavePlan{});
    CHECK(home.draft().problems.at(0).field == "came");
    CHECK_FALSE(home.plans().all().back().outcome.confirmed);
    home.draft().came_code = " " + read_out.substr(0, 3) + read_out.substr(4) + " ";
    home.phone.apply(SavePlan{});
    CHECK(home.plans().all().back().outcome.confirmed);
    CHECK(home.phone.family().answers.groups.all(home.today())[0].confirmed == 1);
    CHECK_FALSE(came_group({.page = Page::came, .entity = choir, .what = "%%%"}));
    CHECK_FALSE(came_group({.page = Page::came, .what = scanned.what}));
}

TEST_CASE("what is asked of a group is not kept of anything else, nor of a visit that did not happen") {
    Home home;
    const auto swim = home.plan("Swim", home.today());
    home.phone.apply(Go{{.page = Page::plan, .entity = swim}});
    home.draft().outcome = {.kind = Came::done, .accompanied = true, .enjoyed = 8};
    home.phone.apply(SavePlan{});
    CHECK(home.plans().all().back().outcome == PlanOutcome{.kind = Came::done});
}

TEST_CASE("a plan that was taken off the week comes back when asked for") {
    Home home;
    const auto swim = home.plan("Swim", home.today() + Days{1});
    home.phone.apply(Remove{swim});
    CHECK(home.on(home.today() + Days{1}).empty());
    home.phone.apply(Restore{swim});
    CHECK(home.on(home.today() + Days{1}).size() == 1);
}

TEST_CASE("of several things done on one page the newest has an Undo, and it alone") {
    Home home;
    const Day day = home.today() + Days{1};
    const auto swim = home.plan("Swim", day), choir = home.plan("Choir", day), walk = home.plan("Walk", day);
    for (const auto& plan : {swim, choir, walk}) home.phone.apply(Remove{plan});
    std::vector<EntityId> undone;
    for (const auto& notice : home.phone.state().notices)
        if (notice.undo) undone.push_back(*notice.undo);
    CHECK(undone == std::vector{walk});
}

TEST_CASE("a board that hangs on the fridge does not say how somebody felt, what hurt or what was forgotten") {
    const LocalMoment friday = moment_of(*make_day(2026, 11, 6), Minutes{7 * 60 + 45});
    for (const auto& told : testing::invented_families(2026, friday)) {
        const auto family = home_of(told);
        CAPTURE(told.name);
        std::size_t seen = 0;
        for (Day day = friday.day() - Days{300}; day < friday.day() + Days{10}; day += Days{1})
            for (const auto& item : items_on(family, day, friday.day())) {
                ++seen;
                if (item.of == WeekItem::Of::routine) continue;
                const auto& what = family.log.find(item.entity)->event()->what;
                CHECK_FALSE(std::holds_alternative<Symptom>(what));
                CHECK_FALSE(std::holds_alternative<Note>(what));
                CHECK_FALSE(std::holds_alternative<Response>(what));
                if (const auto* taken = std::get_if<MedicineTaken>(&what)) CHECK(taken->taken != Taken::missed);
                if (const auto* reading = std::get_if<Reading>(&what)) CHECK(reading->measure != "mood");
            }
        CHECK(seen > 100);
    }
}

TEST_CASE("a rest that four people wrote down is one line, and the walk they took together is everyone's") {
    const LocalMoment friday = moment_of(*make_day(2026, 11, 6), Minutes{7 * 60 + 45});
    const auto told = testing::invented_families(2026, friday)[0];
    const auto family = home_of(told);
    const auto wednesday = items_on(family, friday.day() - Days{2}, friday.day());
    CHECK(std::ranges::count(wednesday, Mark::rest, &WeekItem::mark) == 1);
    CHECK(wednesday.front().mark == Mark::rest);
    CHECK(is_everyones(family, wednesday.front()));
    const auto tuesday = items_on(family, friday.day() - Days{3}, friday.day());
    CHECK(std::ranges::any_of(tuesday, [&](const WeekItem& item) {
        return item.mark == Mark::done && item.people.size() == 4 && is_everyones(family, item);
    }));
    const auto saturday = items_on(family, friday.day() + Days{1}, friday.day());
    CHECK(saturday.size() == 2);
    CHECK(std::ranges::all_of(saturday, [](const WeekItem& item) { return item.mark == Mark::planned; }));
}

}  // namespace goodweek
