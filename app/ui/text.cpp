#include "ui/text.h"

#include <algorithm>
#include <cmath>

namespace goodweek::ui {

namespace {

std::size_t count_of(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

// Lays runs into lines, one word at a time. A word never leaves its line unless it is wider than one.
class Setter {
public:
    Setter(const Fonts& fonts, float scale, const Spacing& spacing, float width)
        : fonts_(fonts), scale_(scale), spacing_(spacing), limit_(width) {}

    void add(const Run& run) {
        style_ = run.style;
        style_.type.size *= scale_;
        style_.type.line *= scale_ * spacing_.line;
        std::string_view rest = run.words;
        while (!rest.empty()) {
            if (rest.front() == '\n') {
                end_line();
                rest.remove_prefix(1);
            } else if (rest.front() == ' ') {
                space_ = true;
                rest.remove_prefix(1);
            } else {
                const auto word = rest.substr(0, rest.find_first_of(" \n"));
                add_word(word);
                rest.remove_prefix(word.size());
            }
        }
    }

    Block finish(Align align) {
        if (!line_.empty() || block_.lines == 0) end_line();
        if (align != Align::left) {
            const float spare = align == Align::centre ? 0.5f : 1.0f;
            for (auto [first, last, width] : lines_)
                for (std::size_t at = first; at < last; ++at) block_.pieces[at].x += (limit_ - width) * spare;
            block_.size.width = limit_;
        }
        return std::move(block_);
    }

    float width_of(std::string_view text, const Style& style) const {
        float width = 0;
        while (!text.empty()) width += advance(next_character(text), style);
        return width;
    }

private:
    struct Line {
        std::size_t first, last;
        float width;
    };

    float advance(char32_t character, const Style& style) const {
        const float wider = character == U' ' ? spacing_.word : 0;
        return (fonts_.advance(style.type.face, character) + spacing_.letter + wider) * style.type.size;
    }

    void add_word(std::string_view word) {
        const float wide = width_of(word, style_);
        const float blank = space_ && !line_.empty() ? advance(U' ', line_.back().style) : 0;
        if (!line_.empty() && space_ && pen_ + blank + wide > limit_ + 0.01f) end_line();
        else if (blank > 0) append(" ", blank, line_.back().style);
        space_ = false;
        if (pen_ + wide <= limit_ + 0.01f || limit_ <= 0) append(word, wide, style_);
        else add_piecewise(word);
    }

    // Broken where it must be, between characters, so that nothing ever runs off the page.
    void add_piecewise(std::string_view word) {
        while (!word.empty()) {
            auto rest = word;
            const float wide = advance(next_character(rest), style_);
            if (pen_ > 0 && pen_ + wide > limit_ + 0.01f) end_line();
            append(word.substr(0, word.size() - rest.size()), wide, style_);
            word = rest;
        }
    }

    // Joins the last piece where the style goes on.
    void append(std::string_view words, float wide, const Style& style) {
        if (line_.empty() || !same(line_.back().style, style))
            line_.push_back({.x = pen_, .words = {}, .style = style});
        line_.back().words += words;
        line_.back().width += wide;
        pen_ += wide;
    }

    static bool same(const Style& a, const Style& b) {
        return a.type.size == b.type.size && a.type.face == b.type.face && a.colour == b.colour &&
               a.underlined == b.underlined;
    }

    void end_line() {
        float height = style_.type.line, size = style_.type.size;
        for (const Piece& piece : line_) {
            height = std::max(height, piece.style.type.line);
            size = std::max(size, piece.style.type.size);
        }
        const std::size_t first = block_.pieces.size();
        for (Piece& piece : line_) {
            piece.baseline = block_.size.height + height / 2 + size * baseline_under_middle;
            block_.pieces.push_back(std::move(piece));
        }
        lines_.push_back({first, block_.pieces.size(), pen_});
        block_.size.width = std::max(block_.size.width, pen_);
        block_.size.height += height;
        ++block_.lines;
        line_.clear();
        pen_ = 0;
        space_ = false;
    }

    const Fonts& fonts_;
    float scale_;
    Spacing spacing_;
    float limit_;
    Block block_;
    std::vector<Piece> line_;
    std::vector<Line> lines_;
    Style style_;
    float pen_ = 0;
    bool space_ = false;
};

}  // namespace

Block Typesetter::set(std::span<const Run> runs, float width, Align align) const {
    const bool drawable = std::ranges::all_of(runs, [&](const Run& run) { return fonts_.drawable(run.words); });
    if (!drawable) return for_browser(runs, width);
    Setter setter{fonts_, scale_, spacing_, width};
    for (const Run& run : runs) setter.add(run);
    Block block = setter.finish(align);
    block.letter = runs.empty() ? 0 : spacing_.letter * runs.front().style.type.size * scale_;
    return block;
}

Block Typesetter::set(std::string_view words, const Style& style, float width, Align align) const {
    const Run run{words, style};
    return set({&run, 1}, width, align);
}

// The room the browser will need. Where nobody can be asked, a guess on the large side.
Block Typesetter::for_browser(std::span<const Run> runs, float width) const {
    std::string words;
    for (const Run& run : runs) words += run.words;
    const Type& type = runs.front().style.type;
    const float size = type.size * scale_;
    Block block{.by_browser = true};
    if (measure_) {
        block.size = measure_(words, size, width, type.face == Face::semibold);
    } else {
        const float wide = static_cast<float>(count_of(words)) * size * 0.7f;
        const float lines = std::ceil(wide / std::max(width, 1.0f));
        block.size = {std::min(wide, width), lines * type.line * scale_ * spacing_.line};
    }
    block.lines =
        std::max(1, static_cast<int>(std::lround(block.size.height / (type.line * scale_ * spacing_.line))));
    return block;
}

float Typesetter::width(std::string_view words, const Type& type) const {
    if (!fonts_.drawable(words)) {
        const Run run{words, {.type = type}};
        return for_browser({&run, 1}, 1e6f).size.width;
    }
    Style style{.type = type};
    style.type.size *= scale_;
    return Setter{fonts_, scale_, spacing_, 0}.width_of(words, style);
}

void draw(Drawing& drawing, const Block& block, Point at) {
    for (const Piece& piece : block.pieces) {
        const Point place{at.x + piece.x, at.y + piece.baseline};
        drawing.push_back(shape::Text{place, piece.words, piece.style.type.face, piece.style.type.size,
                                      piece.style.colour, block.letter});
        if (piece.style.underlined)
            drawing.push_back(shape::Fill{{place.x, place.y + 3, piece.width, 1}, {}, piece.style.colour});
    }
}

}  // namespace goodweek::ui
