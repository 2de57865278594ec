#include "exchange/calendar.h"

#include <doctest/doctest.h>

#include <ranges>

using namespace goodweek;
using namespace goodweek::exchange;

namespace {

const Moment now = parse_moment("2026-11-06T07:45Z")->at;

records::PlanAt plan(std::string_view at, Planned planned) {
    return {.at = *parse_moment(at),
            .entity = *EntityId::from(bytes_of("a swim to be had")),
            .plan = std::move(planned),
            .outcome = {}};
}

std::string calendar_of(records::PlanAt one, std::string whose = "") {
    return to_calendar({&one, 1}, [&](const Planned&) { return whose; }, now);
}

}  // namespace

TEST_CASE("a swim at ten is at ten in everybody's calendar, also where the clocks are changed before it") {
    const auto file =
        calendar_of(plan("2026-07-04T10:00+01:00", {.what = "Swim", .where = "Pool, side door"}), "Dev, Otto");
    CHECK(
        file ==
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Goodweek//Goodweek//EN\r\nCALSCALE:GREGORIAN\r\nBEGIN:VEVENT\r\n"
        "UID:61207377696d20746f20626520686164@goodweek\r\nDTSTAMP:20261106T074500Z\r\nDTSTART:20260704T100000\r\n"
        "DTEND:20260704T110000\r\nSUMMARY:Swim (Dev\\, Otto)\r\nLOCATION:Pool\\, side door\r\nEND:VEVENT\r\n"
        "END:VCALENDAR\r\n");
}

TEST_CASE("without a time it is the whole day's, also on the last one of a year") {
    const auto file = calendar_of(plan("2026-12-31", {.what = "Film night"}));
    CHECK(file.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\nSUMMARY:Film night\r\n"));
}

TEST_CASE("no line is longer than 75 bytes, none ends inside a character, and nothing anybody wrote adds a line") {
    std::string words = "END:VEVENT\nBEGIN:VEVENT;\\";
    for (int i = 0; i < 60; ++i) words += "ŵ and 🐇, ";
    const auto file = calendar_of(plan("2026-11-07T10:00Z", {.what = words, .note = words}));
    std::size_t events = 0;
    std::string unfolded;
    for (const auto part : std::views::split(file, std::string_view{"\r\n"})) {
        const std::string_view line{part};
        CHECK(line.size() <= 75);
        CHECK_FALSE(line.contains('\n'));
        if (!line.empty())
            CHECK((static_cast<unsigned char>(line.starts_with(' ') ? line[std::min<std::size_t>(1, line.size() - 1)]
                                                                    : line[0]) &
                   0xC0) != 0x80);
        events += line == "BEGIN:VEVENT";
        unfolded += line.starts_with(' ') ? line.substr(1) : line;
    }
    CHECK(events == 1);
    CHECK(unfolded.contains("END:VEVENT\\nBEGIN:VEVENT\\;\\\\ŵ and 🐇\\, ŵ"));
}
