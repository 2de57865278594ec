#include <doctest/doctest.h>

#include <filesystem>
#include <random>

#include "library.h"
#include "session/session.h"

using namespace goodweek;
using namespace goodweek::session;

namespace {

Moment friday() { return moment_of(*make_day(2026, 11, 6), Minutes{7 * 60 + 45}).at; }

// A first page before anything else has come.
struct FirstPage {
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("goodweek-around-" + std::to_string(std::random_device{}()));
    Session session{folder.string()};

    FirstPage() { session.hear(Started{}, friday()); }
    ~FirstPage() { std::filesystem::remove_all(folder); }

    void look_around() { session.apply(LookAround{}, friday()); }
    void comes(Bytes bytes) { session.hear(CameWithUs{std::move(bytes)}, friday()); }
    std::string said() const {
        return session.state().notices.empty() ? "" : session.state().notices.back().sentence.key;
    }
};

Bytes library() { return {std::begin(library_file), std::end(library_file)}; }

}  // namespace

TEST_CASE("who presses before the invented family has come waits for it, and then looks around") {
    FirstPage page;
    page.look_around();
    CHECK(page.said() == "around.coming");
    CHECK(page.session.state().stage == Stage::blank);
    page.comes(library());
    CHECK(page.session.state().invented);
    CHECK(page.session.state().route.page == Page::today);
}

TEST_CASE("where it cannot come, a sentence says so, and it is there by itself once it can") {
    FirstPage page;
    page.look_around();
    page.comes({});
    CHECK(page.said() == "around.not_here");
    CHECK_FALSE(page.session.state().invented);
    page.comes(library());
    CHECK(page.session.state().invented);
}

TEST_CASE("who has begun a family of their own while they waited is not taken away from it") {
    FirstPage page;
    page.look_around();
    page.session.apply(StartCreating{}, friday());
    page.comes(library());
    CHECK_FALSE(page.session.state().invented);
    CHECK(page.session.state().route.page == Page::create);
}

TEST_CASE("who looks around may choose any of the twenty, again and again, and nothing is kept of any") {
    FirstPage page;
    page.comes(library());
    page.look_around();
    REQUIRE(page.session.state().invented_families.size() == 20);
    for (const auto& one : page.session.state().invented_families) {
        CAPTURE(one.key);
        CHECK_FALSE(one.name.empty());
        CHECK_FALSE(one.about.empty());
    }
    const auto before = page.session.state().family()->answers.home.name();
    page.session.apply(LookAround{"copperbeck"}, friday());
    CHECK(page.session.state().family()->answers.home.name() != before);
    CHECK(page.session.state().families.size() == 1);
    CHECK(page.session.state().route.page == Page::today);
    page.session.apply(LookAround{"nobody's"}, friday());
    CHECK(page.session.state().family()->answers.home.name() == before);
}
