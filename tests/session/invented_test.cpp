#include "session/invented.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "domain/text.h"
#include "records/answers.h"
#include "records/event_bytes.h"
#include "support/session/families.h"

using namespace goodweek;
using namespace goodweek::session;
using goodweek::testing::invented_families;

namespace {

constexpr std::uint64_t seed = 2026;

// Friday 6 November 2026, a quarter to eight: the morning of the pictures.
LocalMoment friday() { return moment_of(*make_day(2026, 11, 6), Minutes{7 * 60 + 45}); }

struct Home {
    records::Log log;
    records::Answers answers;
    std::map<DeviceId, std::uint64_t> counters;
    records::Clock clock;

    void write(std::string_view device, const InventedEntry& entry) {
        const auto id = *DeviceId::from(bytes_of(device));
        clock = records::next(clock, friday().at);
        records::Event event{.dot = {id, ++counters[id]},
                             .clock = clock,
                             .entity = entry.entity,
                             .person = entry.person,
                             .author = {},
                             .at = entry.at,
                             .supersedes = log.seen_versions(entry.entity, entry.what),
                             .what = entry.what,
                             .original = {}};
        if (const auto* changed = log.append(std::move(event))) answers.hear(*changed);
    }
};

// The family's phone and their link worker's machine, brought together.
Home home_of(const InventedFamily& family) {
    Home home;
    for (const auto& entry : family.entries) home.write("the family phone", entry);
    for (const auto& entry : family.from_clinic) home.write("the worker's one", entry);
    return home;
}

const Person* find_person(const Home& home, std::string_view name) {
    const auto& people = home.answers.home.people();
    const auto found = std::ranges::find(people, name, &Person::name);
    return found == people.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("the same seed and morning give the same families, entity for entity") {
    const auto once = invented_families(seed, friday());
    const auto again = invented_families(seed, friday());
    REQUIRE(once.size() == again.size());
    for (std::size_t i = 0; i < once.size(); ++i) {
        CHECK(once[i].entries == again[i].entries);
        CHECK(once[i].from_clinic == again[i].from_clinic);
    }
    CHECK(invented_families(seed + 1, friday())[0].entries != once[0].entries);
}

TEST_CASE("a family's file with one thing wrong is refused, with its place") {
    using vault::Cbor;
    const auto family = [](Cbor::Map more) {
        more.push_back({"key", "k"});
        more.push_back({"name", "The Ks"});
        more.push_back({"share", "everything"});
        const Cbor::Map ida{
            {"age", 30'000}, {"birthday", "05-21"}, {"colour", 1000}, {"name", "Ida"}, {"picture", "cat"}};
        more.push_back({"people", Cbor::Array{ida}});
        return invented_family(Cbor{std::move(more)}, {}, {}, seed, friday());
    };
    const auto place = [&](Cbor::Map more) {
        const auto told = family(std::move(more));
        return told ? std::string{} : told.error().where;
    };
    const auto strand = [&](Cbor::Map fields) {
        fields.push_back({"who", "Ida"});
        return place({{"year", Cbor::Array{Cbor{std::move(fields)}}}});
    };
    CHECK(family({}));
    CHECK(place({{"pets", "a cat"}}) == "k: family.pets");
    CHECK(place({{"notes", Cbor::Array{Cbor::Map{{"ago", 1000}, {"who", "Bo"}, {"words", "Hm"}}}}}) ==
          "k: family.notes[0].who");
    CHECK(strand({{"log", "weather"}}) == "k: family.year[0].log");
    CHECK(strand({{"log", "reading"}, {"measure", "luck"}}) == "k: family.year[0].measure");
    CHECK(strand({{"log", "rest"}, {"why", "ill"}, {"on", "tue someday"}}) == "k: family.year[0].on");
    CHECK(strand({{"log", "rest"}, {"why", "ill"}, {"during", "a comet"}}) == "k: family.year[0].during");
    CHECK(strand({{"log", "reading"}, {"measure", "weight"}, {"values", Cbor::Array{"heavy"}}}) ==
          "k: family.year[0].value");
}

TEST_CASE("twenty families, each with a year behind them and no two alike") {
    std::set<std::string> names;
    for (const auto& family : invented_families(seed, friday())) {
        CAPTURE(family.name);
        names.insert(family.name);
        CHECK(family.entries.size() > 300);
        CHECK(friday().day() - family.entries.front().at.day() >= Days{360});
        CHECK_FALSE(family.from_clinic.empty());
    }
    CHECK(names.size() == 20);
}

TEST_CASE("nothing invented has happened later than now, at any hour of any weekday") {
    for (int hours = 0; hours < 24 * 7; hours += 5) {
        const LocalMoment now{friday().at + std::chrono::hours{hours}, Minutes{60}};
        for (const auto& family : invented_families(seed, now)) {
            CHECK(std::ranges::all_of(family.entries, [&](const InventedEntry& entry) {
                return entry.at.at <= now.at || std::holds_alternative<Planned>(entry.what);
            }));
            CHECK(std::ranges::is_sorted(family.entries, {}, [](const InventedEntry& entry) { return entry.at.at; }));
        }
    }
}

TEST_CASE("all that is invented could have been written: every event fits its format and every word is tidy") {
    for (const auto& family : invented_families(seed, friday())) {
        CAPTURE(family.name);
        const auto home = home_of(family);
        CHECK(home.log.events().size() == family.entries.size() + family.from_clinic.size());
        for (const auto& event : home.log.events()) {
            const auto bytes = records::encode(event);
            CHECK(bytes.size() <= records::largest_event);
            CHECK(records::decode(bytes) == event);
        }
    }
}

TEST_CASE("the Thistlewicks are as their pictures show them on that Friday") {
    const auto home = home_of(invented_families(seed, friday())[0]);
    const auto today = friday().day();
    CHECK(home.answers.home.name() == "The Thistlewicks");
    const auto age = [&](std::string_view name) {
        const auto* person = find_person(home, name);
        return person && person->born ? age_on(today, *person->born) : -1;
    };
    CHECK(age("Amal") == 39);
    CHECK(age("Dev") == 41);
    CHECK(age("Junie") == 10);
    CHECK(age("Otto") == 72);

    const auto junie = find_person(home, "Junie")->id;
    const auto fortnight = home.answers.readings.of(junie, "peak_flow", today - Days{13}, today);
    REQUIRE(fortnight.size() == 12);
    CHECK(fortnight.front().first == 262'000);
    CHECK(fortnight.back().first == 248'000);
    const auto pressure = home.answers.readings.last(find_person(home, "Dev")->id, "blood_pressure");
    REQUIRE(pressure);
    CHECK(pressure->first == 128'000);
    CHECK(pressure->second == 76'000);

    CHECK(home.answers.goals.all().size() == 4);
    const auto run = home.answers.goals.of(junie);
    const auto goal =
        std::ranges::find_if(run, [](const auto* story) { return story->goal.words.contains("at break"); });
    REQUIRE(goal != run.end());
    CHECK((*goal)->last_rating()->value == 6);
    CHECK((*goal)->agreement() == Agreement::agreed);
    CHECK((*goal)->step->words == "Run to the big tree");
    CHECK((*goal)->done_between(monday_of(today), today) == 2);

    CHECK(home.answers.diary.marks(today - Days{2}).rests > 0);
    CHECK(home.answers.messages.waiting_for_clinic());
}

TEST_CASE("on that Friday one of four things is done, and three wait to be") {
    const auto home = home_of(invented_families(seed, friday())[0]);
    const auto due = home.answers.routines.due(home.log, home.answers.diary, friday().day());
    REQUIRE(due.size() == 4);
    CHECK(std::ranges::count_if(due, [](const auto& each) { return each.done_by.has_value(); }) == 1);
}

TEST_CASE("two families wait for an answer besides, and one has gone quiet") {
    const auto families = invented_families(seed, friday());
    const auto last = [&](std::size_t i) { return *home_of(families[i]).answers.diary.last_logged(); };
    CHECK(home_of(families[1]).answers.messages.waiting_for_clinic());
    CHECK(home_of(families[2]).answers.messages.waiting_for_clinic());
    CHECK_FALSE(home_of(families[3]).answers.messages.waiting_for_clinic());
    CHECK(friday().day() - last(3) == Days{12});
    CHECK(friday().day() - last(1) <= Days{1});
}
