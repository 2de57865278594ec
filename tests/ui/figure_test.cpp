#include <doctest/doctest.h>

#include <algorithm>

#include "support/ui/headless.h"
#include "support/ui/parts.h"
#include "support/ui/visitor.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/plot.h"

using namespace goodweek::ui;
using namespace goodweek::testing;

namespace {

// What a figure draws, on a page of its own.
class Plotted {
public:
    explicit Plotted(const FigureData& data) : ui_(fonts(), english()) {
        ui_.begin({.width = 390, .reduced_motion = true}, {});
        FigureView view;
        figure(ui_, "figure", data, view);
        ui_.end();
    }
    template <class Kind>
    std::vector<Kind> all() const {
        std::vector<Kind> found;
        for (const Shape& shape : ui_.drawing())
            if (const auto* kind = std::get_if<Kind>(&shape)) found.push_back(*kind);
        return found;
    }
    bool writes(std::string_view words) const {
        return std::ranges::any_of(all<shape::Text>(), [&](const shape::Text& text) { return text.words == words; });
    }

private:
    Ui ui_;
};

PlotScale scale_of(const FigureData& data) {
    return {.area = {0, 0, 300, 290}, .lowest = data.lowest, .highest = data.highest, .days = data.days};
}

FigureSeries every_hour_for(int days) {
    FigureSeries series;
    for (int hour = 0; hour < days * 24; ++hour)
        series.points.push_back({.when = hour / 24.0, .value = 200.0 + hour * 37 % 100});
    return series;
}

}  // namespace

TEST_CASE("a day without a reading breaks the line; it is never joined over") {
    FigureData data = a_fortnight_of_peak_flow();
    CHECK(Plotted{data}.all<shape::Path>().size() == 2);
    data.longest_join = 3;
    CHECK(Plotted{data}.all<shape::Path>().size() == 1);
}

TEST_CASE("bands carry their words, notes stand by their point, and the last value is written out") {
    const Plotted plotted{a_fortnight_of_peak_flow()};
    for (const char* words : {"Green: 240 or more", "Amber: 180 to 239", "Red: under 180", "Cold began", "265 today",
                              "240", "180", "24 Oct", "31 Oct", "6 Nov"}) {
        CAPTURE(words);
        CHECK(plotted.writes(words));
    }
}

TEST_CASE("a band too thin for its words is named under the figure instead") {
    FigureData data = a_fortnight_of_peak_flow();
    data.bands = {{Zone::good, 240, 244, "Target: 240 to 244"}};
    const Plotted plotted{data};
    CHECK(plotted.writes("Target: 240 to 244"));
    const auto texts = plotted.all<shape::Text>();
    const auto named = std::ranges::find(texts, "Target: 240 to 244", &shape::Text::words);
    const auto date = std::ranges::find(texts, "24 Oct", &shape::Text::words);
    if (named == texts.end() || date == texts.end()) FAIL("not written");
    else CHECK(named->at.y > date->at.y);
}

TEST_CASE("what else happened has a number on the axis for each, none over another however close they were") {
    FigureData data = a_fortnight_of_peak_flow();
    for (int event = 0; event < 8; ++event)
        data.events.push_back({.when = 13.5 - event * 0.1, .day = "Fri 6 Nov", .words = "A&E: wheeze"});
    const auto texts = Plotted{data}.all<shape::Text>();
    const auto date = std::ranges::find(texts, "24 Oct", &shape::Text::words);
    REQUIRE(date != texts.end());
    float right_of = 390;
    for (const auto* number : {"1", "2", "3", "4", "5", "6", "7", "8"}) {
        CAPTURE(number);
        const auto written = std::ranges::find(texts, number, &shape::Text::words);
        REQUIRE(written != texts.end());
        CHECK(written->at.x + 8 < right_of);
        CHECK(written->at.y < date->at.y);
        right_of = written->at.x;
    }
}

TEST_CASE("what else happened is a list under the figure, and stands with the numbers when they are asked for") {
    FigureData data = a_fortnight_of_peak_flow();
    data.events = {{.when = 12.5, .day = "Thu 5 Nov", .words = "A&E: wheeze"},
                   {.when = 3.5, .day = "Tue 27 Oct", .words = "Started: brown inhaler"}};
    data.more_events = "And 3 more before these.";
    FigureView view;
    Visitor visitor{[&](Ui& ui) {
        title(ui, "A page");
        figure(ui, "figure", data, view);
    }};
    CHECK(visitor.has(Role::heading, "What else happened"));
    for (const char* words :
         {"1. A&E: wheeze", "2. Started: brown inhaler", "Tue 27 Oct", "And 3 more before these."})
        CHECK(visitor.sees(words));
    CHECK(visitor.names(Role::table).empty());
    visitor.press("Show the numbers");
    CHECK(visitor.names(Role::table).size() == 2);
    CHECK(visitor.has(Role::cell, "A&E: wheeze"));
    CHECK(visitor.faults_everywhere() == std::vector<std::string>{});
}

TEST_CASE("no word on a figure is written over another") {
    FigureData data = a_fortnight_of_peak_flow();
    for (auto& point : data.series.front().points) point.note = "Note";
    const auto texts = Plotted{data}.all<shape::Text>();
    int over = 0;
    for (std::size_t one = 0; one < texts.size(); ++one)
        for (std::size_t other = one + 1; other < texts.size(); ++other) {
            if (texts[one].words != "Note" || texts[other].words != "Note") continue;
            over += std::abs(texts[one].at.x - texts[other].at.x) < 30 &&
                    std::abs(texts[one].at.y - texts[other].at.y) < 16;
        }
    CHECK(over <= 2);  // thirteen notes have no room for thirteen places, and are still all there
    CHECK(std::ranges::count(texts, "Note", &shape::Text::words) == 13);
}

TEST_CASE("years of readings are drawn with no more points than there are pixels for") {
    FigureData data = a_fortnight_of_peak_flow();
    data.days = 730;
    const FigureSeries series = every_hour_for(730);
    const auto kept = thinned(series.points, scale_of(data));
    CHECK(kept.size() <= 4 * 300);
    CHECK(std::ranges::is_sorted(kept, {}, &FigurePoint::when));
    const auto value = [](const FigurePoint& point) { return point.value; };
    CHECK(std::ranges::max(kept, {}, value).value == std::ranges::max(series.points, {}, value).value);
    CHECK(std::ranges::min(kept, {}, value).value == std::ranges::min(series.points, {}, value).value);
    CHECK(kept.back().when == series.points.back().when);
}

TEST_CASE("a few readings are drawn as they are") {
    const FigureData data = a_fortnight_of_peak_flow();
    CHECK(thinned(data.series.front().points, scale_of(data)).size() == 13);
}

TEST_CASE("two numbers of one reading are one bar from the lower to the higher") {
    FigureData data = a_fortnight_of_peak_flow();
    data.form = FigureForm::range_bars;
    data.lowest = 40, data.highest = 180;
    data.bands.clear();
    data.series.front().points = {{.when = 3, .value = 128, .lower = 76, .said = "128/76"}};
    const PlotScale scale = scale_of(data);
    const float height = scale.y(76) - scale.y(128);
    const auto fills = Plotted{data}.all<shape::Fill>();
    CHECK(std::ranges::any_of(fills, [&](const shape::Fill& fill) {
        return fill.colour == light_theme().series[0] && std::abs(fill.rect.height - height * 300 / 290) < 2;
    }));
}

TEST_CASE("fewer than four values of a small figure are never joined") {
    SmallFigure small{.title = "Nights woken", .last = "0 last week", .data = a_fortnight_of_peak_flow()};
    const auto paths = [&] {
        Ui ui{fonts(), english()};
        ui.begin({.width = 200}, {});
        small_figure(ui, "small", small);
        ui.end();
        return std::ranges::count_if(ui.drawing(),
                                     [](const Shape& shape) { return std::holds_alternative<shape::Path>(shape); });
    };
    CHECK(paths() == 2);
    small.data.series.front().points.resize(3);
    CHECK(paths() == 0);
}

TEST_CASE("values are written with as many decimals as their measure has") {
    CHECK(value_words(5.5, 1) == "5.5");
    CHECK(value_words(320, 0) == "320");
    CHECK(value_words(0.04, 1) == "0.0");
    CHECK(value_words(-1.25, 2) == "-1.25");
    CHECK(value_words(7, 1) == "7.0");
}

TEST_CASE("the values at the left are the edges of the bands and the top, unless others were asked for") {
    FigureData data = a_fortnight_of_peak_flow();
    CHECK(labels_of(data) == std::vector<double>{320, 240, 180});
    data.bands.clear();
    CHECK(labels_of(data) == std::vector<double>{320, 150});
    data.labels = {200, 300};
    CHECK(labels_of(data) == std::vector<double>{300, 200});
}
