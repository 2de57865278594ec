// Words that only a licensed clinic may lend: how they come to a family, and when they do not.
#include <doctest/doctest.h>

#include <algorithm>

#include "session/questionnaires.h"
#include "support/memory_relay.h"
#include "support/session/profile.h"
#include "vault/cbor.h"

namespace goodweek {

namespace {

using namespace session;
using test::Profile;
using vault::Cbor;

constexpr std::string_view until = "2100-12-31";

// One question of two answers, as it comes with the app: without words.
Questionnaire wordless() {
    Questionnaire made{.id = "made_up", .form = "adult", .version = "1", .title = "Made up"};
    made.licence_class = LicenceClass::licensed;
    made.questions = {{.id = "1", .needed = true, .options = {{"0", "", 0}, {"1", "", 1000}}}};
    made.scores = {{.id = "total", .questions = {"1"}, .needed = 1, .highest = 1000}};
    return made;
}

Bytes words(std::string_view last_day = until, std::string_view question = "1") {
    const auto option = [](const char* code, const char* said) {
        return Cbor{Cbor::Map{{"code", code}, {"words", said}}};
    };
    return vault::encode(Cbor::Map{
        {"form", "adult"},
        {"language", "en-GB"},
        {"licence", Cbor::Map{{"holder", "Willow Surgery"}, {"number", "123"}, {"until", last_day}}},
        {"questionnaire", "made_up"},
        {"questions", Cbor::Array{Cbor::Map{{"options", Cbor::Array{option("0", "Plums"), option("1", "Pears")}},
                                            {"question", question},
                                            {"words", "Which do you like?"}}}},
        {"version", "1"}});
}

void comes_with_the_app(Profile& profile) {
    const_cast<State&>(profile.state()).questionnaires.push_back(wordless());
}

std::string last_notice(const Profile& profile) {
    return profile.state().notices.empty() ? "" : profile.state().notices.back().sentence.key;
}

struct ClinicAndFamily {
    test::TestClock clock;
    test::MemoryRelay relay;
    Profile clinic{relay, clock}, phone{relay, clock};

    ClinicAndFamily() {
        clinic.found_clinic("Willow Surgery", "Sam");
        phone.make_family("The Thistlewicks", "Amal");
        comes_with_the_app(clinic);
        comes_with_the_app(phone);
    }
    void join() { phone.join(clinic.invite_a_family()); }
    Bytes signed_file(const Bytes& said = words()) {
        clinic.apply(LendWords{said});
        return clinic.offered.empty() ? Bytes{} : clinic.offered.back().bytes;
    }
    void open(Bytes file) {
        phone.apply(FileChosen{.purpose = "words", .name = "made_up.gww", .bytes = std::move(file)});
    }
    bool can_answer() const { return offered(phone.state(), phone.state().me).size() == 1; }
};

}  // namespace

TEST_CASE("what a worker fills in with somebody is offered only to whom a pack asks it of") {
    ClinicAndFamily two;
    auto& form = const_cast<State&>(two.phone.state()).questionnaires.back();
    form.questions.front().words = "Which do you like?";
    CHECK(two.can_answer());
    form.together = true;
    CHECK_FALSE(two.can_answer());
}

TEST_CASE("a form without its words is offered to nobody, and cannot be begun") {
    ClinicAndFamily two;
    CHECK_FALSE(two.can_answer());
    two.phone.apply(Go{{.page = Page::question, .person = two.phone.state().me, .what = "made_up.adult"}});
    two.phone.apply(BeginQuestions{});
    CHECK_FALSE(question_in_hand(two.phone.state()));
}

TEST_CASE("a family answers in the words that its clinic lent, and finds them again after the phone was closed") {
    ClinicAndFamily two;
    two.join();
    two.open(two.signed_file());
    CHECK(last_notice(two.phone) == "lent.taken");
    REQUIRE(two.can_answer());
    two.phone.apply(Go{{.page = Page::question, .person = two.phone.state().me, .what = "made_up.adult"}});
    two.phone.apply(BeginQuestions{});
    REQUIRE(question_in_hand(two.phone.state()));
    CHECK(question_in_hand(two.phone.state())->words == "Which do you like?");
    two.phone.drafts().question.chosen = 1;
    two.phone.apply(ChooseAnswer{});
    two.phone.apply(NextQuestion{});
    CHECK(two.phone.family().answers.responses.size() == 1);

    two.phone.restart();
    CHECK(two.phone.family().answers.lent.files().size() == 1);
    comes_with_the_app(two.phone);
    two.phone.apply(Lock{});
    CHECK(two.phone.state().lent.empty());
}

TEST_CASE("a clinic that lends words has them too, to read what was answered in them") {
    ClinicAndFamily two;
    REQUIRE_FALSE(two.signed_file().empty());
    REQUIRE(two.clinic.state().lent.size() == 1);
    CHECK(two.clinic.state().lent.front().licence_number == "123");
}

TEST_CASE("a file from a clinic that was not joined is refused, and nothing of it is kept") {
    ClinicAndFamily two;
    two.open(two.signed_file());
    CHECK(last_notice(two.phone) == "lent.other_clinic");
    CHECK_FALSE(two.can_answer());
    CHECK(two.phone.family().answers.lent.files().empty());
}

TEST_CASE("a file that was changed on the way is refused, wherever it was changed") {
    ClinicAndFamily two;
    two.join();
    const auto good = two.signed_file();
    for (std::size_t at = 0; at < good.size(); ++at) {
        auto changed = good;
        changed[at] ^= 1;
        two.open(changed);
        CAPTURE(at);
        CHECK_FALSE(two.can_answer());
    }
    CHECK(two.phone.family().answers.lent.files().empty());
    two.open({});
    CHECK(last_notice(two.phone) == "lent.not_ours");
    two.open(good);
    CHECK(two.can_answer());
}

TEST_CASE("words that do not fit their form are not signed, and the clinic is told where") {
    ClinicAndFamily two;
    CHECK(two.signed_file(words(until, "2")).empty());
    CHECK(last_notice(two.clinic) == "lent.not_known");
    CHECK(two.clinic.state().notices.back().sentence.gaps.front().second == "made_up 2");
}

TEST_CASE("when the licence is over nothing more is answered, and what was lent is still there to read by") {
    ClinicAndFamily two;
    two.join();
    constexpr std::int64_t minute = 60'000, day = 24 * 60 * minute;
    two.clock.now_ms += day - two.clock.now_ms % day - minute;
    two.phone.apply(Go{{.page = Page::questionnaires}});
    two.clinic.apply(Go{{.page = Page::caseload}});
    const auto today = two.phone.state().today();
    two.open(two.signed_file(words(to_iso(today))));
    REQUIRE(two.can_answer());
    two.phone.wait(std::chrono::minutes{2});
    two.phone.apply(Go{{.page = Page::questionnaires}});
    CHECK_FALSE(two.can_answer());
    CHECK(has_words(*find_questionnaire(two.phone.state(), "made_up", "adult")));

    two.open(two.signed_file(words(to_iso(today))));
    CHECK(last_notice(two.clinic) == "lent.over");
}

TEST_CASE("a later file for the same form takes the place of the one before") {
    ClinicAndFamily two;
    two.join();
    two.open(two.signed_file());
    two.open(two.signed_file(words("2101-12-31")));
    REQUIRE(two.phone.state().lent.size() == 1);
    CHECK(to_iso(two.phone.state().lent.front().until) == "2101-12-31");
}

}  // namespace goodweek
