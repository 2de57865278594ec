// Readings as they are written down: one, several at one sitting, and none.
#include <doctest/doctest.h>

#include "records/sitting.h"
#include "support/session/households.h"

using namespace goodweek;
using namespace goodweek::session;
using namespace std::chrono_literals;

namespace {

struct Home : test::Home {
    LogDraft& draft() { return phone.drafts().log; }
    const records::Answers& answers() const { return phone.family().answers; }
    auto readings(std::string_view measure) const { return answers().readings.of(phone.state().me, measure); }
};

}  // namespace

TEST_CASE("blood pressure is taken twice at one sitting without going back and forth") {
    Home home;
    home.phone.apply(StartLog{.what = "blood_pressure", .person = home.phone.state().me});
    home.draft().value = "142/88";
    home.draft().note = "Arm rested";
    home.phone.apply(SaveReading{"blood_pressure", true});
    CHECK(home.phone.state().route.page == Page::log_one);
    CHECK(home.draft().in_sitting == 1);
    CHECK(home.draft().value.empty());
    CHECK(home.draft().note.empty());
    home.phone.wait(2min);
    home.draft().value = "not a number";
    home.phone.apply(SaveReading{"blood_pressure", true});
    CHECK(home.draft().in_sitting == 1);
    CHECK(home.draft().value == "not a number");
    home.draft().value = "138/86";
    home.phone.apply(SaveReading{"blood_pressure"});
    CHECK(home.phone.state().route.page == Page::today);
    CHECK(home.draft().in_sitting == 0);
    const auto all = home.readings("blood_pressure");
    REQUIRE(all.size() == 2);
    CHECK(records::sitting_of(all, all[0].entity).size() == 2);
}

TEST_CASE("skipped, not known and nought are three things: only nought is a reading, and all are in the diary") {
    Home home;
    const auto me = home.phone.state().me;
    home.phone.apply(StartLog{.what = "mood", .person = me});
    home.phone.apply(SaveAbsent{"mood", AbsentReading::Why::skipped});
    home.phone.apply(StartLog{.what = "mood", .person = me});
    home.phone.apply(SaveAbsent{"mood", AbsentReading::Why::not_known});
    home.phone.apply(StartLog{.what = "mood", .person = me});
    home.draft().rating = 0;
    home.phone.apply(SaveReading{"mood"});
    CHECK(home.readings("mood").size() == 1);
    CHECK(home.readings("mood")[0].first == 0);
    CHECK(home.answers().diary.count(me) == 3);
    home.phone.restart();
    CHECK(home.readings("mood").size() == 1);
    CHECK(home.answers().diary.count(me) == 3);
}

TEST_CASE("what was skipped today is not asked for again today") {
    Home home;
    const auto me = home.phone.state().me;
    home.phone.apply(TakeUp{me, {.kind = Routine::Kind::reading, .what = "peak_flow", .when = "Before school"}});
    const auto due = [&] {
        return home.answers().routines.due(home.phone.family().log, home.answers().diary, home.phone.state().today());
    };
    REQUIRE(due().size() == 1);
    CHECK_FALSE(due()[0].done_by);
    home.phone.apply(StartLog{.what = "peak_flow", .person = me});
    home.phone.apply(SaveAbsent{"peak_flow", AbsentReading::Why::skipped});
    CHECK(due()[0].done_by);
}
