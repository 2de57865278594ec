#include <doctest/doctest.h>

#include "support/ui/headless.h"
#include "ui/text.h"

using namespace goodweek::ui;
using goodweek::testing::fonts;

namespace {

const Style plain{.type = {18, 27}, .colour = {}};
const MeasureText nobody;

Typesetter typesetter(float scale = 1, Spacing spacing = {}, const MeasureText& measure = nobody) {
    return {fonts(), scale, spacing, measure};
}

std::vector<std::string> lines_of(const Block& block) {
    std::vector<std::string> lines;
    float baseline = -1;
    for (const Piece& piece : block.pieces) {
        if (piece.baseline != baseline) lines.emplace_back();
        baseline = piece.baseline;
        lines.back() += piece.words;
    }
    return lines;
}

constexpr std::string_view sentence =
    "Junie has run on 17 days since then. Her week with a cold counts too, and so do the walks.";

}  // namespace

TEST_CASE("a paragraph breaks between words, and no line is wider than its column") {
    const Block block = typesetter().set(sentence, plain, 326);
    CHECK(block.lines == 3);
    CHECK(block.size.height == doctest::Approx(3 * 27));
    for (const Piece& piece : block.pieces) CHECK(piece.x + piece.width <= 326.5f);
    std::string joined;
    for (const std::string& line : lines_of(block)) joined += (joined.empty() ? "" : " ") + line;
    CHECK(joined == sentence);
}

TEST_CASE("a word that is wider than its column is broken rather than lost") {
    const Block block = typesetter().set("Llanfairpwllgwyngyllgogerychwyrndrobwll", plain, 120);
    CHECK(block.lines > 2);
    std::string whole;
    for (const std::string& line : lines_of(block)) whole += line;
    CHECK(whole == "Llanfairpwllgwyngyllgogerychwyrndrobwll");
    for (const Piece& piece : block.pieces) CHECK(piece.x + piece.width <= 120.5f);
}

TEST_CASE("lines that a person wrote apart stay apart") {
    CHECK(lines_of(typesetter().set("Slow breath in\nSlow breath out", plain, 400)).size() == 2);
    CHECK(typesetter().set("", plain, 400).lines == 1);
}

TEST_CASE("text at twice the size takes twice the room") {
    const float once = typesetter().width("Peak flow", plain.type);
    CHECK(typesetter(2).width("Peak flow", plain.type) == doctest::Approx(2 * once));
    CHECK(typesetter(2).set("Peak flow", plain, 400).size.height == doctest::Approx(54));
}

TEST_CASE("a reader's own spacing is kept between lines, letters and words") {
    const Block tight = typesetter().set("a b", plain, 400),
                loose = typesetter(1, {.line = 1.5f, .letter = 0.12f, .word = 0.16f}).set("a b", plain, 400);
    CHECK(loose.size.height == doctest::Approx(27 * 1.5));
    CHECK(loose.size.width == doctest::Approx(tight.size.width + 18 * (3 * 0.12f + 0.16f)));
}

TEST_CASE("words of two kinds share a line and its baseline") {
    const Run runs[] = {{"3 good days ", {{18, 27, Face::semibold}, {}}}, {"and a rest day so far.", plain}};
    const Block block = typesetter().set(runs, 400);
    CHECK(block.lines == 1);
    CHECK(block.pieces.size() == 2);
    CHECK(block.pieces[0].baseline == block.pieces[1].baseline);
    CHECK(block.pieces[1].x == doctest::Approx(block.pieces[0].width));
}

TEST_CASE("centred and right-aligned words stand where they are said to") {
    const Block centred = typesetter().set("Help", plain, 200, Align::centre),
                right = typesetter().set("Help", plain, 200, Align::right);
    CHECK(centred.pieces[0].x + centred.pieces[0].width / 2 == doctest::Approx(100));
    CHECK(right.pieces[0].x + right.pieces[0].width == doctest::Approx(200));
}

TEST_CASE("Welsh, Polish, Romanian and Portuguese names are set in our own faces") {
    for (const char* name :
         {"Siân Llŷr", "Ŵyn", "Łukasz Żółć", "Ștefan Țurcanu", "João Conceição", "Seán Ó Briain"}) {
        CAPTURE(name);
        CHECK(fonts().drawable(name));
    }
}

TEST_CASE("what needs shaping or a picture is left to the browser, with room kept for it") {
    const MeasureText browser = [](std::string_view, float size, float width, bool) {
        return Size{width / 2, size * 3};
    };
    for (const char* name : {"محمد", "আমাল", "ਜੂਨੀ", "Run 🏃"}) {
        CAPTURE(name);
        CHECK_FALSE(fonts().drawable(name));
        const Block block = typesetter(1, {}, browser).set(name, plain, 200);
        CHECK(block.by_browser);
        CHECK(block.pieces.empty());
        CHECK(block.size.height == doctest::Approx(54));
        CHECK(typesetter().set(name, plain, 200).size.height > 0);
    }
}

TEST_CASE("letters are as wide as in a style sheet of the same size") {
    // Atkinson's own advance of H and Inter's tabular digits at 94 %, from the font files, in thousandths of an em.
    CHECK(fonts().advance(Face::regular, U'H') * 1000 == doctest::Approx(694).epsilon(0.01));
    CHECK(fonts().advance(Face::regular, U'1') == fonts().advance(Face::regular, U'8'));
}

TEST_CASE("bytes that are no text are shown as such, and never read past") {
    std::string_view cut = "\xE2\x82";
    CHECK(next_character(cut) == 0xFFFD);
    std::string_view wrong = "\xFFok";
    CHECK(next_character(wrong) == 0xFFFD);
    CHECK(next_character(wrong) == U'o');
    std::string_view pound = "\u00A35";
    CHECK(next_character(pound) == U'\u00A3');
}
