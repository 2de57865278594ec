// Taking back and bringing back.
#include <doctest/doctest.h>

#include "support/history.h"

namespace goodweek::records {

namespace {

const EntityId note = entity("note");

}  // namespace

TEST_CASE("what is removed is gone on every phone, and can be brought back by any") {
    Phone mother{"mother"}, father{"father"};
    mother.write(note, Note{"slept well"});
    meet(mother, father);
    father.remove(note);
    CHECK_FALSE(father.shows(note));
    CHECK(mother.shows(note));
    meet(mother, father);
    CHECK_FALSE(mother.shows(note));
    CHECK(mother.answers.diary.size() == 0);

    mother.restore(note);
    meet(mother, father);
    CHECK(father.shows(note));
    CHECK(father.see(note).as<Note>()->text == "slept well");
    CHECK(father.answers.diary.size() == 1);
    CHECK_FALSE(father.see(note).back_again);
}

TEST_CASE("removing what was brought back removes it again, as often as anyone likes") {
    Phone mother{"mother"};
    mother.write(note, Note{"slept well"});
    for (int i = 0; i < 20; ++i) {
        mother.remove(note);
        CHECK_FALSE(mother.shows(note));
        mother.restore(note);
        CHECK(mother.shows(note));
    }
}

TEST_CASE("a change made unseen while another removed it brings it back, and says so") {
    Phone mother{"mother"}, father{"father"};
    mother.write(note, Note{"slept well"});
    meet(mother, father);
    mother.write(note, Note{"slept well, woke once"});
    father.later(std::chrono::hours{1});
    father.remove(note);
    meet(mother, father);
    for (const auto* phone : {&mother, &father}) {
        CHECK(phone->shows(note));
        CHECK(phone->see(note).back_again);
        CHECK(phone->see(note).as<Note>()->text == "slept well, woke once");
    }
    // Having seen both, father can still decide.
    father.remove(note);
    meet(mother, father);
    CHECK_FALSE(mother.shows(note));
    CHECK_FALSE(mother.see(note).back_again);
}

TEST_CASE("a change brings it back though the clock of whoever removed it runs years ahead") {
    Phone mother{"mother"}, father{"father", "2036-05-04T08:00Z"};
    mother.write(note, Note{"slept well"});
    meet(mother, father);
    mother.write(note, Note{"woke once"});
    father.remove(note);
    meet(mother, father);
    CHECK(mother.shows(note));
    CHECK(mother.see(note).back_again);
}

TEST_CASE("an older change that nobody saw brings it back too, though a later one is shown") {
    Phone mother{"mother"}, father{"father"}, gran{"gran"};
    mother.write(note, Note{"slept well"});
    meet(mother, father);
    meet(mother, gran);
    gran.write(note, Note{"from gran, not seen by father"});
    mother.later(std::chrono::hours{1});
    mother.write(note, Note{"from mother, later"});
    father.hear(mother);
    father.remove(note);
    CHECK_FALSE(father.shows(note));
    father.hear(gran);
    CHECK(father.shows(note));
    CHECK(father.see(note).as<Note>()->text == "from mother, later");
}

TEST_CASE("two who remove the same thing have removed it, though one of them had seen less") {
    Phone mother{"mother"}, father{"father"};
    mother.write(note, Note{"slept well"});
    meet(mother, father);
    mother.write(note, Note{"slept very well"});
    mother.remove(note);
    father.later(std::chrono::hours{2});
    father.remove(note);
    meet(mother, father);
    CHECK_FALSE(mother.shows(note));
    CHECK_FALSE(father.shows(note));
}

TEST_CASE("a removal that arrives first waits for what it removes") {
    Phone mother{"mother"}, gran{"gran"};
    mother.write(note, Note{"slept well"});
    mother.remove(note);
    gran.hear(mother.log.events()[1]);
    CHECK_FALSE(gran.shows(note));
    gran.hear(mother.log.events()[0]);
    CHECK_FALSE(gran.shows(note));
}

TEST_CASE("nothing that was removed returns, whatever else comes late, twice or in the wrong order") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        auto events = any_family_history(random, 4, 60);
        // One phone that has heard everything removes everything.
        Phone last{"last"};
        for (const auto& event : events) last.hear(event);
        for (const auto& event : events)
            if (last.shows(event.entity)) last.remove(event.entity);
        const std::vector<Event> all{last.log.events().begin(), last.log.events().end()};

        for (int round = 0; round < 3; ++round) {
            auto late = all;
            random.shuffle(late);
            late.insert(late.end(), events.begin(), events.end());
            Phone gran{"gran"};
            for (const auto& event : late) gran.hear(event);
            for (const auto& event : all) CHECK_FALSE(gran.shows(event.entity));
            CHECK(said_by(gran.answers) == said_by(Answers{}));
        }
    }
}

TEST_CASE("what was removed and brought back is there, whatever the order it is heard in") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        Phone last{"last"};
        for (const auto& event : any_family_history(random, 3, 40)) last.hear(event);
        const auto before = said_by(last.answers);
        std::vector<EntityId> removed;
        for (int i = 0; i < 10; ++i)
            if (last.shows(entity(i))) {
                last.remove(entity(i));
                removed.push_back(entity(i));
            }
        for (const auto& id : removed) last.restore(id);
        CHECK(said_by(last.answers) == before);

        std::vector<Event> all{last.log.events().begin(), last.log.events().end()};
        random.shuffle(all);
        CHECK(said_by(answers_of(all)) == before);
    }
}

TEST_CASE("a thing with more versions than a removal can name takes two removals, and stays removed") {
    Phone mother{"mother"};
    for (std::uint64_t i = 1; i <= 12; ++i)
        mother.hear(
            Event{.dot = {device("chatty"), i}, .clock = {i}, .entity = note, .what = Note{std::to_string(i)}});
    mother.remove(note);
    CHECK(mother.see(note).back_again);
    mother.remove(note);
    CHECK_FALSE(mother.shows(note));
    Phone gran{"gran"};
    for (auto i = mother.log.events().size(); i > 0; --i) gran.hear(mother.log.events()[i - 1]);
    CHECK_FALSE(gran.shows(note));
}

TEST_CASE("a kind called like our own register of presence cannot bring anything back") {
    Phone mother{"mother"};
    mother.write(note, Note{"slept well"});
    mother.remove(note);
    const auto& removal = mother.log.events()[1];
    mother.hear(Event{.dot = {device("sly"), 1},
                      .clock = {~std::uint64_t{0}},
                      .entity = note,
                      .supersedes = {removal.dot},
                      .what = FromTheFuture{"restored_twice"}});
    // It is a change nobody had seen, so it shows that; it does not pass for a restoring.
    CHECK(mother.see(note).back_again);
    CHECK(register_of(FromTheFuture{"presence"}) != presence);
}

}  // namespace goodweek::records
