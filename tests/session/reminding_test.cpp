// Reminders while the app is open, and the hours in which there are none.
#include <doctest/doctest.h>

#include <algorithm>

#include "session/look.h"
#include "session/reminding.h"
#include "support/session/households.h"

namespace goodweek {

namespace {

using namespace session;
using namespace std::chrono_literals;

struct Home : test::Home {
    explicit Home(int hour, int minute = 0) {
        constexpr std::int64_t day = 24 * 60 * 60'000;
        clock.now_ms += day - clock.now_ms % day + (hour * 60 + minute) * std::int64_t{60'000};
        press();
    }
    void press() { phone.apply(Go{{.page = Page::today}}); }
    void plan(std::string what, std::string time) {
        phone.apply(StartPlan{phone.state().today()});
        phone.drafts().plan.plan.what = std::move(what);
        phone.drafts().plan.time = std::move(time);
        phone.apply(SavePlan{});
        REQUIRE(phone.drafts().plan.problems.empty());
        press();
    }
    void settings(const Settings& wanted) { phone.apply(ChangeSettings{wanted}); }
    long said(std::string_view key) const { return std::ranges::count(phone.announced, key); }
    // A little at a time, so that nobody is away so long that it locks.
    void wait(std::chrono::minutes time) {
        for (auto passed = 0min; passed < time; passed += 3min) {
            phone.wait(3min);
            press();
        }
    }
};

}  // namespace

TEST_CASE("what is planned for half past four is said at half past three, once") {
    Home home{14};
    home.plan("Swim", "16:30");
    CHECK(home.said("reminder.plan") == 0);
    home.wait(87min);
    CHECK(home.said("reminder.plan") == 0);
    home.wait(6min);
    CHECK(home.said("reminder.plan") == 1);
    home.wait(60min);
    CHECK(home.said("reminder.plan") == 1);
}

TEST_CASE("a reminder comes by itself, without anybody pressing anything") {
    Home home{14};
    home.plan("Swim", "15:02");
    CHECK(home.said("reminder.plan") == 0);
    home.phone.wait(2min);
    CHECK(home.said("reminder.plan") == 1);
    CHECK(home.phone.state().notices.back().sentence.gaps.back().second == "Swim");
    CHECK(home.phone.state().notices.back().sentence.time == Minutes{15 * 60 + 2});
}

TEST_CASE("what is done, or has no time, is not said") {
    Home home{14};
    home.plan("Library", "");
    home.plan("Swim", "15:30");
    const auto swim = std::ranges::find(home.phone.family().answers.plans.all(), "Swim",
                                        [](const auto& one) { return one.plan.what; });
    home.phone.apply(PlanIsDone{swim->entity});
    home.wait(90min);
    CHECK(home.said("reminder.plan") == 0);
}

TEST_CASE("a plan made before the clocks were changed is said by the clock on the wall") {
    Home home{14};
    home.plan("Swim", "16:30");
    const_cast<State&>(home.phone.state()).offset = 60min;
    home.wait(30min);
    CHECK(home.said("reminder.plan") == 1);
}

TEST_CASE("what somebody does at a set time is said at that time, where it is not done yet") {
    Home home{14};
    const auto take_up = [&](std::string medicine, std::string when) {
        home.phone.apply(
            TakeUp{home.phone.state().me,
                   {.kind = Routine::Kind::medicine, .what = std::move(medicine), .when = std::move(when)}});
    };
    take_up("Brown inhaler", "14:30");
    take_up("Blue inhaler", "before school");
    home.wait(27min);
    CHECK(home.said("reminder.routine") == 0);
    home.wait(6min);
    CHECK(home.said("reminder.routine") == 1);
    take_up("White tablet", "3:30pm");
    const auto& routines = home.phone.family().answers.routines.all();
    const auto tablet = std::ranges::find(routines, "White tablet", [](const auto& one) { return one.routine.what; });
    REQUIRE(tablet != routines.end());
    home.phone.apply(DoRoutine{tablet->id});
    home.wait(90min);
    CHECK(home.said("reminder.routine") == 1);
}

TEST_CASE("nothing is said in quiet hours; what is still to come is said when they are over") {
    Home home{6};
    home.plan("Hospital", "7:30");
    home.plan("Milk round", "6:40");
    home.wait(57min);
    CHECK(home.said("reminder.plan") == 0);
    home.wait(6min);
    CHECK(home.said("reminder.plan") == 1);
}

TEST_CASE("who wants no reminders has none, and the choice is kept on this phone") {
    Home home{14};
    auto settings = home.phone.state().settings;
    settings.reminders = false;
    settings.quiet_from = 20;
    settings.quiet_until = 9;
    home.settings(settings);
    home.plan("Swim", "14:30");
    CHECK(home.said("reminder.plan") == 0);
    CHECK(look_from(look_text(settings)) == settings);
    CHECK(look_from("").reminders);
}

TEST_CASE("quiet hours go over midnight, or lie within a day, or are none") {
    Settings settings;
    CHECK(is_quiet(settings, 21h));
    CHECK(is_quiet(settings, 3h));
    CHECK_FALSE(is_quiet(settings, 7h));
    CHECK_FALSE(is_quiet(settings, 20h + 59min));
    settings.quiet_from = 13;
    settings.quiet_until = 15;
    CHECK(is_quiet(settings, 14h));
    CHECK_FALSE(is_quiet(settings, 16h));
    settings.quiet_until = 13;
    CHECK_FALSE(is_quiet(settings, 13h));
}

}  // namespace goodweek
