// One line of a home glucose log, understood by itself.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "domain/sentence.h"
#include "records/event.h"

namespace goodweek::exchange {

// Two lines with the same record say the same thing, however they spell it.
struct UnderstoodLine {
    std::string record;
    LocalMoment at;
    records::Happening what;
};
// The day is known and not all of the rest: the line's own words, on that day.
struct NotedLine {
    std::string record;
    LocalMoment at;
    Note note;
    Sentence why;
};
struct RefusedLine {
    Sentence why;
};
using HomeGlucoseLine = std::variant<UnderstoodLine, NotedLine, RefusedLine>;

inline constexpr std::size_t longest_line = 1'000;

HomeGlucoseLine read_home_glucose_line(std::string_view line, const PersonId& person, std::optional<Day> today);

}  // namespace goodweek::exchange
