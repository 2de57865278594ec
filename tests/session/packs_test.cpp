// What a person is offered for what they live with, and what they make of it.
#include "session/packs.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "library.h"
#include "support/session/households.h"

using namespace goodweek;
using namespace goodweek::session;

namespace {

struct Home : test::Home {
    Home() { phone.hear(CameWithUs{Bytes(std::begin(library_file), std::end(library_file))}); }
    void lives_with(std::string what, std::string kind) {
        phone.apply(Go{{.page = Page::section_form, .person = amal(), .what = "conditions"}});
        phone.drafts().section.fields["what"].text = std::move(what);
        phone.drafts().section.fields["kind"].text = std::move(kind);
        phone.apply(SaveSection{});
    }
    std::vector<Watched> watched() const { return watched_by(phone.state(), amal()); }
    long asks_for(std::string_view what) const {
        const auto all = watched();
        return std::ranges::count_if(all, [&](const Watched& one) { return one.ask.what == what; });
    }
};

}  // namespace

TEST_CASE("nothing is asked of anybody who has written down nothing") {
    Home home;
    CHECK(home.watched().empty());
    CHECK(forms_for(home.phone.state(), home.amal()).empty());
    CHECK(seconds_a_week(home.phone.state(), home.amal()) == 0);
}

TEST_CASE("two conditions that ask the same ask it once, the more often of the two") {
    Home home;
    home.lives_with("Asthma", "asthma");
    CHECK(home.asks_for("reliever") == 1);
    home.lives_with("COPD", "copd");
    home.lives_with("Pressure", "heart");
    home.lives_with("Diabetes", "diabetes");
    CHECK(packs_for(home.phone.state(), home.amal()).size() == 4);
    CHECK(home.asks_for("reliever") == 1);
    CHECK(home.asks_for("weight") == 1);
    const auto all = home.watched();
    const auto weight = std::ranges::find(all, "weight", [](const Watched& one) { return one.ask.what; });
    CHECK(weight->ask.times_a_week == 7);
}

TEST_CASE("what is taken up is on Today and costs its minutes, and can be put down again") {
    Home home;
    home.lives_with("Asthma", "asthma");
    const auto before = seconds_a_week(home.phone.state(), home.amal());
    const auto ask = home.watched().front().ask;
    home.phone.apply(TakeUp{home.amal(), ask});
    CHECK(home.watched().front().routine);
    CHECK(home.phone.family().answers.routines.all().size() == 1);
    CHECK(seconds_a_week(home.phone.state(), home.amal()) == before + seconds_a_week(ask));
    home.phone.apply(RemoveRoutine{*home.watched().front().routine});
    CHECK_FALSE(home.watched().front().routine);
    CHECK(seconds_a_week(home.phone.state(), home.amal()) == before);
}

TEST_CASE("a questionnaire of the pack is due at once, and not again for its weeks") {
    Home home;
    home.lives_with("Low mood", "mental_health");
    const auto due = forms_for(home.phone.state(), home.amal());
    REQUIRE(due.size() == 3);
    for (const auto& one : due) CHECK(one.again.state == AskedAgain::State::due);
}
