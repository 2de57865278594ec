// The Pebblecombes: Alder, who looks after his mother Maud and forgets to look after himself. Twelve days ago they
// went quiet, as families do; nothing says why.
#include "session/invented_story.h"

namespace goodweek::session {

namespace {

constexpr int last_logged = 12;  // days ago

struct Family {
    Story& story;
    PersonId alder, maud;
};

void alder(const Family& home) {
    auto& story = home.story;
    for (int days_ago = Story::a_year; days_ago >= last_logged; days_ago -= 3) {
        if (story.chance(25)) continue;
        const int kilos = Story::drift(days_ago, 1043, 1002) + story.wobble(8);
        story.reading(story.at(days_ago, 6, 40 + story.wobble(10)), home.alder, "weight",
                      std::to_string(kilos / 10) + "." + std::to_string(kilos % 10), "kg");
    }
    for (int days_ago = 280; days_ago >= last_logged; --days_ago)
        if (!story.chance(35))
            story.reading(story.at(days_ago, 21, story.between(0, 40)), home.alder, "steps",
                          std::to_string(Story::drift(days_ago, 2800, 5100) + 20 * story.wobble(60)), "steps");
    constexpr std::string_view words = "Sit in the garden with a book for half an hour.";
    const auto goal = story.goal(95, words, "I have forty years of unread westerns.", {home.alder});
    story.next_step(95, goal, "After Mum\u2019s lunch, before the washing", 2);
    story.agreed(93, goal, words);
    story.ratings(goal, {{93, 2}, {64, 4}, {38, 3}, {last_logged + 3, 4}});
    for (int days_ago = 92; days_ago >= last_logged; --days_ago)
        if (story.chance(22)) story.did_step(days_ago, goal, home.alder);
    story.notes(home.alder, 20,
                {{200, "Mum\u2019s carer is off this week, so it is me, and me again."},
                 {94, "Page one. Dust everywhere. In the book, that is."},
                 {37, "Did not sit down today."},
                 {last_logged, "Mum slept. I read four pages."}});
}

void maud(const Family& home) {
    auto& story = home.story;
    for (int days_ago = 320; days_ago >= last_logged; --days_ago) {
        if (!story.chance(6))
            story.medicine(story.at(days_ago, 8, story.between(0, 30)), home.maud, "Heart tablets", "3 tablets",
                           story.chance(4) ? Taken::part : Taken::taken);
        if (story.weekday_of(days_ago) == 4 && story.chance(80))
            story.reading(story.at(days_ago, 10, 15), home.maud, "blood_pressure",
                          std::to_string(138 + story.wobble(9)) + "/" + std::to_string(72 + story.wobble(5)), "mmHg");
        if (story.chance(30))
            story.reading(story.at(days_ago, 19, story.between(0, 59)), home.maud, "pain",
                          std::to_string(std::clamp(4 + story.wobble(2), 0, 10)), "/10");
    }
    story.notes(home.maud, 14, {{170, "He fusses. I let him."}, {44, "Robin on the sill. Same one, I think."}});
}

void talk(const Family& home) {
    auto& story = home.story;
    story.message(story.at(40, 15, 20), home.alder, "Mum had a fall, no harm done. Just so you know.");
    story.answer(story.at(39, 9, 10),
                 "Thank you for telling me. Would a rail by the back step help? I can ask for one.");
    story.message(story.at(38, 18, 0), home.alder, "Yes please to the rail.");
    story.answer(story.at(30, 16, 5), "The rail is ordered. Two men called Keith will ring you.");
    story.answer(story.at(7, 11, 0),
                 "I rang on Friday and will try again next week. No hurry, and nothing to catch up on.");
}

}  // namespace

InventedFamily the_pebblecombes(std::uint64_t seed, const LocalMoment& now) {
    Story story{"pebblecombe", "The Pebblecombes", seed, now};
    const Family home{.story = story,
                      .alder = story.person("Alder", 58, 10, 5, "Son", "cat", 4),
                      .maud = story.person("Maud", 83, 2, 2, "Mum", "star", 7)};
    story.related(home.maud, RelationKind::parent_of, home.alder);
    story.related(home.alder, RelationKind::carer_for, home.maud);
    story.routine(320, {.kind = Routine::Kind::medicine,
                        .what = "Heart tablets",
                        .dose = "3 tablets",
                        .when = "with breakfast",
                        .people = {home.maud}});
    alder(home);
    maud(home);
    talk(home);
    return story.finish(Sharing::everything());
}

}  // namespace goodweek::session
