#include "ui/paint.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "domain/either.h"
#include "imgui.h"

namespace goodweek::ui {

namespace {

constexpr float pi = std::numbers::pi_v<float>;

ImU32 packed(Colour colour) { return IM_COL32(colour.red, colour.green, colour.blue, colour.alpha); }

class Painter {
public:
    Painter(ImDrawList& list, const Fonts& fonts, const Environment& environment, float scroll_top)
        : list_(list), fonts_(fonts), dpr_(environment.dpr), top_(snapped(scroll_top)), height_(environment.height) {}

    void play(const Drawing& drawing) {
        for (const Shape& shape : drawing) std::visit([this](const auto& kind) { draw(kind); }, shape);
    }

private:
    // To a whole device pixel, so that edges are sharp.
    float snapped(float value) const { return std::round(value * dpr_) / dpr_; }
    ImVec2 at(Point point) const { return {point.x, point.y - top_}; }
    bool out_of_sight(float top, float bottom) const { return bottom < top_ - 8 || top > top_ + height_ + 8; }
    bool out_of_sight(const Rect& rect) const {
        return rect.width <= 0 || out_of_sight(rect.y, rect.y + rect.height);
    }
    int segments(float radius, float angle) const {
        return std::max(3, static_cast<int>(std::ceil(angle * std::sqrt(radius * dpr_) * 1.2f)));
    }

    void arc(ImVec2 centre, float radius, float from, float to) {
        if (radius < 0.25f) list_.PathLineTo(centre);
        else list_.PathArcTo(centre, radius, from, to, segments(radius, to - from));
    }

    void outline_path(ImVec2 low, ImVec2 high, Corners corners) {
        const float most = std::min(high.x - low.x, high.y - low.y) / 2;
        for (float* radius : {&corners.top_left, &corners.top_right, &corners.bottom_right, &corners.bottom_left})
            *radius = std::clamp(*radius, 0.0f, most);
        const auto [a, b, c, d] = corners;
        arc({low.x + a, low.y + a}, a, pi, pi * 1.5f);
        arc({high.x - b, low.y + b}, b, pi * 1.5f, pi * 2);
        arc({high.x - c, high.y - c}, c, 0, pi * 0.5f);
        arc({low.x + d, high.y - d}, d, pi * 0.5f, pi);
    }

    std::pair<ImVec2, ImVec2> snapped_corners(const Rect& rect) const {
        const ImVec2 low{snapped(rect.x), snapped(rect.y) - top_};
        return {low,
                {std::max(low.x + 1 / dpr_, snapped(rect.x + rect.width)),
                 std::max(low.y + 1 / dpr_, snapped(rect.y + rect.height) - top_)}};
    }

    void draw(const shape::Fill& fill) {
        if (out_of_sight(fill.rect)) return;
        const auto [low, high] = snapped_corners(fill.rect);
        if (fill.corners == Corners{}) {
            list_.AddRectFilled(low, high, packed(fill.colour));
            return;
        }
        outline_path(low, high, fill.corners);
        list_.PathFillConvex(packed(fill.colour));
    }

    void draw(const shape::Outline& outline) {
        if (out_of_sight(outline.rect)) return;
        auto [low, high] = snapped_corners(outline.rect);
        const float half = outline.thickness / 2;
        low.x += half, low.y += half, high.x -= half, high.y -= half;
        outline_path(low, high, outline.corners.less(half));
        list_.PathStroke(packed(outline.colour), ImDrawFlags_Closed, outline.thickness);
    }

    void draw(const shape::Disc& disc) {
        if (out_of_sight(disc.centre.y - disc.radius, disc.centre.y + disc.radius)) return;
        list_.AddCircleFilled(at(disc.centre), disc.radius, packed(disc.colour), segments(disc.radius, 2 * pi) + 4);
    }

    void draw(const shape::Ring& ring) {
        if (out_of_sight(ring.centre.y - ring.radius, ring.centre.y + ring.radius)) return;
        const float radius = ring.radius - ring.thickness / 2;
        list_.AddCircle(at(ring.centre), radius, packed(ring.colour), segments(radius, 2 * pi) + 4, ring.thickness);
    }

    void draw(const shape::Line& line) {
        if (out_of_sight(std::min(line.from.y, line.to.y), std::max(line.from.y, line.to.y))) return;
        list_.AddLine(at(line.from), at(line.to), packed(line.colour), line.thickness);
    }

    void draw(const shape::Path& path) {
        if (path.dash == Dash::solid) {
            for (const Point& point : path.points) list_.PathLineTo(at(point));
            list_.PathStroke(packed(path.colour), ImDrawFlags_None, path.thickness);
            return;
        }
        for (std::size_t next = 1; next < path.points.size(); ++next)
            dashes(at(path.points[next - 1]), at(path.points[next]), path);
    }

    // 6 on and 4 off; dots of radius 1 every 5.
    void dashes(ImVec2 from, ImVec2 to, const shape::Path& path) {
        const float length = std::hypot(to.x - from.x, to.y - from.y);
        if (length <= 0) return;
        const ImVec2 along{(to.x - from.x) / length, (to.y - from.y) / length};
        const bool dotted = path.dash == Dash::dotted;
        for (float gone = 0; gone < length; gone += dotted ? 5.0f : 10.0f) {
            const ImVec2 start{from.x + along.x * gone, from.y + along.y * gone};
            const float run = std::min(6.0f, length - gone);
            if (dotted) list_.AddCircleFilled(start, 1, packed(path.colour), 8);
            else
                list_.AddLine(start, {start.x + along.x * run, start.y + along.y * run}, packed(path.colour),
                              path.thickness);
        }
    }

    void draw(const shape::Polygon& polygon) {
        for (const Point& point : polygon.points) list_.PathLineTo(at(point));
        list_.PathFillConvex(packed(polygon.colour));
    }

    // The sun: a slice of a circle whose flat side is `rise` below its top.
    void draw(const shape::Slice& slice) {
        if (out_of_sight(slice.foot.y - slice.radius, slice.foot.y + slice.radius)) return;
        const float under = slice.radius - slice.rise;
        const float tilt = std::asin(std::clamp(under / slice.radius, -1.0f, 1.0f));
        const ImVec2 foot = at(slice.foot);
        const ImVec2 centre = slice.sideways ? ImVec2{foot.x + under, foot.y} : ImVec2{foot.x, foot.y + under};
        const float turn = slice.sideways ? -pi / 2 : 0;
        list_.PathArcTo(centre, slice.radius, pi + tilt + turn, 2 * pi - tilt + turn, segments(slice.radius, pi));
        list_.PathFillConvex(packed(slice.colour));
    }

    // ImGui's own text call stands every line on a whole unit, which is half a device pixel on a phone; glyphs are
    // placed here instead, with letter spacing.
    void draw(const shape::Text& text) {
        if (out_of_sight(text.at.y - text.size * 1.2f, text.at.y + text.size * 0.5f)) return;
        ImFontBaked* baked = fonts_.font(text.face)->GetFontBaked(text.size, dpr_);
        const float baseline = snapped(text.at.y) - top_ - std::round(baked->Ascent);
        float pen = snapped(text.at.x);
        std::string_view rest = text.words;
        while (!rest.empty()) {
            const char32_t character = next_character(rest);
            const ImFontGlyph* glyph =
                baked->FindGlyph(static_cast<ImWchar>(character < 0x10000 ? character : 0xFFFD));
            if (glyph->Visible) {
                list_.PrimReserve(6, 4);
                list_.PrimRectUV({pen + glyph->X0, baseline + glyph->Y0}, {pen + glyph->X1, baseline + glyph->Y1},
                                 {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1}, packed(text.colour));
            }
            pen += fonts_.advance(text.face, character) * text.size + text.letter;
        }
    }

    void draw(const shape::Hatch& hatch) {
        if (out_of_sight(hatch.rect)) return;
        const auto [low, high] = snapped_corners(hatch.rect);
        list_.PushClipRect(low, high, true);
        const float height = high.y - low.y;
        for (float x = low.x - height; x < high.x; x += hatch.every * std::numbers::sqrt2_v<float>)
            list_.AddLine({x, high.y}, {x + height, low.y}, packed(hatch.colour), hatch.thickness);
        list_.PopClipRect();
    }

    void draw(const shape::Clip& clip) {
        const auto [low, high] = snapped_corners(clip.rect);
        list_.PushClipRect(low, high, true);
    }
    void draw(const shape::Unclip&) { list_.PopClipRect(); }

    ImDrawList& list_;
    const Fonts& fonts_;
    float dpr_, top_, height_;
};

}  // namespace

void paint(const Ui& ui) {
    const Environment& environment = ui.environment();
    if (environment.plain) return;
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    const float fringe = list._FringeScale;
    list._FringeScale = 1 / environment.dpr;  // edges soften over one device pixel, not one CSS pixel
    list.AddRectFilled({0, 0}, {environment.width, environment.height}, packed(ui.theme().page));
    Painter{list, ui.fonts(), environment, environment.scroll_top}.play(ui.drawing());
    Painter{list, ui.fonts(), environment, 0}.play(ui.pinned());
    list._FringeScale = fringe;
}

}  // namespace goodweek::ui
