// The inside of a figure: bands, series, notes and labels, in a rectangle. For figure.cpp; views do not include this.
#pragma once

#include <string>
#include <vector>

#include "ui/widgets/figure.h"

namespace goodweek::ui {

// Where values and days are, in a rectangle.
struct PlotScale {
    Rect area;
    double lowest = 0, highest = 1, days = 14;
    float inset = 14;  // points stand this far inside the sides
    float under = 0;   // room between the axis and its dates, for the numbers of events

    float x(double when) const;
    float y(double value) const;
    Rect rect(const FigureBand& band) const;  // what of the band is on the plot
};

// A large figure's plot. Gives back the words of bands too thin to be written on, for a line each underneath.
std::vector<FigureBand> draw_plot(Ui& ui, const FigureData& data, const PlotScale& scale, int selected);
// The words on it: bands, the last value, notes and axes. Called by draw_plot.
std::vector<FigureBand> write_plot(Ui& ui, const FigureData& data, const PlotScale& scale);
// A tick on the axis for each event, and its number under it, in the room that the scale keeps there.
void draw_events(Ui& ui, const FigureData& data, const PlotScale& scale);
// A small multiple's: one band with an edge on the side that matters, small points, no words.
void draw_small_plot(Ui& ui, const FigureData& data, const PlotScale& scale, bool good_above);

// The mark of a zone, centred: a circle, a triangle, a square; nothing for a plain band.
void draw_zone_mark(Ui& ui, Zone zone, Point centre);

// At most so many points that two never share a pixel: of each pixel's, the first, lowest, highest and last.
std::vector<FigurePoint> thinned(const std::vector<FigurePoint>& points, const PlotScale& scale);

// The values written at the left.
std::vector<double> labels_of(const FigureData& data);
std::string value_words(double value, int places);

}  // namespace goodweek::ui
