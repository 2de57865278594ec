#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "ui/words.h"

using namespace goodweek;
using namespace goodweek::ui;
namespace files = std::filesystem;

namespace {

constexpr char rows[] =
    "log.readings\0{count} reading of {name}\0{count} readings of {name}\0"
    "today.hello\0\0Good morning, {name}\0";
const Words few{{rows, sizeof rows - 1}};

std::string read(const files::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Every string literal in the sources below a folder.
std::set<std::string> literals_in(const char* folder) {
    std::set<std::string> found;
    for (const auto& entry :
         files::recursive_directory_iterator(files::path(GOODWEEK_TESTS_FOLDER) / ".." / "app" / folder)) {
        if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
        const std::string source = read(entry.path());
        for (std::size_t open = source.find('"'); open != std::string::npos; open = source.find('"', open)) {
            std::size_t close = open + 1;
            while (close < source.size() && source[close] != '"' && source[close] != '\n')
                close += source[close] == '\\' ? 2 : 1;
            if (close >= source.size()) break;
            if (source[close] == '"') found.insert(source.substr(open + 1, close - open - 1));
            open = close + 1;
        }
    }
    return found;
}

std::string page_of(std::string_view key) { return std::string(key.substr(0, key.find('.'))); }

bool looks_like_a_key(std::string_view text) {
    return text.contains('.') && !text.starts_with('.') && !text.ends_with(".h") && !text.ends_with(".cpp") &&
           std::ranges::all_of(text, [](char letter) {
               return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '.' ||
                      letter == '_';
           });
}

}  // namespace

TEST_CASE("a sentence is said with its gaps filled") {
    CHECK(few.say("today.hello", {{"name", "Amal"}}) == "Good morning, Amal");
    CHECK(few.say("today.hello") == "Good morning, {name}");
}

TEST_CASE("a number chooses between one and many") {
    CHECK(few.say_count("log.readings", 1, {{"name", "Junie"}}) == "1 reading of Junie");
    CHECK(few.say_count("log.readings", 0, {{"name", "Junie"}}) == "0 readings of Junie");
    CHECK(few.say_count("log.readings", 12, {{"name", "Junie"}}) == "12 readings of Junie");
}

TEST_CASE("a sentence from the household's own rules is said the same way") {
    CHECK(few.say(Sentence{.key = "log.readings", .gaps = {{"name", "Otto"}}, .count = 1}) == "1 reading of Otto");
}

TEST_CASE("a time of day is said as people say it, in a sentence too") {
    const auto said = [](int hour, int minute) { return english().say_time(Minutes{hour * 60 + minute}); };
    CHECK(said(7, 45) == "7:45am");
    CHECK(said(21, 0) == "9pm");
    CHECK(said(0, 5) == "12:05am");
    CHECK(said(12, 0) == "noon");
    CHECK(said(0, 0) == "midnight");
    const auto reminder =
        english().say(Sentence{.key = "reminder.plan", .gaps = {{"what", "Swim"}}, .time = Minutes{16 * 60 + 30}});
    CHECK(reminder.contains("4:30pm"));
    CHECK(reminder.contains("Swim"));
}

TEST_CASE("words that are not there show which ones they were") {
    CHECK(few.say("today.goodbye") == "[today.goodbye]");
    CHECK_FALSE(few.has("today.goodbye"));
}

TEST_CASE("what people write is never taken for a gap") {
    CHECK(few.say("today.hello", {{"name", "{name}"}}) == "Good morning, {name}");
}

TEST_CASE("every sentence the screens ask for is there") {
    std::set<std::string> pages;
    for (const Wording& row : english().rows()) pages.insert(page_of(row.key));
    for (const char* folder : {"ui", "session"})
        for (const std::string& literal : literals_in(folder)) {
            if (!looks_like_a_key(literal) || !pages.contains(page_of(literal)) || literal.ends_with('.')) continue;
            CHECK_MESSAGE(english().has(literal), "assets/words/en.json has no ", literal);
        }
}

TEST_CASE("every sentence there is is asked for by somebody") {
    std::set<std::string> asked;
    for (const char* folder : {"ui", "session", "domain", "exchange", "sync", "shell", "cli"})
        asked.merge(literals_in(folder));
    for (const Wording& row : english().rows()) {
        const std::string key(row.key);
        const bool whole = asked.contains(key);
        const bool begun = std::ranges::any_of(asked, [&](const std::string& start) {
            return start.ends_with('.') && start.size() > 1 && key.starts_with(start);
        });
        CHECK_MESSAGE((whole || begun), "nobody says ", key);
    }
}
