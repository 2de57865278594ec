#include "exchange/calendar.h"

namespace goodweek::exchange {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t longest_line = 75;

std::string two(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// "20261107"
std::string day_text(Day day) {
    const std::chrono::year_month_day date{day};
    return std::to_string(static_cast<int>(date.year())) + two(static_cast<unsigned>(date.month())) +
           two(static_cast<unsigned>(date.day()));
}

// "20261107T100000"
std::string wall_text(Moment moment) {
    const auto day = std::chrono::floor<Days>(moment);
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(moment - day)};
    return day_text(day) + "T" + two(static_cast<unsigned>(time.hours().count())) +
           two(static_cast<unsigned>(time.minutes().count())) + two(static_cast<unsigned>(time.seconds().count()));
}

std::string moment_text(Moment moment) { return wall_text(moment) + "Z"; }

std::string escaped(std::string_view words) {
    std::string text;
    for (const char c : words) {
        if (c == '\n') {
            text += "\\n";
            continue;
        }
        if (c == '\\' || c == ';' || c == ',') text += '\\';
        text += c;
    }
    return text;
}

// A line that goes on begins with a space. Never in the middle of a character.
void add_line(std::string& file, std::string_view line) {
    std::size_t room = longest_line;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > 1 && (static_cast<unsigned char>(line[cut]) & 0xC0) == 0x80) --cut;
        file.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
        room = longest_line - 1;
    }
    file.append(line).append("\r\n");
}

void add_words(std::string& file, std::string_view name, std::string_view words) {
    if (!words.empty()) add_line(file, std::string{name} + ":" + escaped(words));
}

}  // namespace

std::string to_calendar(std::span<const records::PlanAt> plans,
                        const std::function<std::string(const Planned&)>& whose, Moment now) {
    std::string file;
    for (const auto* line :
         {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Goodweek//Goodweek//EN", "CALSCALE:GREGORIAN"})
        add_line(file, line);
    for (const auto& one : plans) {
        add_line(file, "BEGIN:VEVENT");
        add_line(file, "UID:" + one.entity.hex() + "@goodweek");
        add_line(file, "DTSTAMP:" + moment_text(now));
        if (one.at.day_only) {
            add_line(file, "DTSTART;VALUE=DATE:" + day_text(one.at.day()));
            add_line(file, "DTEND;VALUE=DATE:" + day_text(one.at.day() + Days{1}));
        } else {
            // By the clock on the wall (RFC 5545, form 1): a plan for summer, made in winter, stays at its hour.
            add_line(file, "DTSTART:" + wall_text(one.at.at + one.at.offset));
            add_line(file, "DTEND:" + wall_text(one.at.at + one.at.offset + 1h));
        }
        const auto people = whose(one.plan);
        add_words(file, "SUMMARY", people.empty() ? one.plan.what : one.plan.what + " (" + people + ")");
        add_words(file, "LOCATION", one.plan.where);
        add_words(file, "DESCRIPTION", one.plan.note);
        add_line(file, "END:VEVENT");
    }
    add_line(file, "END:VCALENDAR");
    return file;
}

}  // namespace goodweek::exchange
