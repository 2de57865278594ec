// The command line: wrong use exits 2, a refusal exits 1, each with one clear line.
#include <doctest/doctest.h>

#include <fstream>

#include "relay/relay_process.h"

namespace goodweek::relay_tests {

namespace {

using Words = std::vector<std::string>;

bool one_line(const std::string& text) {
    return text.starts_with("goodweek-relay: ") && text.find('\n') == text.size() - 1;
}

}  // namespace

TEST_CASE("help says every verb, and is no mistake") {
    const auto help = run_relay({"--help"});
    CHECK(help.exit_code == 0);
    CHECK(help.err.empty());
    for (const auto* verb : {"init", "serve", "invite", "backup", "check"})
        CHECK(help.out.find(std::string("goodweek-relay ") + verb) != std::string::npos);
}

TEST_CASE("wrong use exits 2 with one line") {
    std::vector<Words> surprising;
    for (const Words& words :
         std::vector<Words>{{},
                            {"open"},
                            {"init"},
                            {"init", "a", "b"},
                            {"init", "a", "--fast", "yes"},
                            {"backup", "a"},
                            {"serve", "a"},
                            {"serve", "a", "--port"},
                            {"serve", "a", "--port", "0", "--name", "n", "--app-origin", "https://a"},
                            {"serve", "a", "--port", "70000", "--name", "n", "--app-origin", "https://a"},
                            {"serve", "a", "--port", "x", "--name", "n", "--app-origin", "https://a"},
                            {"serve", "a", "--port", "8443", "--name", "n"},
                            {"serve", "a", "--port", "8443", "--app-origin", "https://a"},
                            {"serve", "a", "--port", "1", "--port", "2"},
                            {"serve", "a", "--port", "1", "--name", "n", "--app-origin", "https://a/"},
                            {"serve", "a", "--port", "1", "--name", "n", "--app-origin", "app"}}) {
        const auto outcome = run_relay(words);
        if (outcome.exit_code != 2 || !one_line(outcome.err) || !outcome.out.empty()) surprising.push_back(words);
    }
    CHECK(surprising == std::vector<Words>{});
}

TEST_CASE("what cannot be done exits 1 with one line") {
    const Scratch scratch;
    const auto empty = scratch.path().string();
    std::vector<Words> surprising;
    for (const Words& words :
         std::vector<Words>{{"check", empty},
                            {"invite", empty},
                            {"backup", empty, empty + "/copy"},
                            {"serve", empty, "--port", "8443", "--name", "n", "--app-origin", "https://a"},
                            {"init", "/proc/nowhere"}}) {
        const auto outcome = run_relay(words);
        if (outcome.exit_code != 1 || !one_line(outcome.err)) surprising.push_back(words);
    }
    CHECK(surprising == std::vector<Words>{});
}

TEST_CASE("init makes a mailbox once, and shows its token once") {
    const Scratch scratch;
    const auto folder = (scratch.path() / "relay").string();
    const auto made = run_relay({"init", folder});
    CHECK(made.exit_code == 0);
    CHECK(wire::read_token(made.out.substr(0, made.out.size() - 1)).has_value());
    const auto again = run_relay({"init", folder});
    CHECK(again.exit_code == 1);
    CHECK(one_line(again.err));
    const auto check = run_relay({"check", folder});
    CHECK(check.exit_code == 0);
    CHECK(check.out.find("open tokens 1\n") != std::string::npos);
    CHECK(check.out.find("bundles 0\n") != std::string::npos);
    using std::filesystem::perms;
    const auto others = perms::group_all | perms::others_all;
    CHECK((std::filesystem::status(folder + "/mailbox.db").permissions() & others) == perms::none);
}

TEST_CASE("a file that is no mailbox is refused, and left as it was") {
    const Scratch scratch;
    const auto file = scratch.path() / "mailbox.db";
    {
        std::ofstream(file)
            << "not a database, but somebody's notes, and long enough to be looked at by SQLite, which "
               "wants a hundred bytes at least before it says that this is none of its files.";
    }
    const auto size = std::filesystem::file_size(file);
    for (const auto* verb : {"check", "invite"}) {
        const auto outcome = run_relay({verb, scratch.path().string()});
        CHECK(outcome.exit_code == 1);
        CHECK(one_line(outcome.err));
    }
    CHECK(std::filesystem::file_size(file) == size);
}

}  // namespace goodweek::relay_tests
