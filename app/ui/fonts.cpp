#include "ui/fonts.h"

#include <algorithm>
#include <cstdio>

#include "imgui.h"

namespace goodweek::ui {

namespace {

// Advances are asked for at this size and kept as shares of it. No hinting: they scale exactly.
constexpr float reference_size = 64;
constexpr char32_t first_beyond = 0x10000;  // ImGui's characters are 16 bits here
constexpr float not_asked = -1;

bool looks_like_a_font(std::span<const std::uint8_t> bytes) {
    constexpr std::uint8_t true_type[] = {0, 1, 0, 0}, open_type[] = {'O', 'T', 'T', 'O'};
    return bytes.size() > 512 &&
           (std::ranges::equal(bytes.first(4), true_type) || std::ranges::equal(bytes.first(4), open_type));
}

// ImGui makes ascent + descent the size that is asked for. Our faces are built so that the two are exactly one em, and
// 18 means what it means in a style sheet.
ImFont* add(std::span<const std::uint8_t> bytes, const char* name) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.PixelSnapH = false;
    std::snprintf(config.Name, sizeof config.Name, "%s", name);
    // ImGui takes a pointer it may not write to, through a type that says it may.
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(const_cast<std::uint8_t*>(bytes.data()),
                                                      static_cast<int>(bytes.size()), 0, &config);
}

}  // namespace

bool Fonts::load(std::span<const std::uint8_t> regular, std::span<const std::uint8_t> semibold,
                 std::span<const std::uint8_t> icons) {
    const std::pair<std::span<const std::uint8_t>, const char*> faces[] = {
        {regular, "regular"}, {semibold, "semibold"}, {icons, "icons"}};
    for (int face = 0; face < 3; ++face) {
        if (!looks_like_a_font(faces[face].first)) return false;
        fonts_[face] = add(faces[face].first, faces[face].second);
        if (!fonts_[face]) return false;
        metrics_[face] = {.advances = std::vector<float>(first_beyond, not_asked),
                          .held = std::vector<std::uint8_t>(first_beyond, 0)};
    }
    ImGui::GetStyle().FontSizeBase = 18;
    return true;
}

void Fonts::ask(Face face, char32_t character) const {
    ImFont* font = fonts_[static_cast<int>(face)];
    Metrics& metrics = metrics_[static_cast<int>(face)];
    const auto code = static_cast<ImWchar>(character);
    ImFontBaked* baked = font->GetFontBaked(reference_size, 1);
    baked->LoadNoRenderOnLayout = true;  // widths only: nothing is drawn at this size
    metrics.advances[character] = baked->GetCharAdvance(code) / reference_size;
    metrics.held[character] = font->IsGlyphInFont(code);
}

float Fonts::advance(Face face, char32_t character) const {
    if (character >= first_beyond) return 1;
    const Metrics& metrics = metrics_[static_cast<int>(face)];
    if (metrics.advances[character] < 0) ask(face, character);
    return metrics.advances[character];
}

bool Fonts::has(Face face, char32_t character) const {
    if (character >= first_beyond) return false;
    const Metrics& metrics = metrics_[static_cast<int>(face)];
    if (metrics.advances[character] < 0) ask(face, character);
    return metrics.held[character] != 0;
}

// What needs shaping or another direction is in none of our faces, so coverage answers for both.
bool Fonts::drawable(std::string_view text) const {
    while (!text.empty()) {
        const char32_t character = next_character(text);
        if (character == '\n' || character == '\r' || character == '\t') continue;
        if (!has(Face::regular, character)) return false;
    }
    return true;
}

char32_t next_character(std::string_view& text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned first = byte(0);
    const std::size_t length = first < 0x80       ? 1
                               : first >> 5 == 6  ? 2
                               : first >> 4 == 14 ? 3
                               : first >> 3 == 30 ? 4
                                                  : 0;
    if (length == 0 || length > text.size()) {
        text.remove_prefix(1);
        return 0xFFFD;
    }
    char32_t character = length == 1 ? first : first & (0xFFu >> (length + 1));
    for (std::size_t at = 1; at < length; ++at) {
        if (byte(at) >> 6 != 2) {
            text.remove_prefix(at);
            return 0xFFFD;
        }
        character = character << 6 | (byte(at) & 63);
    }
    text.remove_prefix(length);
    return character;
}

}  // namespace goodweek::ui
