// The invented families, told from the library that the build made.
#pragma once

#include <doctest/doctest.h>

#include "library.h"
#include "session/invented.h"

namespace goodweek::testing {

inline std::vector<session::InventedFamily> invented_families(std::uint64_t seed, const LocalMoment& now,
                                                              std::size_t most = 20) {
    const auto library = exchange::open_library(library_file);
    REQUIRE(library);
    const auto told = session::invented_families(*library, seed, now, most);
    const auto where = told ? "" : told.error().where;
    CAPTURE(where);
    REQUIRE(told);
    return *told;
}

}  // namespace goodweek::testing
