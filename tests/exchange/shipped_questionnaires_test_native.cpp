// Every questionnaire that is in the repository, read as a person's file would be.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "exchange/questionnaire_file.h"

namespace goodweek::exchange {

namespace {

std::string contents(const std::filesystem::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::filesystem::path> shipped() {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(
             std::filesystem::path{GOODWEEK_TESTS_FOLDER} / ".." / "assets" / "questionnaires"))
        if (entry.path().extension() == ".json") paths.push_back(entry.path());
    std::ranges::sort(paths);
    return paths;
}

Questionnaire the(std::string_view id, std::string_view form = "adult") {
    for (const auto& path : shipped()) {
        auto read = read_questionnaires_json(contents(path));
        if (read && read->front().id == id && read->front().form == form) return std::move(read->front());
    }
    FAIL("no such questionnaire");
    return {};
}

// What comes of a sum, for one whose answers are worth their place: as many as can be of the highest, and one between.
std::optional<Thousandths> score_of_sum(const Questionnaire& one, std::string_view score, int sum) {
    const auto& rule = *one.find_score(score);
    ItemAnswers answers;
    auto left = Thousandths{sum} * 1000;
    for (const auto& id : rule.questions) left -= one.find(id)->options.front().value.value_or(0);
    for (const auto& id : rule.questions) {
        const auto& options = one.find(id)->options;
        const auto worth = [&](const AnswerOption& option) {
            return option.value.value_or(0) - options.front().value.value_or(0);
        };
        const AnswerOption* best = &options.front();
        for (const auto& option : options)
            if (worth(option) <= left) best = &option;
        left -= worth(*best);
        answers.push_back({.question = id, .code = best->code});
    }
    for (const auto& given : scores_of(one, answers))
        if (given.score == score) return given.value;
    return std::nullopt;
}

}  // namespace

TEST_CASE("every questionnaire we ship can be read, and its scores lie where it says they do") {
    const auto paths = shipped();
    CHECK(paths.size() >= 14);
    for (const auto& path : paths) {
        CAPTURE(path.string());
        const auto read = read_questionnaires_json(contents(path));
        REQUIRE_MESSAGE(read, read.error().where);
        REQUIRE(read->size() == 1);
        const auto& one = read->front();
        for (const auto& rule : one.scores) {
            CAPTURE(rule.id);
            ItemAnswers least, most;
            for (const auto& id : rule.questions) {
                const auto* question = one.find(id);
                REQUIRE(question);
                if (question->kind == Question::Kind::number) {
                    least.push_back({.question = id, .number = question->lowest});
                    most.push_back({.question = id, .number = question->highest});
                    continue;
                }
                const auto [low, high] = std::ranges::minmax(question->options, {}, &AnswerOption::value);
                least.push_back({.question = id, .code = low.code});
                most.push_back({.question = id, .code = high.code});
            }
            const auto value = [&](const ItemAnswers& answers) {
                for (const auto& given : scores_of(one, answers))
                    if (given.score == rule.id) return given.value;
                return std::optional<Thousandths>{};
            };
            CHECK(value(least) == rule.lowest);
            CHECK(value(most) == rule.highest);
        }
    }
}

TEST_CASE("SWEMWBS: every raw sum has the metric score of the published table") {
    const auto swemwbs = the("swemwbs");
    constexpr std::array<Thousandths, 29> metric{7000,  9510,  11250, 12400, 13330, 14080, 14750, 15320, 15840, 16360,
                                                 16880, 17430, 17980, 18590, 19250, 19980, 20730, 21540, 22350, 23210,
                                                 24110, 25030, 26020, 27030, 28130, 29310, 30700, 32550, 35000};
    for (std::size_t i = 0; i < metric.size(); ++i) {
        CAPTURE(i);
        CHECK(score_of_sum(swemwbs, "metric", 7 + static_cast<int>(i)) == metric[i]);
    }
}

// instrument, form, score; changes of the score that matter to people and that are no chance, in thousandths.
struct Published {
    std::string_view id, form, score;
    std::optional<Thousandths> matters, reliable;
    Better better;
};

TEST_CASE("what counts as a change is what was published for each instrument") {
    using enum Better;
    constexpr std::array all{Published{"who5", "adult", "total", 10000, 10000, higher},
                             Published{"swemwbs", "adult", "metric", 1030, 2870, higher},
                             Published{"ucla3", "adult", "total", 1000, {}, lower},
                             Published{"phq9", "adult", "total", 5000, 6000, lower},
                             Published{"gad7", "adult", "total", 4000, 4000, lower},
                             Published{"auditc", "adult", "total", 1000, {}, lower},
                             Published{"mrc", "adult", "grade", 1000, {}, lower},
                             Published{"rcp3", "adult", "total", 1000, {}, lower},
                             Published{"act", "adult", "total", 3000, {}, higher},
                             Published{"cact", "child", "total", 2000, {}, higher},
                             Published{"cat", "adult", "total", 2000, {}, lower},
                             Published{"eq5d5l", "adult", "vas", 7000, {}, higher},
                             Published{"mycaw", "adult", "wellbeing", 1000, {}, lower},
                             Published{"ipos", "adult", "total", 5000, {}, lower},
                             Published{"zbi12", "carer", "total", 3000, {}, lower}};
    for (const auto& one : all) {
        CAPTURE(one.id);
        const auto instrument = the(one.id, one.form);
        const auto* rule = instrument.find_score(one.score);
        REQUIRE(rule);
        CHECK(rule->matters == one.matters);
        CHECK(rule->reliable == one.reliable);
        CHECK(rule->better == one.better);
        CHECK_FALSE(rule->change_source.empty());
    }
}

TEST_CASE("a clinic's bands begin and end where they were published, and leave no score out") {
    struct Bands {
        std::string_view id, form, score;
        std::vector<Thousandths> begin;
    };
    const std::vector<Bands> all{{"phq9", "adult", "total", {0, 5000, 10000, 15000, 20000}},
                                 {"gad7", "adult", "total", {0, 5000, 10000, 15000}},
                                 {"auditc", "adult", "total", {0, 5000, 8000, 11000}},
                                 {"act", "adult", "total", {5000, 16000, 20000, 25000}},
                                 {"cact", "child", "total", {0, 20000}},
                                 {"cat", "adult", "total", {0, 10000, 21000, 31000}},
                                 {"zbi", "carer", "total", {0, 21000, 41000, 61000}},
                                 {"zbi12", "carer", "total", {0, 17000}},
                                 {"swemwbs", "adult", "metric", {7000, 19600, 27500}}};
    for (const auto& one : all) {
        CAPTURE(one.id);
        const auto instrument = the(one.id, one.form);
        const auto& bands = instrument.find_score(one.score)->bands;
        REQUIRE(bands.size() == one.begin.size());
        for (std::size_t i = 0; i < bands.size(); ++i) CHECK(bands[i].from == one.begin[i]);
        CHECK(bands.back().to == instrument.find_score(one.score)->highest);
    }
}

TEST_CASE("what belongs to somebody comes without a word of it, and with whose it is") {
    std::size_t lent = 0;
    for (const auto& path : shipped()) {
        const auto read = read_questionnaires_json(contents(path));
        REQUIRE(read);
        const auto& one = read->front();
        CAPTURE(one.id);
        CHECK(one.has_words() == (one.licence_class != LicenceClass::licensed));
        CHECK_FALSE(one.attribution.empty());
        lent += one.licence_class == LicenceClass::licensed;
    }
    CHECK(lent >= 10);
}

TEST_CASE("a file that stops being JSON says on which line") {
    CHECK(read_questionnaires_json("{\n\"instrument\": {\n\"id\": }").error() ==
          FileProblem{FileProblem::Why::not_json, "line 3"});
    CHECK(read_questionnaires_json("").error().why == FileProblem::Why::empty);
    CHECK(read_questionnaires_json(std::string(3'000'000, '[')).error().why == FileProblem::Why::too_big);
    CHECK(read_questionnaires_json(std::string(100'000, '[')).error().why == FileProblem::Why::not_json);
    CHECK(read_questionnaires_json("\xEF\xBB\xBF{}").error().why == FileProblem::Why::missing);
    CHECK(read_questionnaires_json("{\"instrument\": \"\xE2\x80\xAE\"}").error().why == FileProblem::Why::wrong_type);
}

}  // namespace goodweek::exchange
