#include "domain/person.h"

#include "domain/text.h"

namespace goodweek {

namespace {

// Older than anyone is known to have lived to be.
constexpr int oldest = 130;

}  // namespace

Result<Person, PersonProblem> check(Person person, Day today) {
    person.name = one_line(person.name);
    person.relation = one_line(person.relation);
    if (person.name.empty()) return Failure{PersonProblem::no_name};
    if (characters(person.name) > longest_name) return Failure{PersonProblem::name_too_long};
    if (person.born && *person.born > today) return Failure{PersonProblem::born_in_the_future};
    if (person.born && age_on(today, *person.born) > oldest) return Failure{PersonProblem::born_too_long_ago};
    return person;
}

}  // namespace goodweek
