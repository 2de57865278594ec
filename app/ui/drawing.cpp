#include "ui/drawing.h"

#include <algorithm>

#include "domain/either.h"

namespace goodweek::ui {

Corners Corners::less(float by) const {
    const auto smaller = [by](float radius) { return std::max(0.0f, radius - by); };
    return {smaller(top_left), smaller(top_right), smaller(bottom_right), smaller(bottom_left)};
}

void shift(Drawing& drawing, std::size_t first, std::size_t last, float x, float y) {
    const auto move = [x, y](Point& point) { point = {point.x + x, point.y + y}; };
    const auto move_rect = [x, y](Rect& rect) { rect.x += x, rect.y += y; };
    for (std::size_t at = first; at < last; ++at)
        std::visit(on{[&](shape::Fill& fill) { move_rect(fill.rect); },
                      [&](shape::Outline& outline) { move_rect(outline.rect); },
                      [&](shape::Disc& disc) { move(disc.centre); }, [&](shape::Ring& ring) { move(ring.centre); },
                      [&](shape::Line& line) { move(line.from), move(line.to); },
                      [&](shape::Path& path) { std::ranges::for_each(path.points, move); },
                      [&](shape::Polygon& polygon) { std::ranges::for_each(polygon.points, move); },
                      [&](shape::Slice& slice) { move(slice.foot); }, [&](shape::Text& text) { move(text.at); },
                      [&](shape::Hatch& hatch) { move_rect(hatch.rect); },
                      [&](shape::Clip& clip) { move_rect(clip.rect); }, [](shape::Unclip&) {}},
                   drawing[at]);
}

}  // namespace goodweek::ui
