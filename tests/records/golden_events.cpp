#include "golden_events.h"

#include <numeric>

#include "support/history.h"

namespace goodweek::records {

namespace {

// Ids that can be told apart by eye: a01 to a10.
template <class IdType>
IdType counted(int first) {
    IdType id;
    std::iota(id.bytes.begin(), id.bytes.end(), static_cast<std::uint8_t>(first));
    return id;
}

const auto phone = counted<DeviceId>(0xA0), other_phone = counted<DeviceId>(0xB0);
const auto junie = counted<PersonId>(0x10), amal = counted<PersonId>(0x20), dev = counted<PersonId>(0x30);
const auto goal = counted<EntityId>(0xD0);

Event golden(Happening what) {
    return {.dot = {phone, 7},
            .clock = {0x0191'2345'6789'0003},
            .entity = counted<EntityId>(0xC0),
            .person = junie,
            .author = amal,
            .at = on("2026-05-04T07:45+01:00"),
            .what = std::move(what)};
}

Bytes counted_bytes(std::size_t count) {
    Bytes bytes(count);
    std::iota(bytes.begin(), bytes.end(), std::uint8_t{1});
    return bytes;
}

Event with_everything() {
    auto event = golden(Reading{.measure = "blood_pressure",
                                .first = 128'000,
                                .second = 76'000,
                                .typed = "128/76",
                                .unit = "mmHg",
                                .context = Context::bedtime,
                                .note = "After the walk.\nArm rested, ćwiczenia ó 😀",
                                .confirmed = true,
                                .source = Source::home_log});
    event.supersedes = {{phone, 5}, {phone, 6}, {other_phone, 1}};
    return event;
}

Event with_next_to_nothing() { return {.dot = {phone, 1}, .entity = counted<EntityId>(0xC0), .what = Note{}}; }

Event at_the_limits() {
    auto event = golden(Reading{.measure = "x", .first = -1'000'000'000'000, .second = 1'000'000'000'000});
    event.dot.counter = (std::uint64_t{1} << 53) - 1;
    event.clock.packed = ~std::uint64_t{0};
    event.at = {on("0001-01-01T00:00Z").at, earliest_offset, true};
    for (std::uint64_t counter = 1; counter <= 8; ++counter) event.supersedes.push_back({other_phone, counter << 40});
    return event;
}

Event on_a_day_only() {
    auto event = golden(RestDay{Rest::ill});
    event.at = noon_of(*parse_day("2028-02-29"), Minutes{-570});
    event.author.reset();
    return event;
}

Event removal(Happening what) {
    auto event = golden(std::move(what));
    event.supersedes = {{phone, 6}};
    return event;
}

}  // namespace

std::vector<GoldenEvent> golden_events() {
    return {
        {"everything", with_everything()},
        {"next-to-nothing", with_next_to_nothing()},
        {"limits", at_the_limits()},
        {"day-only", on_a_day_only()},
        {"home", golden(HomeNamed{"The Thistlewicks"})},
        {"device", golden(DeviceNamed{other_phone, "Dev's phone"})},
        {"clinic", golden(ClinicNamed{"Larkrise Lane", "Sam Lanternfield"})},
        {"person", golden(Person{.id = junie,
                                 .name = "Junie",
                                 .born = parse_day("2018-01-20"),
                                 .relation = "Daughter",
                                 .picture = "rabbit",
                                 .colour = 2})},
        {"person-born-before-1970", golden(Person{.id = dev, .name = "Ottoline", .born = parse_day("1948-02-29")})},
        {"relation", golden(Relationship{amal, junie, RelationKind::parent_of})},
        {"sharing", golden(SharingChosen{Sharing{}.with(Shared::readings, true).with(Shared::goals, true)})},
        {"reading", golden(Reading{.measure = "peak_flow", .first = 320'000, .typed = "320", .unit = "L/min"})},
        {"reading-converted", golden(Reading{.measure = "glucose",
                                             .first = 5551,
                                             .typed = "100",
                                             .unit = "mg/dL",
                                             .context = Context::before_breakfast})},
        {"symptom", golden(Symptom{"Cough", 4, "At night"})},
        {"note", golden(Note{"Slept through."})},
        {"from-a-table", golden(Note{"n", Source::table})},
        {"activity", golden(Activity{"Walk", {junie, amal, dev}, 35, "To the pond"})},
        {"medicine", golden(MedicineTaken{"Blue inhaler", "2 puffs", Taken::part, "Only one"})},
        {"medicine-not-known", golden(MedicineTaken{"Blue inhaler", "", Taken::not_known, ""})},
        {"rest", golden(RestDay{Rest::away})},
        {"answers", golden(Response{.questionnaire = "ucla3",
                                    .form = "adult",
                                    .version = "1",
                                    .title = "Loneliness",
                                    .mode = AnswerMode::read_aloud,
                                    .answers = {{.question = "1", .code = "2"},
                                                {.question = "2", .declined = true},
                                                {.question = "3", .number = 7},
                                                {.question = "4", .text = "Since the move"}},
                                    .scores = {{.score = "total", .answered = 2, .of = 3},
                                               {.score = "trust", .value = 7000, .answered = 1, .of = 1}}})},
        {"routine", golden(Routine{Routine::Kind::medicine, "Blue inhaler", "2 puffs", "before school", {junie}})},
        {"plan", golden(Planned{Planned::Kind::appointment,
                                "Asthma review",
                                "Larkrise Lane, upstairs",
                                {junie, PersonId{counted<PersonId>(0x20)}},
                                "Bring the spacer"})},
        {"outcome", golden(PlanOutcome{PlanOutcome::Kind::not_brought, "No bus"})},
        {"goal", golden(Goal{"Run to the big tree without stopping", "To play tag", {junie}})},
        {"step", golden(NextStep{goal, "Walk to school", 3})},
        {"done", golden(StepDone{goal})},
        {"rating", golden(GoalRating{goal, 7})},
        {"agreed", golden(GoalAgreed{goal, Side::clinic, "Run to the big tree without stopping"})},
        {"message", golden(Message{Side::family, "Is amber all right?", counted<EntityId>(0xE0)})},
        {"goal-with-target",
         golden(Goal{.words = "Run to the big tree", .people = {junie}, .target = 8, .by = parse_day("2026-08-01")})},
        {"step-at-most", golden(NextStep{goal, "Take-away tea", 1, true})},
        {"rating-with-level", golden(GoalRating{goal, 7, 6, -1})},
        {"levels",
         golden(GoalLevels{
             goal, {{"Not at all", "To the gate", "To the big tree", "Round the park", "Twice round"}, 3, 2}})},
        {"action", golden(ActionStep{.goal = goal,
                                     .by = Side::clinic,
                                     .words = "Ring the school",
                                     .owner = amal,
                                     .for_clinic = true,
                                     .due = parse_day("2026-05-08"),
                                     .help = "Their number"})},
        {"action-state", golden(ActionState{goal, Side::clinic, ActionState::State::accepted})},
        {"written",
         golden(Written{.section = "service_use",
                        .by = Side::clinic,
                        .entry = counted<EntityId>(0xE0),
                        .fields = {{"why", "Could not catch her breath"}, {"kind", "ae"}, {"nights", ""}}})},
        {"written-to-clinic", golden(Written{.section = "contacts",
                                             .entry = counted<EntityId>(0xE0),
                                             .fields = {{"decided", "yes"}},
                                             .to_clinic = true})},
        {"sharing-sections",
         golden(SharingChosen{
             Sharing{}.with(Shared::goals, true).with_section("passport", true).with_section("about_me", true)})},
        {"invite", golden(InviteGiven{counted_bytes(16), "The family at number 7", on("2026-06-01T00:00Z").at})},
        {"invite-used", golden(InviteUsed{counted_bytes(32)})},
        {"absent", golden(AbsentReading{"peak_flow", AbsentReading::Why::not_known})},
        {"read", golden(SectionRead{"story", "Sam Lanternfield"})},
        {"outcome-of-a-group",
         golden(PlanOutcome{.kind = PlanOutcome::Kind::done, .accompanied = true, .enjoyed = 8, .confirmed = true})},
        {"lent", golden(WordsLent{counted_bytes(48)})},
        {"removed", removal(Removed{})},
        {"restored", removal(Restored{})},
    };
}

}  // namespace goodweek::records
