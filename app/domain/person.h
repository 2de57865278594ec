// People and the home they share. A name is all that is needed; everything else can be left out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "domain/moment.h"
#include "domain/result.h"

namespace goodweek {

struct Person {
    PersonId id{};
    std::string name{};
    std::optional<Day> born{};
    std::string relation{};  // in the family's own words: "Mum", "Grandad"
    std::string picture{};   // the icon they chose, by name: "rabbit"
    int colour = 0;          // which of the theme's eight colours for people
    friend bool operator==(const Person&, const Person&) = default;
};

enum class RelationKind { parent_of, partner_of, grandparent_of, carer_for, other };

struct Relationship {
    PersonId from{};
    PersonId to{};
    RelationKind kind = RelationKind::other;
    friend bool operator==(const Relationship&, const Relationship&) = default;
};

enum class PersonProblem { no_name, name_too_long, born_in_the_future, born_too_long_ago };

inline constexpr std::size_t longest_name = 80;

// The person, with the name trimmed, or what is wrong with them.
Result<Person, PersonProblem> check(Person person, Day today);

}  // namespace goodweek
