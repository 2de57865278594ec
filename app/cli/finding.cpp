#include "cli/finding.h"

#include "domain/text.h"

namespace goodweek::cli {

using namespace session;

namespace {

// A clinic's own team is not one of its families.
bool is_household(const State& state, const GroupId& id) { return state.side == Side::family || id != state.own; }

std::string in_quotes(std::string_view name) { return "\u201C" + std::string{name} + "\u201D"; }

}  // namespace

Result<Someone, Answer> find_person(const State& state, std::string_view name, std::string_view family) {
    std::optional<Someone> found;
    for (const auto& [id, each] : state.families) {
        if (!is_household(state, id)) continue;
        if (!family.empty() && !same_words(name_of(each), family)) continue;
        for (const auto& person : each.answers.home.people()) {
            if (!same_words(person.name, name) && person.id.hex() != name) continue;
            if (found)
                return Failure{refused("There is more than one " + in_quotes(name) +
                                       " here. Say which by the id that `people` shows.")};
            found = Someone{&each, person.id};
        }
    }
    if (!found)
        return Failure{refused("There is nobody called " + in_quotes(name) + " here. `people` lists who is.")};
    return *found;
}

Result<const Family*, Answer> find_family(const State& state, std::string_view name) {
    const Family* found = nullptr;
    for (const auto& [id, family] : state.families) {
        if (!is_household(state, id)) continue;
        if (!name.empty() && !same_words(name_of(family), name) && id.hex() != name) continue;
        if (found)
            return Failure{refused("There is more than one family" +
                                   (name.empty() ? "" : " called " + in_quotes(name)) +
                                   ". Say which with --family.")};
        found = &family;
    }
    if (!found)
        return Failure{refused(name.empty() ? "There is no family here yet."
                                            : "There is no family called " + in_quotes(name) + " here.")};
    return found;
}

std::string name_of(const Family& family) {
    const auto& name = family.answers.home.name();
    return name.empty() ? "Family " + family.id.hex().substr(0, 8) : name;
}

}  // namespace goodweek::cli
