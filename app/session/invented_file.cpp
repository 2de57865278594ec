// Reads an invented family's file (assets/invented/FORMAT.md) and has it told by the pen, strand by strand: a strand is one
// kind of entry, on which days it is written, at what time, and how its value wanders.
#include <algorithm>
#include <array>
#include <map>

#include "exchange/tree_reader.h"
#include "session/invented_story.h"

namespace goodweek::session {

namespace {

using exchange::FileProblem;
using exchange::TreeReader;
using Why = FileProblem::Why;

constexpr std::array weekday_names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr std::array relation_names{"parent_of", "partner_of", "grandparent_of", "carer_for", "other"};
constexpr std::array taken_names{"taken", "part", "missed"};
constexpr std::array rest_names{"rest", "ill", "away"};
constexpr std::array routine_names{"reading", "medicine", "activity"};
constexpr std::array plan_names{"something", "appointment", "group"};
constexpr std::array outcome_names{"open", "done", "rearranged", "cancelled", "missed", "not_brought"};
constexpr Thousandths widest_wobble = 100'000'000;
constexpr std::uint8_t every_day = 0b1111111, weekdays = 0b0011111, weekends = 0b1100000;

std::vector<std::string_view> words_in(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        if (!word.empty()) words.push_back(word);
        text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
    return words;
}

int whole_or(TreeReader& v, std::string_view key, int otherwise, int least, int most) {
    return v.has(key) ? static_cast<int>(v.whole(key, least, most)) : otherwise;
}

int days_ago(TreeReader& v, std::string_view key) { return static_cast<int>(v.whole(key, 0, Story::a_year)); }

// Which of these names; the first where there is none.
template <class Choice, std::size_t Size>
Choice choice(TreeReader& v, std::string_view key, const std::array<const char*, Size>& names) {
    const auto name = v.text(key);
    const auto found = std::ranges::find(names, name);
    if (found != names.end()) return static_cast<Choice>(found - names.begin());
    v.wrong(Why::no_such, key);
    return Choice{};
}

std::vector<std::string> lines(TreeReader& v, std::string_view key) {
    std::vector<std::string> all;
    for (const auto& one : v.array(key)) {
        if (const auto* line = one.if_text()) all.push_back(*line);
        else v.wrong(Why::wrong_type, key);
    }
    return all;
}

// "07:45"
Minutes time_of_day(TreeReader& v, std::string_view key, Minutes otherwise) {
    if (!v.has(key)) return otherwise;
    const auto moment = parse_moment("2000-01-01T" + v.text(key));
    if (moment && !moment->day_only) return moment->time_of_day();
    v.wrong(Why::wrong_type, key);
    return otherwise;
}

// Days that are not like others: a cold, a holiday.
struct Spell {
    std::string name;
    int first, last;  // days ago
};

class Telling {
public:
    Telling(Story& story, TreeReader& file, std::span<const Questionnaire> questionnaires)
        : story_(story), questionnaires_(questionnaires) {
        for (auto& v : file.objects("people")) add_person(v);
        for (auto& v : file.objects("relations")) {
            const auto from = one_person(v, "from"), to = one_person(v, "to");
            story_.related(from, choice<RelationKind>(v, "is", relation_names), to);
            v.nothing_else();
        }
        for (auto& v : file.objects("spells")) add_spell(v);
        for (auto& v : file.objects("routines")) add_routine(v);
        for (auto& v : file.objects("year")) tell(v);
        for (auto& v : file.objects("notes")) tell_note(v);
        for (auto& v : file.objects("answers")) tell_answers(v);
        for (auto& v : file.objects("goals")) tell_goal(v);
        for (auto& v : file.objects("talk")) tell_talk(v);
        for (auto& v : file.objects("plans")) tell_plan(v);
    }

private:
    // On which days, and at what time.
    struct When {
        int from = Story::a_year, to = 1;  // days ago
        int every = 1;
        std::uint8_t on = every_day;
        int chance = 100, weekend_chance = 100;
        std::string during, not_during;
        Minutes at{}, weekend_at{};
        int give_or_take = 0;
    };

    // A straight line over the year with a wobble on it, and what spells take from it.
    struct Value {
        Thousandths start = 0, end = 0, give_or_take = 0;
        struct In {
            std::string spell;
            int first, last;  // days into it
            Thousandths by;
        };
        std::vector<In> in{};
    };

    // ---- people and what is always so

    void add_person(TreeReader& v) {
        const auto name = v.text("name"), relation = v.text_if_any("relation"), picture = v.text("picture");
        const auto birthday = parse_day("2001-" + v.text("birthday"));
        if (!birthday) v.wrong(Why::wrong_type, "birthday");
        const std::chrono::year_month_day date{birthday.value_or(Day{})};
        const auto age = static_cast<int>(v.whole("age", 0, 120));
        const auto colour = static_cast<int>(v.whole("colour", 0, 7));
        v.nothing_else();
        if (people_.contains(name) || name.contains(' ')) return v.wrong(Why::twice, "name");
        names_.push_back(name);
        people_[name] = story_.person(name, age, static_cast<int>(static_cast<unsigned>(date.month())),
                                      static_cast<int>(static_cast<unsigned>(date.day())), relation, picture, colour);
    }

    PersonId person_called(TreeReader& v, std::string_view key, std::string_view name) {
        const auto found = people_.find(std::string{name});
        if (found != people_.end()) return found->second;
        v.wrong(Why::no_such, key);
        return {};
    }

    PersonId one_person(TreeReader& v, std::string_view key) { return person_called(v, key, v.text(key)); }

    // "Amal Dev", "everyone", or nobody in particular.
    std::vector<PersonId> some_people(TreeReader& v, std::string_view key) {
        std::vector<PersonId> some;
        const auto text = v.text_if_any(key);
        if (text == "everyone")
            for (const auto& name : names_) some.push_back(people_[name]);
        else
            for (const auto name : words_in(text)) some.push_back(person_called(v, key, name));
        return some;
    }

    void add_spell(TreeReader& v) {
        const auto name = v.text("name");
        const auto days = whole_or(v, "days", 1, 1, Story::a_year);
        if (v.has("this_week")) {
            const auto weekday = choice<int>(v, "this_week", weekday_names);
            if (const auto day = story_.this_week(weekday)) spells_.push_back({name, *day, *day});
        } else {
            const auto began = days_ago(v, "began");
            spells_.push_back({name, began, began - days + 1});
        }
        spell_names_.push_back(name);
        v.nothing_else();
    }

    // How many days into such a spell that day is.
    std::optional<int> day_of(const std::string& name, int days_ago) const {
        for (const auto& spell : spells_)
            if (spell.name == name && days_ago <= spell.first && days_ago >= spell.last)
                return spell.first - days_ago;
        return std::nullopt;
    }

    std::string spell_name(TreeReader& v, std::string_view key) {
        auto name = v.text_if_any(key);
        if (!name.empty() && std::ranges::find(spell_names_, name) == spell_names_.end()) v.wrong(Why::no_such, key);
        return name;
    }

    void add_routine(TreeReader& v) {
        Routine routine{.kind = choice<Routine::Kind>(v, "kind", routine_names),
                        .what = v.text("what"),
                        .dose = v.text_if_any("dose"),
                        .when = v.text_if_any("when"),
                        .people = some_people(v, "who")};
        const auto when = story_.at(days_ago(v, "since"), std::chrono::hours{6});
        v.nothing_else();
        const auto whose = routine.people.empty() ? std::nullopt : std::optional{routine.people.front()};
        story_.write(when, whose, std::move(routine));
    }

    // ---- strands

    When read_when(TreeReader& v) {
        When when;
        when.from = whole_or(v, "from", Story::a_year, 0, Story::a_year);
        when.to = whole_or(v, "to", 1, 0, Story::a_year);
        when.every = whole_or(v, "every", 1, 1, Story::a_year);
        if (v.has("on")) when.on = read_weekdays(v);
        when.chance = whole_or(v, "chance", 100, 1, 100);
        when.weekend_chance = whole_or(v, "weekend_chance", when.chance, 1, 100);
        when.during = spell_name(v, "during");
        when.not_during = spell_name(v, "not_during");
        when.at = time_of_day(v, "at", std::chrono::hours{12});
        when.weekend_at = time_of_day(v, "weekend_at", when.at);
        when.give_or_take = whole_or(v, "minutes_either_way", 0, 0, 600);
        return when;
    }

    std::uint8_t read_weekdays(TreeReader& v) {
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

    bool happens(const When& when, int day) {
        if ((when.on >> story_.weekday_of(day) & 1) == 0) return false;
        if (!when.during.empty() && !day_of(when.during, day)) return false;
        if (!when.not_during.empty() && day_of(when.not_during, day)) return false;
        return story_.chance(story_.weekend(day) ? when.weekend_chance : when.chance);
    }

    template <class Tell>
    void each_day(const When& when, Tell tell) {
        for (int day = when.from; day >= when.to; day -= when.every) {
            if (!happens(when, day)) continue;
            const auto usual = story_.weekend(day) ? when.weekend_at : when.at;
            tell(day, story_.at(day, usual + Minutes{story_.wobble(when.give_or_take)}));
        }
    }

    Value read_value(TreeReader& strand, std::string_view key) {
        auto v = strand.object(key);
        Value value;
        value.start = v.number("start");
        value.end = v.number_if_any("end").value_or(value.start);
        value.give_or_take = std::clamp<Thousandths>(v.number_if_any("give_or_take").value_or(0), 0, widest_wobble);
        for (auto& in : v.objects("in")) {
            const auto first = whole_or(in, "first", 0, 0, Story::a_year);
            value.in.push_back({.spell = spell_name(in, "spell"),
                                .first = first,
                                .last = whole_or(in, "last", Story::a_year, first, Story::a_year),
                                .by = in.number("by")});
            in.nothing_else();
        }
        v.nothing_else();
        return value;
    }

    Thousandths on_day(const Value& value, int day) {
        auto now = value.end + (value.start - value.end) * day / Story::a_year +
                   story_.wobble(static_cast<int>(value.give_or_take));
        for (const auto& in : value.in)
            if (const auto into = day_of(in.spell, day); into && *into >= in.first && *into <= in.last) now += in.by;
        return now;
    }

    int whole_on_day(const Value& value, int day, int least, int most) {
        return std::clamp(static_cast<int>((on_day(value, day) + 500) / 1000), least, most);
    }

    // Said always, or now and then, or never.
    struct Remarks {
        std::vector<std::string> words;
        int chance = 100;
    };

    Remarks read_remarks(TreeReader& v) {
        auto words = lines(v, "remarks");
        return {.words = std::move(words), .chance = whole_or(v, "remark_chance", 100, 1, 100)};
    }

    std::string remark(const Remarks& remarks) {
        if (remarks.words.empty() || !story_.chance(remarks.chance)) return {};
        return remarks.words[static_cast<std::size_t>(story_.between(0, static_cast<int>(remarks.words.size()) - 1))];
    }

    void tell(TreeReader& v) {
        const auto log = v.text("log");
        const auto who = some_people(v, "who");
        if (who.empty()) v.wrong(Why::missing, "who");
        else if (log == "reading") tell_readings(v, who.front());
        else if (log == "symptom") tell_symptoms(v, who.front());
        else if (log == "activity") tell_activities(v, who);
        else if (log == "medicine") tell_medicines(v, who.front());
        else if (log == "rest") tell_rest(v, who);
        else v.wrong(Why::no_such, "log");
        v.nothing_else();
    }

    void tell_readings(TreeReader& v, const PersonId& person) {
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

    void tell_symptoms(TreeReader& v, const PersonId& person) {
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

    void tell_activities(TreeReader& v, const std::vector<PersonId>& who) {
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

    void tell_medicines(TreeReader& v, const PersonId& person) {
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

    void tell_rest(TreeReader& v, const std::vector<PersonId>& who) {
        const auto why = choice<Rest>(v, "why", rest_names);
        each_day(read_when(v), [&](int, const LocalMoment& at) {
            for (const auto& person : who) story_.write(at, person, RestDay{why});
        });
    }

    // ---- single things

    void tell_note(TreeReader& v) {
        const auto ago = days_ago(v, "ago");
        const auto at = time_of_day(v, "at", std::chrono::hours{20});
        story_.write(story_.at(ago, at), one_person(v, "who"),
                     Note{.text = v.text("words"), .source = Source::typed});
        v.nothing_else();
    }

    // The codes or numbers of all questions that are put, in their order.
    void tell_answers(TreeReader& v) {
        const auto id = v.text("questionnaire");
        const auto form = v.has("form") ? v.text("form") : "adult";
        const auto person = one_person(v, "who");
        const auto at = story_.at(days_ago(v, "ago"), std::chrono::hours{20});
        const auto codes = v.text("codes");
        v.nothing_else();
        const auto found = std::ranges::find_if(
            questionnaires_, [&](const Questionnaire& one) { return one.id == id && one.form == form; });
        // Which are there is the library's matter: without it, this family has not answered it.
        if (found == questionnaires_.end()) return;
        ItemAnswers answers;
        for (const auto code : words_in(codes)) {
            const auto put = asked(*found, answers);
            if (answers.size() >= put.size()) return v.wrong(Why::out_of_range, "codes");
            const auto& question = *put[answers.size()];
            ItemAnswer answer{.question = question.id};
            if (question.kind == Question::Kind::choice) answer.code = code;
            else answer.number = std::atoi(std::string{code}.c_str());
            if (check(question, answer)) return v.wrong(Why::no_such, "codes");
            answers.push_back(std::move(answer));
        }
        if (answers.size() != asked(*found, answers).size()) return v.wrong(Why::missing, "codes");
        auto scores = scores_of(*found, answers);
        story_.write(at, person,
                     Response{.questionnaire = found->id,
                              .form = found->form,
                              .version = found->version,
                              .title = found->title,
                              .answers = std::move(answers),
                              .scores = std::move(scores)});
    }

    void tell_goal(TreeReader& v) {
        const auto words = v.text("words");
        const auto begun = days_ago(v, "begun");
        const auto goal =
            story_.goal(begun, {.words = words, .why = v.text_if_any("why"), .people = some_people(v, "who")});
        for (auto& step : v.objects("steps")) {
            const auto ago = days_ago(step, "ago");
            story_.next_step(ago, goal, step.text("words"), static_cast<int>(step.whole("days_a_week", 1, 7)));
            step.nothing_else();
        }
        if (v.has("agreed")) story_.agreed(static_cast<int>(v.whole("agreed", 1, Story::a_year)), goal, words);
        for (auto& rating : v.objects("ratings")) {
            const auto ago = days_ago(rating, "ago");
            story_.rating(ago, goal, static_cast<int>(rating.whole("value", 0, 10)));
            rating.nothing_else();
        }
        for (auto& done : v.objects("done")) {
            const auto who = one_person(done, "who");
            each_day(read_when(done), [&](int day, const LocalMoment&) { story_.did_step(day, goal, who); });
            done.nothing_else();
        }
        v.nothing_else();
    }

    void tell_talk(TreeReader& v) {
        const auto from = v.text("from"), words = v.text("words");
        const auto ago = days_ago(v, "ago");
        const auto at = story_.at(ago, time_of_day(v, "at", std::chrono::hours{12}));
        if (from == "clinic") story_.answer(at, words);
        else story_.message(at, person_called(v, "from", from), words);
        v.nothing_else();
    }

    // On a day of this week or the next, or so many days ago.
    void tell_plan(TreeReader& v) {
        int day = 0;
        if (v.has("ago")) day = days_ago(v, "ago");
        else if (v.has("next_week")) day = story_.days_since(choice<int>(v, "next_week", weekday_names)) - 7;
        else day = story_.days_since(choice<int>(v, "this_week", weekday_names));
        auto at = noon_of(story_.day(day), story_.at(0, Minutes{}).offset);
        if (v.has("at")) at = story_.at(day, time_of_day(v, "at", Minutes{}));
        Planned plan{.kind = v.has("kind") ? choice<Planned::Kind>(v, "kind", plan_names) : Planned::Kind::something,
                     .what = v.text("what"),
                     .where = v.text_if_any("where"),
                     .people = some_people(v, "who"),
                     .note = v.text_if_any("note")};
        PlanOutcome outcome{.kind = v.has("outcome") ? choice<PlanOutcome::Kind>(v, "outcome", outcome_names)
                                                     : PlanOutcome::Kind::open,
                            .why = v.text_if_any("why")};
        v.nothing_else();
        story_.plan(at, std::move(plan), std::move(outcome));
    }

    Story& story_;
    std::span<const Questionnaire> questionnaires_;
    std::map<std::string, PersonId> people_;
    std::vector<std::string> names_;  // in their order
    std::vector<Spell> spells_;
    std::vector<std::string> spell_names_;  // those of this week too that are still to come
};

Sharing read_sharing(TreeReader& v) {
    const auto text = v.text("share");
    if (text == "everything") return Sharing::everything();
    Sharing sharing;
    for (const auto name : words_in(text)) {
        const auto found = std::ranges::find(every_kind_shared, name, [](Shared what) { return to_text(what); });
        if (found == every_kind_shared.end()) v.wrong(Why::no_such, "share");
        else sharing = sharing.with(*found, true);
    }
    return sharing;
}

}  // namespace

Result<InventedFamily, FileProblem> invented_family(const vault::Cbor& file,
                                                    std::span<const Questionnaire> questionnaires, std::uint64_t seed,
                                                    const LocalMoment& now) {
    std::optional<FileProblem> first;
    TreeReader v{file, "family", first};
    const auto key = v.text("key"), name = v.text("name");
    v.skip("place");
    v.skip("about");
    const auto sharing = read_sharing(v);
    Story story{key, name, seed, now};
    Telling(story, v, questionnaires);
    v.nothing_else();
    if (first) {
        first->where = key + ": " + first->where;
        return Failure<FileProblem>(*first);
    }
    return story.finish(sharing);
}

Result<std::vector<InventedFamily>, FileProblem> invented_families(const exchange::Library& library,
                                                                   std::uint64_t seed, const LocalMoment& now) {
    std::vector<InventedFamily> families;
    for (const auto& file : library.invented) {
        auto family = invented_family(file, library.questionnaires, seed, now);
        if (!family) return Failure<FileProblem>(family.error());
        families.push_back(std::move(*family));
    }
    return families;
}

}  // namespace goodweek::session
