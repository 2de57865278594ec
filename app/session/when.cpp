#include "session/when.h"

#include <array>
#include <cctype>

namespace goodweek::session {

namespace {

std::string plain(std::string_view typed) {
    std::string text;
    for (const char c : typed)
        if (!std::isspace(static_cast<unsigned char>(c)))
            text += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

std::optional<int> whole_number(std::string_view text) {
    if (text.empty() || text.size() > 4) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<int> month_named(std::string_view text) {
    constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};
    for (std::size_t i = 0; i < names.size(); ++i)
        if (text.size() >= 3 && names[i].starts_with(text)) return static_cast<int>(i) + 1;
    return std::nullopt;
}

FieldProblem problem(std::string_view field, std::string_view key) {
    return {std::string(field), Sentence{.key = std::string(key)}};
}

}  // namespace

std::optional<Minutes> read_time(std::string_view typed) {
    std::string text = plain(typed);
    if (text.empty() || text.size() > 8) return std::nullopt;
    int add = 0;
    bool twelve = false;
    for (const std::string_view suffix : {"am", "pm", "a", "p"})
        if (!twelve && text.ends_with(suffix)) {
            twelve = true;
            add = suffix[0] == 'p' ? 12 : 0;
            text.resize(text.size() - suffix.size());
        }
    const auto mark = text.find_first_of(":.");
    std::optional<int> hour, minute;
    if (mark != std::string::npos) {
        hour = whole_number(std::string_view(text).substr(0, mark));
        if (text.size() - mark - 1 == 2) minute = whole_number(std::string_view(text).substr(mark + 1));
    } else if (text.size() > 2) {
        hour = whole_number(std::string_view(text).substr(0, text.size() - 2));
        minute = whole_number(std::string_view(text).substr(text.size() - 2));
    } else {
        hour = whole_number(text);
        minute = 0;
    }
    if (!hour || !minute || *minute > 59) return std::nullopt;
    if (twelve && (*hour < 1 || *hour > 12)) return std::nullopt;
    if (twelve) hour = *hour % 12 + add;
    if (*hour > 23) return std::nullopt;
    return Minutes{*hour * 60 + *minute};
}

std::optional<Day> read_day(const TypedDate& date) {
    const auto d = whole_number(plain(date.day));
    const std::string month_text = plain(date.month);
    const auto m = month_named(month_text) ? month_named(month_text) : whole_number(month_text);
    const std::string year_text = plain(date.year);
    auto y = whole_number(year_text);
    if (!d || !m || !y) return std::nullopt;
    if (year_text.size() <= 2) y = *y + (*y > 60 ? 1900 : 2000);
    return make_day(*y, *m, *d);
}

TypedDate typed_date(Day day) {
    const std::chrono::year_month_day date{day};
    return {.day = std::to_string(static_cast<unsigned>(date.day())),
            .month = std::to_string(static_cast<unsigned>(date.month())),
            .year = std::to_string(static_cast<int>(date.year()))};
}

std::string typed_time(const LocalMoment& at) {
    if (at.day_only) return {};
    const auto minutes = at.time_of_day().count();
    const auto hour = minutes / 60, past = minutes % 60;
    const std::string clock = (past < 10 ? ":0" : ":") + std::to_string(past);
    // 12am and 12pm would mislead: these hours stay as a clock shows them.
    if (hour % 12 == 0) return std::to_string(hour) + clock;
    return std::to_string(hour % 12) + (past == 0 ? "" : clock) + (hour < 12 ? "am" : "pm");
}

WhenDraft typed_when(const LocalMoment& at) {
    return {.when = When::another_day, .time = typed_time(at), .date = typed_date(at.day())};
}

Result<LocalMoment, FieldProblem> read_when(const WhenDraft& draft, Moment now, Minutes offset) {
    const LocalMoment here{now, offset};
    if (draft.when == When::now) return here;
    Day day = here.day();
    if (draft.when == When::yesterday) day -= Days{1};
    if (draft.when == When::another_day) {
        const auto read = read_day(draft.date);
        if (!read) return std::unexpected(problem("day", "when.not_a_day"));
        day = *read;
        if (day < here.day() - Days{366 * 120}) return std::unexpected(problem("day", "when.too_long_ago"));
        if (day > here.day()) return std::unexpected(problem("day", "when.in_the_future"));
    }
    if (plain(draft.time).empty()) {
        if (draft.when == When::earlier_today) return std::unexpected(problem("time", "when.needs_a_time"));
        return noon_of(day, offset);
    }
    const auto time = read_time(draft.time);
    if (!time) return std::unexpected(problem("time", "when.not_a_time"));
    const auto moment = moment_of(day, *time, offset);
    if (moment.at > now) return std::unexpected(problem("time", "when.in_the_future"));
    return moment;
}

Result<LocalMoment, FieldProblem> read_plan_when(const PlanDraft& draft, Minutes offset) {
    const auto day = draft.chosen >= 0 ? std::optional{draft.week + Days{draft.chosen}} : read_day(draft.date);
    if (!day) return std::unexpected(problem("day", "when.not_a_day"));
    if (plain(draft.time).empty()) return noon_of(*day, offset);
    const auto time = read_time(draft.time);
    if (!time) return std::unexpected(problem("time", "when.not_a_time"));
    return moment_of(*day, *time, offset);
}

}  // namespace goodweek::session
