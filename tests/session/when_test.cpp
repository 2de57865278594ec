// When something happened, from what was typed about it, and what stands in the boxes when it is changed.
#include "session/when.h"

#include <doctest/doctest.h>

namespace goodweek {

using namespace session;

TEST_CASE("a family reads its own dates: a month by name or number, a year by its last two digits") {
    const auto sixth = make_day(2026, 11, 6);
    CHECK(read_day({.day = "6", .month = "11", .year = "2026"}) == sixth);
    CHECK(read_day({.day = " 06 ", .month = "Nov", .year = "26"}) == sixth);
    CHECK(read_day({.day = "6", .month = "november", .year = "2026"}) == sixth);
    CHECK_FALSE(read_day({.day = "31", .month = "2", .year = "2026"}));
    CHECK_FALSE(read_day({.day = "6", .month = "11"}));
    CHECK_FALSE(read_day({}));
}

TEST_CASE("what a family wrote down comes back in the form's boxes as the same day and time") {
    constexpr Minutes offset{60};
    for (const int minutes : {0, 9, 7 * 60 + 45, 12 * 60, 23 * 60 + 59}) {
        const auto at = moment_of(*make_day(2024, 2, 29), Minutes{minutes}, offset);
        CAPTURE(to_iso(at));
        CHECK(read_when(typed_when(at), at.at + Days{400}, offset) == at);
    }
    const auto some_time = noon_of(*make_day(1999, 12, 31), offset);
    CHECK(typed_when(some_time).time.empty());
    CHECK(read_when(typed_when(some_time), some_time.at + Days{1}, offset) == some_time);
}

}  // namespace goodweek
