#include "exchange/import.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <random>
#include <set>

using namespace goodweek;
using namespace goodweek::exchange;

namespace {

const PersonId somebody = *PersonId::from(bytes_of("somebody"));

// Kept and refused lines in one pass over what the report says.
void account_for_every_line(const Imported& imported) {
    const auto& report = imported.report;
    CHECK(report.taken + report.noted + report.refused == report.lines);
    CHECK(report.noted + report.refused == report.reasons.size());
    CHECK(report.taken + report.noted == imported.entries.size());
    std::set<EntityId> ids;
    for (const auto& entry : imported.entries) ids.insert(entry.id);
    CHECK(ids.size() == imported.entries.size());
    std::size_t last = 0;
    for (const auto& reason : report.reasons) {
        CHECK(reason.line > last);
        CHECK(reason.why.key.starts_with("import."));
        last = reason.line;
    }
    CHECK(last <= report.lines);
}

std::string file_of_person(int number) {
    const std::string name = (number < 10 ? "0" : "") + std::to_string(number);
    std::ifstream file{std::string{GOODWEEK_TESTS_FOLDER} + "/data/home-glucose-logs/data-" + name, std::ios::binary};
    REQUIRE(file);
    return {std::istreambuf_iterator<char>{file}, {}};
}

ImportProblem problem_of(Format format, std::string_view text) {
    const auto imported = import_file(format, bytes_of(text), somebody);
    REQUIRE_FALSE(imported);
    return imported.error();
}

}  // namespace

TEST_CASE("every line of thirty-five real people is accounted for") {
    std::size_t lines = 0, taken = 0, noted = 0, refused = 0;
    for (int number = 1; number <= 35; ++number) {
        CAPTURE(number);
        const auto text = file_of_person(number);
        const auto imported = import_file(Format::automatic, bytes_of(text), somebody);
        REQUIRE(imported);
        CHECK(imported->report.lines == static_cast<std::size_t>(std::ranges::count(text, '\n')));
        account_for_every_line(*imported);
        lines += imported->report.lines;
        taken += imported->report.taken;
        noted += imported->report.noted;
        refused += imported->report.refused;
    }
    CHECK(lines == 15227);
    CHECK(taken == 15017);
    CHECK(noted == 150);
    CHECK(refused == 60);
}

TEST_CASE("a file is read the same whatever ends its lines, and a last ending begins no line") {
    const auto lines = [](std::string_view text) {
        return import_file(Format::home_glucose, bytes_of(text), somebody)->report;
    };
    const auto report = lines("04-21-1991\t9:09\t58\t100\n04-22-1991\t9:09\t58\t101");
    CHECK(report.lines == 2);
    CHECK(report.taken == 2);
    CHECK(lines("04-21-1991\t9:09\t58\t100\r\n04-22-1991\t9:09\t58\t101\r\n") == report);
    CHECK(lines("\n").lines == 1);
    CHECK(lines("\n").refused == 1);
}

TEST_CASE("a file that is no log at all is turned away whole, unless its form was named") {
    CHECK(problem_of(Format::automatic, "") == ImportProblem::empty);
    CHECK(problem_of(Format::home_glucose, "") == ImportProblem::empty);
    CHECK(problem_of(Format::home_glucose, "\xEF\xBB\xBF") == ImportProblem::empty);
    CHECK(problem_of(Format::automatic, "\x89PNG\r\n\x1A\n\x01\x02") == ImportProblem::unknown_format);
    CHECK(problem_of(Format::automatic, "Dear diary,\nnothing today.\n") == ImportProblem::unknown_format);
    const auto named = import_file(Format::home_glucose, bytes_of("Dear diary,\nnothing today.\n"), somebody);
    REQUIRE(named);
    CHECK(named->report.refused == 2);
}

TEST_CASE("a file too big to be anybody's log is turned away before it is read") {
    CHECK(problem_of(Format::home_glucose, std::string(largest_file + 1, 'x')) == ImportProblem::too_big);
    CHECK(import_file(Format::home_glucose, bytes_of(std::string(largest_file, 'x')), somebody)->report.refused == 1);
    CHECK(problem_of(Format::home_glucose, std::string(most_lines + 1, '\n')) == ImportProblem::too_many_lines);
    CHECK(import_file(Format::home_glucose, bytes_of(std::string(most_lines, '\n')), somebody)->report.lines ==
          most_lines);
}

TEST_CASE("every whole-file problem has words of its own") {
    std::set<std::string> keys;
    for (const auto problem :
         {ImportProblem::empty, ImportProblem::too_big, ImportProblem::too_many_lines, ImportProblem::unknown_format})
        keys.insert(to_sentence(problem).key);
    CHECK(keys.size() == 4);
}

TEST_CASE("formats are asked for by the names the command line and the app use") {
    CHECK(format_named("auto") == Format::automatic);
    CHECK(format_named("home-glucose") == Format::home_glucose);
    CHECK_FALSE(format_named("fhir"));
}

TEST_CASE("any bytes at all give an account that adds up") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        std::mt19937 random{seed};
        std::string text(random() % 3000, '\0');
        // Half of them anything at all, half of them made of what such files are made of.
        constexpr std::string_view likely = "0123456789\t\t\t\n\n:-. 58HiLo\r";
        for (auto& c : text) c = seed % 2 ? static_cast<char>(random()) : likely[random() % likely.size()];
        if (const auto imported = import_file(Format::home_glucose, bytes_of(text), somebody))
            account_for_every_line(*imported);
    }
}

TEST_CASE("a real file with one byte changed is still accounted for") {
    const auto whole = file_of_person(29);
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        std::mt19937 random{seed};
        auto text = whole.substr(0, 2000);
        text[random() % text.size()] = static_cast<char>(random());
        account_for_every_line(*import_file(Format::home_glucose, bytes_of(text), somebody));
    }
}
