// What the owners of the questionnaires published about their scores, held against every file that ships: sums, tables, bands,
// and changes that matter. A number here is a published one, or says that it is our own.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "exchange/library.h"
#include "library.h"

namespace goodweek::exchange {

namespace {

const Questionnaire& shipped(std::string_view id, std::string_view form = "adult") {
    static const auto library = open_library(library_file);
    REQUIRE(library);
    for (const auto& one : library->questionnaires)
        if (one.id == id && one.form == form) return one;
    FAIL("not shipped: ", id);
    std::unreachable();
}

const ScoreRule& rule_of(const Questionnaire& one, std::string_view score) {
    const auto* rule = one.find_score(score);
    REQUIRE_MESSAGE(rule, one.id, " ", score);
    return *rule;
}

Thousandths thousandths(double number) { return static_cast<Thousandths>(number * 1000 + (number < 0 ? -0.5 : 0.5)); }

struct Choice {
    Thousandths value = 0;
    ItemAnswer answer{};
};

// What can be answered and counts, from the least to the most.
std::vector<Choice> choices(const Question& question) {
    std::vector<Choice> all;
    for (const auto& option : question.options)
        if (option.value) all.push_back({*option.value, {.question = question.id, .code = option.code}});
    if (question.kind == Question::Kind::number)
        for (auto number = question.lowest; number <= question.highest; ++number)
            all.push_back({number * 1000, {.question = question.id, .number = number}});
    std::ranges::sort(all, {}, &Choice::value);
    return all;
}

// Somebody whose answers to these questions come to this sum: as much as can be for each in turn.
ItemAnswers adding_up_to(const Questionnaire& one, const ScoreRule& rule, int sum) {
    std::vector<std::vector<Choice>> all;
    Thousandths left = sum * 1000;
    for (const auto& id : rule.questions) {
        REQUIRE(one.find(id));
        all.push_back(choices(*one.find(id)));
        left -= all.back().front().value;
    }
    ItemAnswers answers;
    for (const auto& question : all) {
        const auto least = question.front().value;
        const auto most = std::prev(std::ranges::upper_bound(question, least + left, {}, &Choice::value));
        left -= most->value - least;
        answers.push_back(most->answer);
    }
    REQUIRE(left == 0);
    return answers;
}

ScoreGiven given(const Questionnaire& one, std::string_view score, const ItemAnswers& answers) {
    const auto all = scores_of(one, answers);
    const auto found = std::ranges::find(all, score, &ScoreGiven::score);
    REQUIRE(found != all.end());
    return *found;
}

std::optional<Thousandths> score_of_sum(const Questionnaire& one, const ScoreRule& rule, int sum) {
    return given(one, rule.id, adding_up_to(one, rule, sum)).value;
}

std::string band_of(const ScoreRule& rule, Thousandths value) {
    std::string words;
    for (const auto& band : rule.bands)
        if (value >= band.from && value <= band.to) words += (words.empty() ? "" : " and ") + band.words;
    return words;
}

// Every score from the lowest to the highest in one band, and in the one that was published.
struct Bands {
    const char *id, *score;
    std::vector<std::pair<int, const char*>> up_to;
    const char* form = "adult";
};

void check_bands(const Bands& published) {
    CAPTURE(published.id);
    const auto& rule = rule_of(shipped(published.id, published.form), published.score);
    int score = static_cast<int>(rule.lowest / 1000);
    for (const auto& [last, words] : published.up_to)
        for (; score <= last; ++score) {
            CAPTURE(score);
            CHECK(band_of(rule, score * 1000) == words);
        }
    CHECK(score * 1000 == rule.highest + 1000);
    CHECK(rule.bands.size() == published.up_to.size());
}

struct Ends {
    const char *id, *score;
    std::size_t questions;
    int lowest, highest;
    const char* form = "adult";
};

constexpr std::array ranges{Ends{"who5", "total", 5, 0, 100},
                            Ends{"swemwbs", "metric", 7, 7, 35},
                            Ends{"ucla3", "total", 3, 3, 9},
                            Ends{"ucla3", "total", 3, 3, 9, "child"},
                            Ends{"ons_lonely", "total", 1, 1, 5},
                            Ends{"phq9", "total", 9, 0, 27},
                            Ends{"phq2", "total", 2, 0, 6},
                            Ends{"gad7", "total", 7, 0, 21},
                            Ends{"gad2", "total", 2, 0, 6},
                            Ends{"auditc", "total", 3, 0, 12},
                            Ends{"mrc", "grade", 1, 1, 5},
                            Ends{"rcp3", "total", 3, 0, 3},
                            Ends{"act", "total", 5, 5, 25},
                            Ends{"cact", "total", 7, 0, 27, "child"},
                            Ends{"cat", "total", 8, 0, 40},
                            Ends{"eq5d5l", "vas", 1, 0, 100},
                            Ends{"mycaw", "concern_1", 1, 0, 6},
                            Ends{"mycaw", "concern_2", 1, 0, 6},
                            Ends{"mycaw", "wellbeing", 1, 0, 6},
                            Ends{"gbo", "goal_1", 1, 0, 10},
                            Ends{"gbo", "goal_2", 1, 0, 10},
                            Ends{"gbo", "goal_3", 1, 0, 10},
                            Ends{"zbi", "total", 22, 0, 88, "carer"},
                            Ends{"zbi12", "total", 12, 0, 48, "carer"},
                            Ends{"mcsi", "total", 13, 0, 26, "carer"},
                            Ends{"frat", "total", 5, 0, 5},
                            Ends{"ipos", "total", 17, 0, 68},
                            Ends{"ipos", "physical", 10, 0, 40},
                            Ends{"ipos", "emotional", 4, 0, 16},
                            Ends{"ipos", "practical", 3, 0, 12},
                            Ends{"ipos", "total", 17, 0, 68, "proxy"},
                            Ends{"social", "trust", 1, 0, 10},
                            Ends{"social", "belonging", 1, 1, 4},
                            Ends{"social", "support", 1, 1, 4},
                            Ends{"top", "alcohol", 4, 0, 28},
                            Ends{"top", "tobacco", 4, 0, 28},
                            Ends{"top", "work", 4, 0, 28},
                            Ends{"top", "college", 4, 0, 28},
                            Ends{"top", "psychological", 1, 0, 20},
                            Ends{"top", "physical", 1, 0, 20},
                            Ends{"top", "quality", 1, 0, 20},
                            Ends{"hc10", "total", 1, 0, 10}};

// The row of one score: which way is better, the least change that is one, the one that matters, the one that is no chance.
struct Threshold {
    const char *id, *score;
    Better better;
    double any;
    std::optional<double> matters, reliable;
    bool ours = false;  // not published: chosen here, and said to be
    const char* form = "adult";
};

const std::vector thresholds{Threshold{"who5", "total", Better::higher, 4, 10, 10},
                             Threshold{"ons4", "satisfied", Better::higher, 1, 1, {}, true},
                             Threshold{"ons4", "worthwhile", Better::higher, 1, 1, {}, true},
                             Threshold{"ons4", "happy", Better::higher, 1, 1, {}, true},
                             Threshold{"ons4", "anxious", Better::lower, 1, 1, {}, true},
                             Threshold{"swemwbs", "metric", Better::higher, 0.01, 1.03, 2.87},
                             Threshold{"ucla3", "total", Better::lower, 1, 1, {}, true},
                             Threshold{"phq9", "total", Better::lower, 1, 5, 6},
                             Threshold{"gad7", "total", Better::lower, 1, 4, 4},
                             Threshold{"auditc", "total", Better::lower, 1, 1, {}, true},
                             Threshold{"mrc", "grade", Better::lower, 1, 1, {}, true},
                             Threshold{"rcp3", "total", Better::lower, 1, 1, {}, true},
                             Threshold{"act", "total", Better::higher, 1, 3, {}},
                             Threshold{"cact", "total", Better::higher, 1, 2, {}, false, "child"},
                             Threshold{"cat", "total", Better::lower, 1, 2, {}},
                             Threshold{"eq5d5l", "vas", Better::higher, 1, 7, {}},
                             Threshold{"mycaw", "concern_1", Better::lower, 1, 1, {}, true},
                             Threshold{"mycaw", "concern_2", Better::lower, 1, 1, {}, true},
                             Threshold{"mycaw", "wellbeing", Better::lower, 1, 1, {}, true},
                             Threshold{"gbo", "goal_1", Better::higher, 1, 2.45, 2.45},
                             Threshold{"gbo", "goal_2", Better::higher, 1, 2.45, 2.45},
                             Threshold{"gbo", "goal_3", Better::higher, 1, 2.45, 2.45},
                             Threshold{"ipos", "total", Better::lower, 1, 5, {}},
                             Threshold{"zbi12", "total", Better::lower, 1, 3, {}, true, "carer"}};

}  // namespace

TEST_CASE("every score has as many questions and reaches as far as its owners say") {
    for (const auto& [id, score, questions, lowest, highest, form] : ranges) {
        CAPTURE(id);
        CAPTURE(score);
        const auto& rule = rule_of(shipped(id, form), score);
        CHECK(rule.questions.size() == questions);
        CHECK(rule.needed == questions);
        CHECK(rule.lowest == lowest * 1000);
        CHECK(rule.highest == highest * 1000);
    }
}

TEST_CASE("each sum of the seven statements has the metric score of the published table") {
    constexpr std::array metric{7.00,  9.51,  11.25, 12.40, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36,
                                16.88, 17.43, 17.98, 18.59, 19.25, 19.98, 20.73, 21.54, 22.35, 23.21,
                                24.11, 25.03, 26.02, 27.03, 28.13, 29.31, 30.70, 32.55, 35.00};
    static_assert(metric.size() == 29);
    const auto& form = shipped("swemwbs");
    const auto& rule = rule_of(form, "metric");
    for (int raw = 7; raw <= 35; ++raw) {
        CAPTURE(raw);
        const auto score = thousandths(metric[static_cast<std::size_t>(raw - 7)]);
        CHECK(score_of_sum(form, rule, raw) == score);
        CHECK(band_of(rule, score) == (score < 19'600 ? "Low" : score < 27'500 ? "Medium" : "High"));
    }
    // One left out is no score: nothing is made up for it.
    auto six = adding_up_to(form, rule, 20);
    six.pop_back();
    CHECK(given(form, "metric", six) == ScoreGiven{"metric", std::nullopt, 6, 7});
}

TEST_CASE("WHO-5 counts each point four times, and looks further below thirteen points") {
    const auto& form = shipped("who5");
    const auto& rule = rule_of(form, "total");
    for (int raw = 0; raw <= 25; ++raw) {
        CAPTURE(raw);
        CHECK(score_of_sum(form, rule, raw) == raw * 4000);
        CHECK(band_of(rule, raw * 4000) == (raw <= 7    ? "Likely depression range"
                                            : raw <= 12 ? "Poor wellbeing, look further"
                                                        : "Above the cut"));
    }
}

TEST_CASE("a clinic sees each score in the band that was published, and in no other") {
    check_bands({"phq9",
                 "total",
                 {{4, "None or minimal"}, {9, "Mild"}, {14, "Moderate"}, {19, "Moderately severe"}, {27, "Severe"}}});
    check_bands({"phq2", "total", {{2, "Below the cut"}, {6, "Offer the PHQ-9"}}});
    check_bands({"gad7", "total", {{4, "None"}, {9, "Mild"}, {14, "Moderate"}, {21, "Severe"}}});
    check_bands({"gad2", "total", {{2, "Below the cut"}, {6, "Offer the GAD-7"}}});
    check_bands({"auditc",
                 "total",
                 {{4, "Low risk"}, {7, "Increasing risk"}, {10, "Higher risk"}, {12, "Possible dependence"}}});
    for (const auto* score : {"satisfied", "worthwhile", "happy"})
        check_bands({"ons4", score, {{4, "Low"}, {6, "Medium"}, {8, "High"}, {10, "Very high"}}});
    check_bands({"ons4", "anxious", {{1, "Very low"}, {3, "Low"}, {5, "Medium"}, {10, "High"}}});
    check_bands(
        {"mrc", "grade", {{2, "Grade 1 or 2"}, {5, "Grade 3 or more: offer pulmonary rehabilitation (NG115)"}}});
    check_bands({"rcp3", "total", {{0, "Good control"}, {1, "Some"}, {3, "Poor"}}});
    check_bands({"act",
                 "total",
                 {{15, "Very poorly controlled"},
                  {19, "Not well controlled"},
                  {24, "Well controlled"},
                  {25, "Total control"}}});
    check_bands({"cact", "total", {{19, "Not controlled"}, {27, "Controlled"}}, "child"});
    check_bands(
        {"cat", "total", {{9, "Low impact"}, {20, "Medium impact"}, {30, "High impact"}, {40, "Very high impact"}}});
    check_bands({"zbi",
                 "total",
                 {{20, "Little burden"}, {40, "Mild to moderate"}, {60, "Moderate to severe"}, {88, "Severe"}},
                 "carer"});
    check_bands({"zbi12",
                 "total",
                 {{16, "Below the top quarter of carers"}, {20, "Top quarter of carers"}, {48, "High"}},
                 "carer"});
    check_bands({"frat", "total", {{2, "Below the cut"}, {5, "Higher risk: ask about a falls assessment"}}});
}

TEST_CASE("what has no published cut is given none") {
    for (const auto& [id, form] : {std::pair{"ucla3", "adult"},
                                   {"ucla3", "child"},
                                   {"mcsi", "carer"},
                                   {"ipos", "adult"},
                                   {"eq5d5l", "adult"},
                                   {"mycaw", "adult"},
                                   {"gbo", "adult"},
                                   {"social", "adult"},
                                   {"top", "adult"}})
        for (const auto& rule : shipped(id, form).scores) {
            CAPTURE(id);
            CHECK(rule.bands.empty());
        }
}

TEST_CASE("a change matters, and is no chance, by what was published; what is ours says so") {
    for (const auto& row : thresholds) {
        CAPTURE(row.id);
        CAPTURE(row.score);
        const auto& rule = rule_of(shipped(row.id, row.form), row.score);
        const auto said = [](std::optional<double> number) {
            return number ? std::optional{thousandths(*number)} : std::nullopt;
        };
        CHECK(rule.better == row.better);
        CHECK(rule.any_change == thousandths(row.any));
        CHECK(rule.matters == said(row.matters));
        CHECK(rule.reliable == said(row.reliable));
        CHECK((rule.change_source == "design") == row.ours);
    }
}

TEST_CASE("two points on the way to a goal could be chance; three are better") {
    const auto& rule = rule_of(shipped("gbo"), "goal_1");
    CHECK(change_between(rule, 3000, 3000) == Change::none);
    CHECK(change_between(rule, 3000, 5000) == Change::could_be_chance);
    CHECK(change_between(rule, 3000, 6000) == Change::better);
    CHECK(change_between(rule, 6000, 3000) == Change::worse);
}

TEST_CASE("a family with one goal is asked about one, and rates only what it has named") {
    const auto& form = shipped("gbo");
    CHECK(asked(form, {}).size() == 3);
    ItemAnswers answers{{.question = "goal_1", .text = "Walk to the park together"},
                        {.question = "goal_1_score", .number = 4}};
    CHECK(asked(form, answers).size() == 3);
    CHECK(given(form, "goal_1", answers).value == 4000);
    CHECK_FALSE(given(form, "goal_2", answers).value);
    put_answer(answers, {.question = "goal_2", .text = "Sleep through"});
    CHECK(asked(form, answers).size() == 5);
}

TEST_CASE("a second concern is rated only where there is one") {
    const auto& form = shipped("mycaw");
    ItemAnswers answers{{.question = "concern_1", .text = "My knee"}, {.question = "concern_1_score", .number = 5}};
    CHECK(asked(form, answers).size() == 4);
    put_answer(answers, {.question = "concern_2", .text = "Being alone"});
    CHECK(asked(form, answers).size() == 5);
}

TEST_CASE("who never drinks is asked no more, and is at low risk") {
    const auto& form = shipped("auditc");
    const ItemAnswers never{{.question = "1", .code = "0"}};
    CHECK(asked(form, never).size() == 1);
    CHECK(given(form, "total", never) == ScoreGiven{"total", 0, 3, 3});
    CHECK(band_of(rule_of(form, "total"), 0) == "Low risk");
    CHECK(asked(form, {{.question = "1", .code = "1"}}).size() == 3);
}

TEST_CASE("the last question of PHQ-9 is put only to whom something troubled, and counts nothing") {
    const auto& form = shipped("phq9");
    const auto& rule = rule_of(form, "total");
    CHECK_FALSE(std::ranges::contains(rule.questions, "69722-7"));
    CHECK(asked(form, adding_up_to(form, rule, 0)).size() == 9);
    CHECK(asked(form, adding_up_to(form, rule, 1)).size() == 10);
    auto eight = adding_up_to(form, rule, 12);
    eight.erase(eight.begin());
    CHECK(given(form, "total", eight) == ScoreGiven{"total", std::nullopt, 8, 9});
}

TEST_CASE("the four questions of wellbeing and those of trust are never added") {
    for (const auto* id : {"ons4", "social", "mycaw", "gbo"})
        for (const auto& rule : shipped(id).scores) {
            CAPTURE(rule.id);
            CHECK(rule.questions.size() == 1);
        }
    const auto& social = shipped("social");
    const auto first = [&](const char* id) { return social.find(id)->options.front(); };
    CHECK(first("belonging").words == "Very strongly");
    CHECK(first("belonging").value == 4000);
    CHECK(first("support").words == "Definitely agree");
    CHECK(first("support").value == 4000);
    // Nobody next door is no answer, and not the least.
    CHECK_FALSE(given(social, "neighbours", {{.question = "neighbours", .code = "none"}}).value);
}

TEST_CASE("loneliness is often where the number is small, and the child's form is one of its own") {
    const auto& direct = shipped("ons_lonely").questions.front();
    CHECK(direct.options.front().words == "Often or always");
    CHECK(direct.options.front().value == 1000);
    CHECK(direct.options.back().words == "Never");
    CHECK(direct.options.back().value == 5000);
    const auto& adult = shipped("ucla3");
    CHECK(score_of_sum(adult, rule_of(adult, "total"), 6) == 6000);
    CHECK(shipped("ucla3", "child").oldest < adult.youngest);
}

TEST_CASE("a child blows with a parent beside them: four answers are the child's, three the parent's") {
    const auto& form = shipped("cact", "child");
    CHECK(form.youngest == 4);
    CHECK(form.oldest == 11);
    CHECK(shipped("act").youngest == 12);
    for (const auto& question : form.questions) {
        CAPTURE(question.id);
        CHECK(choices(question).back().value == (question.id <= "4" ? 3000 : 5000));
    }
}

TEST_CASE("the parts of IPOS share no question, and together are all of it") {
    const auto& form = shipped("ipos");
    auto parts = rule_of(form, "physical").questions;
    for (const auto* part : {"emotional", "practical"})
        std::ranges::copy(rule_of(form, part).questions, std::back_inserter(parts));
    CHECK(parts == rule_of(form, "total").questions);
    // What staff cannot assess is missing, and not nought.
    const auto& staff = shipped("ipos", "proxy");
    auto answers = adding_up_to(staff, rule_of(staff, "total"), 30);
    answers.back() = {.question = "9", .code = "cannot_assess"};
    CHECK(given(staff, "total", answers) == ScoreGiven{"total", std::nullopt, 16, 17});
    CHECK(given(staff, "physical", answers).answered == 10);
}

TEST_CASE("health today is a score; its five levels are kept and never added") {
    const auto& form = shipped("eq5d5l");
    REQUIRE(form.scores.size() == 1);
    CHECK(form.scores.front().questions == std::vector<std::string>{"vas"});
    std::vector<std::string> profile;
    for (const auto& question : form.questions)
        if (question.kind == Question::Kind::choice) {
            profile.push_back(question.id);
            CHECK(choices(question).front().value == 1000);
            CHECK(choices(question).back().value == 5000);
        }
    CHECK(profile == std::vector<std::string>{"mobility", "self_care", "usual_activities", "pain", "anxiety"});
}

TEST_CASE("days of use are added over four weeks, and nobody at home is asked about crime or needles") {
    const auto& form = shipped("top");
    CHECK(form.together);
    const ItemAnswers drinking{{.question = "alcohol_4", .number = 2},
                               {.question = "alcohol_3", .number = 7},
                               {.question = "alcohol_2", .number = 0},
                               {.question = "alcohol_1", .number = 3}};
    CHECK(given(form, "alcohol", drinking).value == 12'000);
    CHECK(given(form, "opiates", drinking) == ScoreGiven{"opiates", std::nullopt, 0, 4});
    for (const auto* substance : {"alcohol", "opiates", "crack", "cocaine", "amphetamines", "cannabis", "tobacco"}) {
        CHECK(rule_of(form, substance).better == Better::lower);
        CHECK(score_of_sum(form, rule_of(form, substance), 28) == 28'000);
    }
    for (const auto* health : {"psychological", "physical", "quality"})
        CHECK(rule_of(form, health).better == Better::higher);
    for (const auto& question : form.questions)
        for (const auto* word : {"inject", "needle", "shoplift", "theft", "crime", "selling"})
            CHECK(question.words.find(word) == std::string::npos);
}

TEST_CASE("an answer that asks for support has its page, at the answer that was named and not below") {
    using Page = SafetyRule::Page;
    const auto page = [](std::string_view id, std::string_view question, int answer,
                         std::string_view form = "adult") {
        const auto& one = shipped(id, form);
        const auto all = choices(*one.find(question));
        const auto chosen = std::ranges::find(all, answer * 1000, &Choice::value);
        REQUIRE(chosen != all.end());
        return safety_page(one, chosen->answer);
    };
    CHECK_FALSE(page("phq9", "44260-8", 0));
    for (int answer = 1; answer <= 3; ++answer) CHECK(page("phq9", "44260-8", answer) == Page::harm);
    CHECK_FALSE(page("eq5d5l", "anxiety", 4));
    CHECK(page("eq5d5l", "anxiety", 5) == Page::low);
    CHECK_FALSE(page("ipos", "5", 3));
    CHECK(page("ipos", "5", 4) == Page::low);
    CHECK(page("ipos", "5", 4, "proxy") == Page::low);
    CHECK(page("ons4", "1", 0) == Page::low);
    CHECK_FALSE(page("ons4", "1", 1));
    CHECK_FALSE(page("carer", "strain", 8));
    CHECK(page("carer", "strain", 9) == Page::support);
    CHECK(shipped("gad7").safety.empty());
}

TEST_CASE("what all answers came to has its page too: heavy drinking, and low spirits") {
    const auto page = [](std::string_view id, Thousandths score) {
        return safety_page(shipped(id), std::array{ScoreGiven{"total", score, 3, 3}});
    };
    CHECK_FALSE(page("auditc", 10'000));
    CHECK(page("auditc", 11'000) == SafetyRule::Page::drinking);
    CHECK(page("auditc", 12'000) == SafetyRule::Page::drinking);
    CHECK(page("who5", 28'000) == SafetyRule::Page::low);
    CHECK_FALSE(page("who5", 32'000));
    CHECK_FALSE(safety_page(shipped("who5"), std::array{ScoreGiven{"total", std::nullopt, 4, 5}}));
}

TEST_CASE("only what a licence gives to a clinic comes without its words") {
    const auto library = open_library(library_file);
    REQUIRE(library);
    std::vector<std::string> wordless;
    for (const auto& one : library->questionnaires) {
        CAPTURE(one.id);
        CHECK(has_words(one) == (one.licence_class != LicenceClass::licensed));
        if (one.licence_class != LicenceClass::licensed) continue;
        CHECK_FALSE(one.commercial_use);
        CHECK_FALSE(one.attribution.empty());
        wordless.push_back(one.id);
    }
    CHECK(wordless == std::vector<std::string>{"act", "cact", "cat", "eq5d5l", "ipos", "ipos", "mcsi", "mycaw",
                                               "swemwbs", "zbi", "zbi12"});
}

}  // namespace goodweek::exchange
