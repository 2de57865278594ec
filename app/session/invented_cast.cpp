#include "session/invented_cast.h"

namespace goodweek::session {

using Why = FileProblem::Why;

// ---- fields

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

std::vector<std::string> lines(TreeReader& v, std::string_view key) {
    std::vector<std::string> all;
    for (const auto& one : v.array(key)) {
        if (const auto* line = one.if_text()) all.push_back(*line);
        else v.wrong(Why::wrong_type, key);
    }
    return all;
}

Minutes time_of_day(TreeReader& v, std::string_view key, Minutes otherwise) {
    if (!v.has(key)) return otherwise;
    const auto moment = parse_moment("2000-01-01T" + v.text(key));
    if (moment && !moment->day_only) return moment->time_of_day();
    v.wrong(Why::wrong_type, key);
    return otherwise;
}

// ---- people and days

void Cast::add_person(TreeReader& v) {
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

PersonId Cast::person_called(TreeReader& v, std::string_view key, std::string_view name) {
    const auto found = people_.find(std::string{name});
    if (found != people_.end()) return found->second;
    v.wrong(Why::no_such, key);
    return {};
}

PersonId Cast::one_person(TreeReader& v, std::string_view key) { return person_called(v, key, v.text(key)); }

std::vector<PersonId> Cast::some_people(TreeReader& v, std::string_view key) {
    std::vector<PersonId> some;
    const auto text = v.text_if_any(key);
    if (text == "everyone")
        for (const auto& name : names_) some.push_back(people_[name]);
    else
        for (const auto name : words_in(text)) some.push_back(person_called(v, key, name));
    return some;
}

void Cast::add_spell(TreeReader& v) {
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

std::optional<int> Cast::day_of(const std::string& name, int days_ago) const {
    for (const auto& spell : spells_)
        if (spell.name == name && days_ago <= spell.first && days_ago >= spell.last) return spell.first - days_ago;
    return std::nullopt;
}

std::string Cast::spell_name(TreeReader& v, std::string_view key) {
    auto name = v.text_if_any(key);
    if (!name.empty() && std::ranges::find(spell_names_, name) == spell_names_.end()) v.wrong(Why::no_such, key);
    return name;
}

}  // namespace goodweek::session
