#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "ui/theme.h"

using namespace goodweek::ui;

namespace {

void check_pairs(std::string name, const Theme& theme) {
    CAPTURE(name);
    for (const Pair& pair : pairs_of(theme)) {
        CAPTURE(pair.name);
        CHECK(contrast(pair.on, pair.ground) >= pair.least);
    }
}

// What a browser reports with a Windows contrast theme on: white on black, with yellow links and a cyan highlight.
const ForcedColours night_sky{.canvas = palette::black,
                              .canvas_text = palette::white,
                              .link_text = Colour::hex(0xFFFF00),
                              .button_face = palette::black,
                              .button_text = palette::white,
                              .highlight = Colour::hex(0x1AEBFF),
                              .grey_text = Colour::hex(0x3FF23F)};

}  // namespace

TEST_CASE("every word can be read on its ground, and every control seen, in every theme") {
    check_pairs("light", light_theme());
    check_pairs("dark", dark_theme());
    check_pairs("light, more contrast", light_contrast_theme());
    check_pairs("dark, more contrast", dark_contrast_theme());
}

TEST_CASE("where more contrast is asked for, words reach 7 to 1") {
    for (const Theme* theme : {&light_contrast_theme(), &dark_contrast_theme()}) {
        CHECK(contrast(theme->ink, theme->page) >= 7);
        CHECK(contrast(theme->hint, theme->card) >= 7);
        CHECK(theme->outlined);
    }
}

TEST_CASE("a system that forces its colours finds them in every word") {
    const Theme theme = forced_theme(night_sky);
    CHECK(theme.page == night_sky.canvas);
    CHECK(theme.ink == night_sky.canvas_text);
    CHECK(theme.link == night_sky.link_text);
    CHECK(theme.outlined);
    check_pairs("forced", theme);
}

TEST_CASE("contrast is counted as WCAG counts it") {
    CHECK(contrast(palette::white, palette::black) == doctest::Approx(21));
    CHECK(contrast(palette::white, palette::white) == doctest::Approx(1));
    CHECK(contrast(light_theme().ink, light_theme().page) == doctest::Approx(13.7).epsilon(0.01));
}

TEST_CASE("the page's style sheet has the same colours as the canvas") {
    std::ifstream file(GOODWEEK_TESTS_FOLDER "/../web/theme.css");
    const std::string sheet{std::istreambuf_iterator<char>(file), {}};
    const bool same = sheet == css_variables();
    CHECK_MESSAGE(same, "web/theme.css should be what css_variables() gives:\n", css_variables());
}
