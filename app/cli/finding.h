// People by the names that others type.
#pragma once

#include "cli/answer.h"
#include "domain/result.h"
#include "session/state.h"

namespace goodweek::cli {

struct Someone {
    const session::Family* family = nullptr;
    PersonId person;
};

// The person of that name (or with that id), in the family of that name where one is given. Refused when there is
// none, or more than one.
Result<Someone, Answer> find_person(const session::State& state, std::string_view name, std::string_view family = {});
// The family of that name; without a name the only one there is.
Result<const session::Family*, Answer> find_family(const session::State& state, std::string_view name);

// "The Thistlewicks", or what stands for a family that has not told us its name.
std::string name_of(const session::Family& family);

}  // namespace goodweek::cli
