#include "cli/arguments.h"

#include <doctest/doctest.h>

#include "cli/verbs.h"

using namespace goodweek::cli;

namespace {

using Typed = std::vector<std::string_view>;

std::string problem_with(const Typed& typed) {
    const auto read = read_arguments(typed, verbs());
    return read ? "" : read.error();
}

Arguments understood(const Typed& typed) {
    const auto read = read_arguments(typed, verbs());
    CHECK_MESSAGE(read.has_value(), problem_with(typed));
    return read.value_or(Arguments{});
}

}  // namespace

TEST_CASE("a profile may be named before the verb or after it") {
    for (const auto& typed : {Typed{"--profile", "home", "people"}, Typed{"people", "--profile", "home"},
                              Typed{"people", "--profile=home"}}) {
        const auto read = understood(typed);
        REQUIRE(read.verb);
        CHECK(read.verb->name == "people");
        CHECK(read.call.profile == "home");
    }
}

TEST_CASE("a verb of two words is told from its words") {
    const auto read = understood({"--profile", "home", "person", "add", "Junie", "--born", "2016-05-21"});
    CHECK(read.verb->name == "person add");
    CHECK(read.call.words == std::vector<std::string>{"Junie"});
    CHECK(read.call.value("--born") == "2016-05-21");
}

TEST_CASE("a number below zero is a value, and after two dashes everything is") {
    CHECK(understood({"--profile", "home", "log", "Otto", "weight", "-5"}).call.words[2] == "-5");
    CHECK(understood({"--profile", "home", "person", "add", "--", "--json"}).call.words[0] == "--json");
}

TEST_CASE("JSON is an answer's form, wherever it is asked for") {
    CHECK(understood({"--json", "--profile", "home", "people"}).call.json);
    CHECK(understood({"--profile", "home", "people", "--json"}).call.json);
    CHECK_FALSE(understood({"--profile", "home", "people"}).call.json);
}

TEST_CASE("wrong use is told in one line that says what to do") {
    CHECK(problem_with({}).contains("--help"));
    CHECK(problem_with({"--profile", "home"}).contains("--help"));
    CHECK(problem_with({"--profile", "home", "dance"}).contains("dance"));
    CHECK(problem_with({"people"}).contains("--profile DIR"));
    CHECK(problem_with({"--profile"}).contains("--profile needs a value"));
    CHECK(problem_with({"--profile", "home", "people", "--loud"}).contains("--loud"));
    CHECK(problem_with({"--profile", "home", "people", "--born", "2016-05-21"}).contains("has no option --born"));
    CHECK(problem_with({"--profile", "home", "log", "Otto", "weight"}).contains("PERSON MEASURE VALUE"));
    CHECK(problem_with({"--profile", "home", "log", "Otto", "weight", "80", "kg"}).contains("PERSON MEASURE VALUE"));
}

TEST_CASE("help is there for all, and for each verb, however it is asked for") {
    CHECK(understood({"--help"}).help);
    CHECK(understood({"help"}).help);
    CHECK(understood({"help", "clinic", "invite"}).verb->name == "clinic invite");
    CHECK(understood({"log", "--help"}).verb->name == "log");
    for (const auto& verb : verbs()) {
        CAPTURE(verb.name);
        CHECK(help_for(nullptr).contains(verb.name));
        CHECK(help_for(&verb).contains(verb.help));
        for (const auto& option : verb.options) CHECK(help_for(&verb).contains(option.name));
    }
    CHECK(help_for(nullptr).contains("In an emergency call 999."));
}

TEST_CASE("an option takes a value with every verb or with none") {
    for (const auto& verb : verbs())
        for (const auto& option : verb.options)
            for (const auto& other : verbs())
                for (const auto& same : other.options)
                    if (same.name == option.name) CHECK(same.value.empty() == option.value.empty());
}
