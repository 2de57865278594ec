#include "shell/surroundings.h"

#include <algorithm>

namespace goodweek::shell {

namespace {

using Slot = Surroundings::Slot;
using session::Settings;

constexpr float usual_font_size = 16;
constexpr float usual_line_height = 1.5f;

ui::Colour colour(double packed) {
    const auto bits = static_cast<std::uint32_t>(packed);
    return {static_cast<std::uint8_t>(bits >> 16), static_cast<std::uint8_t>(bits >> 8),
            static_cast<std::uint8_t>(bits)};
}

std::optional<ui::ForcedColours> forced_by(const Surroundings& page) {
    if (!page.wishes_for(Surroundings::forced_colours)) return std::nullopt;
    const auto one = [&](Slot slot) { return colour(page.slots[slot]); };
    return ui::ForcedColours{one(Slot::canvas),      one(Slot::canvas_text), one(Slot::link_text),
                             one(Slot::button_face), one(Slot::button_text), one(Slot::highlight),
                             one(Slot::grey_text)};
}

ui::Scheme scheme(const Surroundings& page, Settings::Theme chosen) {
    if (chosen == Settings::Theme::light) return ui::Scheme::light;
    if (chosen == Settings::Theme::dark) return ui::Scheme::dark;
    return page.wishes_for(Surroundings::dark) ? ui::Scheme::dark : ui::Scheme::light;
}

}  // namespace

ui::Environment environment_of(const Surroundings& page, const Settings& settings, double now_ms) {
    const float readers_scale = page.at(Slot::font_size) > 0 ? page.at(Slot::font_size) / usual_font_size : 1;
    const float readers_line = page.at(Slot::line_height) > 0 ? page.at(Slot::line_height) / usual_line_height : 1;
    return {
        .width = page.at(Slot::width),
        .height = page.at(Slot::height),
        .dpr = page.at(Slot::dpr),
        .scroll_top = page.at(Slot::scroll_top),
        .insets = {page.at(Slot::inset_top), page.at(Slot::inset_right), page.at(Slot::inset_bottom),
                   page.at(Slot::inset_left)},
        .text_scale = readers_scale * settings.text_scale,
        // Someone who asked for more room gets it; nobody asked for less.
        .spacing = {std::max(readers_line, 1.0f), page.at(Slot::letter_spacing), page.at(Slot::word_spacing), 0},
        .scheme = scheme(page, settings.theme),
        .more_contrast =
            settings.theme == Settings::Theme::high_contrast || page.wishes_for(Surroundings::more_contrast),
        .forced = forced_by(page),
        .reduced_motion = settings.motion == Settings::Motion::less || page.wishes_for(Surroundings::reduced_motion),
        .plain = settings.plain || page.plain_asked || !page.canvas_works,
        .offline = page.slots[Slot::online] == 0,
        .now_ms = now_ms,
    };
}

browser::Look look_of(const ui::Environment& environment, const Settings& settings) {
    using Theme = browser::Look::Theme;
    const auto theme = settings.theme == Settings::Theme::light  ? Theme::light
                       : settings.theme == Settings::Theme::dark ? Theme::dark
                                                                 : Theme::system;
    return {.plain = environment.plain,
            .theme = theme,
            .more_contrast = environment.more_contrast,
            .text_scale = settings.text_scale,
            .still = environment.reduced_motion};
}

}  // namespace goodweek::shell
