// Every questionnaire that is in the repository, read as a person's file would be.
#include <doctest/doctest.h>

#include <algorithm>
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

}  // namespace

TEST_CASE("every questionnaire we ship can be read, and its scores lie where it says they do") {
    const auto paths = shipped();
    CHECK(paths.size() >= 29);
    for (const auto& path : paths) {
        CAPTURE(path.string());
        const auto read = read_questionnaires_json(contents(path));
        REQUIRE_MESSAGE(read, read.error().where);
        REQUIRE(read->size() == 1);
        const auto& one = read->front();
        for (const auto& rule : one.scores) {
            CAPTURE(rule.id);
            // A goal is rated where one was named.
            ItemAnswers least;
            for (const auto& question : one.questions)
                if (question.kind == Question::Kind::text)
                    least.push_back({.question = question.id, .text = "In their own words"});
            auto most = least;
            for (const auto& id : rule.questions) {
                const auto* question = one.find(id);
                REQUIRE(question);
                if (question->kind == Question::Kind::number) {
                    least.push_back({.question = id, .number = question->lowest});
                    most.push_back({.question = id, .number = question->highest});
                    continue;
                }
                auto valued = question->options;
                std::erase_if(valued, [](const AnswerOption& option) { return !option.value; });
                const auto [low, high] = std::ranges::minmax(valued, {}, &AnswerOption::value);
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
