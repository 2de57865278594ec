// The hues, each named once. Nothing but theme.cpp chooses among them: everyone else asks for a role (theme.h).
#pragma once

#include <cstdint>

namespace goodweek::ui {

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;

    static constexpr Colour hex(std::uint32_t rgb) {
        return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8 & 255),
                static_cast<std::uint8_t>(rgb & 255), 255};
    }
    friend constexpr bool operator==(const Colour&, const Colour&) = default;
};

namespace palette {

constexpr Colour white = Colour::hex(0xFFFFFF), black = Colour::hex(0x000000);

// Paper and ink, from the lightest sheet to the darkest
constexpr Colour paper = Colour::hex(0xF7F4EE), paper_well = Colour::hex(0xEEE9DD);
constexpr Colour paper_line = Colour::hex(0xD8D0BF), paper_edge = Colour::hex(0xC6BCA8);
constexpr Colour ink = Colour::hex(0x1E2830), ink_soft = Colour::hex(0x45525C), ink_line = Colour::hex(0x5A6872);
constexpr Colour night = Colour::hex(0x14191D), night_card = Colour::hex(0x1F262C),
                 night_well = Colour::hex(0x262E35);
constexpr Colour night_line = Colour::hex(0x39434B), night_edge = Colour::hex(0x4B5761);
constexpr Colour chalk = Colour::hex(0xF2F0EA), chalk_soft = Colour::hex(0xC3C8CC),
                 chalk_line = Colour::hex(0x93A0AA);

// Green: you can press it, or it is done
constexpr Colour green = Colour::hex(0x17674C), green_deep = Colour::hex(0x115039),
                 green_dark = Colour::hex(0x0B3526);
constexpr Colour green_word = Colour::hex(0x0F4F39), green_edge = Colour::hex(0x4F7F6B);
constexpr Colour green_was = Colour::hex(0x86AE9C), green_band = Colour::hex(0xDDEDE5);
constexpr Colour green_tint = Colour::hex(0xE3F1EA);
constexpr Colour mint = Colour::hex(0x7FD3B0), mint_light = Colour::hex(0x9BE0C3), mint_pale = Colour::hex(0xB8EBD5);
constexpr Colour mint_word = Colour::hex(0x9FE0C3), mint_edge = Colour::hex(0x3E8C6D),
                 mint_done = Colour::hex(0x2E7D61);
constexpr Colour mint_was = Colour::hex(0x22513F), mint_band = Colour::hex(0x1F3A30),
                 mint_tint = Colour::hex(0x1D3A30);
constexpr Colour mint_ink = Colour::hex(0x0B241A);

// Sun: now, or you are here
constexpr Colour sun = Colour::hex(0xF6C445), sun_dark = Colour::hex(0x8A6100), focus = Colour::hex(0xFFD84D);
constexpr Colour sun_tint = Colour::hex(0xFFF1C2), sun_night = Colour::hex(0x3A3113);

// Red: a problem, or 999
constexpr Colour red = Colour::hex(0xA8211B), red_deep = Colour::hex(0x8B1A15), red_dark = Colour::hex(0x6E120E);
constexpr Colour red_tint = Colour::hex(0xFBE9E7);
constexpr Colour coral = Colour::hex(0xFFB4AB), coral_light = Colour::hex(0xFFC6BF),
                 coral_edge = Colour::hex(0xC77D74);
constexpr Colour coral_ink = Colour::hex(0x3B0B08), coral_tint = Colour::hex(0x3B2020);

// Blue: rest, and information
constexpr Colour blue_tint = Colour::hex(0xE5ECF8), blue_edge = Colour::hex(0x4A659C);
constexpr Colour blue_night = Colour::hex(0x25324A), blue_night_edge = Colour::hex(0xA9C1FF);

// Plum: a moment of thanks
constexpr Colour plum = Colour::hex(0x7A2E6E), plum_tint = Colour::hex(0xF6E8F3);
constexpr Colour orchid = Colour::hex(0xF0B6E4), orchid_tint = Colour::hex(0x3A2236);

// Series of a figure
constexpr Colour series_blue = Colour::hex(0x0F5FA8), series_orange = Colour::hex(0xB85300);
constexpr Colour series_violet = Colour::hex(0x8A3F8F);
constexpr Colour night_blue = Colour::hex(0x8FC1F5), night_orange = Colour::hex(0xFFB070);
constexpr Colour night_violet = Colour::hex(0xE0A6E6);

// People, in the order they are given out
struct PersonHue {
    Colour light, dark;
};
constexpr PersonHue people[] = {
    {Colour::hex(0x7A2E6E), Colour::hex(0xE3A9D8)},  // plum
    {Colour::hex(0x1F5A96), Colour::hex(0x9CC4F0)},  // blue
    {Colour::hex(0xA8481C), Colour::hex(0xF2AE86)},  // clay
    {Colour::hex(0x4B5A6A), Colour::hex(0xB9C6D2)},  // slate
    {Colour::hex(0x6A4632), Colour::hex(0xD9B59C)},  // brown
    {Colour::hex(0x6B5A1E), Colour::hex(0xD6C583)},  // olive
    {Colour::hex(0x9B2F55), Colour::hex(0xF3A6BF)},  // rose
    {Colour::hex(0x1C6B74), Colour::hex(0x86CFD8)},  // teal
};
constexpr int people_count = 8;

}  // namespace palette
}  // namespace goodweek::ui
