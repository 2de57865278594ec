#include "session/invented_strands.h"

#include <algorithm>

namespace goodweek::session {

namespace {

using Why = FileProblem::Why;

constexpr std::array taken_names{"taken", "part", "missed"};
constexpr std::array rest_names{"rest", "ill", "away"};
constexpr Thousandths widest_wobble = 100'000'000;
constexpr std::uint8_t weekdays = 0b0011111, weekends = 0b1100000;

}  // namespace

Strands::When Strands::read_when(TreeReader& v) {
    When when;
    when.from = whole_or(v, "from", Story::a_year, 0, Story::a_year);
    when.to = whole_or(v, "to", 1, 0, Story::a_year);
    when.every = whole_or(v, "every", 1, 1, Story::a_year);
    if (v.has("on")) when.on = read_weekdays(v);
    when.chance = whole_or(v, "chance", 100, 1, 100);
    when.weekend_chance = whole_or(v, "weekend_chance", when.chance, 1, 100);
    when.during = cast_.spell_name(v, "during");
    when.not_during = cast_.spell_name(v, "not_during");
    when.at = time_of_day(v, "at", std::chrono::hours{12});
    when.weekend_at = time_of_day(v, "weekend_at", when.at);
    when.give_or_take = whole_or(v, "minutes_either_way", 0, 0, 600);
    return when;
}

std::uint8_t Strands::read_weekdays(TreeReader& v) {
    const auto text = v.text("on");
    if (text == "weekdays") return weekdays;
    if (text == "weekends") return weekends;
    std::uint8_t days = 0;
    for (const auto name : words_in(text)) {
        const auto found = std::ranges::find(weekday_names, name);
        if (found == weekday_names.end()) v.wrong(Why::no_such, "on");
        else days = static_cast<std::uint8_t>(days | 1 << (found - weekday_names.begin()));
    }
    return days;
}

bool Strands::happens(const When& when, int day) {
    if ((when.on >> story_.weekday_of(day) & 1) == 0) return false;
    if (!when.during.empty() && !cast_.day_of(when.during, day)) return false;
    if (!when.not_during.empty() && cast_.day_of(when.not_during, day)) return false;
    return story_.chance(story_.weekend(day) ? when.weekend_chance : when.chance);
}

void Strands::each_day(const When& when, const std::function<void(int, const LocalMoment&)>& tell) {
    for (int day = when.from; day >= when.to; day -= when.every) {
        if (!happens(when, day)) continue;
        const auto usual = story_.weekend(day) ? when.weekend_at : when.at;
        tell(day, story_.at(day, usual + Minutes{story_.wobble(when.give_or_take)}));
    }
}

Strands::Value Strands::read_value(TreeReader& strand, std::string_view key) {
    auto v = strand.object(key);
    Value value;
    value.start = v.number("start");
    value.end = v.number_if_any("end").value_or(value.start);
    value.give_or_take = std::clamp<Thousandths>(v.number_if_any("give_or_take").value_or(0), 0, widest_wobble);
    for (auto& in : v.objects("in")) {
        const auto first = whole_or(in, "first", 0, 0, Story::a_year);
        value.in.push_back({.spell = cast_.spell_name(in, "spell"),
                            .first = first,
                            .last = whole_or(in, "last", Story::a_year, first, Story::a_year),
                            .by = in.number("by")});
        in.nothing_else();
    }
    v.nothing_else();
    return value;
}

Thousandths Strands::on_day(const Value& value, int day) {
    auto now = value.end + (value.start - value.end) * day / Story::a_year +
               story_.wobble(static_cast<int>(value.give_or_take));
    for (const auto& in : value.in)
        if (const auto into = cast_.day_of(in.spell, day); into && *into >= in.first && *into <= in.last)
            now += in.by;
    return now;
}

int Strands::whole_on_day(const Value& value, int day, int least, int most) {
    return std::clamp(static_cast<int>((on_day(value, day) + 500) / 1000), least, most);
}

Strands::Remarks Strands::read_remarks(TreeReader& v) {
    auto words = lines(v, "remarks");
    return {.words = std::move(words), .chance = whole_or(v, "remark_chance", 100, 1, 100)};
}

std::string Strands::remark(const Remarks& remarks) {
    if (remarks.words.empty() || !story_.chance(remarks.chance)) return {};
    return remarks.words[static_cast<std::size_t>(story_.between(0, static_cast<int>(remarks.words.size()) - 1))];
}

void Strands::tell(TreeReader& v) {
    const auto log = v.text("log");
    const auto who = cast_.some_people(v, "who");
    if (who.empty()) v.wrong(Why::missing, "who");
    else if (log == "reading") tell_readings(v, who.front());
    else if (log == "symptom") tell_symptoms(v, who.front());
    else if (log == "activity") tell_activities(v, who);
    else if (log == "medicine") tell_medicines(v, who.front());
    else if (log == "rest") tell_rest(v, who);
    else v.wrong(Why::no_such, "log");
    v.nothing_else();
}

void Strands::tell_readings(TreeReader& v, const PersonId& person) {
    const auto key = v.text("measure");
    const auto* measure = find_measure(key);
    if (!measure) return v.wrong(Why::no_such, "measure");
    const auto* unit = v.has("unit") ? find_unit(*measure, v.text("unit")) : &measure->units.front();
    if (!unit) return v.wrong(Why::no_such, "unit");
    const auto context = context_from(v.text_if_any("context")).value_or(Context::none);
    const auto remarks = read_remarks(v);
    const auto when = read_when(v);
    const auto write = [&](const LocalMoment& at, std::string typed) {
        const auto judged = judge_at_age(*measure, typed, unit->key, story_.age_in_months(person, at));
        if (!judged) return v.wrong(Why::out_of_range, "value");
        story_.write(at, person,
                     Reading{.measure = key,
                             .first = judged->first,
                             .second = judged->second,
                             .typed = std::move(typed),
                             .unit = std::string{judged->unit},
                             .context = context,
                             .note = remark(remarks),
                             .confirmed = judged->unusual,
                             .source = Source::typed});
    };
    if (v.has("values")) {
        // One a day, as they were typed; "" for a day without.
        const auto values = lines(v, "values");
        each_day(when, [&](int day, const LocalMoment& at) {
            const auto place = static_cast<std::size_t>(when.from - day);
            if (place < values.size() && !values[place].empty()) write(at, values[place]);
        });
        return;
    }
    const auto value = read_value(v, "value");
    const auto second = measure->two_part() ? std::optional{read_value(v, "second")} : std::nullopt;
    each_day(when, [&](int day, const LocalMoment& at) {
        const auto first = std::clamp(on_day(value, day), measure->hard.lowest, measure->hard.highest);
        write(at, show(*measure, first, second ? std::optional{on_day(*second, day)} : std::nullopt, *unit));
    });
}

void Strands::tell_symptoms(TreeReader& v, const PersonId& person) {
    const auto what = v.text("what");
    const auto strength = read_value(v, "value");
    const auto remarks = read_remarks(v);
    each_day(read_when(v), [&](int day, const LocalMoment& at) {
        story_.write(at, person,
                     Symptom{.what = what,
                             .strength = whole_on_day(strength, day, 0, 10),
                             .note = remark(remarks),
                             .source = Source::typed});
    });
}

void Strands::tell_activities(TreeReader& v, const std::vector<PersonId>& who) {
    const auto what = v.text("what");
    const auto minutes = read_value(v, "value");
    const auto remarks = read_remarks(v);
    each_day(read_when(v), [&](int day, const LocalMoment& at) {
        story_.write(at, who.front(),
                     Activity{.what = what,
                              .people = who,
                              .minutes = whole_on_day(minutes, day, 1, 1440),
                              .note = remark(remarks),
                              .source = Source::typed});
    });
}

void Strands::tell_medicines(TreeReader& v, const PersonId& person) {
    const auto what = v.text("what"), dose = v.text_if_any("dose");
    const auto otherwise = v.has("otherwise") ? choice<Taken>(v, "otherwise", taken_names) : Taken::missed;
    const auto otherwise_chance = whole_or(v, "otherwise_chance", 0, 0, 100);
    const auto reasons = lines(v, "reasons");
    const auto remarks = read_remarks(v);
    each_day(read_when(v), [&](int, const LocalMoment& at) {
        const bool as_meant = otherwise_chance == 0 || !story_.chance(otherwise_chance);
        story_.write(at, person,
                     MedicineTaken{.medicine = what,
                                   .dose = dose,
                                   .taken = as_meant ? Taken::taken : otherwise,
                                   .note = remark(as_meant ? remarks : Remarks{.words = reasons}),
                                   .source = Source::typed});
    });
}

void Strands::tell_rest(TreeReader& v, const std::vector<PersonId>& who) {
    const auto why = choice<Rest>(v, "why", rest_names);
    each_day(read_when(v), [&](int, const LocalMoment& at) {
        for (const auto& person : who) story_.write(at, person, RestDay{why});
    });
}

}  // namespace goodweek::session
