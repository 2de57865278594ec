// The Quillbrambles: Posy finding her feet after a hard year, Wilf who works nights, and Teddy who is two. They share
// readings and goals with their clinic and keep their own words at home.
#include "session/invented_story.h"

namespace goodweek::session {

namespace {

struct Family {
    Story& story;
    PersonId posy, wilf, teddy;
};

// A low winter, a slow spring, and days that are just days.
int mood_on(Story& story, int days_ago) {
    const int season = days_ago > 260 ? 4 : days_ago > 200 ? 3 : days_ago > 120 ? 4 : days_ago > 50 ? 6 : 7;
    return std::clamp(season + story.wobble(2), 0, 10);
}

void posy(const Family& home) {
    auto& story = home.story;
    for (int days_ago = Story::a_year; days_ago >= 1; --days_ago) {
        const bool gap = days_ago > 225 && days_ago < 246;
        if (gap || story.chance(30)) continue;
        story.reading(story.at(days_ago, 20, story.between(30, 59)), home.posy, "mood",
                      std::to_string(mood_on(story, days_ago)), "/10");
        if (story.chance(18))
            story.symptom(story.at(days_ago, 9, story.between(0, 40)), home.posy, "Slept badly", story.between(3, 8));
    }
    for (int days_ago = 190; days_ago >= 1; --days_ago)
        if (story.chance(days_ago > 60 ? 30 : 48))
            story.activity(story.at(days_ago, 10, story.between(0, 50)), {home.posy, home.teddy},
                           "Pushchair round the pond", story.between(15, 40));
    constexpr std::string_view words = "See a friend once a week, in person.";
    const auto goal = story.goal(130, words, "I go quiet when I am not well, and then I stay quiet.", {home.posy});
    story.next_step(130, goal, "Text Juniper back", 2);
    story.next_step(70, goal, "Playgroup on Tuesday, even for ten minutes", 1);
    story.agreed(128, goal, words);
    story.ratings(goal, {{128, 1}, {100, 2}, {75, 4}, {48, 3}, {20, 5}, {6, 6}});
    for (int days_ago = 127; days_ago >= 2; --days_ago)
        if (story.weekday_of(days_ago) == 1 && story.chance(70)) story.did_step(days_ago, goal, home.posy);
    story.notes(home.posy, 21,
                {{250, "Cannot do this every day. Wilf says once a week is still once a week."},
                 {224, "Back. Hello, book."},
                 {129, "Said it out loud to Sam. The ceiling stayed up."},
                 {69, "Ten minutes turned into an hour. Teddy ate a crayon."},
                 {12, "Laughed until I had to sit down."}});
    for (int days_ago = 245; days_ago > 225; days_ago -= 5) story.rest(days_ago, {home.posy}, Rest::rest);
}

void wilf(const Family& home) {
    auto& story = home.story;
    for (int days_ago = 150; days_ago >= 1; --days_ago) {
        if (story.chance(40)) continue;
        story.reading(story.at(days_ago, 7, story.between(30, 59)), home.wilf, "steps",
                      std::to_string(Story::drift(days_ago, 6200, 8800) + 20 * story.wobble(70)), "steps",
                      story.chance(5) ? "Night shift, the long corridors" : "");
    }
    const auto goal =
        story.goal(88, "Sleep five hours in one go.", "Teddy gets the daft version of me otherwise.", {home.wilf});
    story.next_step(88, goal, "Phone stays in the kitchen", 4);
    story.ratings(goal, {{88, 2}, {50, 3}, {16, 5}});
}

void teddy(const Family& home) {
    auto& story = home.story;
    for (int days_ago = 330; days_ago >= 1; days_ago -= 30)
        story.reading(story.at(days_ago, 10, 30), home.teddy, "weight",
                      std::to_string(Story::drift(days_ago, 105, 128) / 10) + "." +
                          std::to_string(Story::drift(days_ago, 105, 128) % 10),
                      "kg", "At the clinic, in one shoe");
    story.notes(home.teddy, 18, {{140, "Said \u201Cduck\u201D. It was a goose, but still."}, {35, "Slept through!"}});
}

void talk(const Family& home) {
    auto& story = home.story;
    story.message(story.at(48, 12, 0), home.posy, "A wobbly fortnight. Still going to playgroup.");
    story.answer(story.at(47, 9, 45),
                 "Still going is the whole thing. Shall I come along next Tuesday and sit by the crayons?");
    story.answer(story.at(5, 14, 10), "I have you down for Tuesday at two. Tell me if another day is kinder.");
    story.message(story.at(1, 17, 50), home.posy, "Can we move Tuesday? Wilf is on nights and Teddy will be feral.");
}

}  // namespace

InventedFamily the_quillbrambles(std::uint64_t seed, const LocalMoment& now) {
    Story story{"quillbramble", "The Quillbrambles", seed, now};
    const Family home{.story = story,
                      .posy = story.person("Posy", 29, 2, 17, "Mum", "music", 6),
                      .wilf = story.person("Wilf", 31, 9, 8, "Dad", "coffee", 1),
                      .teddy = story.person("Teddy", 2, 6, 6, "Son", "fish", 5)};
    story.related(home.posy, RelationKind::partner_of, home.wilf);
    story.related(home.posy, RelationKind::parent_of, home.teddy);
    story.related(home.wilf, RelationKind::parent_of, home.teddy);
    posy(home);
    wilf(home);
    teddy(home);
    talk(home);
    return story.finish(Sharing{}.with(Shared::readings, true).with(Shared::goals, true));
}

}  // namespace goodweek::session
