// Spreadsheets as families have them, and our own export read back.
#include <doctest/doctest.h>

#include <random>

#include "exchange/export.h"
#include "exchange/import.h"
#include "exchange/records_file.h"
#include "support/history.h"

using namespace goodweek;
using namespace goodweek::exchange;

namespace {

const Person junie{.id = *PersonId::from(bytes_of("junie...")), .name = "Junie", .born = parse_day("2016-05-21")};
const Person amal{.id = *PersonId::from(bytes_of("amal....")), .name = "Amal"};
const std::vector people{junie, amal};

Result<Imported, ImportProblem> read(std::string_view text, std::string_view columns = {}) {
    return import_file(Format::automatic, bytes_of(text),
                       {.person = amal.id, .today = parse_day("2026-11-27"), .people = people, .columns = columns});
}

std::string keys(const Imported& imported) {
    std::string all;
    for (const auto& [line, why] : imported.report.reasons)
        all += (all.empty() ? "" : " ") + std::to_string(line) + ":" + why.key.substr(7);
    return all;
}

const Reading& reading(const Imported& imported, std::size_t at) {
    return std::get<Reading>(imported.entries.at(at).what);
}

}  // namespace

TEST_CASE("a table says on its first line what each column is, as people write it") {
    const auto imported = read(
        "Date,Time,Weight (kg),BP,Blood sugar mmol/L,Notes,Shoe size\r\n"
        "06/11/2026,7:45,\"72,5\",120/80,5.6,before tea,38\r\n"
        "2026-11-07,,72.4,,,,\r\n");
    REQUIRE(imported);
    CHECK(imported->report.lines == 2);
    CHECK(imported->report.taken == 2);
    REQUIRE(imported->entries.size() == 4);
    CHECK(reading(*imported, 0).measure == "weight");
    CHECK(reading(*imported, 0).first == 72'500);
    CHECK(reading(*imported, 0).typed == "72,5");
    CHECK(reading(*imported, 0).note == "before tea");
    CHECK(to_iso(imported->entries[0].at) == "2026-11-06T07:45:00Z");
    CHECK(reading(*imported, 1).second == 80'000);
    CHECK(reading(*imported, 2).measure == "glucose");
    CHECK(imported->entries[3].at.day_only);
    CHECK(imported->columns_left_out == "Shoe size");
}

TEST_CASE("a day and a time may stand in one cell; a time that is none leaves the day, and says so") {
    const auto imported = read(
        "Date and time,Weight (kg)\n"
        "06/11/2026 07:45,72\n"
        "2026-11-07T08:00,73\n"
        "08/11/2026 soon,74\n"
        "28/11/2026 07:45,75\n"
        "2026-11-28T07:45,75\n");
    REQUIRE(imported);
    CHECK(keys(*imported) == "4:time_left_out 5:date_in_the_future 6:date_in_the_future");
    REQUIRE(imported->entries.size() == 3);
    CHECK(to_iso(imported->entries[0].at) == "2026-11-06T07:45:00Z");
    CHECK(imported->entries[2].at.day_only);
    CHECK(imported->report.noted == 1);
}

TEST_CASE("a table without names is shown by what it begins with, so that somebody can say what its columns are") {
    const auto without = head_of(bytes_of("6/11/2026,320,x\n7/11/2026,330,y\n"));
    REQUIRE(without);
    CHECK(without->headings == std::vector<std::string>{"", "", ""});
    CHECK(without->samples == std::vector<std::string>{"6/11/2026", "320", "x"});
    const auto with = head_of(bytes_of("When;Blow\n6/11/2026;320\n"));
    REQUIRE(with);
    CHECK(with->headings == std::vector<std::string>{"When", "Blow"});
    CHECK(with->samples[1] == "320");
    CHECK_FALSE(head_of(bytes_of("Just words\n")));
    CHECK_FALSE(head_of({}));
    CHECK_FALSE(head_of(bytes_of("\"never closed,320\n")));
    CHECK(head_of(bytes_of(std::string(200'000, 'a') + ",1\n"))->samples[0].size() < 100);
    for (const auto* known : {"date", "Weight (kg)", "peak flow", "-", "note"}) CHECK(is_column_name(known));
    for (const auto* unknown : {"", "Blow", "shoe size"}) CHECK_FALSE(is_column_name(unknown));
}

TEST_CASE("headings that say too little are not read as a row once it is said what the columns are") {
    const auto imported = read("When was it,How much\n6/11/2026,320\n", "date,peak flow");
    REQUIRE(imported);
    CHECK(imported->report.lines == 1);
    CHECK(imported->report.taken == 1);
    CHECK(imported->report.refused == 0);
}

TEST_CASE("semicolons and tabs, pounds and two numbers in two columns are read too") {
    const auto imported = read("date;systolic;diastolic;weight lb\n6.11.26;128;76;160,5\n");
    REQUIRE(imported);
    REQUIRE(imported->entries.size() == 2);
    CHECK(reading(*imported, 0).unit == "lb");
    CHECK(reading(*imported, 1).typed == "128/76");
    CHECK(read("\xEF\xBB\xBF"
               "date\tpeak flow\n6/11/2026\t320\n")
              ->entries.size() == 1);
}

TEST_CASE("a table without a first line is read by the one that is given") {
    const auto imported = read("6/11/2026,7.45 pm,320,x\n", "date,time,peak_flow,-");
    REQUIRE(imported);
    REQUIRE(imported->entries.size() == 1);
    CHECK(imported->entries[0].line == 1);
    CHECK(to_iso(imported->entries[0].at) == "2026-11-06T19:45:00Z");
    CHECK(read("6/11/2026,320\n", "when was it,how much").error() == ImportProblem::no_columns);
}

TEST_CASE("each row that cannot be taken says why by its line, and what could not be read is kept as words") {
    const auto imported = read(
        "Date,Person,Weight (kg)\n"
        "31/2/2026,Amal,70\n"
        "28/11/2026,Amal,70\n"
        "6/11/2026,Nobody,70\n"
        "6/11/2026,Junie,seventy\n"
        ",,\n"
        "6/11/2026,Amal,\n"
        ",Amal,70\n"
        "6/11/2026,Amal,70\n"
        "6/11/2026,amal,70\n");
    REQUIRE(imported);
    CHECK(keys(*imported) ==
          "2:date_unreadable_here 3:date_in_the_future 4:person_unknown 5:value_kept_as_note 6:line_empty "
          "7:no_values 8:date_missing 10:repeated");
    CHECK(imported->report.lines == 9);
    CHECK(imported->report.taken == 1);
    CHECK(imported->report.noted == 1);
    CHECK(imported->report.refused == 7);
    REQUIRE(imported->entries.size() == 2);
    CHECK(std::get<Note>(imported->entries[0].what).text == "Weight (kg): seventy");
    CHECK(imported->entries[0].person == junie.id);
}

TEST_CASE("quotes that nobody closed, cells beyond all sense and other encodings get a sentence") {
    CHECK(keys(*read("date,weight\n6/11/2026,\"70\n7/11/2026,71\n")) == "2:open_quote");
    CHECK(keys(*read("date,weight\n6/11/2026," + std::string(100'000, '7') + "\n")) == "2:cell_too_long");
    CHECK(read(std::string_view{"\xFF\xFE"
                                "d\0a\0t\0e\0",
                                10})
              .error() == ImportProblem::other_encoding);
    CHECK(read("").error() == ImportProblem::empty);
    CHECK(read("what,ever\n1,2\n").error() == ImportProblem::unknown_format);
    const auto hostile = read("date,weight,notes\n6/11/2026,70,left\u202Eright\u200B\n");
    CHECK(reading(*hostile, 0).note == "leftright\u200B");
}

TEST_CASE("any bytes under a table's first line are accounted for, row by row") {
    std::mt19937 random{7};
    const std::string letters{"0123456789/-,,,,\"\n\r;\t :apmAmal\xC3\xA9\x00\xFF", 34};
    for (int round = 0; round < 300; ++round) {
        std::string text = "Date,Time,Person,Weight (kg),BP,Notes\n";
        for (int left = static_cast<int>(random() % 400); left > 0; --left)
            text += letters[random() % letters.size()];
        const auto imported = read(text);
        REQUIRE(imported);
        const auto& report = imported->report;
        CHECK(report.taken + report.noted + report.refused == report.lines);
        CHECK(report.noted + report.refused == report.reasons.size());
    }
}

TEST_CASE("our own export is read back as it was, and known again entry by entry") {
    auto home = records::a_household();
    home.phone.write_at(records::on("2026-05-03T08:00Z"), records::entity("s"), Symptom{"=Cough", 4, "At night"},
                        home.junie);
    home.phone.write_at(records::on("2026-05-03T09:00Z"), records::entity("m"),
                        MedicineTaken{"Blue inhaler", "2 puffs", Taken::not_known, ""}, home.junie);
    home.phone.write_at(records::on("2026-05-03T10:00Z"), records::entity("r"), RestDay{Rest::ill}, home.dev);
    const auto& people_there = home.phone.answers.home.people();
    const auto csv = to_csv(rows_of(home.phone.log, home.phone.answers.home));
    const auto imported =
        import_file(Format::automatic, bytes_of(csv), {.person = home.amal, .people = people_there});
    REQUIRE(imported);
    CHECK(imported->report.taken + imported->report.refused == imported->report.lines);
    CHECK(imported->report.taken >= 4);
    for (const auto& entry : imported->entries) {
        const auto* there = home.phone.log.find(entry.id);
        REQUIRE(there);
        CHECK(entry.at.day() == there->event()->at.day());
        CHECK(entry.person == there->event()->person);
        CHECK(entry.what.index() == there->event()->what.index());
    }
    // In a home where nobody is called so, they are refused with a sentence, and nothing is half read.
    const auto elsewhere = import_file(Format::automatic, bytes_of(csv), {.person = amal.id, .people = {}});
    REQUIRE(elsewhere);
    CHECK(elsewhere->entries.empty());
}
