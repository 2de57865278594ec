// Who is in an invented family's file and which of its days are not like others, and the fields that its parts share
// (assets/invented/FORMAT.md).
#pragma once

#include <algorithm>
#include <array>
#include <map>

#include "exchange/tree_reader.h"
#include "session/invented_story.h"

namespace goodweek::session {

using exchange::FileProblem;
using exchange::TreeReader;

inline constexpr std::array weekday_names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

// ---- fields
std::vector<std::string_view> words_in(std::string_view text);
int whole_or(TreeReader& v, std::string_view key, int otherwise, int least, int most);
int days_ago(TreeReader& v, std::string_view key);
std::vector<std::string> lines(TreeReader& v, std::string_view key);
// "07:45"
Minutes time_of_day(TreeReader& v, std::string_view key, Minutes otherwise);
// Which of these names; the first where it is none of them.
template <class Choice, std::size_t Size>
Choice choice(TreeReader& v, std::string_view key, const std::array<const char*, Size>& names) {
    const auto name = v.text(key);
    const auto found = std::ranges::find(names, name);
    if (found != names.end()) return static_cast<Choice>(found - names.begin());
    v.wrong(FileProblem::Why::no_such, key);
    return Choice{};
}

class Cast {
public:
    explicit Cast(Story& story) : story_(story) {}

    void add_person(TreeReader& v);
    PersonId person_called(TreeReader& v, std::string_view key, std::string_view name);
    PersonId one_person(TreeReader& v, std::string_view key);
    // "Amal Dev", "everyone", or nobody in particular.
    std::vector<PersonId> some_people(TreeReader& v, std::string_view key);

    // Days that are not like others: a cold, a holiday.
    void add_spell(TreeReader& v);
    // How many days into such a spell that day is.
    std::optional<int> day_of(const std::string& name, int days_ago) const;
    std::string spell_name(TreeReader& v, std::string_view key);

private:
    struct Spell {
        std::string name;
        int first, last;  // days ago
    };

    Story& story_;
    std::map<std::string, PersonId> people_;
    std::vector<std::string> names_;  // in their order
    std::vector<Spell> spells_;
    std::vector<std::string> spell_names_;  // those of this week too that are still to come
};

}  // namespace goodweek::session
