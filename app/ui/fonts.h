// The three faces, and how wide a text is in them. Sizes are CSS px of the em square, as in a style sheet.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

struct ImFont;

namespace goodweek::ui {

enum class Face : std::uint8_t { regular, semibold, icons };

class Fonts {
public:
    // Adds the faces to the current ImGui context's atlas. The bytes must outlive the context: glyphs are drawn from
    // them on demand. Called again when the reader chooses another face. False when one of them is not a font.
    bool load(std::span<const std::uint8_t> regular, std::span<const std::uint8_t> semibold,
              std::span<const std::uint8_t> icons);

    ImFont* font(Face face) const { return fonts_[static_cast<int>(face)]; }

    // How far the pen moves for one character, as a share of the text size; what is not in the face is as wide as
    // its replacement mark.
    float advance(Face face, char32_t character) const;
    bool has(Face face, char32_t character) const;
    // Whether our own faces can set this text as its language needs. If not, the browser paints it (web-ui.md 7).
    bool drawable(std::string_view text) const;

private:
    struct Metrics {
        std::vector<float> advances;  // by code point; below 0 not asked yet
        std::vector<std::uint8_t> held;
    };
    void ask(Face face, char32_t character) const;

    ImFont* fonts_[3] = {};
    mutable Metrics metrics_[3];
};

// Takes the next code point off the front; U+FFFD for a byte that is no UTF-8.
char32_t next_character(std::string_view& text);

}  // namespace goodweek::ui
