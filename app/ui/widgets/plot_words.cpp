// What is written on a plot: its bands' names, its last value, its notes and its axes, each where nothing else is.
#include <algorithm>

#include "ui/widgets/parts.h"
#include "ui/widgets/plot.h"

namespace goodweek::ui {

namespace {

constexpr float label_gap = 14;

bool meet(const Rect& a, const Rect& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

// ---- words on the plot ---------------------------------------------------------------------------------------------------

// Places that are taken: points, the lines between them, and words already written.
class Places {
public:
    Places(const FigureData& data, const PlotScale& scale) : area_(scale.area) {
        for (const FigureSeries& series : data.series)
            for (const FigurePoint& point : series.points) {
                const float top = scale.y(point.value), bottom = point.lower ? scale.y(*point.lower) : top;
                taken_.push_back({scale.x(point.when) - 6, top - 6, 12, bottom - top + 12});
            }
        for (const FigureSeries& series : data.series)
            for (std::size_t at = 1; at < series.points.size(); ++at) {
                const auto &before = series.points[at - 1], &now = series.points[at];
                if (data.form == FigureForm::line) take_line(before, now, scale);
                if (data.form == FigureForm::steps)
                    take_line(before, {.when = now.when, .value = before.value}, scale);
            }
    }
    bool free(const Rect& rect) const {
        return rect.y >= area_.y && rect.y + rect.height <= area_.y + area_.height &&
               std::ranges::none_of(taken_, [&](const Rect& other) { return meet(rect, other); });
    }
    void take(const Rect& rect) { taken_.push_back(rect); }

private:
    // As a few small boxes: a line is thin, and words may stand close to it.
    void take_line(const FigurePoint& from, const FigurePoint& to, const PlotScale& scale) {
        for (const double part : {0.2, 0.4, 0.6, 0.8})
            taken_.push_back({scale.x(from.when + (to.when - from.when) * part) - 2,
                              scale.y(from.value + (to.value - from.value) * part) - 2, 4, 4});
    }

    Rect area_;
    std::vector<Rect> taken_;
};

// A band's words stand at its top left, or its foot, where no point is; false where there is no room for them.
bool write_band(Ui& ui, const FigureBand& band, const PlotScale& scale, Places& places) {
    const Rect rect = scale.rect(band);
    const Block words = ui.type().set(band.words, {small_type(), ui.theme().ink}, scale.area.width);
    const float mark = band.zone == Zone::plain ? 10.0f : 30.0f, width = mark + words.size.width + 4,
                height = words.size.height;
    if (words.lines > 1 || width > rect.width || height + 4 > rect.height) return false;
    const float left = rect.x, right = rect.x + rect.width - width, top = rect.y + 4,
                foot = rect.y + rect.height - height - 4;
    for (const Point at : {Point{left, top}, Point{left, foot}, Point{right, top}, Point{right, foot}}) {
        const Rect box{at.x, at.y, width, height};
        if (!places.free(box)) continue;
        draw_zone_mark(ui, band.zone, {box.x + 16, box.y + height / 2});
        ui.draw_text(words, {box.x + mark, box.y});
        places.take(box);
        return true;
    }
    return false;
}

// Words over a point, as near above it as there is room; with a line down to it where they are further off.
void write_over(Ui& ui, const std::string& text, bool bold, Point point, const PlotScale& scale, Places& places) {
    if (text.empty()) return;
    const Block words =
        ui.type().set(text, {bold ? strong(small_type()) : small_type(), ui.theme().ink}, scale.area.width);
    const float width = words.size.width, height = words.size.height;
    const float right = scale.area.x + scale.area.width - 4 - width;
    const float left = std::clamp(bold ? point.x + 10 - width : point.x - width / 2, scale.area.x + 2,
                                  std::max(scale.area.x + 2, right));
    Rect box{left, point.y - label_gap - height, width, height};
    for (int step = 0; step < 16 && !places.free(box); ++step) box.y -= height / 2;
    if (!places.free(box)) {
        box.y = point.y + label_gap;  // nothing above: under it
        for (int step = 0; step < 16 && !places.free(box); ++step) box.y += height / 2;
    }
    box.y = std::clamp(box.y, scale.area.y, scale.area.y + scale.area.height - height);
    places.take(box);
    ui.draw_text(words, {box.x, box.y});
    if (bold) return;
    const bool above = box.y < point.y;
    const float from = above ? box.y + height + 1 : point.y + 9, to = above ? point.y - 9 : box.y - 1;
    if (to - from > 4) ui.draw(shape::Fill{{point.x - 0.75f, from, 1.5f, to - from}, {}, ui.theme().hint});
}

// ---- the axes: values at band edges, three dates ---------------------------------------------------------------------------

void write_axes(Ui& ui, const FigureData& data, const PlotScale& scale) {
    const Style style{small_type(), ui.theme().hint};
    float lowest_written = -1e6f;
    for (const double value : labels_of(data)) {
        const Block words = ui.type().set(value_words(value, data.places), style, 200);
        const float y = scale.y(value);
        if (y - lowest_written < words.size.height * 0.8f) continue;
        lowest_written = y;
        ui.draw_text(words, {scale.area.x - 8 - words.size.width, y - words.size.height / 2});
    }
    float free_from = -1e6f;
    for (std::size_t at = 0; at < data.dates.size(); ++at) {
        const Block words = ui.type().set(data.dates[at].words, style, scale.area.width);
        const bool first = at == 0, last = at + 1 == data.dates.size();
        const float middle = scale.x(data.dates[at].when) - words.size.width / 2;
        const float x = first ? scale.area.x : last ? scale.area.x + scale.area.width - words.size.width : middle;
        if (x < free_from) continue;
        ui.draw_text(words, {x, scale.area.y + scale.area.height + scale.under + 2});
        free_from = x + words.size.width + 12;
    }
}

// Numbers that stand apart, each as near under its tick as the others let it: from the right, then back from the left.
std::vector<float> stand_apart(const FigureData& data, const PlotScale& scale, const std::vector<Block>& numbers) {
    constexpr float apart = 6;
    std::vector<float> lefts;
    float end = scale.area.x + scale.area.width + scale.inset;
    for (std::size_t at = 0; at < numbers.size(); ++at) {
        const float width = numbers[at].size.width;
        lefts.push_back(std::min(scale.x(data.events[at].when) - width / 2, end - width));
        end = lefts.back() - apart;
    }
    float start = scale.area.x;
    for (std::size_t at = numbers.size(); at-- > 0;) {
        lefts[at] = std::max(lefts[at], start);
        start = lefts[at] + numbers[at].size.width + apart;
    }
    return lefts;
}

}  // namespace

void draw_events(Ui& ui, const FigureData& data, const PlotScale& scale) {
    std::vector<Block> numbers;
    for (std::size_t at = 1; at <= data.events.size(); ++at)
        numbers.push_back(ui.type().set(std::to_string(at), {strong(small_type()), ui.theme().ink}, 100));
    const auto lefts = stand_apart(data, scale, numbers);
    const float axis = scale.area.y + scale.area.height;
    for (std::size_t at = 0; at < numbers.size(); ++at) {
        const float x = scale.x(data.events[at].when), middle = lefts[at] + numbers[at].size.width / 2;
        ui.draw(shape::Path{{{x, axis - 6}, {x, axis + 2}, {middle, axis + 9}}, ui.theme().ink, 2});
        ui.draw_text(numbers[at], {lefts[at], axis + 8});
    }
}

std::vector<FigureBand> write_plot(Ui& ui, const FigureData& data, const PlotScale& scale) {
    Places places{data, scale};
    std::vector<FigureBand> unwritten;
    for (const FigureBand& band : data.bands)
        if (!band.words.empty() && !write_band(ui, band, scale, places)) unwritten.push_back(band);
    if (!data.series.empty() && !data.series.front().points.empty()) {
        const auto& points = data.series.front().points;
        const auto place = [&](const FigurePoint& point) { return Point{scale.x(point.when), scale.y(point.value)}; };
        write_over(ui, data.last_words, true, place(points.back()), scale, places);
        for (const FigurePoint& point : points) write_over(ui, point.note, false, place(point), scale, places);
        if (data.series.size() > 1)
            for (const FigureSeries& series : data.series)
                if (!series.points.empty())
                    write_over(ui, series.name, false, place(series.points.front()), scale, places);
    }
    write_axes(ui, data, scale);
    return unwritten;
}

}  // namespace goodweek::ui
