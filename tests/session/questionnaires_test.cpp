// Answering, as the session decides it: what is put, what is kept, what stands before everything else.
#include <doctest/doctest.h>

#include "session/questionnaires.h"
#include "support/session/households.h"

namespace goodweek {

namespace {

using namespace session;

// One question of 0 and 1, whose 1 calls for help; then a number of days, asked only after a 1.
Questionnaire two_questions() {
    Questionnaire made{.id = "q", .form = "adult", .version = "1", .title = "Two questions"};
    made.questions = {
        {.id = "1", .words = "How is it?", .needed = true, .options = {{"0", "Well", 0}, {"1", "Not well", 1000}}},
        {.id = "2",
         .words = "How many days?",
         .kind = Question::Kind::number,
         .needed = true,
         .lowest = 0,
         .highest = 28,
         .asked_when = {{.question = "1", .is = AskedWhen::Is::equal, .code = "1"}}}};
    made.scores = {{.id = "total", .questions = {"1"}, .needed = 1, .highest = 1000}};
    made.safety = {{.question = "1", .from = 1000, .page = SafetyRule::Page::harm}};
    return made;
}

struct Home : test::Home {
    Home() {
        // As if it had come with the app: the build's file has none that is so short.
        const_cast<State&>(phone.state()).questionnaires.push_back(two_questions());
        phone.apply(Go{{.page = Page::question, .person = phone.state().me, .what = "q.adult"}});
        phone.apply(BeginQuestions{});
    }
    QuestionDraft& draft() { return phone.drafts().question; }
    void choose(int option) {
        draft().chosen = option;
        phone.apply(ChooseAnswer{});
    }
    const records::Responses& responses() const { return phone.family().answers.responses; }
};

}  // namespace

TEST_CASE("an answer that calls for help shows its page at once, and once more before it is saved") {
    Home home;
    home.choose(1);
    CHECK(home.draft().safety == SafetyRule::Page::harm);
    home.phone.apply(NextQuestion{});  // it is not gone past
    CHECK(home.draft().at == 0);
    home.phone.apply(SafetyRead{});
    home.phone.apply(NextQuestion{});
    CHECK(home.draft().at == 1);
    home.draft().text = "3";
    home.phone.apply(NextQuestion{});
    CHECK(home.draft().safety == SafetyRule::Page::harm);
    CHECK(home.responses().size() == 0);
    home.phone.apply(SafetyRead{});
    CHECK(home.responses().size() == 1);
    CHECK(home.phone.state().route.page == Page::scores);
    CHECK(home.responses().called_for_help()->day() == home.phone.state().today());
}

TEST_CASE("a number that cannot be is refused with its limits, and stays in its box") {
    Home home;
    home.choose(1);
    home.phone.apply(SafetyRead{});
    home.phone.apply(NextQuestion{});
    for (const auto& [typed, key] : {std::pair{"29", "question.outside"},
                                     {"some", "question.not_a_number"},
                                     {"2.5", "question.not_a_number"},
                                     {"", "question.choose"}}) {
        home.draft().text = typed;
        home.phone.apply(NextQuestion{});
        REQUIRE(home.draft().problems.size() == 1);
        CHECK(home.draft().problems.front().sentence.key == key);
        CHECK(home.draft().text == typed);
    }
    CHECK(home.responses().size() == 0);
}

TEST_CASE("an answer that is taken back takes what hung on it out of what is saved") {
    Home home;
    home.choose(1);
    home.phone.apply(SafetyRead{});
    home.phone.apply(NextQuestion{});
    home.draft().text = "3";
    home.phone.apply(QuestionBefore{});
    CHECK(home.draft().chosen == 1);
    home.choose(0);
    home.phone.apply(NextQuestion{});
    REQUIRE(home.responses().size() == 1);
    const auto series = home.responses().series_of(home.phone.state().me);
    CHECK(home.responses().of(series.front()).front().score("total") == 0);
    CHECK_FALSE(home.responses().called_for_help());
}

TEST_CASE("half answered and left, it goes on where it was; stopped, nothing of it is kept") {
    Home home;
    home.choose(1);
    home.phone.apply(SafetyRead{});
    home.phone.apply(Go{{.page = Page::today}});
    home.phone.apply(Go{{.page = Page::question, .person = home.phone.state().me, .what = "q.adult"}});
    CHECK(answer_to(home.draft().answers, "1")->code == "1");
    home.phone.apply(LeaveQuestions{});
    CHECK(home.draft().answers.empty());
    CHECK(home.responses().size() == 0);
}

TEST_CASE("a form whose words are still at the clinic puts no question, by whatever way it was opened") {
    Home home;
    auto& form = const_cast<State&>(home.phone.state()).questionnaires.back();
    form.licence_class = LicenceClass::licensed;
    CHECK(question_in_hand(home.phone.state()));
    for (auto& question : form.questions) question.words.clear();
    CHECK_FALSE(question_in_hand(home.phone.state()));
    home.choose(0);
    home.phone.apply(NextQuestion{});
    CHECK(home.responses().size() == 0);
}

TEST_CASE("what the answers came to calls for its page once, before anything is saved") {
    Home home;
    auto& form = const_cast<State&>(home.phone.state()).questionnaires.back();
    form.safety = {{.score = "total", .to = 0, .page = SafetyRule::Page::low}};
    home.choose(0);
    CHECK_FALSE(home.draft().safety);
    home.phone.apply(NextQuestion{});
    CHECK(home.draft().safety == SafetyRule::Page::low);
    CHECK(home.responses().size() == 0);
    home.phone.apply(SafetyRead{});
    CHECK(home.responses().size() == 1);
    CHECK_FALSE(home.responses().called_for_help());
}

TEST_CASE("a form is offered to whom it was made for") {
    auto made = two_questions();
    made.youngest = 10;
    made.oldest = 15;
    CHECK(is_for(made, 12));
    CHECK_FALSE(is_for(made, 16));
    CHECK(is_for(made, std::nullopt));
    made.form = "child";
    CHECK_FALSE(is_for(made, std::nullopt));
}

}  // namespace goodweek
