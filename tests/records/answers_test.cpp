// What screens ask, one home at a time.
#include <doctest/doctest.h>

#include "support/history.h"

namespace goodweek::records {

namespace {

Day day(std::string_view iso) { return *parse_day(iso); }

Reading peak_flow(int value) {
    return {.measure = "peak_flow", .first = value * 1000, .typed = std::to_string(value), .unit = "L/min"};
}

std::vector<int> values(std::span<const ReadingAt> readings) {
    std::vector<int> found;
    for (const auto& one : readings) found.push_back(static_cast<int>(one.first / 1000));
    return found;
}

}  // namespace

TEST_CASE("a person's readings stand in the order they were taken, not the order they were told") {
    auto home = a_household();
    home.phone.write_at(on("2026-05-03T08:00Z"), entity(1), peak_flow(300), home.junie);
    home.phone.write_at(on("2026-05-05T08:00Z"), entity(2), peak_flow(340), home.junie);
    home.phone.write_at(on("2026-05-02"), entity(3), peak_flow(280), home.junie);
    home.phone.write_at(on("2026-05-03T09:00Z"), entity(4), peak_flow(310), home.dev);

    const auto& readings = home.phone.answers.readings;
    CHECK(values(readings.of(home.junie, "peak_flow")) == std::vector{280, 300, 320, 340});
    CHECK(values(readings.of(home.junie, "peak_flow", day("2026-05-03"), day("2026-05-04"))) ==
          std::vector{300, 320});
    CHECK(readings.of(home.junie, "peak_flow", day("2026-05-06"), day("2026-05-09")).empty());
    CHECK(readings.of(home.junie, "peak_flow", day("2026-05-09"), day("2026-05-01")).empty());
    CHECK(readings.of(home.junie, "glucose").empty());
    CHECK(readings.of(person("nobody"), "peak_flow").empty());
    CHECK(readings.last(home.junie, "peak_flow")->first == 340'000);
    CHECK(readings.last(home.amal, "peak_flow") == nullptr);
    CHECK(readings.size() == 5);
}

TEST_CASE("a reading that is put right moves to where it belongs") {
    auto home = a_household();
    auto& readings = home.phone.answers.readings;
    home.phone.write_at(on("2026-05-01T08:00Z"), home.morning_peak_flow, peak_flow(290), home.junie);
    CHECK(values(readings.of(home.junie, "peak_flow")) == std::vector{290});
    CHECK(readings.last(home.junie, "peak_flow")->at == on("2026-05-01T08:00Z"));
    // It was Dev's, it turns out, and a glucose.
    home.phone.write_at(on("2026-05-01T08:00Z"), home.morning_peak_flow, Reading{.measure = "glucose", .first = 5500},
                        home.dev);
    CHECK(readings.of(home.junie, "peak_flow").empty());
    CHECK(readings.measures_of(home.junie).empty());
    CHECK(readings.last(home.dev, "glucose")->first == 5500);
    CHECK(readings.size() == 1);
}

TEST_CASE("the measures somebody used last come first") {
    auto home = a_household();
    home.phone.later(std::chrono::hours{1});
    home.phone.write(entity(1), Reading{.measure = "mood", .first = 7000}, home.junie);
    home.phone.later(std::chrono::hours{1});
    home.phone.write(entity(2), Reading{.measure = "sleep_of_a_later_release", .first = 9000}, home.junie);
    const auto& readings = home.phone.answers.readings;
    CHECK(readings.measures_of(home.junie) ==
          std::vector<std::string>{"sleep_of_a_later_release", "mood", "peak_flow"});
    home.phone.remove(entity(2));
    CHECK(readings.measures_of(home.junie) == std::vector<std::string>{"mood", "peak_flow"});
}

TEST_CASE("readings taken abroad stand on the day the person had there") {
    auto home = a_household();
    // Half past midnight on the 6th in Auckland, still the 5th in London.
    home.phone.write_at(on("2026-05-06T00:30+12:00"), entity(1), peak_flow(330), home.junie);
    home.phone.write_at(on("2026-05-05T20:00Z"), entity(2), peak_flow(340), home.junie);
    const auto& readings = home.phone.answers.readings;
    CHECK(values(readings.of(home.junie, "peak_flow", day("2026-05-06"), day("2026-05-06"))) == std::vector{330});
    CHECK(values(readings.of(home.junie, "peak_flow", day("2026-05-05"), day("2026-05-05"))) == std::vector{340});
}

TEST_CASE("readings heard in any order stand in the same one, however many and however they are looked at") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        Phone phone{"mother"};
        std::vector<ReadingAt> expected;
        for (int i = 0; i < 150; ++i) {
            const int number = random.between(0, 60);
            if (random.one_in(6) && phone.log.find(entity(number))) {
                phone.remove(entity(number));
            } else {
                const auto at = noon_of(*make_day(2026, random.between(1, 12), random.between(1, 28)));
                phone.write_at(at, entity(number), peak_flow(random.between(100, 700)), person("junie"));
            }
            if (random.one_in(10)) (void)phone.answers.readings.of(person("junie"), "peak_flow");
        }
        std::size_t living = 0;
        for (int i = 0; i <= 60; ++i)
            if (const auto* one = phone.log.find(entity(i)); one && !one->removed) ++living;
        const auto found = phone.answers.readings.of(person("junie"), "peak_flow");
        CHECK(found.size() == living);
        CHECK(std::ranges::is_sorted(found, {}, [](const ReadingAt& one) { return std::pair{one.at, one.entity}; }));
        for (const auto& one : found) {
            const auto* event = phone.log.find(one.entity)->event();
            CHECK(event->at == one.at);
            CHECK(std::get<Reading>(event->what).first == one.first);
        }
    }
}

TEST_CASE("the diary has everything that was written down, and nothing that was set up") {
    auto home = a_household();
    auto& phone = home.phone;
    const auto first = phone.answers.diary.size();
    CHECK(first == 1);  // the peak flow; people, goals and routines are no entries
    phone.write(entity(1), Symptom{"cough"}, home.junie);
    phone.write(entity(2), Note{"slept well"}, home.junie);
    phone.write(entity(3), MedicineTaken{"Blue inhaler", "2 puffs"}, home.junie);
    phone.write(entity(4), GoalRating{home.goal, 5}, home.junie);
    phone.write(entity(5), StepDone{home.goal}, home.junie);
    phone.write(entity(6), RestDay{Rest::ill}, home.dev);
    phone.write(entity(7), Message{Side::family, "Is that all right?"});
    CHECK(phone.answers.diary.size() == first + 6);
    const auto today = day("2026-05-04");
    CHECK(phone.answers.diary.between(today, today).size() == first + 6);
    CHECK(phone.answers.diary.between(today + Days{1}, today + Days{9}).empty());
    CHECK(phone.answers.diary.marks(home.dev, today) == DayMarks{1, 1});
    CHECK(phone.answers.diary.marks(today) == DayMarks{7, 1});
    CHECK(phone.answers.diary.marks(today - Days{1}) == DayMarks{});
    CHECK(phone.answers.diary.count(home.junie) == 6);
    CHECK(phone.answers.diary.count(home.ottoline) == 0);
}

TEST_CASE("one walk is one entry, and marks the day of everyone who walked") {
    auto home = a_household();
    const auto today = day("2026-05-04");
    home.phone.write(entity(1), Activity{.what = "Walk", .people = {home.dev, home.amal, home.dev}}, home.dev);
    const auto& diary = home.phone.answers.diary;
    CHECK(diary.marks(home.dev, today).entries == 1);
    CHECK(diary.marks(home.amal, today).entries == 1);
    CHECK(diary.marks(home.ottoline, today).entries == 0);
    CHECK(diary.marks(today).entries == 2);  // the walk and the peak flow
    CHECK(diary.all().back().person == home.dev);
    // Nobody's id is no person, and does not count the walk twice.
    home.phone.write(entity(1), Activity{.what = "Walk", .people = {PersonId{}, home.amal}}, home.dev);
    CHECK(diary.marks(today).entries == 2);
    CHECK(diary.all().back().person == home.amal);
    home.phone.remove(entity(1));
    CHECK(diary.marks(home.amal, today) == DayMarks{});
    CHECK(diary.count(home.amal) == 0);
}

TEST_CASE("the last day anything was written for is known, and goes back when that is removed") {
    auto home = a_household();
    const auto& diary = home.phone.answers.diary;
    CHECK(Diary{}.last_logged() == std::nullopt);
    CHECK(diary.last_logged() == day("2026-05-04"));
    home.phone.write_at(on("2026-05-07"), entity(1), Note{"better"}, home.junie);
    CHECK(diary.last_logged() == day("2026-05-07"));
    home.phone.remove(entity(1));
    CHECK(diary.last_logged() == day("2026-05-04"));
}

TEST_CASE("a home knows its name, its people in the order they were added, and what it shares") {
    auto home = a_household();
    const auto& answers = home.phone.answers.home;
    CHECK(answers.name() == "The Thistlewicks");
    std::vector<std::string> names;
    for (const auto& one : answers.people()) names.push_back(one.name);
    CHECK(names == std::vector<std::string>{"Amal", "Dev", "Junie", "Ottoline"});
    CHECK(answers.name_of(home.junie) == "Junie");
    CHECK(answers.name_of(person("stranger")).empty());
    CHECK(answers.find(person("stranger")) == nullptr);
    CHECK(answers.sharing() == Sharing{});
    home.phone.write(the_sharing(), SharingChosen{Sharing::everything()});
    CHECK(answers.sharing() == Sharing::everything());
    home.phone.write(the_clinic(), ClinicNamed{"Larkrise Lane", "Sam Lanternfield"});
    CHECK(answers.clinic() == "Larkrise Lane");
    CHECK(answers.worker() == "Sam Lanternfield");
}

TEST_CASE("a home log asks for its makers to be named, a family's own table does not") {
    auto home = a_household();
    auto reading = peak_flow(310);
    reading.source = Source::table;
    home.phone.write_at(on("2026-05-03T08:00Z"), entity("from-a-table"), reading, home.junie);
    CHECK_FALSE(home.phone.answers.home.has_imported());
    reading.source = Source::home_log;
    home.phone.write_at(on("2026-05-04T08:00Z"), entity("from-a-log"), reading, home.junie);
    CHECK(home.phone.answers.home.has_imported());
}

TEST_CASE("a person who changes their name keeps their place; one who is removed leaves it") {
    auto home = a_household();
    const auto& answers = home.phone.answers.home;
    home.phone.write(entity_of(home.amal), Person{.id = home.amal, .name = "Amal T"}, home.amal);
    CHECK(answers.people().front().name == "Amal T");
    home.phone.remove(entity_of(home.dev));
    CHECK(answers.people().size() == 3);
    CHECK(answers.find(home.dev) == nullptr);
    home.phone.restore(entity_of(home.dev));
    CHECK(answers.people()[1].name == "Dev");
}

TEST_CASE("nobody is there twice: a person told of elsewhere than in their own place is not believed") {
    auto home = a_household();
    home.phone.write(entity(1), Person{.id = home.junie, .name = "Not Junie"});
    home.phone.write(entity(2), HomeNamed{"Not the Thistlewicks"});
    CHECK(home.phone.answers.home.people().size() == 4);
    CHECK(home.phone.answers.home.name_of(home.junie) == "Junie");
    CHECK(home.phone.answers.home.name() == "The Thistlewicks");
}

TEST_CASE("a phone is called what it was called last, and relationships are there until removed") {
    auto home = a_household();
    const auto phone = device("dev's phone");
    home.phone.write(entity(1), DeviceNamed{phone, "Dev's phone"});
    home.phone.write(entity(2), DeviceNamed{phone, "Dev's new phone"});
    home.phone.write(entity(3), Relationship{home.amal, home.junie, RelationKind::parent_of});
    const auto& answers = home.phone.answers.home;
    CHECK(answers.devices().at(phone) == "Dev's new phone");
    CHECK(answers.relationships().size() == 1);
    home.phone.remove(entity(2));
    home.phone.remove(entity(3));
    CHECK(answers.devices().at(phone) == "Dev's phone");
    CHECK(answers.relationships().empty());
}

TEST_CASE("a routine is done by today's entry of the same thing for the same person, and by no other") {
    auto home = a_household();
    auto& phone = home.phone;
    const auto today = day("2026-05-04");
    const auto done_by = [&] { return phone.answers.routines.due(phone.log, phone.answers.diary, today)[0].done_by; };
    CHECK_FALSE(done_by());
    phone.write(entity(1), MedicineTaken{"Brown inhaler", "2 puffs"}, home.junie);
    phone.write(entity(2), MedicineTaken{"Blue inhaler", "2 puffs"}, home.dev);
    phone.write_at(on("2026-05-03"), entity(3), MedicineTaken{"Blue inhaler", "2 puffs"}, home.junie);
    phone.write(entity(4), Activity{.what = "Blue inhaler", .people = {home.junie}}, home.junie);
    phone.write(entity(5), Note{"Blue inhaler"}, home.junie);
    CHECK_FALSE(done_by());
    phone.write(entity(6), MedicineTaken{"blue inhaler", "2 puffs"}, home.junie);
    CHECK(done_by() == entity(6));
    phone.remove(entity(6));
    CHECK_FALSE(done_by());
    // Missed is an answer as well.
    phone.write(entity(7), MedicineTaken{.medicine = "Blue inhaler", .taken = Taken::missed}, home.junie);
    CHECK(done_by() == entity(7));
}

TEST_CASE("two routines of the same inhaler need two puffs of it") {
    auto home = a_household();
    auto& phone = home.phone;
    const auto today = day("2026-05-04");
    phone.write(entity("evening"),
                Routine{.kind = Routine::Kind::medicine, .what = "Blue inhaler", .when = "at bedtime"});
    const auto due = [&] { return phone.answers.routines.due(phone.log, phone.answers.diary, today); };
    phone.write(entity(1), MedicineTaken{"Blue inhaler", "2 puffs"}, home.junie);
    CHECK(due()[0].done_by == entity(1));
    CHECK_FALSE(due()[1].done_by);
    phone.later(std::chrono::hours{9});
    phone.write(entity(2), MedicineTaken{"Blue inhaler", "2 puffs"}, home.junie);
    CHECK(due()[1].done_by == entity(2));
    CHECK(due()[1].done_at == phone.see(entity(2)).event()->at);
}

TEST_CASE("a shared walk is done when any of its people walked; a reading when it was that measure") {
    auto home = a_household();
    auto& phone = home.phone;
    const auto today = day("2026-05-04");
    phone.remove(home.inhaler_routine);
    CHECK(phone.answers.routines.find(home.inhaler_routine) == nullptr);
    phone.write(entity("walk"),
                Routine{.kind = Routine::Kind::activity, .what = "Walk", .people = {home.dev, home.amal}});
    phone.write(entity("blow"), Routine{.kind = Routine::Kind::reading, .what = "peak_flow", .people = {home.junie}});
    phone.write(entity("mood"), Routine{.kind = Routine::Kind::reading, .what = "mood"});
    phone.write(entity(1), Activity{.what = "Walk", .people = {home.ottoline, home.amal}}, home.ottoline);
    const auto due = phone.answers.routines.due(phone.log, phone.answers.diary, today);
    REQUIRE(due.size() == 3);
    CHECK(due[0].done_by == entity(1));
    CHECK(due[1].done_by == home.morning_peak_flow);
    CHECK_FALSE(due[2].done_by);
    CHECK(due[2].routine->routine.what == "mood");
}

TEST_CASE("a message waits for the clinic until the clinic has answered") {
    auto home = a_household();
    auto& phone = home.phone;
    const auto& messages = phone.answers.messages;
    CHECK_FALSE(messages.waiting_for_clinic());
    CHECK_FALSE(messages.waiting_since());
    phone.write_at(on("2026-05-01"), entity(1), Message{Side::family, "Is amber all right?"});
    phone.write_at(on("2026-05-02"), entity(2), Message{Side::family, "Hello?", home.morning_peak_flow});
    CHECK(messages.waiting_for_clinic());
    CHECK(messages.waiting_since() == day("2026-05-01"));
    phone.write_at(on("2026-05-03"), entity(3), Message{Side::clinic, "Yes it is."});
    CHECK_FALSE(messages.waiting_for_clinic());
    CHECK_FALSE(messages.waiting_since());
    phone.write_at(on("2026-05-04"), entity(4), Message{Side::family, "Thank you"});
    CHECK(messages.waiting_since() == day("2026-05-04"));
    CHECK(messages.all().size() == 4);
    REQUIRE(messages.about(home.morning_peak_flow).size() == 1);
    CHECK(messages.about(home.morning_peak_flow)[0]->entity == entity(2));
    phone.remove(entity(4));
    CHECK_FALSE(messages.waiting_for_clinic());
}

TEST_CASE("what a later release wrote is kept and not shown") {
    auto home = a_household();
    const auto before = said_by(home.phone.answers);
    home.phone.hear(Event{.dot = {device("new phone"), 1}, .entity = entity(1), .what = FromTheFuture{"sleep"}});
    CHECK(said_by(home.phone.answers) == before);
    CHECK(home.phone.log.find(Dot{device("new phone"), 1}));
}

TEST_CASE("answers told again from the first event are the answers that were kept up to date") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        const auto events = any_family_history(random, 3, 50);
        const auto log = log_of(events);
        Answers fresh;
        for (const auto& event : log.events()) fresh.hear(*log.find(event.entity));
        CHECK(said_by(fresh) == said_by(answers_of(events)));
    }
}

TEST_CASE("a day with any dose is covered, and a day with nothing written is neither taken nor missed") {
    auto home = a_household();
    const auto dose = [&](std::string_view id, std::string_view at, Taken taken,
                          std::string medicine = "Brown inhaler") {
        home.phone.write_at(on(at), entity(id), MedicineTaken{std::move(medicine), "2 puffs", taken, ""}, home.junie);
    };
    dose("a", "2026-05-01T08:00Z", Taken::taken);
    dose("b", "2026-05-01T20:00Z", Taken::missed);
    dose("c", "2026-05-02T08:00Z", Taken::missed);
    dose("d", "2026-05-03T08:00Z", Taken::part, "brown inhaler ");
    dose("e", "2026-05-04T08:00Z", Taken::not_known);
    const auto& medicines = home.phone.answers.medicines;
    const auto cover = [&](std::string_view first, std::string_view last) {
        return medicines.coverage(home.junie, "Brown Inhaler", day(first), day(last));
    };
    CHECK(cover("2026-04-07", "2026-05-04") == Coverage{.covered = 2, .missed = 1, .not_known = 1});
    CHECK(cover("2026-05-03", "2026-05-06") == Coverage{.covered = 1, .missed = 0, .not_known = 3});
    CHECK(medicines.coverage(home.dev, "Brown inhaler", day("2026-05-01"), day("2026-05-04")).days() == 0);
    CHECK(medicines.of(home.junie).size() == 1);
    // Put right, it is another medicine's.
    home.phone.later(std::chrono::minutes{1});
    dose("a", "2026-05-01T08:00Z", Taken::taken, "Blue inhaler");
    CHECK(cover("2026-04-07", "2026-05-04") == Coverage{.covered = 1, .missed = 2, .not_known = 1});
    home.phone.remove(entity("c"));
    CHECK(cover("2026-04-07", "2026-05-04") == Coverage{.covered = 1, .missed = 1, .not_known = 2});
}

}  // namespace goodweek::records
