#include "domain/moment.h"

#include <algorithm>

namespace goodweek {

namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

// Reads a text from its front, piece by piece; a piece that is not there leaves it where it was.
class Front {
public:
    explicit Front(std::string_view text) : rest_(text) {}
    bool done() const { return rest_.empty(); }
    bool skip(char wanted) {
        if (rest_.empty() || rest_.front() != wanted) return false;
        rest_.remove_prefix(1);
        return true;
    }
    // Exactly this many digits.
    std::optional<int> digits(std::size_t count) {
        if (rest_.size() < count) return std::nullopt;
        int value = 0;
        for (const char c : rest_.substr(0, count)) {
            if (c < '0' || c > '9') return std::nullopt;
            value = value * 10 + (c - '0');
        }
        rest_.remove_prefix(count);
        return value;
    }

private:
    std::string_view rest_;
};

std::optional<Day> read_day(Front& front) {
    const auto year = front.digits(4);
    if (!year || !front.skip('-')) return std::nullopt;
    const auto month = front.digits(2);
    if (!month || !front.skip('-')) return std::nullopt;
    const auto day = front.digits(2);
    if (!day) return std::nullopt;
    return make_day(*year, *month, *day);
}

std::optional<milliseconds> read_time(Front& front) {
    const auto hours = front.digits(2);
    if (!hours || !front.skip(':')) return std::nullopt;
    const auto mins = front.digits(2);
    if (!mins || *hours > 23 || *mins > 59) return std::nullopt;
    milliseconds time = std::chrono::hours{*hours} + minutes{*mins};
    if (!front.skip(':')) return time;
    const auto seconds = front.digits(2);
    if (!seconds || *seconds > 59) return std::nullopt;
    time += std::chrono::seconds{*seconds};
    if (!front.skip('.')) return time;
    milliseconds worth{100};
    bool any = false;
    while (const auto digit = front.digits(1)) {
        time += worth * *digit;
        worth /= 10;
        any = true;
    }
    if (!any) return std::nullopt;
    return time;
}

// Clocks on earth stand between 12 hours behind UTC and 14 before it.
std::optional<Minutes> read_offset(Front& front) {
    if (front.done() || front.skip('Z')) return Minutes{0};
    const int sign = front.skip('+') ? 1 : front.skip('-') ? -1 : 0;
    if (sign == 0) return std::nullopt;
    const auto hours = front.digits(2);
    if (!hours || !front.skip(':')) return std::nullopt;
    const auto mins = front.digits(2);
    if (!mins || *mins > 59) return std::nullopt;
    const Minutes offset{sign * (*hours * 60 + *mins)};
    if (offset < earliest_offset || offset > latest_offset) return std::nullopt;
    return offset;
}

std::string padded(long long value, std::size_t width) {
    std::string text = std::to_string(value < 0 ? -value : value);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return value < 0 ? "-" + text : text;
}

std::string clock_text(Minutes offset) {
    const auto whole = offset < Minutes{0} ? -offset : offset;
    return (offset < Minutes{0} ? "-" : "+") + padded(whole.count() / 60, 2) + ":" + padded(whole.count() % 60, 2);
}

}  // namespace

Minutes LocalMoment::time_of_day() const { return std::chrono::floor<Minutes>(at + offset - day()); }

LocalMoment noon_of(Day day, Minutes offset) { return {day + std::chrono::hours{12} - offset, offset, true}; }

LocalMoment moment_of(Day day, Minutes time_of_day, Minutes offset) {
    return {day + time_of_day - offset, offset, false};
}

std::optional<Day> make_day(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || day < 1) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    // A month or a day of more than 255 would be cut to a byte by the types above.
    if (month > 12 || day > 31 || !date.ok()) return std::nullopt;
    return Day{date};
}

std::optional<Day> parse_day(std::string_view yyyy_mm_dd) {
    Front front{yyyy_mm_dd};
    const auto day = read_day(front);
    return front.done() ? day : std::nullopt;
}

std::optional<LocalMoment> parse_moment(std::string_view iso8601) {
    Front front{iso8601};
    const auto day = read_day(front);
    if (!day) return std::nullopt;
    if (front.done()) return noon_of(*day);
    if (!front.skip('T') && !front.skip(' ')) return std::nullopt;
    const auto time = read_time(front);
    if (!time) return std::nullopt;
    const auto offset = read_offset(front);
    if (!offset || !front.done()) return std::nullopt;
    return LocalMoment{*day + *time - *offset, *offset, false};
}

std::string to_iso(Day day) {
    const std::chrono::year_month_day date{day};
    return padded(int{date.year()}, 4) + "-" + padded(unsigned{date.month()}, 2) + "-" +
           padded(unsigned{date.day()}, 2);
}

std::string to_iso(const LocalMoment& moment) {
    if (moment.day_only) return to_iso(moment.day());
    const auto since_midnight = moment.at + moment.offset - moment.day();
    const std::chrono::hh_mm_ss time{since_midnight};
    std::string text = to_iso(moment.day()) + "T" + padded(time.hours().count(), 2) + ":" +
                       padded(time.minutes().count(), 2) + ":" + padded(time.seconds().count(), 2);
    if (time.subseconds().count() != 0) text += "." + padded(time.subseconds().count(), 3);
    return text + (moment.offset == Minutes{0} ? "Z" : clock_text(moment.offset));
}

int weekday(Day day) { return static_cast<int>(std::chrono::weekday{day}.iso_encoding()) - 1; }

Day monday_of(Day day) { return day - Days{weekday(day)}; }

int months_on(Day day, Day born) {
    const std::chrono::year_month_day now{day}, then{born};
    const auto months =
        std::chrono::year_month{now.year(), now.month()} - std::chrono::year_month{then.year(), then.month()};
    return static_cast<int>(months.count()) - (now.day() < then.day() ? 1 : 0);
}

// Whoever was born on 29 February is a year older on 1 March of the years that lack it, as UK law has it.
int age_on(Day day, Day born) {
    const std::chrono::year_month_day now{day}, then{born};
    const int years = int{now.year()} - int{then.year()};
    const bool birthday_to_come = std::pair{now.month(), now.day()} < std::pair{then.month(), then.day()};
    return birthday_to_come ? years - 1 : years;
}

}  // namespace goodweek
