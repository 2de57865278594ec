#include "exchange/export.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace goodweek;
using namespace goodweek::exchange;

namespace {

EntityId entity(std::uint8_t number) {
    EntityId id;
    id.bytes.fill(number);
    return id;
}

const PersonId junie = *PersonId::from(bytes_of("junie..."));
const PersonId dev = *PersonId::from(bytes_of("dev....."));

// One phone's log, an event at a time.
struct Phone {
    records::Log log;
    records::Home home;
    records::Clock clock;
    std::uint64_t counter = 0;
    DeviceId device = *DeviceId::from(bytes_of("the one phone..."));

    void write(const EntityId& id, std::optional<PersonId> person, std::string_view at, records::Happening what) {
        clock = records::next(clock,
                              Moment{std::chrono::milliseconds{1'000'000'000'000 + static_cast<long long>(counter)}});
        records::Event event{.dot = {device, ++counter},
                             .clock = clock,
                             .entity = id,
                             .person = person,
                             .author = dev,
                             .at = *parse_moment(at),
                             .supersedes = log.seen_versions(id, what),
                             .what = std::move(what),
                             .original = {}};
        if (const auto* changed = log.append(std::move(event))) home.hear(*changed);
    }
};

Reading reading(std::string_view measure, Thousandths first, std::optional<Thousandths> second,
                std::string_view typed, std::string_view unit, std::string_view note = {}) {
    return {.measure = std::string{measure},
            .first = first,
            .second = second,
            .typed = std::string{typed},
            .unit = std::string{unit},
            .context = Context::none,
            .note = std::string{note},
            .confirmed = false,
            .source = Source::typed};
}

Phone a_family() {
    Phone phone;
    const auto at = "2026-09-01T08:00+01:00";
    phone.write(records::the_home(), {}, at, records::HomeNamed{"The Thistlewicks"});
    phone.write(records::entity_of(dev), dev, at,
                Person{.id = dev, .name = "Dev", .born = {}, .relation = "Dad", .picture = "bike", .colour = 1});
    phone.write(records::entity_of(junie), junie, at,
                Person{.id = junie,
                       .name = "Junie",
                       .born = make_day(2016, 5, 21),
                       .relation = "Daughter",
                       .picture = "rabbit",
                       .colour = 2});
    phone.write(entity(1), dev, "2026-11-05T20:15Z", reading("blood_pressure", 128'000, 76'000, "128/76", "mmHg"));
    phone.write(entity(2), junie, "2026-11-06T07:45Z", reading("peak_flow", 256'000, {}, "256", "L/min"));
    phone.write(entity(2), junie, "2026-11-06T07:45Z",
                reading("peak_flow", 265'000, {}, "265", "L/min", "=HYPERLINK(\"x\"), \"best\" of three"));
    phone.write(
        entity(3), dev, "2026-11-04",
        Activity{
            .what = "Walk after tea", .people = {dev, junie}, .minutes = 20, .note = {}, .source = Source::typed});
    phone.write(entity(4), junie, "2026-11-03T07:40Z",
                MedicineTaken{.medicine = "Brown inhaler",
                              .dose = "2 puffs",
                              .taken = Taken::missed,
                              .note = "Late for the bus\nagain",
                              .source = Source::typed});
    phone.write(entity(5), junie, "2026-09-01T18:00+01:00",
                Goal{.words = "I want to run at break without stopping.", .why = "netball", .people = {junie}});
    phone.write(entity(6), junie, "2026-11-05T19:00Z", GoalRating{.goal = entity(5), .value = 6});
    phone.write(entity(7), {}, "2026-11-05T19:30Z",
                records::Message{.from = Side::family, .text = "Could the budget help with lights?", .about = {}});
    phone.write(entity(8), dev, "2026-11-05T19:40Z", Note{.text = "Taken back.", .source = Source::typed});
    phone.write(entity(8), dev, "2026-11-05T19:41Z", records::Removed{});
    phone.write(entity(9), {}, "2026-11-05T19:45Z",
                records::InviteGiven{.secret = {1, 2, 3}, .for_whom = "Somebody", .expires = {}});
    return phone;
}

std::string golden(std::string_view name) {
    std::ifstream file{std::string{GOODWEEK_TESTS_FOLDER} + "/vectors/export/" + std::string{name}, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

TEST_CASE("an export is the same file it has always been") {
    const auto phone = a_family();
    const auto rows = rows_of(phone.log, phone.home);
    CHECK(to_csv(rows) == golden("family.csv"));
    CHECK(to_json(rows) == golden("family.json"));
}

TEST_CASE("an export shows what people see: the last version, and nothing that was removed or is secret") {
    const auto phone = a_family();
    const auto csv = to_csv(rows_of(phone.log, phone.home));
    CHECK(csv.contains("265"));
    CHECK_FALSE(csv.contains("256"));
    CHECK_FALSE(csv.contains("Taken back."));
    CHECK_FALSE(csv.contains("Somebody"));
}

TEST_CASE("words that look like a formula are words in a spreadsheet") {
    const auto phone = a_family();
    CHECK(to_csv(rows_of(phone.log, phone.home)).contains("\"'=HYPERLINK(\"\"x\"\"), \"\"best\"\" of three\""));
}

TEST_CASE("every row of a CSV has a cell for every column, empty or not") {
    Row empty;
    const auto csv = to_csv({empty});
    const auto second_line = csv.substr(csv.find("\r\n") + 2);
    CHECK(std::ranges::count(second_line, ',') == static_cast<long>(column_names.size()) - 1);
}

TEST_CASE("a log with nothing in it is a file that says so") {
    CHECK(to_csv({}).ends_with("author\r\n"));
    CHECK(to_json({}).contains("\"entries\": []"));
}

TEST_CASE("thousandths are written as short as they can be") {
    CHECK(decimal(5551) == "5.551");
    CHECK(decimal(5500) == "5.5");
    CHECK(decimal(128'000) == "128");
    CHECK(decimal(0) == "0");
    CHECK(decimal(-500) == "-0.5");
    CHECK(decimal(50) == "0.05");
}
