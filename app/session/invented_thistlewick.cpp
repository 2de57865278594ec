// The Thistlewicks: Amal who cares for Otto, Dev with his blood pressure, Junie with asthma, Otto with COPD. Their
// last fortnight is the one the design's pictures show.
#include <array>

#include "session/invented_story.h"

namespace goodweek::session {

namespace {

struct Family {
    Story& story;
    PersonId amal, dev, junie, otto;
};

// Days ago on which a cold of Junie's began; each takes nine days to pass.
constexpr std::array colds{10, 118, 283};

// How far into a cold a day is, or nothing.
std::optional<int> day_of_cold(int days_ago) {
    for (const int began : colds)
        if (days_ago <= began && days_ago > began - 9) return began - days_ago;
    return std::nullopt;
}

bool everyone_rests(const Story& story, int days_ago) { return story.this_week(2) == days_ago; }

// ---- Junie, 10

void peak_flow_of_the_last_fortnight(const Family& home) {
    // From 13 days ago to yesterday; 0 is a morning without a reading.
    constexpr std::array mornings{262, 268, 255, 232, 222, 244, 0, 256, 260, 258, 266, 262, 248};
    for (int days_ago = 13; days_ago >= 1; --days_ago)
        if (const int blown = mornings[static_cast<std::size_t>(13 - days_ago)])
            home.story.reading(home.story.at(days_ago, 7, 45 + home.story.wobble(8)), home.junie, "peak_flow",
                               std::to_string(blown), "L/min");
}

void peak_flow(const Family& home) {
    auto& story = home.story;
    for (int days_ago = Story::a_year; days_ago > 13; --days_ago) {
        if (story.chance(story.weekend(days_ago) ? 30 : 12)) continue;
        int blown = Story::drift(days_ago, 236, 262) + story.wobble(10);
        if (const auto into = day_of_cold(days_ago)) blown -= *into < 2 ? 22 : *into < 4 ? 34 : 14;
        const int hour = story.weekend(days_ago) ? 9 : 7;
        story.reading(story.at(days_ago, hour, 45 + story.wobble(14)), home.junie, "peak_flow", std::to_string(blown),
                      "L/min");
    }
    peak_flow_of_the_last_fortnight(home);
}

void inhalers(const Family& home) {
    auto& story = home.story;
    constexpr std::array forgotten{"Forgot it, PE bag chaos", "Slept at a friend\u2019s and left it at home",
                                   "Could not find it. It was in the piano", "Late for the bus"};
    for (int days_ago = Story::a_year; days_ago >= 1; --days_ago) {
        const auto when = story.at(days_ago, story.weekend(days_ago) ? 9 : 7, 38 + story.wobble(8));
        if (story.chance(4)) {
            story.medicine(when, home.junie, "Brown inhaler", "2 puffs", Taken::missed,
                           forgotten[static_cast<std::size_t>(story.between(0, 3))]);
        } else if (!story.chance(14)) {
            story.medicine(when, home.junie, "Brown inhaler", "2 puffs");
        }
        const auto cold = day_of_cold(days_ago);
        if (story.chance(cold ? 70 : 5))
            story.medicine(story.at(days_ago, 15, story.between(0, 50)), home.junie, "Blue inhaler", "2 puffs",
                           Taken::taken, cold ? "" : "After running about");
        if (cold && story.chance(65))
            story.symptom(story.at(days_ago, 18, story.between(0, 59)), home.junie, "Cough or wheeze",
                          *cold < 5 ? story.between(4, 7) : story.between(1, 3));
    }
}

void junies_goal(const Family& home) {
    auto& story = home.story;
    constexpr std::string_view words = "I want to run at break without stopping.";
    const auto goal = story.goal(66, words, "so I can be on the netball team.", {home.junie});
    story.next_step(66, goal, "Run to the bench", 2);
    story.next_step(36, goal, "Run to the big tree", 3);
    story.agreed(66, goal, words);
    story.ratings(goal, {{64, 3}, {50, 3}, {36, 4}, {24, 4}, {11, 5}, {1, 6}});
    for (int days_ago = 63; days_ago >= 7; --days_ago) {
        if (story.weekend(days_ago) || day_of_cold(days_ago)) continue;
        if (story.weekday_of(days_ago) == 1 || story.weekday_of(days_ago) == 3)
            story.did_step(days_ago, goal, home.junie);
    }
    for (const int weekday : {0, 3})
        if (const auto days_ago = story.this_week(weekday); days_ago && *days_ago > 0)
            story.did_step(*days_ago, goal, home.junie);
    story.notes(home.junie, 16,
                {{52, "I got to the bench and back twice!!"},
                 {31, "Big tree is further than it looks."},
                 {4, "Ran to the big tree and Miss Oddwink clapped."}});
    story.note(story.at(10, 19, 5), home.junie, "Cold began. Stayed in and finished the rabbit book.");
    story.note(story.at(5, 8, 10), home.junie, "New spacer. It has a sailing boat on it.");
}

// ---- Dev, 41

void dev(const Family& home) {
    auto& story = home.story;
    for (int days_ago = Story::a_year; days_ago > 2; --days_ago) {
        const bool his_days = story.weekday_of(days_ago) == 0 || story.weekday_of(days_ago) == 3;
        if (!his_days || story.chance(18)) continue;
        const int upper = Story::drift(days_ago, 148, 130) + story.wobble(6);
        const int lower = Story::drift(days_ago, 93, 78) + story.wobble(4);
        story.reading(story.at(days_ago, 20, story.between(5, 45)), home.dev, "blood_pressure",
                      std::to_string(upper) + "/" + std::to_string(lower), "mmHg");
    }
    story.reading(story.at(1, 20, 15), home.dev, "blood_pressure", "128/76", "mmHg");
    for (int days_ago = Story::a_year; days_ago >= 1; days_ago -= 7)
        if (!story.chance(20))
            story.reading(
                story.at(days_ago, 7, 5), home.dev, "weight",
                std::to_string(Story::drift(days_ago, 942, 903) / 10) + "." + std::to_string(story.between(0, 9)),
                "kg");
    for (int days_ago = 200; days_ago >= 1; --days_ago)
        if (!story.weekend(days_ago) && story.chance(days_ago > 60 ? 25 : 45))
            story.activity(story.at(days_ago, 8, 20 + story.wobble(10)), {home.dev}, "Cycled to work",
                           25 + story.wobble(4));
    story.notes(home.dev, 21,
                {{311, "Doctor says watch the salt. Crisps are mostly air, I told her."},
                 {160, "Bike out of the shed. So was a family of mice."},
                 {88, "Two months of lower numbers in a row."},
                 {25, "First swim with Otto. He did three widths and told everybody."}});
}

// ---- Otto, 72

void otto(const Family& home) {
    auto& story = home.story;
    for (int days_ago = Story::a_year; days_ago >= 0; --days_ago) {
        if (days_ago == 0 || !story.chance(6))
            story.medicine(story.at(days_ago, 7, days_ago == 0 ? 10 : 10 + story.wobble(15)), home.otto,
                           "Morning tablets", "2 tablets");
        if (days_ago == 0) break;
        const bool poorly = days_ago > 205 && days_ago < 224;
        if (!story.chance(15)) {
            const int steps = Story::drift(days_ago, 1650, 3900) - (poorly ? 900 : 0) + 10 * story.wobble(60);
            story.reading(story.at(days_ago, 20, 30), home.otto, "steps", std::to_string(std::max(steps, 120)),
                          "steps");
        }
        if (story.chance(poorly ? 80 : 22))
            story.symptom(story.at(days_ago, 17, story.between(0, 59)), home.otto, "Out of puff",
                          poorly ? story.between(6, 8) : Story::drift(days_ago, 5, 2) + story.wobble(1));
    }
    constexpr std::string_view words = "Walk to the pier and back.";
    const auto goal = story.goal(150, words, "Being on the pier by ten with my flask.", {home.otto});
    story.next_step(150, goal, "As far as the post box", 3);
    story.next_step(90, goal, "As far as the boat shed, to see Bert", 3);
    story.next_step(20, goal, "Swim with Dev on Saturday", 3);
    story.agreed(148, goal, words);
    story.ratings(goal, {{150, 3}, {122, 4}, {95, 4}, {66, 5}, {37, 6}, {18, 6}, {3, 7}});
    for (int days_ago = 148; days_ago >= 7; --days_ago)
        if (story.weekday_of(days_ago) % 2 == 1 && story.chance(80)) story.did_step(days_ago, goal, home.otto);
    for (const int weekday : {1, 3})
        if (const auto days_ago = story.this_week(weekday); days_ago && *days_ago > 0)
            story.did_step(*days_ago, goal, home.otto);
    story.notes(home.otto, 11,
                {{224, "Chest is bad. Amal rang the nurse and I was told to sit, so I sat."},
                 {204, "Out on the step with my tea. First time in three weeks."},
                 {121, "Post box. It has been painted."},
                 {67, "Bert says I am faster than his dog. His dog is fifteen."},
                 {18, "Pier, and back, with two benches in between."}});
}

// ---- Amal, 39, and all of them

void amal(const Family& home) {
    auto& story = home.story;
    for (int days_ago = Story::a_year; days_ago >= 1; --days_ago) {
        if (!story.chance(38)) continue;
        int mood = Story::drift(days_ago, 5, 7) + story.wobble(1);
        if (days_ago > 203 && days_ago < 224) mood -= 2;
        if (day_of_cold(days_ago)) mood -= 1;
        story.reading(story.at(days_ago, 21, story.between(0, 50)), home.amal, "mood", std::to_string(mood), "/10");
    }
    story.loneliness(290, home.amal, {3, 2, 3});
    story.loneliness(200, home.amal, {2, 2, 3});
    story.loneliness(110, home.amal, {2, 2, 2});
    story.loneliness(20, home.amal, {2, 1, 2});
    const auto goal = story.goal(66, "One evening a week that is only mine.", "I used to paint.", {home.amal});
    story.next_step(66, goal, "Thursday class, Dev does bedtime", 1);
    story.ratings(goal, {{64, 2}, {38, 4}, {12, 4}});
    for (int days_ago = 59; days_ago >= 1; --days_ago)
        if (story.weekday_of(days_ago) == 3 && !day_of_cold(days_ago)) story.did_step(days_ago, goal, home.amal);
    story.notes(home.amal, 21,
                {{223, "Up with Otto at two, and at four. Dev did the school run."},
                 {190, "Sun on the sand today. All four of us, flask and all."},
                 {59, "I painted a pear. It looks like a boot. I was so happy."},
                 {9, "Junie coughing at night, sleeping sitting up. Better by six."},
                 {2, "Wet, tired, pancakes. We called it a rest day and meant it."}});
    for (int days_ago = Story::a_year; days_ago >= 7; --days_ago)
        if (story.weekday_of(days_ago) == 6 && story.chance(25))
            story.rest(days_ago, {home.amal, home.dev}, Rest::rest);
    for (int days_ago = 97; days_ago > 90; --days_ago)
        story.rest(days_ago, {home.amal, home.dev, home.junie, home.otto}, Rest::away);
    for (const int began : colds) story.rest(began - 1, {home.junie}, Rest::ill);
    if (const auto wednesday = story.this_week(2); wednesday && *wednesday > 0)
        story.rest(*wednesday, {home.amal, home.dev, home.junie, home.otto}, Rest::rest);
}

void together(const Family& home) {
    auto& story = home.story;
    for (int days_ago = 180; days_ago >= 1; --days_ago) {
        if (everyone_rests(story, days_ago) || day_of_cold(days_ago)) continue;
        if (story.this_week(1) == days_ago || story.chance(days_ago > 66 ? 25 : 45))
            story.activity(story.at(days_ago, 18, 10 + story.wobble(20)),
                           {home.amal, home.dev, home.junie, home.otto}, "Walk after tea", 20 + story.wobble(6));
    }
    for (int days_ago = 25; days_ago >= 1; --days_ago)
        if (story.weekday_of(days_ago) == 5)
            story.activity(story.at(days_ago, 10, 5), {home.dev, home.otto}, "Swim", 30,
                           days_ago > 18 ? "First swim, with Dev" : "");
    constexpr std::string_view words = "Eat together most nights.";
    const auto goal = story.goal(66, words, "It is the only time we all sit down.", {});
    story.next_step(66, goal, "Dev cooks on Thursday", 4);
    story.agreed(66, goal, words);
    story.ratings(goal, {{66, 4}, {40, 5}, {12, 6}});
    for (int days_ago = 65; days_ago >= 1; --days_ago)
        if (story.chance(52)) story.did_step(days_ago, goal, home.amal);
}

void routines(const Family& home) {
    auto& story = home.story;
    using enum Routine::Kind;
    story.routine(300, {.kind = medicine,
                        .what = "Brown inhaler",
                        .dose = "2 puffs",
                        .when = "before school",
                        .people = {home.junie}});
    story.routine(
        300, {.kind = reading, .what = "peak_flow", .dose = {}, .when = "before school", .people = {home.junie}});
    story.routine(180, {.kind = activity,
                        .what = "Walk after tea",
                        .dose = {},
                        .when = "after tea",
                        .people = {home.amal, home.dev, home.junie, home.otto}});
    story.routine(300, {.kind = medicine,
                        .what = "Morning tablets",
                        .dose = "2 tablets",
                        .when = "with breakfast",
                        .people = {home.otto}});
}

void talk(const Family& home) {
    auto& story = home.story;
    story.message(story.at(60, 20, 10), home.amal,
                  "Thank you for coming on Tuesday. Otto has told Bert all about it.");
    story.answer(story.at(59, 9, 5), "He showed me the flask. Ring me if the stairs get worse, any weekday.");
    story.message(story.at(28, 19, 40), home.dev,
                  "Is there a quiet time at the pool? Otto says he will if nobody looks.");
    story.answer(story.at(27, 11, 30),
                 "Saturdays at ten are for over sixties and whoever brings them. Nobody looks.");
    story.message(story.at(8, 13, 15), home.amal,
                  "Junie has a cold and is down to 222. We are doing what her plan says.");
    story.answer(story.at(7, 9, 20),
                 "Thank you for telling me. Keep to her plan, and ring the surgery if it says to. I hope she feels "
                 "better soon.");
    story.message(story.at(1, 19, 30), home.amal,
                  "Dev cycles to work in the dark now. Could the budget help with lights? They are \u00A324.");
}

}  // namespace

InventedFamily the_thistlewicks(std::uint64_t seed, const LocalMoment& now) {
    Story story{"thistlewick", "The Thistlewicks", seed, now};
    const Family home{.story = story,
                      .amal = story.person("Amal", 39, 3, 14, "Mum", "flower-2", 0),
                      .dev = story.person("Dev", 41, 8, 2, "Dad", "bike", 1),
                      .junie = story.person("Junie", 10, 5, 21, "Daughter", "rabbit", 2),
                      .otto = story.person("Otto", 72, 1, 30, "Grandad", "sailboat", 3)};
    story.related(home.amal, RelationKind::partner_of, home.dev);
    story.related(home.amal, RelationKind::parent_of, home.junie);
    story.related(home.dev, RelationKind::parent_of, home.junie);
    story.related(home.otto, RelationKind::grandparent_of, home.junie);
    story.related(home.amal, RelationKind::carer_for, home.otto);
    routines(home);
    peak_flow(home);
    inhalers(home);
    junies_goal(home);
    dev(home);
    otto(home);
    amal(home);
    together(home);
    talk(home);
    return story.finish(Sharing::everything());
}

}  // namespace goodweek::session
