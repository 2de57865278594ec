// The Oakapples: Rowan with type 2 diabetes, Bram and his blood pressure, the twins Tansy and Fern, and Gran Hester
// with her knee. Busy, cheerful, and not always on time.
#include "session/invented_story.h"

namespace goodweek::session {

namespace {

struct Family {
    Story& story;
    PersonId rowan, bram, tansy, fern, hester;
};

std::string tenths(int value) { return std::to_string(value / 10) + "." + std::to_string(value % 10); }

void rowan(const Family& home) {
    auto& story = home.story;
    for (int days_ago = Story::a_year; days_ago >= 1; --days_ago) {
        const bool holiday = days_ago > 110 && days_ago < 125;
        if (holiday || story.chance(story.weekend(days_ago) ? 35 : 14)) continue;
        const int fasting = Story::drift(days_ago, 98, 71) + story.wobble(11);
        story.reading(story.at(days_ago, 6, 50 + story.wobble(15)), home.rowan, "glucose", tenths(fasting), "mmol/L",
                      {}, Context::before_breakfast);
        if (story.chance(35))
            story.reading(story.at(days_ago, 19, story.between(30, 59)), home.rowan, "glucose",
                          tenths(fasting + story.between(12, 38)), "mmol/L",
                          story.chance(8) ? "Birthday cake. Worth it." : "", Context::after_evening_meal);
        story.medicine(story.at(days_ago, 7, 15), home.rowan, "Metformin", "1 tablet",
                       story.chance(3) ? Taken::missed : Taken::taken);
    }
    for (int days_ago = Story::a_year; days_ago >= 1; days_ago -= 7)
        if (!story.chance(15))
            story.reading(story.at(days_ago, 7, 0), home.rowan, "weight",
                          tenths(Story::drift(days_ago, 918, 861) + story.wobble(6)), "kg");
    constexpr std::string_view words = "Cook from scratch three nights a week.";
    const auto goal = story.goal(120, words, "Mum\u2019s recipes are in my head and nowhere else.", {home.rowan});
    story.next_step(120, goal, "Soup on Sunday, for Monday too", 2);
    story.next_step(45, goal, "Tansy picks, Fern stirs", 3);
    story.agreed(119, goal, words);
    story.ratings(goal, {{119, 2}, {92, 4}, {61, 3}, {33, 5}, {9, 6}});
    for (int days_ago = 118; days_ago >= 1; --days_ago)
        if (story.chance(days_ago < 50 ? 42 : 28)) story.did_step(days_ago, goal, home.rowan);
    story.notes(home.rowan, 20,
                {{240, "Meter battery gone. Three days of guessing, no guesses written down."},
                 {117, "At the caravan. No numbers, good air."},
                 {60, "Took the stairs at work because the lift was full of pigeons. Nearly true."},
                 {6, "Seven point one this morning. I sang to the kettle."}});
}

void bram(const Family& home) {
    auto& story = home.story;
    for (int days_ago = 250; days_ago >= 1; --days_ago) {
        if (story.weekday_of(days_ago) != 6 || story.chance(20)) continue;
        story.reading(story.at(days_ago, 9, 30 + story.wobble(15)), home.bram, "blood_pressure",
                      std::to_string(Story::drift(days_ago, 142, 133) + story.wobble(6)) + "/" +
                          std::to_string(Story::drift(days_ago, 89, 83) + story.wobble(4)),
                      "mmHg");
    }
    for (int days_ago = 250; days_ago >= 1; --days_ago)
        if (story.weekday_of(days_ago) == 2 && story.chance(75))
            story.activity(story.at(days_ago, 19, 0), {home.bram}, "Five a side", 50,
                           story.chance(10) ? "Lost nine nil and laughed" : "");
}

void twins(const Family& home) {
    auto& story = home.story;
    for (int days_ago = 200; days_ago >= 1; --days_ago) {
        if (story.weekend(days_ago) && story.chance(45))
            story.activity(story.at(days_ago, 11, story.between(0, 45)), {home.tansy, home.fern, home.rowan}, "Park",
                           story.between(30, 70));
        if (story.chance(9))
            story.reading(story.at(days_ago, 18, 30), home.tansy, "mood", std::to_string(story.between(5, 10)),
                          "/10");
        if (story.chance(9))
            story.reading(story.at(days_ago, 18, 32), home.fern, "mood", std::to_string(story.between(4, 10)), "/10");
    }
    story.rest(150, {home.tansy, home.fern}, Rest::ill);
    story.rest(149, {home.tansy, home.fern}, Rest::ill);
    story.notes(
        home.fern, 17,
        {{80, "I can do the monkey bars. All of them."}, {20, "We made soup. Tansy put a carrot on my head."}});
}

void hester(const Family& home) {
    auto& story = home.story;
    for (int days_ago = 300; days_ago >= 1; --days_ago) {
        if (!story.chance(55)) continue;
        const int pain = std::clamp(Story::drift(days_ago, 7, 4) + story.wobble(2), 0, 10);
        story.reading(story.at(days_ago, 16, story.between(0, 59)), home.hester, "pain", std::to_string(pain), "/10",
                      pain >= 8 ? "Rain coming" : "");
    }
    constexpr std::string_view words = "Get to the allotment on my own two feet.";
    const auto goal = story.goal(100, words, "The beans do not pick themselves.", {home.hester});
    story.next_step(100, goal, "To the corner shop and back", 3);
    story.next_step(30, goal, "Try the walking group once", 1);
    story.agreed(98, goal, words);
    story.ratings(goal, {{98, 3}, {70, 3}, {44, 5}, {15, 5}});
    for (int days_ago = 97; days_ago >= 2; --days_ago)
        if (story.chance(38)) story.did_step(days_ago, goal, home.hester);
    story.notes(home.hester, 15,
                {{90, "Corner shop. Came home with toffee."}, {41, "Knee behaved. I did not trust it."}});
}

void talk(const Family& home) {
    auto& story = home.story;
    story.message(story.at(33, 18, 5), home.rowan,
                  "Gran would like to walk with other people, if they are not too keen.");
    story.answer(story.at(31, 10, 40),
                 "There is a group from the library on Mondays. They stop for cake, and nobody is keen.");
    story.message(story.at(3, 18, 25), home.rowan, "Is the walking group still on Mondays? Gran has bought shoes.");
}

}  // namespace

InventedFamily the_oakapples(std::uint64_t seed, const LocalMoment& now) {
    Story story{"oakapple", "The Oakapples", seed, now};
    const Family home{.story = story,
                      .rowan = story.person("Rowan", 34, 11, 23, "Mum", "sprout", 4),
                      .bram = story.person("Bram", 36, 4, 9, "Dad", "rocket", 5),
                      .tansy = story.person("Tansy", 8, 7, 1, "Daughter", "bird", 6),
                      .fern = story.person("Fern", 8, 7, 1, "Daughter", "turtle", 7),
                      .hester = story.person("Hester", 69, 12, 12, "Gran", "umbrella", 3)};
    story.related(home.rowan, RelationKind::partner_of, home.bram);
    for (const auto& child : {home.tansy, home.fern}) {
        story.related(home.rowan, RelationKind::parent_of, child);
        story.related(home.bram, RelationKind::parent_of, child);
        story.related(home.hester, RelationKind::grandparent_of, child);
    }
    story.routine(240, {.kind = Routine::Kind::reading,
                        .what = "glucose",
                        .dose = {},
                        .when = "before breakfast",
                        .people = {home.rowan}});
    story.routine(240, {.kind = Routine::Kind::medicine,
                        .what = "Metformin",
                        .dose = "1 tablet",
                        .when = "with breakfast",
                        .people = {home.rowan}});
    rowan(home);
    bram(home);
    twins(home);
    hester(home);
    talk(home);
    return story.finish(Sharing::everything());
}

}  // namespace goodweek::session
