#include "shell/surroundings.h"

#include <doctest/doctest.h>

namespace goodweek::shell {

namespace {

using session::Settings;
using Slot = Surroundings::Slot;

Surroundings a_phone() {
    Surroundings page;
    page.slots[Slot::width] = 390;
    page.slots[Slot::height] = 844;
    page.slots[Slot::dpr] = 2;
    page.slots[Slot::font_size] = 16;
    page.slots[Slot::line_height] = 1.5;
    page.slots[Slot::online] = 1;
    return page;
}

void wish(Surroundings& page, Surroundings::Wish wish) {
    page.slots[Slot::wishes] = static_cast<unsigned>(page.slots[Slot::wishes]) | wish;
}

}  // namespace

TEST_CASE("a phone's own larger letters and the setting count together") {
    auto page = a_phone();
    page.slots[Slot::font_size] = 24;
    CHECK(environment_of(page, {}, 0).text_scale == doctest::Approx(1.5));
    CHECK(environment_of(page, {.text_scale = 1.2f}, 0).text_scale == doctest::Approx(1.8));
}

TEST_CASE("before the page has measured itself, letters have their usual size") {
    const auto environment = environment_of({}, {}, 0);
    CHECK(environment.text_scale == doctest::Approx(1));
    CHECK(environment.spacing.line == doctest::Approx(1));
}

TEST_CASE("a chosen theme wins over the phone's, and the phone's over none") {
    auto page = a_phone();
    CHECK(environment_of(page, {}, 0).scheme == ui::Scheme::light);
    wish(page, Surroundings::dark);
    CHECK(environment_of(page, {}, 0).scheme == ui::Scheme::dark);
    CHECK(environment_of(page, {.theme = Settings::Theme::light}, 0).scheme == ui::Scheme::light);
}

TEST_CASE("less movement holds when either the phone or the person asks for it") {
    auto page = a_phone();
    CHECK_FALSE(environment_of(page, {}, 0).reduced_motion);
    CHECK(environment_of(page, {.motion = Settings::Motion::less}, 0).reduced_motion);
    wish(page, Surroundings::reduced_motion);
    CHECK(environment_of(page, {}, 0).reduced_motion);
}

TEST_CASE("the page is plain when it was asked for, chosen, or nothing can be drawn") {
    auto page = a_phone();
    CHECK_FALSE(environment_of(page, {}, 0).plain);
    CHECK(environment_of(page, {.plain = true}, 0).plain);
    page.plain_asked = true;
    CHECK(environment_of(page, {}, 0).plain);
    page.plain_asked = false;
    page.canvas_works = false;
    CHECK(environment_of(page, {}, 0).plain);
}

TEST_CASE("a system's own colours arrive as they are") {
    auto page = a_phone();
    CHECK_FALSE(environment_of(page, {}, 0).forced);
    wish(page, Surroundings::forced_colours);
    page.slots[Slot::canvas_text] = 0xFFEE11;
    const auto forced = environment_of(page, {}, 0).forced;
    REQUIRE(forced);
    CHECK(forced->canvas_text == ui::Colour::hex(0xFFEE11));
}

TEST_CASE("the page wears the chosen theme, and the system's when none is chosen") {
    auto page = a_phone();
    wish(page, Surroundings::dark);
    const auto look = [&](const Settings& settings) { return look_of(environment_of(page, settings, 0), settings); };
    CHECK(look({}).theme == browser::Look::Theme::system);
    CHECK(look({.theme = Settings::Theme::light}).theme == browser::Look::Theme::light);
    CHECK(look({.theme = Settings::Theme::high_contrast}).more_contrast);
}

}  // namespace goodweek::shell
