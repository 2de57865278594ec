// Lines quoted here are of the AIM-94 data set (Michael Kahn, Washington University, St. Louis; UCI, CC BY 4.0), or
// made up in its form. tests/data/home-glucose-logs/README.md.
#include "exchange/home_glucose.h"

#include <doctest/doctest.h>

#include "exchange/home_glucose_line.h"

using namespace goodweek;
using namespace goodweek::exchange;

namespace {

const PersonId somebody = *PersonId::from(bytes_of("somebody"));
const PersonId another = *PersonId::from(bytes_of("another!"));

Imported import_text(std::string_view text, std::optional<Day> today = {}) {
    auto imported = import_file(Format::home_glucose, bytes_of(text), somebody, today);
    REQUIRE(imported);
    return *std::move(imported);
}

// What became of one line: the key of its reason, or "taken".
std::string fate_of(std::string_view line) {
    const auto imported = import_text(line);
    REQUIRE(imported.report.lines == 1);
    return imported.report.reasons.empty() ? "taken" : imported.report.reasons[0].why.key;
}

template <class T>
T only(std::string_view line) {
    const auto imported = import_text(line);
    REQUIRE(imported.report.taken == 1);
    const auto* found = std::get_if<T>(&imported.entries.at(0).what);
    REQUIRE(found);
    return *found;
}

std::string kept_words(std::string_view line) {
    const auto imported = import_text(line);
    REQUIRE(imported.report.noted == 1);
    return std::get<Note>(imported.entries.at(0).what).text;
}

bool adds_up(const Report& report) {
    return report.taken + report.noted + report.refused == report.lines &&
           report.noted + report.refused == report.reasons.size();
}

}  // namespace

TEST_CASE("a glucose reading keeps the number, the unit and the meal it was written with") {
    const auto reading = only<Reading>("04-21-1991\t9:09\t58\t100");
    CHECK(reading.measure == "glucose");
    CHECK(reading.typed == "100");
    CHECK(reading.unit == "mg/dL");
    CHECK(reading.context == Context::before_breakfast);
    CHECK(reading.source == Source::home_log);
    // 100 mg/dL / 18.0156 = 5.551 mmol/L
    CHECK(reading.first == 5551);
}

TEST_CASE("a reading that names its own unit is in that one") {
    const auto reading = only<Reading>("04-21-1991\t9:09\t58\t5.5 mmol/L");
    CHECK(reading.unit == "mmol/L");
    CHECK(reading.first == 5500);
}

TEST_CASE("each code for a meal says which meal") {
    const auto meal = [](std::string_view code) {
        return only<Reading>("04-21-1991\t9:09\t" + std::string{code} + "\t100").context;
    };
    CHECK(meal("48") == Context::none);
    CHECK(meal("57") == Context::none);
    CHECK(meal("59") == Context::after_breakfast);
    CHECK(meal("60") == Context::before_lunch);
    CHECK(meal("61") == Context::after_lunch);
    CHECK(meal("62") == Context::before_evening_meal);
    CHECK(meal("63") == Context::after_evening_meal);
    CHECK(meal("64") == Context::before_snack);
}

TEST_CASE("insulin is a medicine taken, with its dose") {
    const auto regular = only<MedicineTaken>("04-21-1991\t9:09\t33\t009");
    CHECK(regular.medicine == "Regular insulin");
    CHECK(regular.dose == "9 units");
    CHECK(only<MedicineTaken>("02-26-1989\t08:00\t34\t6.5").dose == "6.5 units");
    CHECK(only<MedicineTaken>("02-26-1989\t08:00\t35\t1").dose == "1 unit");
    CHECK(only<MedicineTaken>("02-26-1989\t08:00\t35\t0.5").dose == "0.5 units");
}

TEST_CASE("low blood sugar is a symptom, and meals and exercise are activities of that person") {
    CHECK(only<Symptom>("08-01-1990\t16:28\t65\t0").what == "Signs of low blood sugar");
    CHECK(only<Activity>("08-01-1990\t16:28\t67\t0").what == "Meal, more than usual");
    const auto exercise = only<Activity>("08-01-1990\t16:28\t71\t0");
    CHECK(exercise.what == "Exercise, less than usual");
    CHECK(exercise.people == std::vector{somebody});
    CHECK(exercise.note.empty());
}

TEST_CASE("words where a code needs none are kept beside it") {
    CHECK(only<Symptom>("08-01-1990\t16:28\t65\tshaky").note == "shaky");
}

TEST_CASE("an entry stands at the day and time it was written for, in 1988 as well as today") {
    const auto entry = import_text("07-13-1988\t6:05\t58\t100").entries.at(0);
    CHECK(to_iso(entry.at.day()) == "1988-07-13");
    CHECK(entry.at.time_of_day() == Minutes{6 * 60 + 5});
    CHECK_FALSE(entry.at.day_only);
    CHECK(entry.line == 1);
}

TEST_CASE("an hour written short is still that hour, and no hour at all is only the day") {
    CHECK(import_text("08-20-1990\t11:0\t60\t194").entries.at(0).at.time_of_day() == Minutes{11 * 60});
    CHECK(import_text("08-20-1990\t\t60\t194").entries.at(0).at.day_only);
}

TEST_CASE("a line that is not wholly understood becomes a note in its own words on its own day") {
    CHECK(kept_words("07-21-1990\t08:56\t56\t115") == "07-21-1990  08:56  56  115");
    CHECK(kept_words("10-12-1989\t7:00\t0\t") == "10-12-1989  7:00  0");
    CHECK(fate_of("07-21-1990\t08:56\t56\t115") == "import.code_unknown");
    CHECK(fate_of("07-21-1990\t06:00\t4\t0") == "import.code_unknown");
    CHECK(fate_of("07-21-1990\t22:06\t36\t5") == "import.code_unknown");
    CHECK(fate_of("07-21-1990\t22:06\tlunch\t5") == "import.code_unknown");
    CHECK(fate_of("07-21-1990\t22:06\t72\t0") == "import.special_event");
    CHECK(fate_of("10-31-1989\t12:00\t60\t0Hi") == "import.meter_high");
    CHECK(fate_of("11-06-1989\t18:00\t62\t0Lo") == "import.meter_low");
    CHECK(fate_of("11-06-1989\t18:00\t62\tabout right") == "import.value_not_a_number");
    CHECK(fate_of("11-06-1989\t18:00\t62\t") == "import.value_missing");
    CHECK(fate_of("05-01-1990\t00:10\t64\t0") == "import.value_outside");
    CHECK(fate_of("05-01-1990\t00:10\t64\t99999") == "import.value_outside");
    CHECK(fate_of("05-01-1991\t17:23\t34\t163") == "import.value_outside");
    CHECK(fate_of("05-01-1991\t17:23\t34\t0") == "import.value_outside");
    CHECK(fate_of("05-01-1991\t17:23\t33\t3A") == "import.value_not_a_number");
    CHECK(fate_of("05-01-1991\t25:00\t33\t3") == "import.time_unreadable");
    CHECK(fate_of("05-01-1991\t018\t33\t3") == "import.time_unreadable");
}

TEST_CASE("a line with nothing to hold on to is refused, and why") {
    CHECK(fate_of("\t006\t33\t21") == "import.date_missing");
    CHECK(fate_of("04-31-1991\t9:09\t58\t100") == "import.date_impossible");
    CHECK(fate_of("02-29-1989\t9:09\t58\t100") == "import.date_impossible");
    CHECK(fate_of("13-01-1989\t9:09\t58\t100") == "import.date_impossible");
    CHECK(fate_of("00-00-0000\t9:09\t58\t100") == "import.date_impossible");
    CHECK(fate_of("1989-02-20\t9:09\t58\t100") == "import.date_unreadable");
    CHECK(fate_of("yesterday\t9:09\t58\t100") == "import.date_unreadable");
    CHECK(fate_of("04-21-91\t9:09\t58\t100") == "import.date_unreadable");
    CHECK(fate_of("04-21-1991 9:09 58 100") == "import.line_not_four_parts");
    CHECK(fate_of("04-21-1991\t9:09\t58\t100\tmore") == "import.line_not_four_parts");
    CHECK(fate_of("   \t ") == "import.line_empty");
    CHECK(fate_of("04-21-1991\t9:09\t58\t" + std::string(1000, '1')) == "import.line_too_long");
}

TEST_CASE("a leap day is a day when there was one") { CHECK(fate_of("02-29-1988\t9:09\t58\t100") == "taken"); }

TEST_CASE("a day that has not come yet is refused when today is known") {
    const std::string_view text = "04-21-1991\t9:09\t58\t100\n04-22-1991\t9:09\t58\t100\n";
    const auto imported = import_text(text, make_day(1991, 4, 21));
    CHECK(imported.report.taken == 1);
    CHECK(imported.report.reasons.at(0) ==
          Reason{2, {.key = "import.date_in_the_future", .gaps = {{"date", "04-22-1991"}}, .count = {}}});
}

TEST_CASE("the same record again is refused, and points at the line above, however it is spelled") {
    const auto imported = import_text(
        "07-30-1990\t05:28\t33\t3\n"
        "07-30-1990\t05:28\t33\t3\n"
        "7-30-1990\t5:28\t033\t003\n"
        "07-30-1990\t05:28\t33\t4\n"
        "10-12-1989\t7:00\t0\t\n"
        "10-12-1989\t7:00\t0\t\n");
    CHECK(imported.report.taken == 2);
    CHECK(imported.report.noted == 1);
    CHECK(imported.report.refused == 3);
    CHECK(imported.report.reasons.at(0).why.gaps.at(0).second == "1");
    CHECK(imported.report.reasons.at(1).why.gaps.at(0).second == "1");
    CHECK(imported.report.reasons.at(3).why.gaps.at(0).second == "5");
    CHECK(adds_up(imported.report));
}

TEST_CASE("an entry is the same entry in every copy of the file, and another one for another person") {
    const auto once = import_text("04-21-1991\t9:09\t58\t100\n");
    const auto longer = import_text("04-20-1991\t9:09\t58\t90\r\n04-21-1991\t09:09\t58\t100");
    CHECK(longer.entries.at(1).id == once.entries.at(0).id);
    CHECK(longer.entries.at(0).id != once.entries.at(0).id);
    const auto others = import_file(Format::home_glucose, bytes_of("04-21-1991\t9:09\t58\t100\n"), another);
    CHECK(others->entries.at(0).id != once.entries.at(0).id);
}

TEST_CASE("whose data it is goes with every import") {
    CHECK(import_text("04-21-1991\t9:09\t58\t100").credit.contains("Michael Kahn"));
}

TEST_CASE("bytes that are no text are counted, and what is kept of them can be shown") {
    using namespace std::string_view_literals;
    const auto imported = import_text(
        "\xEF\xBB\xBF"
        "04-21-1991\t9:09\t58\t100\r\n"
        "04-21-1991\t9:10\t58\t\xFF\xC3\x28\n"
        "\0\0\0\0\n"
        "04-21-1991\t9:11\t72\tna\xC3\xAFve\0\x1B[31m\n"sv);
    CHECK(imported.report.lines == 4);
    CHECK(imported.report.taken == 1);
    CHECK(imported.report.noted == 2);
    CHECK(adds_up(imported.report));
    CHECK(std::get<Note>(imported.entries.at(1).what).text == "04-21-1991  9:10  58  \uFFFD\uFFFD(");
    CHECK(std::get<Note>(imported.entries.at(2).what).text == "04-21-1991  9:11  72  na\xC3\xAFve[31m");
}
