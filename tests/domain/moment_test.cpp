#include "domain/moment.h"

#include <doctest/doctest.h>

#include "domain/person.h"

namespace goodweek {

namespace {

Day day(std::string_view iso) { return *parse_day(iso); }

}  // namespace

TEST_CASE("a day that is not in the calendar is no day") {
    CHECK(make_day(2028, 2, 29));
    CHECK(make_day(2000, 2, 29));
    CHECK_FALSE(make_day(2026, 2, 29));
    CHECK_FALSE(make_day(1900, 2, 29));
    CHECK_FALSE(make_day(2026, 4, 31));
    CHECK_FALSE(make_day(2026, 13, 1));
    CHECK_FALSE(make_day(2026, 0, 1));
    CHECK_FALSE(make_day(2026, 1, 0));
    CHECK_FALSE(make_day(2026, -1, 1));
    // Numbers whose low byte alone would be a real date.
    CHECK_FALSE(make_day(2026, 257, 1));
    CHECK_FALSE(make_day(2026, 1, 257));
    CHECK_FALSE(make_day(67'562, 1, 1));
}

TEST_CASE("the calendar ends at years 1 and 9999") {
    CHECK(to_iso(*make_day(1, 1, 1)) == "0001-01-01");
    CHECK(to_iso(*make_day(9999, 12, 31)) == "9999-12-31");
    CHECK_FALSE(make_day(0, 12, 31));
    CHECK_FALSE(make_day(10'000, 1, 1));
    CHECK_FALSE(parse_day("0000-01-01"));
}

TEST_CASE("a date is read only when it is written whole") {
    CHECK(to_iso(day("2026-11-06")) == "2026-11-06");
    for (const std::string text : {"", "2026", "2026-11", "2026-11-6", "26-11-06", "2026-11-06 ", " 2026-11-06",
                                   "2026/11/06", "06-11-2026", "2026-11-06T", "2026-1l-06", "-026-11-06"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_day(text));
    }
}

TEST_CASE("a moment is read with or without seconds and offset") {
    const auto eight = parse_moment("2026-11-06T07:45");
    REQUIRE(eight);
    CHECK(eight->day() == day("2026-11-06"));
    CHECK(eight->time_of_day() == Minutes{7 * 60 + 45});
    CHECK_FALSE(eight->day_only);
    CHECK(parse_moment("2026-11-06 07:45") == eight);
    CHECK(parse_moment("2026-11-06T07:45Z") == eight);
    CHECK(parse_moment("2026-11-06T07:45:00.000+00:00") == eight);
    CHECK(parse_moment("2026-11-06T08:45+01:00")->at == eight->at);
    CHECK(parse_moment("2026-11-06T02:15-05:30")->at == eight->at);
    CHECK(parse_moment("2026-11-06T07:45:30.5Z")->at - eight->at == std::chrono::milliseconds{30'500});
}

TEST_CASE("what is no moment is not read as one") {
    for (const std::string text :
         {"2026-11-06T", "2026-11-06T7:45", "2026-11-06T24:00", "2026-11-06T07:60", "2026-11-06T07:45:60",
          "2026-11-06T07:45:30.", "2026-11-06T07:45+15:00", "2026-11-06T07:45-12:30", "2026-11-06T07:45+01",
          "2026-11-06T07:45+0100", "2026-11-06T07:45Zulu", "2026-02-30T07:45", "2026-11-06T07:45:30.5 Z"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_moment(text));
    }
}

TEST_CASE("a moment comes back from its text as it went") {
    for (const std::string text :
         {"2026-11-06T07:45:00Z", "2026-11-06T07:45:09+05:45", "2026-11-06T23:59:59.999-12:00",
          "0001-01-02T00:00:00+14:00", "1969-12-31T23:59:59.001Z", "2026-11-06"}) {
        CAPTURE(text);
        CHECK(to_iso(*parse_moment(text)) == text);
    }
}

TEST_CASE("a day whose time nobody knows stands at local noon of that day, wherever they were") {
    for (const int hours : {-12, -5, 0, 1, 14}) {
        CAPTURE(hours);
        const auto moment = noon_of(day("2026-03-29"), std::chrono::hours{hours});
        CHECK(moment.day_only);
        CHECK(moment.day() == day("2026-03-29"));
        CHECK(moment.time_of_day() == Minutes{12 * 60});
        CHECK(to_iso(moment) == "2026-03-29");
    }
}

TEST_CASE("a reading just after midnight belongs to the person's own day") {
    const auto moment = moment_of(day("2026-07-01"), Minutes{10}, Minutes{60});
    CHECK(moment.at == parse_moment("2026-06-30T23:10Z")->at);
    CHECK(moment.day() == day("2026-07-01"));
    CHECK(moment.time_of_day() == Minutes{10});
    CHECK(moment_of(day("1960-01-01"), Minutes{0}).time_of_day() == Minutes{0});
}

TEST_CASE("a week begins on Monday") {
    CHECK(weekday(day("2026-05-04")) == 0);
    CHECK(weekday(day("2026-05-10")) == 6);
    CHECK(weekday(day("1969-12-29")) == 0);
    CHECK(monday_of(day("2026-05-10")) == day("2026-05-04"));
    CHECK(monday_of(day("2026-05-04")) == day("2026-05-04"));
    CHECK(monday_of(day("2024-03-01")) == day("2024-02-26"));
}

TEST_CASE("a person is a year older on the birthday, not the day before") {
    CHECK(age_on(day("2026-01-19"), day("2018-01-20")) == 7);
    CHECK(age_on(day("2026-01-20"), day("2018-01-20")) == 8);
    CHECK(age_on(day("2018-01-20"), day("2018-01-20")) == 0);
    CHECK(age_on(day("2018-01-19"), day("2018-01-20")) == -1);
    CHECK(age_on(day("2026-12-31"), day("2018-01-20")) == 8);
}

TEST_CASE("whoever was born on 29 February is older on 1 March in years without one") {
    CHECK(age_on(day("2025-02-28"), day("2024-02-29")) == 0);
    CHECK(age_on(day("2025-03-01"), day("2024-02-29")) == 1);
    CHECK(age_on(day("2028-02-28"), day("2024-02-29")) == 3);
    CHECK(age_on(day("2028-02-29"), day("2024-02-29")) == 4);
}

TEST_CASE("a baby's age counts completed months") {
    CHECK(months_on(day("2026-03-30"), day("2026-01-31")) == 1);
    CHECK(months_on(day("2026-03-31"), day("2026-01-31")) == 2);
    CHECK(months_on(day("2027-01-31"), day("2026-01-31")) == 12);
    CHECK(months_on(day("2026-02-28"), day("2026-01-31")) == 0);
    CHECK(months_on(day("2026-01-30"), day("2026-01-31")) == -1);
}

}  // namespace goodweek
