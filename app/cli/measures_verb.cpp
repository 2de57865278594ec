// `measures`: what can be written down as a reading, in which units and within which limits.
#include <algorithm>
#include <utility>

#include "cli/verbs.h"
#include "domain/measure.h"

namespace goodweek::cli {

namespace {

Json json_of(const Limits& limits) { return {number_of(limits.lowest), number_of(limits.highest)}; }

std::string_view to_text(Chart chart) {
    switch (chart) {
        case Chart::line: return "line";
        case Chart::step: return "step";
        case Chart::range_bar: return "range_bar";
        case Chart::bar: return "bar";
    }
    std::unreachable();
}

std::string name_of(const Measure& measure) { return say({.key = "measure.name." + std::string{measure.key}}); }

Json json_of(const Measure& measure) {
    Json json = {{"measure", std::string{measure.key}},
                 {"name", name_of(measure)},
                 {"topic", std::string{goodweek::to_text(measure.topic)}},
                 {"units", Json::array()},
                 {"taken", json_of(measure.hard)},
                 {"usual", json_of(measure.soft)},
                 {"usual_of_a_child", json_of(measure.soft_child)},
                 {"chart", std::string{to_text(measure.chart)}},
                 {"adds_up", measure.adds_up}};
    for (const auto& unit : measure.units) json["units"].push_back(std::string{unit.key});
    if (measure.two_part()) {
        json["second_taken"] = json_of(*measure.second_hard);
        json["second_usual"] = json_of(*measure.second_soft);
    }
    return json;
}

std::string line_of(const Measure& measure) {
    std::string line{measure.key};
    line.resize(std::max<std::size_t>(line.size() + 2, 18), ' ');
    const auto& unit = measure.units.front();
    line += name_of(measure) + ", " + show(measure, measure.hard.lowest, unit) + " to " +
            show_with_unit(measure, measure.hard.highest, std::nullopt, unit);
    for (const auto& other : measure.units.subspan(1)) line += ", or in " + std::string{other.key};
    return line;
}

}  // namespace

Answer list_measures(const Call&) {
    Json json = Json::array();
    std::string text;
    for (const auto& measure : measures()) {
        json.push_back(json_of(measure));
        text += (text.empty() ? "" : "\n") + line_of(measure);
    }
    return done(std::move(json), std::move(text));
}

}  // namespace goodweek::cli
