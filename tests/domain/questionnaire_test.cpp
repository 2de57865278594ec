#include "domain/questionnaire.h"

#include <doctest/doctest.h>

namespace goodweek {

namespace {

Question choice_of(std::string id, std::vector<Thousandths> values) {
    Question question{.id = std::move(id), .words = "How often?", .needed = true};
    for (const auto value : values)
        question.options.push_back({.code = std::to_string(value / 1000), .words = "Words", .value = value});
    return question;
}

// Two questions of 0 to 3; the third is put only where the first was above 0.
Questionnaire three_questions() {
    Questionnaire made{.id = "q", .form = "adult", .version = "1"};
    made.questions = {{.id = "stem", .words = "Over the last week:", .kind = Question::Kind::words_only},
                      choice_of("1", {0, 1000, 2000, 3000}),
                      choice_of("2", {0, 1000, 2000, 3000}),
                      choice_of("3", {0, 1000, 2000, 3000})};
    made.questions[3].asked_when = {{.question = "1", .is = AskedWhen::Is::more, .code = "0"}};
    made.scores = {{.id = "total",
                    .questions = {"1", "2"},
                    .needed = 2,
                    .highest = 6000,
                    .better = Better::lower,
                    .matters = 2000,
                    .reliable = 3000}};
    made.safety = {{.question = "2", .from = 1000, .page = SafetyRule::Page::harm}};
    return made;
}

ItemAnswers chosen(std::initializer_list<std::pair<const char*, const char*>> given) {
    ItemAnswers answers;
    for (const auto& [question, code] : given) answers.push_back({.question = question, .code = code});
    return answers;
}

std::vector<std::string> ids(const std::vector<const Question*>& questions) {
    std::vector<std::string> all;
    for (const auto* question : questions) all.push_back(question->id);
    return all;
}

}  // namespace

TEST_CASE("a question that hangs on an earlier answer is put only where that was given") {
    const auto made = three_questions();
    CHECK(ids(asked(made, {})) == std::vector<std::string>{"1", "2"});
    CHECK(ids(asked(made, chosen({{"1", "0"}}))) == std::vector<std::string>{"1", "2"});
    CHECK(ids(asked(made, chosen({{"1", "2"}}))) == std::vector<std::string>{"1", "2", "3"});
    CHECK(ids(asked(made, {{.question = "1", .declined = true}})) == std::vector<std::string>{"1", "2"});
    CHECK(words_before(made, made.questions[2]) == "Over the last week:");
}

TEST_CASE("every way of hanging on an answer is understood") {
    auto made = three_questions();
    const auto put = [&](AskedWhen when, const char* first) {
        made.questions[3].asked_when = {std::move(when)};
        return is_asked(made, made.questions[3], chosen({{"1", first}}));
    };
    using Is = AskedWhen::Is;
    CHECK(put({.question = "1", .is = Is::equal, .code = "1"}, "1"));
    CHECK_FALSE(put({.question = "1", .is = Is::equal, .code = "1"}, "2"));
    CHECK(put({.question = "1", .is = Is::other, .code = "1"}, "2"));
    CHECK(put({.question = "1", .is = Is::at_least, .code = "2"}, "2"));
    CHECK(put({.question = "1", .is = Is::at_most, .code = "2"}, "1"));
    CHECK(put({.question = "1", .is = Is::less, .code = "2"}, "1"));
    CHECK_FALSE(put({.question = "1", .is = Is::less, .code = "2"}, "2"));
    CHECK(put({.question = "1", .is = Is::answered}, "0"));
    CHECK_FALSE(put({.question = "1", .is = Is::unanswered}, "0"));
    CHECK_FALSE(put({.question = "nobody", .is = Is::answered}, "0"));
}

TEST_CASE("a score is the sum of its answers, and none where too few were given") {
    const auto made = three_questions();
    const auto total = [&](const ItemAnswers& answers) { return scores_of(made, answers).front(); };
    CHECK(total(chosen({{"1", "2"}, {"2", "3"}})) == ScoreGiven{"total", 5000, 2, 2});
    CHECK(total(chosen({{"1", "2"}})) == ScoreGiven{"total", std::nullopt, 1, 2});
    CHECK(total({{.question = "1", .code = "2"}, {.question = "2", .declined = true}}) ==
          ScoreGiven{"total", std::nullopt, 1, 2});
    // Not one of the options: no answer at all.
    CHECK(total(chosen({{"1", "2"}, {"2", "elevenses"}})) == ScoreGiven{"total", std::nullopt, 1, 2});
}

TEST_CASE("a score may be looked up in a table, or multiplied") {
    auto made = three_questions();
    made.scores.front().times = 4000;
    CHECK(scores_of(made, chosen({{"1", "2"}, {"2", "3"}})).front().value == 20'000);
    made.scores.front().table = {{5000, 17'980}};
    CHECK(scores_of(made, chosen({{"1", "2"}, {"2", "3"}})).front().value == 17'980);
    CHECK_FALSE(scores_of(made, chosen({{"1", "2"}, {"2", "2"}})).front().value);
}

TEST_CASE("a question that was not put counts as its owners say") {
    auto made = three_questions();
    made.scores.front().questions = {"1", "3"};
    made.questions[3].when_skipped = 0;
    CHECK(scores_of(made, chosen({{"1", "0"}})).front() == ScoreGiven{"total", 0, 2, 2});
    CHECK(scores_of(made, chosen({{"1", "1"}})).front() == ScoreGiven{"total", std::nullopt, 1, 2});
    // An answer from before the first was changed does not count.
    CHECK(scores_of(made, chosen({{"1", "0"}, {"3", "3"}})).front().value == 0);
}

TEST_CASE("an answer that calls for help shows its page the moment it is given") {
    const auto made = three_questions();
    CHECK_FALSE(safety_page(made, {.question = "2", .code = "0"}));
    CHECK(safety_page(made, {.question = "2", .code = "1"}) == SafetyRule::Page::harm);
    CHECK(safety_page(made, {.question = "2", .code = "3"}) == SafetyRule::Page::harm);
    CHECK_FALSE(safety_page(made, {.question = "2", .declined = true}));
    CHECK_FALSE(safety_page(made, {.question = "1", .code = "3"}));
}

TEST_CASE("a change is called better or worse only where it is enough to matter and to be no chance") {
    const auto rule = three_questions().scores.front();
    CHECK(change_between(rule, 6000, 6000) == Change::none);
    CHECK(change_between(rule, 6000, 5000) == Change::could_be_chance);
    CHECK(change_between(rule, 6000, 4000) == Change::could_be_chance);
    CHECK(change_between(rule, 6000, 3000) == Change::better);
    CHECK(change_between(rule, 0, 3000) == Change::worse);
    auto open = rule;
    open.matters.reset();
    open.reliable.reset();
    CHECK(change_between(open, 6000, 5000) == Change::better);
    open.better = Better::neither;
    CHECK(change_between(open, 6000, 0) == Change::could_be_chance);
}

TEST_CASE("an answer has to be one that can be given") {
    const auto made = three_questions();
    const auto& one = made.questions[1];
    CHECK(check(one, {.question = "1"}) == AnswerProblem::empty);
    CHECK(check(one, {.question = "1", .code = "9"}) == AnswerProblem::not_an_option);
    CHECK_FALSE(check(one, {.question = "1", .code = "2"}));
    CHECK_FALSE(check(one, {.question = "1", .declined = true}));
    const Question days{.id = "d", .kind = Question::Kind::number, .lowest = 0, .highest = 28};
    CHECK_FALSE(check(days, {.question = "d"}));
    CHECK_FALSE(check(days, {.question = "d", .number = 28}));
    CHECK(check(days, {.question = "d", .number = 29}) == AnswerProblem::too_high);
    CHECK(check(days, {.question = "d", .number = -1}) == AnswerProblem::too_low);
    CHECK(check(days, {.question = "d", .text = "some"}) == AnswerProblem::not_a_number);
    const Question why{.id = "w", .kind = Question::Kind::text};
    CHECK(check(why, {.question = "w", .text = std::string(5000, 'x')}) == AnswerProblem::too_long);
}

TEST_CASE("a questionnaire whose words are still at a clinic says so") {
    auto made = three_questions();
    CHECK(has_words(made));
    made.questions[2].words.clear();
    CHECK_FALSE(has_words(made));
}

TEST_CASE("an answer given again stands in place of the first") {
    ItemAnswers answers;
    put_answer(answers, {.question = "1", .code = "2"});
    put_answer(answers, {.question = "2", .code = "1"});
    put_answer(answers, {.question = "1", .code = "3"});
    CHECK(answers.size() == 2);
    CHECK(answer_to(answers, "1")->code == "3");
    CHECK(answer_to(answers, "9") == nullptr);
}

}  // namespace goodweek
