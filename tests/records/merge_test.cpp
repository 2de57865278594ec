// What phones agree on. security.md 5.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/history.h"

namespace goodweek::records {

namespace {

const EntityId note = entity("note");

std::string note_of(const Phone& phone) {
    const auto* found = phone.see(note).as<Note>();
    return found ? found->text : "";
}

const Register& notes(const Log& log, const EntityId& id) { return *log.find(id)->find("note"); }

Event note_event(std::string_view who, std::uint64_t counter, std::uint64_t clock, std::vector<Dot> supersedes) {
    return {.dot = {device(who), counter},
            .clock = {clock},
            .entity = note,
            .supersedes = std::move(supersedes),
            .what = Note{std::string{who} + std::to_string(counter)}};
}

// The tests in this file that go by chance are about one thing: the same events, the same home, however they came.
void check_same(const std::vector<Event>& events, const std::vector<Event>& again) {
    const auto once = log_of(events), twice = log_of(again);
    CHECK(once == twice);
    CHECK(once.seen() == twice.seen());
    CHECK(once.clock() == twice.clock());
    CHECK(shown_by(once) == shown_by(twice));
    CHECK(said_by(answers_of(events)) == said_by(answers_of(again)));
}

}  // namespace

TEST_CASE("phones that hear the same events agree, in any order, however often") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        const auto mother = any_history(random, device("mother"));
        const auto father = any_history(random, device("father"));

        const Log once = merged({mother, father});
        CHECK(merged({father, mother}) == once);
        CHECK(merged({mother, father, mother}) == once);
        CHECK(shown_by(merged({father, mother, father})) == shown_by(once));
    }
}

TEST_CASE("two to six phones that met now and then agree once they have heard everything") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        const auto events = any_family_history(random, random.between(2, 6), 60);
        auto again = events;
        random.shuffle(again);
        check_same(events, again);
        auto repeated = again;
        repeated.insert(repeated.end(), events.begin(), events.end());
        check_same(events, repeated);
    }
}

TEST_CASE("four hundred events of six phones come to the same in any order") {
    for (unsigned seed = 1000; seed < 1005; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        const auto events = any_family_history(random, 6, 400);
        auto again = events;
        std::ranges::reverse(again);
        check_same(events, again);
        random.shuffle(again);
        check_same(events, again);
    }
}

TEST_CASE("not even events that no honest phone writes make phones disagree") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        const auto events = any_hostile_history(random, 40);
        auto again = events;
        random.shuffle(again);
        check_same(events, again);
        std::ranges::reverse(again);
        check_same(events, again);
        const auto log = log_of(events);
        for (const auto& event : events) REQUIRE(log.find(event.entity)->find(register_of(event.what))->shown);
    }
}

TEST_CASE("hearing an event again changes nothing and says so") {
    Phone mother{"mother"};
    const auto event = mother.write(note, Note{"slept well"});
    CHECK(mother.log.append(event) == nullptr);
    CHECK(mother.log.events().size() == 1);
    CHECK(mother.log.contradicted() == 0);
}

TEST_CASE("an event that says something else under a dot already here is not believed, and counted") {
    Phone mother{"mother"};
    auto event = mother.write(note, Note{"slept well"});
    event.what = Note{"slept badly"};
    CHECK(mother.log.append(event) == nullptr);
    CHECK(mother.log.contradicted() == 1);
    CHECK(note_of(mother) == "slept well");
}

TEST_CASE("an edit replaces what its author saw, even when the author's clock is ten years behind") {
    Phone mother{"mother"}, father{"father", "2016-05-04T08:00Z"};
    mother.write(note, Note{"slept well"});
    meet(mother, father);
    father.write(note, Note{"slept very well"});
    meet(mother, father);
    CHECK(note_of(mother) == "slept very well");
    CHECK(notes(mother.log, note).also_written.empty());
    CHECK(notes(mother.log, note).all.size() == 2);
}

TEST_CASE("a phone set ten years ahead does not win for ever") {
    Phone mother{"mother"}, father{"father", "2036-05-04T08:00Z"};
    father.write(note, Note{"from the year 2036"});
    meet(mother, father);
    mother.write(note, Note{"put right"});
    meet(mother, father);
    CHECK(note_of(father) == "put right");
    CHECK(note_of(mother) == "put right");
}

TEST_CASE("a phone set ten years ahead does not drag the other phones' clocks along") {
    Phone mother{"mother"}, father{"father", "2036-05-04T08:00Z"};
    father.write(note, Note{"from the year 2036"});
    meet(mother, father);
    const auto& next_event = mother.write(entity("other"), Note{"today"});
    CHECK(next_event.clock.milliseconds() <=
          static_cast<std::uint64_t>((mother.now + std::chrono::minutes{10}).time_since_epoch().count()));
}

TEST_CASE("two edits that did not know of each other are both kept, and the later one is shown") {
    Phone mother{"mother"}, father{"father"};
    mother.write(note, Note{"slept well"});
    meet(mother, father);
    mother.write(note, Note{"woke once"});
    father.later(std::chrono::minutes{1});
    father.write(note, Note{"woke twice"});
    meet(mother, father);
    for (const auto* phone : {&mother, &father}) {
        CHECK(note_of(*phone) == "woke twice");
        const auto& one = notes(phone->log, note);
        REQUIRE(one.also_written.size() == 1);
        CHECK(std::get<Note>(one.also_written[0]->what).text == "woke once");
    }
}

TEST_CASE("choosing one of two versions settles it on every phone") {
    Phone mother{"mother"}, father{"father"};
    mother.write(note, Note{"woke once"});
    father.write(note, Note{"woke twice"});
    meet(mother, father);
    father.write(note, Note{"woke once"});
    meet(mother, father);
    CHECK(note_of(mother) == "woke once");
    CHECK(notes(mother.log, note).also_written.empty());
    CHECK(mother.log.seen_versions(note, Note{}).size() == 1);
}

TEST_CASE("an edit that arrives before what it replaces still replaces it") {
    Phone mother{"mother"}, father{"father"}, gran{"gran"};
    mother.write(note, Note{"slept well"});
    father.hear(mother);
    father.write(note, Note{"woke once"});
    gran.hear(father.log.events()[1]);
    CHECK(note_of(gran) == "woke once");
    gran.hear(father.log.events()[0]);
    CHECK(note_of(gran) == "woke once");
    CHECK(notes(gran.log, note).also_written.empty());
}

TEST_CASE("versions that name each other in a circle count as written apart") {
    const auto a = note_event("a", 1, 5, {{device("b"), 1}});
    const auto b = note_event("b", 1, 9, {{device("c"), 1}});
    const auto c = note_event("c", 1, 7, {{device("a"), 1}});
    auto events = std::vector{a, b, c};
    std::ranges::sort(events, {}, &Event::dot);
    do {
        const auto log = log_of(events);
        const auto& one = notes(log, note);
        CHECK(std::get<Note>(one.shown->what).text == "b1");
        CHECK(one.also_written.size() == 2);
    } while (std::ranges::next_permutation(events, {}, &Event::dot).found);
}

TEST_CASE("a version from outside a circle replaces the one it names, and only that one") {
    const auto a = note_event("a", 1, 5, {{device("b"), 1}});
    const auto b = note_event("b", 1, 9, {{device("a"), 1}});
    const auto after = note_event("c", 1, 1, {{device("b"), 1}});
    const auto before = note_event("d", 1, 99, {});
    const auto named = note_event("a", 2, 6, {{device("d"), 1}, {device("a"), 2}});
    auto events = std::vector{a, b, after, before, named};
    std::ranges::sort(events, {}, &Event::dot);
    const auto expected = shown_by(log_of(events));
    do {
        const auto log = log_of(events);
        const auto& one = notes(log, note);
        CHECK(std::get<Note>(one.shown->what).text == "a2");  // naming itself makes it no older
        CHECK(one.also_written.size() == 2);                  // a1 and c1
        CHECK(shown_by(log) == expected);
    } while (std::ranges::next_permutation(events, {}, &Event::dot).found);
}

TEST_CASE("what is not of the same kind and about the same thing is not replaced, whoever names it") {
    Log log;
    const auto first = note_event("a", 1, 1, {});
    auto elsewhere = note_event("b", 1, 2, {{device("a"), 1}});
    elsewhere.entity = entity("another note");
    auto other_kind = note_event("c", 1, 3, {{device("a"), 1}});
    other_kind.what = Symptom{"cough"};
    for (const auto& event : {first, elsewhere, other_kind}) log.append(event);
    CHECK(notes(log, note).shown->dot == first.dot);
    CHECK(notes(log, elsewhere.entity).shown->dot == elsewhere.dot);
    CHECK(log.find(note)->as<Symptom>() != nullptr);
}

TEST_CASE("of two at the very same moment the higher device is shown, on all phones alike") {
    const auto a = note_event("a", 1, 5, {}), b = note_event("b", 1, 5, {});
    const auto higher = std::max(a.dot, b.dot);
    CHECK(notes(log_of({a, b}), note).shown->dot == higher);
    CHECK(notes(log_of({b, a}), note).shown->dot == higher);
}

TEST_CASE("a log may move house: what it showed, it shows") {
    Random random{7};
    auto log = log_of(any_family_history(random, 3, 60));
    const auto shown = shown_by(log);
    const Log moved = std::move(log);
    CHECK(shown_by(moved) == shown);
}

TEST_CASE("an edit names at most eight versions; the rest stay side by side until the next") {
    Log log;
    for (std::uint64_t i = 1; i <= 12; ++i) log.append(note_event("a", i, i, {}));
    const auto named = log.seen_versions(note, Note{});
    CHECK(named.size() == most_superseded);
    CHECK(std::ranges::is_sorted(named));
    log.append(note_event("b", 1, 20, named));
    CHECK(notes(log, note).also_written.size() == 4);
    log.append(note_event("b", 2, 21, log.seen_versions(note, Note{})));
    CHECK(notes(log, note).also_written.empty());
}

TEST_CASE("what a phone has heard is known by gaps, not by count") {
    Seen seen;
    const auto mother = device("mother");
    CHECK_FALSE(seen.has({mother, 1}));
    CHECK(seen.complete_to(mother) == 0);
    for (const std::uint64_t counter : {5u, 1u, 3u, 7u, 3u, 1u}) seen.add({mother, counter});
    CHECK(seen.complete_to(mother) == 1);
    CHECK(seen.has({mother, 5}));
    CHECK_FALSE(seen.has({mother, 4}));
    CHECK_FALSE(seen.has({device("father"), 1}));
    seen.add({mother, 2});
    CHECK(seen.complete_to(mother) == 3);
    seen.add({mother, 4});
    CHECK(seen.complete_to(mother) == 5);
    seen.add({mother, 6});
    CHECK(seen.complete_to(mother) == 7);
    Seen in_order;
    for (std::uint64_t counter = 1; counter <= 7; ++counter) in_order.add({mother, counter});
    CHECK(seen == in_order);
}

TEST_CASE("one device's events keep their order though its clock steps back") {
    const auto noon = on("2026-05-04T12:00Z").at;
    const auto first = next({}, noon);
    const auto second = next(first, noon - std::chrono::hours{24});
    const auto third = next(second, noon);
    CHECK(first < second);
    CHECK(second < third);
    CHECK(third < next(third, noon + std::chrono::milliseconds{1}));
    CHECK(next({~std::uint64_t{0}}, noon).packed == ~std::uint64_t{0});
    CHECK(next({}, on("1950-01-01T00:00Z").at).packed == 1);
    CHECK(next({}, on("9999-12-31T00:00Z").at).milliseconds() ==
          static_cast<std::uint64_t>(on("9999-12-31T00:00Z").at.time_since_epoch().count()));
}

TEST_CASE("hearing from others moves our clock on, by ten minutes at the most") {
    const auto now = on("2026-05-04T12:00Z").at;
    const auto clock = [&](int minutes) { return next({}, now + std::chrono::minutes{minutes}); };
    CHECK(heard(clock(0), clock(5), now) == clock(5));
    CHECK(heard(clock(0), clock(11), now) == clock(10));
    CHECK(heard(clock(0), clock(-5), now) == clock(0));
    CHECK(heard(clock(60), clock(5), now) == clock(60));
}

}  // namespace goodweek::records
