#include "ui/widgets/plot.h"

#include <algorithm>
#include <cmath>

#include "domain/put_in_order.h"
#include "ui/widgets/parts.h"

namespace goodweek::ui {

namespace {

Colour ground_of(const Theme& theme, Zone zone) {
    switch (zone) {
        case Zone::caution: return theme.warn;
        case Zone::danger: return theme.error_tint;
        case Zone::plain: return theme.well;
        default: return theme.band;
    }
}

Colour edge_of(const Theme& theme, Zone zone) {
    return zone == Zone::danger ? theme.error : zone == Zone::plain ? theme.field : theme.leaf_edge;
}

// ---- bands: drawn first, full width -----------------------------------------------------------------------------------

void draw_edge(Ui& ui, const PlotScale& scale, double value, Colour colour) {
    const float y = scale.y(value);
    if (y > scale.area.y + 1 && y < scale.area.y + scale.area.height - 1)
        ui.draw(shape::Fill{{scale.area.x, y - 1, scale.area.width, 2}, {}, colour});
}

// An edge of a caution zone is the edge of its neighbour, and drawn as that.
void draw_bands(Ui& ui, const FigureData& data, const PlotScale& scale) {
    for (const FigureBand& band : data.bands) {
        const Rect rect = scale.rect(band);
        if (rect.height > 0) ui.draw(shape::Fill{rect, {}, ground_of(ui.theme(), band.zone)});
    }
    for (const FigureBand& band : data.bands) {
        if (!band.own_edge || band.zone == Zone::caution) continue;
        draw_edge(ui, scale, band.from, edge_of(ui.theme(), band.zone));
        draw_edge(ui, scale, band.to, edge_of(ui.theme(), band.zone));
    }
}

// ---- series --------------------------------------------------------------------------------------------------------------

// A long series is drawn with a thinner line and smaller points, then none but the last.
struct Weight {
    float line, point;
};

Weight weight_of(std::size_t count, float width) {
    const float room = width / static_cast<float>(std::max<std::size_t>(count, 1));
    if (room > 12) return {2.5f, 4.5f};
    if (room > 6) return {2, 3};
    return {2, 0};
}

struct Joined {
    double longest;
    bool in_steps;
};
Joined joined(const FigureData& data) {
    return data.form == FigureForm::steps ? Joined{data.days, true} : Joined{data.longest_join, false};
}

void draw_line(Ui& ui, const std::vector<FigurePoint>& points, const PlotScale& scale, Joined join, Colour colour,
               float thickness, Dash dash) {
    std::vector<Point> run;
    const auto finish = [&] {
        if (run.size() > 1) ui.draw(shape::Path{run, colour, thickness, dash});
        run.clear();
    };
    for (std::size_t at = 0; at < points.size(); ++at) {
        if (at > 0 && points[at].when - points[at - 1].when > join.longest) finish();
        if (join.in_steps && !run.empty()) run.push_back({scale.x(points[at].when), run.back().y});
        run.push_back({scale.x(points[at].when), scale.y(points[at].value)});
    }
    finish();
}

void draw_point(Ui& ui, Point at, float radius, Colour colour, bool square) {
    if (radius <= 0) return;
    if (square) ui.draw(shape::Fill{{at.x - radius, at.y - radius, 2 * radius, 2 * radius}, {}, colour});
    else ui.draw(shape::Disc{at, radius, colour});
}

void draw_line_series(Ui& ui, const FigureData& data, std::size_t which, const PlotScale& scale) {
    const std::vector<FigurePoint> points = thinned(data.series[which].points, scale);
    if (points.empty()) return;
    const Colour colour = ui.theme().series[which];
    const Weight weight = weight_of(points.size(), scale.area.width);
    draw_line(ui, points, scale, joined(data), colour, weight.line, which == 0 ? Dash::solid : Dash::dashed);
    for (const FigurePoint& point : points)
        draw_point(ui, {scale.x(point.when), scale.y(point.value)}, weight.point, colour, which > 0);
    const Point last{scale.x(points.back().when), scale.y(points.back().value)};
    draw_point(ui, last, 8.5f, ui.theme().card, which > 0);
    draw_point(ui, last, 6.5f, colour, which > 0);
}

// The two numbers of a pair, as one bar from the lower to the higher.
void draw_range_bars(Ui& ui, const FigureData& data, const PlotScale& scale) {
    const auto& points = data.series.front().points;
    const float room = scale.area.width / static_cast<float>(std::max<std::size_t>(points.size(), 1));
    const float width = std::clamp(room * 0.5f, 3.0f, 9.0f);
    for (const FigurePoint& point : points) {
        const float top = scale.y(point.value), bottom = scale.y(point.lower.value_or(point.value)),
                    x = scale.x(point.when);
        ui.draw(shape::Fill{{x - width / 2, top, width, std::max(bottom - top, width)},
                            Corners::all(width / 2),
                            ui.theme().series[0]});
    }
}

void draw_bars(Ui& ui, const FigureData& data, const PlotScale& scale) {
    const float width = std::max(2.0f, scale.area.width / static_cast<float>(std::max(data.days, 1.0)) * 0.7f);
    for (const FigurePoint& point : data.series.front().points) {
        const float top = scale.y(point.value), foot = scale.area.y + scale.area.height,
                    radius = std::min(4.0f, width / 3);
        if (foot - top >= 0.5f)
            ui.draw(shape::Fill{{scale.x(std::floor(point.when) + 0.5) - width / 2, top, width, foot - top},
                                {radius, radius, 0, 0},
                                ui.theme().series[0]});
    }
}

void draw_series(Ui& ui, const FigureData& data, const PlotScale& scale) {
    if (data.series.empty()) return;
    ui.draw(shape::Clip{{scale.area.x - 8, scale.area.y - 10, scale.area.width + 16, scale.area.height + 20}});
    if (data.form == FigureForm::range_bars) draw_range_bars(ui, data, scale);
    else if (data.form == FigureForm::bars) draw_bars(ui, data, scale);
    else
        for (std::size_t which = data.series.size(); which-- > 0;) draw_line_series(ui, data, which, scale);
    ui.draw(shape::Unclip{});
}

void draw_selected(Ui& ui, const FigureData& data, const PlotScale& scale, int selected) {
    const auto& points = data.series.front().points;
    if (selected < 0 || selected >= static_cast<int>(points.size()) - 1) return;
    const FigurePoint& point = points[static_cast<std::size_t>(selected)];
    ui.draw(shape::Ring{{scale.x(point.when), scale.y(point.value)}, 10, ui.theme().ink, 2});
}

}  // namespace

float PlotScale::x(double when) const {
    const double share = days > 0 ? std::clamp(when / days, 0.0, 1.0) : 0;
    return area.x + inset + static_cast<float>(share) * (area.width - 2 * inset);
}

float PlotScale::y(double value) const {
    const double share = highest > lowest ? (value - lowest) / (highest - lowest) : 0.5;
    return area.y + area.height - static_cast<float>(std::clamp(share, -10.0, 10.0)) * area.height;
}

Rect PlotScale::rect(const FigureBand& band) const {
    const float top = std::max(area.y, y(band.to)), bottom = std::min(area.y + area.height, y(band.from));
    return {area.x, top, area.width, std::max(0.0f, bottom - top)};
}

std::vector<FigureBand> draw_plot(Ui& ui, const FigureData& data, const PlotScale& scale, int selected) {
    draw_bands(ui, data, scale);
    draw_series(ui, data, scale);
    if (!data.series.empty()) draw_selected(ui, data, scale, selected);
    return write_plot(ui, data, scale);
}

void draw_small_plot(Ui& ui, const FigureData& data, const PlotScale& scale, bool good_above) {
    const Theme& theme = ui.theme();
    for (const FigureBand& band : data.bands) {
        const Rect rect = scale.rect(band);
        ui.draw(shape::Fill{rect, {}, ground_of(theme, band.zone)});
        draw_edge(ui, scale, good_above ? band.from : band.to, edge_of(theme, band.zone));
    }
    if (data.series.empty() || data.series.front().points.empty()) return;
    const auto points = thinned(data.series.front().points, scale);
    // Fewer than four values are never joined: two points are not a course of things. What holds until the next one is.
    if (points.size() >= 4 || data.form == FigureForm::steps)
        draw_line(ui, points, scale, joined(data), theme.series[0], 2, Dash::solid);
    const bool crowded = points.size() > 40;
    for (const FigurePoint& point : points)
        draw_point(ui, {scale.x(point.when), scale.y(point.value)}, crowded ? 0 : 2.6f, theme.series[0], false);
    draw_point(ui, {scale.x(points.back().when), scale.y(points.back().value)}, 5, theme.series[0], false);
}

void draw_zone_mark(Ui& ui, Zone zone, Point centre) {
    const Theme& theme = ui.theme();
    if (zone == Zone::good) ui.draw(shape::Disc{centre, 6, theme.go});
    if (zone == Zone::caution)
        ui.draw(shape::Polygon{{{centre.x, centre.y - 7}, {centre.x + 7, centre.y + 6}, {centre.x - 7, centre.y + 6}},
                               theme.sun_edge});
    if (zone == Zone::danger)
        ui.draw(shape::Fill{{centre.x - 6, centre.y - 6, 12, 12}, Corners::all(1), theme.error});
}

std::vector<FigurePoint> thinned(const std::vector<FigurePoint>& points, const PlotScale& scale) {
    if (static_cast<float>(points.size()) <= scale.area.width / 2) return points;
    std::vector<FigurePoint> kept;
    for (std::size_t first = 0; first < points.size();) {
        std::size_t last = first, low = first, high = first;
        const float pixel = std::floor(scale.x(points[first].when));
        for (; last < points.size() && std::floor(scale.x(points[last].when)) == pixel; ++last) {
            if (points[last].value < points[low].value) low = last;
            if (points[last].value > points[high].value) high = last;
        }
        std::vector<std::size_t> chosen{first, low, high, last - 1};
        put_in_order(chosen);
        const auto [end, rest] = std::ranges::unique(chosen);
        chosen.erase(end, rest);
        for (const std::size_t at : chosen) kept.push_back(points[at]);
        first = last;
    }
    return kept;
}

// At the edges of the bands and the top, from the top down, unless the caller has chosen.
std::vector<double> labels_of(const FigureData& data) {
    std::vector<double> labels = data.labels;
    if (labels.empty()) {
        labels = {data.highest};
        for (const FigureBand& band : data.bands)
            for (const double edge : {band.from, band.to})
                if (edge > data.lowest && edge < data.highest) labels.push_back(edge);
        if (labels.size() < 2) labels.push_back(data.lowest);
    }
    put_in_order(labels, std::greater{});
    const auto [end, rest] = std::ranges::unique(labels);
    labels.erase(end, rest);
    return labels;
}

std::string value_words(double value, int places) {
    double power = 1;
    for (int place = 0; place < places; ++place) power *= 10;
    const auto scaled = static_cast<long long>(std::llround(std::abs(value) * power));
    std::string digits = std::to_string(scaled);
    if (places > 0) {
        if (digits.size() <= static_cast<std::size_t>(places))
            digits.insert(0, static_cast<std::size_t>(places) + 1 - digits.size(), '0');
        digits.insert(digits.size() - static_cast<std::size_t>(places), ".");
    }
    return (value < 0 && scaled != 0 ? "-" : "") + digits;
}

}  // namespace goodweek::ui
