// A figure: one axis, at most two series, its target as a band that is named on it. Its title is its conclusion and its
// numbers are one press away. It is handed numbers that are already worked out, and only draws and says them.
#pragma once

#include "domain/moment.h"
#include "ui/ui.h"

namespace goodweek::ui {

struct FigurePoint {
    double when = 0;  // days since the first day, with a fraction for the time of day
    double value = 0;
    std::optional<double> lower;  // the second of a pair: 128 over 76
    std::string said;             // "Fri 6 Nov: 265"
    std::string more;             // "7:45am, Junie"
    std::string note;             // written on the figure, with a line down to the point: "Cold began"
};

struct FigureSeries {
    std::string name;
    std::vector<FigurePoint> points;  // in order of time
};

enum class Zone : std::uint8_t { good, caution, danger, plain };
struct FigureBand {
    Zone zone = Zone::good;
    double from = 0, to = 0;  // to above from; clipped to the axis
    std::string words;        // with its numbers: "Amber: 180 to 239"
    bool own_edge = true;     // the family's own target: its edge is drawn
};

// Something else that happened: a numbered tick on the axis, and a line in the list under the plot.
struct FigureEvent {
    double when = 0;    // as of a point
    std::string day;    // "Fri 6 Nov"
    std::string words;  // "A&E: could not catch her breath"
};

enum class FigureForm : std::uint8_t { line, steps, range_bars, bars };

struct FigureDate {
    double when = 0;
    std::string words;  // "24 Oct"
};

struct FigureData {
    std::string conclusion;  // "11 of 13 mornings were in the green zone"
    std::string subject;     // "Peak flow": said when nothing else is
    std::string unit;        // "Litres per minute"
    FigureForm form = FigureForm::line;
    double days = 14;  // the axis runs from 0 to this
    double lowest = 0, highest = 1;
    std::vector<double> labels;  // values written at the left; at band edges and the top if empty
    int places = 0;
    std::vector<FigureSeries> series;
    std::vector<FigureBand> bands;
    std::vector<FigureDate> dates;    // three
    std::string last_words;           // beside the last point: "265 today"
    std::vector<FigureEvent> events;  // the newest first
    std::string more_events;          // that there are more than these: "And 3 before these"
    // Points further apart than this are never joined; a step holds until the next one.
    double longest_join = 1.5;
    // The numbers, for the table behind Show the numbers.
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> numbers;
};

// What the person is looking at, kept in a draft.
struct FigureView {
    int selected = -1;  // a point of the first series; -1 is the last
    bool numbers = false;
    int rows = 20;
};

// The card with the plot, Before and After, Show the numbers, and the table once it is asked for.
void figure(Ui& ui, std::string_view id, const FigureData& data, FigureView& view);

// Small multiple: 8 weeks in a corner of a worker's page. The heading above it is drawn too.
struct SmallFigure {
    std::string title, last;  // "Peak flow", "265 today"
    std::string picture;      // whose: an icon's name
    int colour = 0;
    std::string whose;  // said, not drawn: the picture shows it
    std::string href;   // the whole of it is one link
    FigureData data;
    bool good_above = true;
};
void small_figure(Ui& ui, std::string_view id, const SmallFigure& figure);

// Counts up to 30 drawn as columns: "From 3 in September to 6 now".
struct Columns {
    std::string name;
    double most = 10;
    struct Bar {
        std::string label, under;
        double value = 0;
    };
    std::vector<Bar> bars;
};
void column_bars(Ui& ui, std::string_view id, const Columns& columns);

}  // namespace goodweek::ui
