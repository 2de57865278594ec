#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace goodweek::ui {

namespace {

using namespace palette;

std::array<Colour, people_count> people_in(Colour PersonHue::* shade) {
    std::array<Colour, people_count> colours;
    std::ranges::transform(people, colours.begin(), [&](const PersonHue& hue) { return hue.*shade; });
    return colours;
}

Theme make_light() {
    return {.page = paper,
            .card = white,
            .well = paper_well,
            .leaf = green_tint,
            .band = green_band,
            .warn = sun_tint,
            .info = blue_tint,
            .error_tint = red_tint,
            .party_tint = plum_tint,
            .ink = ink,
            .hint = ink_soft,
            .link = green_word,
            .error = red,
            .party = plum,
            .line = paper_line,
            .edge = paper_edge,
            .field = ink_line,
            .go = green,
            .go_hover = green_deep,
            .go_down = green_dark,
            .go_edge = green_dark,
            .on_go = white,
            .done_fill = green,
            .on_done = white,
            .was = green_was,
            .leaf_edge = green_edge,
            .error_hover = red_deep,
            .error_edge = red_dark,
            .on_error = white,
            .sun = palette::sun,
            .sun_edge = sun_dark,
            .on_sun = ink,
            .warn_edge = sun_dark,
            .info_edge = blue_edge,
            .focus = palette::focus,
            .series = {series_blue, series_orange, series_violet},
            .people = people_in(&PersonHue::light),
            .outlined = false};
}

Theme make_dark() {
    return {.page = night,
            .card = night_card,
            .well = night_well,
            .leaf = mint_tint,
            .band = mint_band,
            .warn = sun_night,
            .info = blue_night,
            .error_tint = coral_tint,
            .party_tint = orchid_tint,
            .ink = chalk,
            .hint = chalk_soft,
            .link = mint_word,
            .error = coral,
            .party = orchid,
            .line = night_line,
            .edge = night_edge,
            .field = chalk_line,
            .go = mint,
            .go_hover = mint_light,
            .go_down = mint_pale,
            .go_edge = mint_edge,
            .on_go = mint_ink,
            .done_fill = mint_done,
            .on_done = white,
            .was = mint_was,
            .leaf_edge = mint,
            .error_hover = coral_light,
            .error_edge = coral_edge,
            .on_error = coral_ink,
            .sun = palette::sun,
            .sun_edge = palette::sun,
            .on_sun = ink,
            .warn_edge = palette::sun,
            .info_edge = blue_night_edge,
            .focus = palette::focus,
            .series = {night_blue, night_orange, night_violet},
            .people = people_in(&PersonHue::dark),
            .outlined = false};
}

// Tints become page or card, words and lines go to full strength, every filled shape is outlined (design README 2).
Theme in_contrast(Theme theme, Colour strongest, Colour ground) {
    theme.page = theme.card = theme.well = theme.leaf = theme.band = ground;
    theme.warn = theme.info = theme.error_tint = theme.party_tint = ground;
    theme.ink = theme.hint = theme.line = theme.edge = theme.field = strongest;
    theme.info_edge = theme.warn_edge = theme.leaf_edge = strongest;
    theme.outlined = true;
    return theme;
}

double linear(std::uint8_t channel) {
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

}  // namespace

const Theme& light_theme() {
    static const Theme theme = make_light();
    return theme;
}

const Theme& dark_theme() {
    static const Theme theme = make_dark();
    return theme;
}

const Theme& light_contrast_theme() {
    static const Theme theme = in_contrast(make_light(), black, white);
    return theme;
}

const Theme& dark_contrast_theme() {
    static const Theme theme = in_contrast(make_dark(), white, black);
    return theme;
}

// The system's own colours, each for what it is meant for: buttons are outlined faces, what is chosen or done lies on
// the highlight, and everything else is the canvas and its text.
Theme forced_theme(const ForcedColours& system) {
    Theme theme = in_contrast(make_light(), system.canvas_text, system.canvas);
    theme.link = theme.sun_edge = system.link_text;
    theme.go = theme.go_hover = theme.go_down = system.button_face;
    theme.on_go = theme.go_edge = system.button_text;
    theme.error = theme.error_hover = theme.error_edge = theme.party = system.canvas_text;
    theme.done_fill = theme.sun = theme.focus = system.highlight;
    theme.on_error = theme.on_done = theme.on_sun = system.canvas;
    theme.was = system.grey_text;
    theme.series = {system.canvas_text, system.link_text, system.highlight};
    theme.people.fill(system.canvas_text);
    return theme;
}

double contrast(Colour one, Colour other) {
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

std::vector<Pair> pairs_of(const Theme& t) {
    std::vector<Pair> pairs{
        {"link on page", t.link, t.page, 4.5},
        {"link on card", t.link, t.card, 4.5},
        {"link on well", t.link, t.well, 4.5},
        {"link on leaf", t.link, t.leaf, 4.5},
        {"link on band", t.link, t.band, 4.5},
        {"link on warn", t.link, t.warn, 4.5},
        {"link on info", t.link, t.info, 4.5},
        {"link on party", t.link, t.party_tint, 4.5},
        {"error on page", t.error, t.page, 4.5},
        {"error on card", t.error, t.card, 4.5},
        {"error on its tint", t.error, t.error_tint, 4.5},
        {"error on well", t.error, t.well, 4.5},
        {"party on its tint", t.party, t.party_tint, 4.5},
        {"label on button", t.on_go, t.go, 4.5},
        {"label on button, hover", t.on_go, t.go_hover, 4.5},
        {"label on button, down", t.on_go, t.go_down, 4.5},
        {"label on warning", t.on_error, t.error, 4.5},
        {"label on warning, hover", t.on_error, t.error_hover, 4.5},
        {"label on warning, down", t.on_error, t.error_edge, 4.5},
        {"word on a good day", t.on_done, t.done_fill, 4.5},
        {"word on the sun", t.on_sun, t.sun, 4.5},
        {"field outline on page", t.field, t.page, 3},
        {"field outline on card", t.field, t.card, 3},
        {"secondary outline on page", t.link, t.page, 3},
        // Where shapes are outlined, the outline shows the button.
        {"button on page", t.outlined ? t.ink : t.go, t.page, 3},
        {"button on card", t.outlined ? t.ink : t.go, t.card, 3},
        {"warning on page", t.error, t.page, 3},
        {"good day on card", t.done_fill, t.card, 3},
        {"bar of last time on card", t.sun_edge, t.card, 3},
        {"focus ring on page", t.ink, t.page, 3},
        {"focus ring on card", t.ink, t.card, 3},
        {"target's edge on card", t.leaf_edge, t.card, 3},
        {"rest's outline on card", t.info_edge, t.card, 3},
        {"urgent outline on page", t.warn_edge, t.page, 3},
    };
    const std::pair<std::string_view, Colour> grounds[] = {{"page", t.page},
                                                           {"card", t.card},
                                                           {"well", t.well},
                                                           {"leaf", t.leaf},
                                                           {"band", t.band},
                                                           {"warn", t.warn},
                                                           {"info", t.info},
                                                           {"error tint", t.error_tint},
                                                           {"party tint", t.party_tint}};
    for (const auto& [name, ground] : grounds) {
        pairs.push_back({name, t.ink, ground, 4.5});
        pairs.push_back({name, t.hint, ground, 4.5});
    }
    for (const Colour series : t.series) pairs.push_back({"series on card", series, t.card, 3});
    for (const Colour person : t.people) pairs.push_back({"picture on a face", t.card, person, 4.5});
    return pairs;
}

}  // namespace goodweek::ui
