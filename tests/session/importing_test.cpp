// A file whose columns nobody but the family can tell.
#include <doctest/doctest.h>

#include "support/session/households.h"

using namespace goodweek;
using namespace goodweek::session;

namespace {

struct Home : test::Home {
    ColumnsDraft& columns() { return phone.drafts().columns; }
    void choose(std::string_view text) {
        const auto bytes = bytes_of(text);
        phone.apply(FileChosen{.purpose = "import", .name = "blows.csv", .bytes = Bytes(bytes.begin(), bytes.end())});
    }
    std::size_t blows() const { return phone.family().answers.readings.of(phone.state().me, "peak_flow").size(); }
};

}  // namespace

TEST_CASE("it is asked what the columns are, a word that is none stays in its box, and then the file is read") {
    Home home;
    home.choose("When,Blow,Mood ring\n6/11/2022,320,red\n7/11/2022,330,green\n");
    REQUIRE(home.columns().open);
    CHECK(home.blows() == 0);
    CHECK(home.columns().said == std::vector<std::string>{"When", "", ""});
    home.columns().said[1] = "puffing";
    home.phone.apply(ReadColumns{});
    REQUIRE(home.columns().problems.size() == 1);
    CHECK(home.columns().problems[0].field == "column1");
    CHECK(home.columns().said[1] == "puffing");
    home.columns().said[1] = "";
    home.phone.apply(ReadColumns{});  // no measure: a sentence, and the boxes stay
    CHECK(home.phone.state().notices.back().sentence.key == "import.no_columns");
    CHECK(home.columns().open);
    home.columns().said[1] = "peak flow";
    home.phone.apply(ReadColumns{});
    CHECK(home.blows() == 2);
    CHECK_FALSE(home.columns().open);
    CHECK(home.phone.state().import->refused == 0);
}

TEST_CASE("columns that were left out can be named afterwards, and nothing is doubled") {
    Home home;
    home.choose("Date,Peak flow,Kilos\n6/11/2022,320,40\n");
    CHECK(home.blows() == 1);
    CHECK_FALSE(home.columns().open);
    REQUIRE(home.columns().said.size() == 3);
    home.columns().said[2] = "weight kg";
    home.phone.apply(ReadColumns{});
    CHECK(home.blows() == 1);
    CHECK(home.phone.family().answers.readings.of(home.phone.state().me, "weight").size() == 1);
}
