#include "domain/measure.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "support/random.h"

namespace goodweek {

namespace {

const Measure& measure(std::string_view key) { return *find_measure(key); }

Result<Judged, ReadingProblem> judged(std::string_view key, std::string_view typed, std::string_view unit = "") {
    return judge(measure(key), typed, unit, false);
}
Result<Judged, ReadingProblem> child_judged(std::string_view key, std::string_view typed) {
    return judge(measure(key), typed, "", true);
}
auto problem(ReadingProblem what) { return Failure{what}; }

// The least and the most that is taken, and the least and the most that is taken without a question, as one would
// type them.
struct Seam {
    std::string_view key;
    const char *below, *lowest, *highest, *above;
    const char *soft_below, *soft_lowest, *soft_highest, *soft_above;
    bool child = false;
};

const std::vector<Seam> seams{
    {"peak_flow", "29", "30", "900", "901", "59", "60", "800", "801"},
    {"peak_flow", "29", "30", "900", "901", "59", "60", "650", "651", true},
    {"glucose", "0.5", "0.6", "60", "60.1", "2.9", "3", "25", "25.1"},
    {"glucose", "0.5", "0.6", "60", "60.1", "2.9", "3", "25", "25.1", true},
    {"weight", "0.2", "0.3", "450", "450.1", "34.9", "35", "200", "200.1"},
    {"weight", "0.2", "0.3", "450", "450.1", "1.4", "1.5", "150", "150.1", true},
    {"mood", "-1", "0", "10", "11", nullptr, "0", "10", nullptr},
    {"pain", "-1", "0", "10", "11", nullptr, "0", "10", nullptr},
    {"steps", "-1", "0", "150000", "150001", nullptr, "0", "40000", "40001"},
    {"sleep", "-1", "0", "24", "24.1", "1.9", "2", "14", "14.1"},
    {"sleep", "-1", "0", "24", "24.1", "3.9", "4", "18", "18.1", true},
    {"reliever", "-1", "0", "100", "101", nullptr, "0", "12", "13"},
    {"reliever", "-1", "0", "100", "101", nullptr, "0", "10", "11", true},
    {"night_wake", "-1", "0", "7", "8", nullptr, "0", "7", nullptr},
    {"spo2", "49", "50", "100", "101", "87", "88", "100", nullptr},
    {"spo2", "49", "50", "100", "101", "91", "92", "100", nullptr, true},
    {"resp_rate", "3", "4", "120", "121", "7", "8", "30", "31"},
    {"mrc", "0", "1", "5", "6", nullptr, "1", "5", nullptr},
    {"fev1", "0.19", "0.2", "8", "8.01", "0.49", "0.5", "6.5", "6.51"},
    {"fev1", "0.19", "0.2", "8", "8.01", "0.29", "0.3", "5.5", "5.51", true},
    {"fev1_pct", "4", "5", "160", "161", "14", "15", "140", "141"},
    {"glucose_sensor", "0.5", "0.6", "60", "60.1", "2.9", "3", "25", "25.1"},
    {"ketones", "-0.1", "0", "15", "15.1", nullptr, "0", "3", "3.1"},
    {"hba1c", "9", "10", "200", "201", "24", "25", "130", "131"},
    {"pulse", "19", "20", "300", "301", "39", "40", "130", "131"},
    {"height", "29.9", "30", "250", "250.1", "129.9", "130", "210", "210.1"},
    {"waist", "19.9", "20", "250", "250.1", "49.9", "50", "180", "180.1"},
    {"waist", "19.9", "20", "250", "250.1", "29.9", "30", "130", "130.1", true},
    {"temp", "29.9", "30", "44", "44.1", "34.9", "35", "40", "40.1"},
    {"activity_min", "-1", "0", "1440", "1441", nullptr, "0", "480", "481"},
    {"falls", "-1", "0", "200", "201", nullptr, "0", "5", "6"},
    {"falls", "-1", "0", "200", "201", nullptr, "0", "10", "11", true},
    {"alcohol_units", "-1", "0", "120", "120.1", nullptr, "0", "30", "30.1"},
    {"alcohol_units", "-1", "0", "120", "120.1", nullptr, "0", "0", "0.1", true},
    {"cigarettes", "-1", "0", "200", "201", nullptr, "0", "60", "61"},
    {"substance_days", "-1", "0", "28", "29", nullptr, "0", "28", nullptr},
    {"carer_hours", "-1", "0", "168", "169", nullptr, "0", "140", "141"},
    {"carer_hours", "-1", "0", "168", "169", nullptr, "0", "10", "11", true},
    {"craving", "-1", "0", "10", "11", nullptr, "0", "10", nullptr},
};

}  // namespace

TEST_CASE("a value outside what can be true is refused, one at the very edge is taken") {
    for (const auto& seam : seams) {
        CAPTURE(seam.key);
        CAPTURE(seam.child);
        const auto judge_it = [&](const char* typed) { return judge(measure(seam.key), typed, "", seam.child); };
        CHECK(judge_it(seam.below) == problem(ReadingProblem::too_low));
        CHECK(judge_it(seam.lowest));
        CHECK(judge_it(seam.highest));
        CHECK(judge_it(seam.above) == problem(ReadingProblem::too_high));
    }
}

TEST_CASE("a value that is possible but unusual is asked about, one at the edge of the usual is not") {
    for (const auto& seam : seams) {
        CAPTURE(seam.key);
        CAPTURE(seam.child);
        const auto unusual = [&](const char* typed) {
            return judge(measure(seam.key), typed, "", seam.child)->unusual;
        };
        if (seam.soft_below) CHECK(unusual(seam.soft_below));
        CHECK_FALSE(unusual(seam.soft_lowest));
        CHECK_FALSE(unusual(seam.soft_highest));
        if (seam.soft_above) CHECK(unusual(seam.soft_above));
    }
}

TEST_CASE("blood pressure is two numbers, the upper at least ten above the lower") {
    CHECK(judged("blood_pressure", "128/76") == Judged{128'000, 76'000, false, "mmHg"});
    for (const std::string typed :
         {"128 over 76", "128 Over 76", "128 76", "128 / 76", "128-76", "128/76 mmHg", "128/76mmhg", " 128/76 "}) {
        CAPTURE(typed);
        CHECK(judged("blood_pressure", typed) == judged("blood_pressure", "128/76"));
    }
    for (const std::string typed : {"128", "128/", "128 mmHg", "128/abc", "128/76/72", "128/76 72"}) {
        CAPTURE(typed);
        CHECK(judged("blood_pressure", typed) == problem(ReadingProblem::needs_two_numbers));
    }
    CHECK(judged("blood_pressure", "90/80"));
    CHECK(judged("blood_pressure", "90/81") == problem(ReadingProblem::upper_not_above_lower));
    CHECK(judged("blood_pressure", "76/128") == problem(ReadingProblem::upper_not_above_lower));
    CHECK(judged("blood_pressure", "128.5/76") == problem(ReadingProblem::only_whole_numbers));
    CHECK(judged("blood_pressure", "128/76 kPa") == problem(ReadingProblem::unknown_unit));
    CHECK(judged("blood_pressure", "/76") == problem(ReadingProblem::not_a_number));
}

TEST_CASE("each number of a blood pressure has its own limits") {
    CHECK(judged("blood_pressure", "39/20") == problem(ReadingProblem::too_low));
    CHECK(judged("blood_pressure", "40/20"));
    CHECK(judged("blood_pressure", "300/200"));
    CHECK(judged("blood_pressure", "301/200") == problem(ReadingProblem::too_high));
    CHECK(judged("blood_pressure", "60/19") == problem(ReadingProblem::second_too_low));
    CHECK(judged("blood_pressure", "300/201") == problem(ReadingProblem::second_too_high));

    const auto unusual = [](const char* typed) { return judged("blood_pressure", typed)->unusual; };
    CHECK(unusual("79/60"));
    CHECK_FALSE(unusual("80/60"));
    CHECK_FALSE(unusual("200/110"));
    CHECK(unusual("201/110"));
    CHECK(unusual("120/39"));
    CHECK_FALSE(unusual("120/40"));
    CHECK_FALSE(unusual("150/120"));
    CHECK(unusual("150/121"));
    CHECK_FALSE(unusual("180/80"));  // a hundred apart
    CHECK(unusual("181/80"));

    CHECK_FALSE(child_judged("blood_pressure", "60/30")->unusual);
    CHECK(child_judged("blood_pressure", "60/29")->unusual);
    CHECK(child_judged("blood_pressure", "151/90")->unusual);
    CHECK(child_judged("blood_pressure", "150/101")->unusual);
}

TEST_CASE("a decimal comma is a decimal point") {
    CHECK(judged("glucose", "5,5") == judged("glucose", "5.5"));
    CHECK(judged("glucose", "5.5")->first == 5500);
    CHECK(judged("weight", "70,25")->first == 70'250);
}

TEST_CASE("a comma before three digits is asked about, never guessed") {
    CHECK(judged("steps", "1,000") == problem(ReadingProblem::ambiguous_comma));
    CHECK(judged("weight", "70,125") == problem(ReadingProblem::ambiguous_comma));
    CHECK(judged("glucose", "5,500 mmol/L") == problem(ReadingProblem::ambiguous_comma));
    CHECK(judged("weight", "70.125")->first == 70'125);
}

TEST_CASE("marks that can only stand between thousands do") {
    CHECK(judged("steps", "12 000")->first == 12'000'000);
    CHECK(judged("steps", "12 000 steps")->first == 12'000'000);
    CHECK(judged("steps", "12,000.0")->first == 12'000'000);
    CHECK(judged("steps", "12.000,0")->first == 12'000'000);
    CHECK(judged("steps", "0,012,000") == judged("steps", "12000"));
    CHECK(judged("steps", "1,2,3") == problem(ReadingProblem::not_a_number));
    CHECK(judged("steps", "12,00.0") == problem(ReadingProblem::not_a_number));
    CHECK(judged("steps", "1.2.3,4,5") == problem(ReadingProblem::not_a_number));
    // Where no value reaches a thousand, a space stands between two readings.
    CHECK(judged("peak_flow", "320 310") == problem(ReadingProblem::only_one_number));
}

TEST_CASE("numbers of other keyboards are numbers") {
    CHECK(judged("peak_flow", "３２０")->first == 320'000);
    CHECK(judged("glucose", "５．５")->first == 5500);
    CHECK(judged("glucose", "٥٫٥")->first == 5500);
    CHECK(judged("glucose", "۵٫۵")->first == 5500);
    CHECK(judged("peak_flow", "३२०")->first == 320'000);
    CHECK(judged("blood_pressure", "１２８／７６")->second == 76'000);
    CHECK(judged("peak_flow", "\u00A0320\u202F")->first == 320'000);
    CHECK(judged("mood", "−1") == problem(ReadingProblem::too_low));
}

TEST_CASE("a unit typed after the number is the one that counts") {
    CHECK(judged("glucose", "100 mg/dL", "mmol/L") == Judged{5551, std::nullopt, false, "mg/dL"});
    CHECK(judged("glucose", "100", "mg/dL") == judged("glucose", "100 mg/dl"));
    CHECK(judged("glucose", "5.6 mmol/L", "mg/dL")->first == 5600);
    CHECK(judged("glucose", "5.6mmol", "mg/dL")->unit == "mmol/L");
    CHECK(judged("peak_flow", "320 L/min")->first == 320'000);
    CHECK(judged("mood", "7/10")->first == 7000);
    CHECK(judged("mood", "7 / 10") == problem(ReadingProblem::only_one_number));
    CHECK(judged("glucose", "5.6 stone") == problem(ReadingProblem::unknown_unit));
    CHECK(judged("glucose", "5.6", "stone") == problem(ReadingProblem::unknown_unit));
    CHECK(judged("peak_flow", "320/310") == problem(ReadingProblem::only_one_number));
}

TEST_CASE("glucose in mg/dL is divided by 18.0156, half up") {
    CHECK(judged("glucose", "18.0156", "mg/dL")->first == 1000);
    CHECK(judged("glucose", "180", "mg/dL")->first == 9991);
    CHECK(judged("glucose", "501", "mg/dL")->first == 27'809);
    CHECK(judged("glucose", "501", "mg/dL")->unusual);
    CHECK(judged("glucose", "10", "mg/dL") == problem(ReadingProblem::too_low));
    CHECK(judged("glucose", "11", "mg/dL"));
    CHECK(judged("glucose", "1080", "mg/dL"));
    CHECK(judged("glucose", "1081", "mg/dL") == problem(ReadingProblem::too_high));
}

TEST_CASE("weight may be in kilograms, in stones and pounds, or in pounds") {
    CHECK(judged("weight", "72.5")->first == 72'500);
    CHECK(judged("weight", "11st 4")->first == 71'668);
    for (const std::string typed : {"11st 4lb", "11 st 4 lbs", "11 stone 4 pounds", "11st4", "158 lb", "158lbs"}) {
        CAPTURE(typed);
        CHECK(judged("weight", typed)->first == 71'668);
    }
    CHECK(judged("weight", "11 4", "st")->first == 71'668);
    CHECK(judged("weight", "11", "st")->first == 69'853);
    CHECK(judged("weight", "11st 4.5")->first == 71'894);
    CHECK(judged("weight", "158", "lb") == Judged{71'668, std::nullopt, false, "lb"});
    // Eleven and a half, or eleven stone five? It has to be said.
    CHECK(judged("weight", "11.5", "st") == problem(ReadingProblem::needs_two_numbers));
    CHECK(judged("weight", "11st 14") == problem(ReadingProblem::needs_two_numbers));
    CHECK(judged("weight", "11st 13.9"));
    CHECK(judged("weight", "11st -4") == problem(ReadingProblem::needs_two_numbers));
    CHECK(judged("weight", "-11st 4") == problem(ReadingProblem::too_low));
    CHECK(judged("weight", "11st 4kg") == problem(ReadingProblem::unknown_unit));
    CHECK(judged("weight", "72 4") == problem(ReadingProblem::only_one_number));
}

TEST_CASE("height may be in centimetres, in feet and inches, or in metres") {
    CHECK(judged("height", "165")->first == 165'000);
    for (const std::string typed : {"5ft 5", "5 ft 5 in", "5 foot 5 inches", "5' 5\"", "5'5", "5\u20195\u201D"}) {
        CAPTURE(typed);
        CHECK(judged("height", typed)->first == 165'100);
    }
    CHECK(judged("height", "5", "ft")->first == 152'400);
    CHECK(judged("height", "5ft 5.5")->first == 166'370);
    CHECK(judged("height", "1.65 m")->first == 165'000);
    CHECK(judged("height", "5ft 12") == problem(ReadingProblem::needs_two_numbers));
    CHECK(judged("height", "5.5", "ft") == problem(ReadingProblem::needs_two_numbers));
    CHECK(judged("waist", "34 in")->first == 86'360);
}

TEST_CASE("sleep may be in hours, or in hours and minutes") {
    for (const std::string typed : {"7.5", "7,5", "7h 30", "7h30", "7:30", "7 hours 30 minutes", "7 hrs 30 mins"}) {
        CAPTURE(typed);
        CHECK(judged("sleep", typed)->first == 7500);
    }
    CHECK(judged("sleep", "7")->first == 7000);
    CHECK(judged("sleep", "0:45")->first == 750);
    CHECK(judged("sleep", "7h 60") == problem(ReadingProblem::needs_two_numbers));
    CHECK(judged("sleep", "7.5h 30") == problem(ReadingProblem::needs_two_numbers));
}

TEST_CASE("a temperature in Fahrenheit is one in Celsius") {
    CHECK(judged("temp", "98.6 F")->first == 37'000);
    CHECK(judged("temp", "98.6", "°F") == Judged{37'000, std::nullopt, false, "°F"});
    CHECK(judged("temp", "37.2 c")->first == 37'200);
    CHECK(judged("temp", "37.2°")->first == 37'200);
    CHECK(judged("temp", "104", "°F")->first == 40'000);
    CHECK(judged("temp", "85.9", "°F") == problem(ReadingProblem::too_low));
}

// The pairs that laboratories print beside each other.
TEST_CASE("an HbA1c in per cent is one in millimoles per mole") {
    const std::vector<std::pair<const char*, Thousandths>> pairs{
        {"6.5", 48}, {"7.0", 53}, {"7.5", 58}, {"8.0", 64}, {"9.0", 75}};
    for (const auto& [per_cent, millimoles] : pairs) {
        CAPTURE(per_cent);
        const auto read = judged("hba1c", per_cent, "%");
        REQUIRE(read);
        CHECK(show(measure("hba1c"), read->first, *find_unit(measure("hba1c"), "mmol/mol")) ==
              std::to_string(millimoles));
        CHECK(show(measure("hba1c"), millimoles * 1000, *find_unit(measure("hba1c"), "%")) == per_cent);
    }
}

TEST_CASE("a number that would be usual in another unit is asked about with that unit") {
    const auto meant = [](std::string_view key, std::string_view typed, std::string_view unit,
                          std::optional<int> months = std::nullopt) -> std::string_view {
        const auto* other = likelier_unit(measure(key), typed, unit, months);
        return other ? other->key : "";
    };
    CHECK(meant("hba1c", "7.5", "mmol/mol") == "%");
    CHECK(meant("hba1c", "58", "%") == "mmol/mol");
    CHECK(meant("glucose", "110", "mmol/L") == "mg/dL");
    CHECK(meant("temp", "98.6", "°C") == "°F");
    CHECK(meant("height", "1.65", "cm") == "m");
    CHECK(meant("weight", "250", "kg") == "lb");
    // Thirty stone would be nothing unusual, but nobody writes stones without having meant to.
    CHECK(meant("weight", "30", "kg").empty());
    // A unit that was written out was meant.
    CHECK(meant("hba1c", "7.5 mmol/mol", "mmol/mol").empty());
    CHECK(meant("spo2", "20", "%").empty());
}

TEST_CASE("a baby, a toddler and a teenager are asked about by their own age") {
    const auto unusual = [](const char* typed, std::optional<int> months) {
        return judge_at_age(measure("weight"), typed, "", months)->unusual;
    };
    CHECK_FALSE(unusual("8", 2));
    CHECK(unusual("8.1", 2));
    CHECK_FALSE(unusual("8.1", 3));
    CHECK(unusual("1.4", 0));
    CHECK_FALSE(unusual("20", 35));
    CHECK(unusual("20.1", 35));
    CHECK_FALSE(unusual("20.1", 36));
    CHECK(unusual("80.1", 143));
    CHECK_FALSE(unusual("80.1", 144));
    CHECK_FALSE(unusual("150", 215));
    CHECK(unusual("150.1", 215));
    CHECK_FALSE(unusual("150.1", 216));
    CHECK(unusual("34.9", 216));
    CHECK(unusual("34.9", std::nullopt));
    // Measures without limits by age have one for all children.
    CHECK(judge_at_age(measure("peak_flow"), "651", "", 100)->unusual);
    CHECK_FALSE(judge_at_age(measure("peak_flow"), "651", "", 216)->unusual);
}

TEST_CASE("a weight that moved by more than a twentieth in a week, or a tenth at all, is asked about") {
    const Day day = *parse_day("2026-05-04");
    const auto moved = [&](Thousandths before, Thousandths now, int days) {
        return moved_a_lot(measure("weight"), {before, day}, {now, day + Days{days}}, false);
    };
    CHECK_FALSE(moved(80'000, 84'000, 7));
    CHECK(moved(80'000, 84'001, 7));
    CHECK(moved(80'000, 75'999, 7));
    CHECK_FALSE(moved(80'000, 84'001, 8));
    CHECK_FALSE(moved(80'000, 88'000, 400));
    CHECK(moved(80'000, 88'001, 400));
    CHECK(moved(80'000, 84'001, -7));  // an older day, entered late
    CHECK_FALSE(moved(0, 84'000, 1));
    CHECK_FALSE(moved_a_lot(measure("peak_flow"), {100'000, day}, {800'000, day}, false));
}

TEST_CASE("a grown-up who is three centimetres taller is asked about, a child only where it shrank or shot up") {
    const Day day = *parse_day("2026-05-04");
    const auto moved = [&](Thousandths before, Thousandths now, int days, bool child) {
        return moved_a_lot(measure("height"), {before, day}, {now, day + Days{days}}, child);
    };
    CHECK_FALSE(moved(165'000, 168'000, 400, false));
    CHECK(moved(165'000, 168'001, 400, false));
    CHECK(moved(165'000, 161'999, 400, false));
    CHECK_FALSE(moved(120'000, 126'000, 200, true));
    CHECK(moved(120'000, 132'001, 200, true));
    CHECK_FALSE(moved(120'000, 140'000, 900, true));
    CHECK_FALSE(moved(120'000, 119'000, 30, true));
    CHECK(moved(120'000, 118'999, 30, true));
    // Filled in later: the older height is the smaller one, and that is growth.
    CHECK_FALSE(moved(126'000, 120'000, -200, true));
    CHECK(moved(126'000, 128'000, -200, true));
}

TEST_CASE("a child is somebody not yet eighteen; without a birth date nobody is") {
    CHECK(is_child(215));
    CHECK_FALSE(is_child(216));
    CHECK_FALSE(is_child(std::nullopt));
}

TEST_CASE("counts, scores and peak flows are whole") {
    CHECK(judged("mood", "7.5") == problem(ReadingProblem::only_whole_numbers));
    CHECK(judged("steps", "100.5") == problem(ReadingProblem::only_whole_numbers));
    CHECK(judged("peak_flow", "320.5") == problem(ReadingProblem::only_whole_numbers));
    CHECK(judged("mood", "7.0")->first == 7000);
}

TEST_CASE("a number is rounded half up at the third decimal") {
    CHECK(judged("glucose", "5.1234")->first == 5123);
    CHECK(judged("glucose", "5.1235")->first == 5124);
    CHECK(judged("glucose", "5.99999999999")->first == 6000);
    CHECK(judged("glucose", ".9")->first == 900);
    CHECK(judged("glucose", "5.")->first == 5000);
    CHECK(judged("glucose", "+5")->first == 5000);
    CHECK(judged("glucose", "0000000000005")->first == 5000);
}

TEST_CASE("words, nothing and far too much are answered, not guessed at") {
    CHECK(judged("glucose", "") == problem(ReadingProblem::empty));
    CHECK(judged("glucose", " \n\u00A0") == problem(ReadingProblem::empty));
    for (const std::string typed : {"high", "-", ".", ",", "mmol/L", "5.5.5,5,5", "\xFF", "½"}) {
        CAPTURE(typed);
        CHECK(judged("glucose", typed) == problem(ReadingProblem::not_a_number));
    }
    CHECK(judged("glucose", "0Hi") == problem(ReadingProblem::unknown_unit));
    CHECK(judged("glucose", "99999999999999999999999999") == problem(ReadingProblem::too_high));
    CHECK(judged("glucose", "-99999999999999999999999999") == problem(ReadingProblem::too_low));
    CHECK(judged("glucose", std::string(200, '1')) == problem(ReadingProblem::too_high));
    CHECK(judged("glucose", std::string(201, '1')) == problem(ReadingProblem::not_a_number));
    CHECK(judged("glucose", std::string(1'000'000, '5')) == problem(ReadingProblem::not_a_number));
}

TEST_CASE("any text at all gives a value within the limits or a problem") {
    static constexpr std::string_view pieces[]{"1", "20",  "/",  ",",      ".",       "-",    "+",
                                               " ", "st",  "lb", "mmol/L", "mg/dL",   "over", "\xFF",
                                               "٥", "000", "kg", "/10",    "9999999", "é",    "\n"};
    for (unsigned seed = 0; seed < 2000; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        const auto& one = random.pick(measures());
        std::string typed;
        for (int i = random.between(0, 8); i > 0; --i) typed += random.pick(pieces);
        CAPTURE(typed);
        const auto found = judge(one, typed, random.pick(one.units).key, random.one_in(2));
        if (!found) continue;
        CHECK(found->first >= one.hard.lowest);
        CHECK(found->first <= one.hard.highest);
        CHECK(found->second.has_value() == one.two_part());
        CHECK(find_unit(one, found->unit));
    }
}

TEST_CASE("every measure has a key, an icon, a unit and limits that fit inside each other") {
    std::set<std::string_view> keys;
    for (const auto& one : measures()) {
        CAPTURE(one.key);
        CHECK(keys.insert(one.key).second);
        CHECK(find_measure(one.key) == &one);
        CHECK_FALSE(one.icon.empty());
        CHECK_FALSE(to_text(one.topic).empty());
        REQUIRE_FALSE(one.units.empty());
        CHECK(one.units.front().numerator == one.units.front().denominator);
        for (const auto& unit : one.units) CHECK(find_unit(one, unit.key) == &unit);
        for (const auto& soft : {one.soft, one.soft_child}) {
            CHECK(soft.lowest >= one.hard.lowest);
            CHECK(soft.highest <= one.hard.highest);
            CHECK(soft.lowest <= soft.highest);
        }
        if (one.two_part()) CHECK(one.second_soft->highest <= one.second_hard->highest);
    }
    for (const std::string key : {"peak_flow", "blood_pressure", "glucose", "weight", "mood", "pain", "steps"})
        CHECK(find_measure(key));
    CHECK(find_measure("elevenses") == nullptr);
}

TEST_CASE("a meal before or after a reading is kept by its name") {
    for (int i = 0; i <= static_cast<int>(Context::bedtime); ++i) {
        const auto context = static_cast<Context>(i);
        CHECK(context_from(to_text(context)) == context);
    }
    CHECK_FALSE(context_from("elevenses"));
    CHECK(to_text(static_cast<Context>(99)).empty());
}

}  // namespace goodweek
