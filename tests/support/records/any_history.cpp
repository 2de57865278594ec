// Histories by chance. Nothing here asks for more than a seed.
#include <algorithm>

#include "records/event_bytes.h"
#include "support/history.h"
#include "vault/cbor.h"

namespace goodweek::records {

namespace {

using namespace std::chrono_literals;

constexpr int things = 10;

std::string any_words(Random& random) {
    static constexpr std::array<std::string_view, 9> words{
        "",           "run",         "Blue inhaler",
        "two\nlines", "Llŷr's tŵr",  "ćwiczyć ó",
        "دواء",       "😀 good day", "a much longer sentence about how the day went, and why"};
    return std::string{random.pick(words)};
}

PersonId any_person(Random& random) { return person(std::to_string(random.between(1, 4))); }

std::vector<PersonId> any_people(Random& random) {
    std::vector<PersonId> people;
    for (int i = random.between(0, 3); i > 0; --i) people.push_back(any_person(random));
    return people;
}

template <class Choice>
Choice any_choice(Random& random, Choice last) {
    return static_cast<Choice>(random.between(0, static_cast<int>(last)));
}

template <class Make>
auto maybe(Random& random, Make make) -> std::optional<decltype(make())> {
    if (random.one_in(2)) return std::nullopt;
    return make();
}

LocalMoment any_moment(Random& random) {
    const auto day = *make_day(random.between(2020, 2030), random.between(1, 12), random.between(1, 28));
    const Minutes offset{random.between(-12 * 4, 14 * 4) * 15};
    if (random.one_in(4)) return noon_of(day, offset);
    return moment_of(day, Minutes{random.between(0, 24 * 60 - 1)}, offset);
}

Reading any_reading(Random& random) {
    const auto& measure = random.pick(measures());
    return {.measure = random.one_in(8) ? any_words(random) : std::string{measure.key},
            .first = random.between(-5, 900'000),
            .second = maybe(random, [&] { return Thousandths{random.between(0, 200'000)}; }),
            .typed = any_words(random),
            .unit = std::string{random.pick(measure.units).key},
            .context = any_choice(random, Context::bedtime),
            .note = any_words(random),
            .confirmed = random.one_in(2),
            .source = any_choice(random, Source::table)};
}

Response any_response(Random& random) {
    Response response{.questionnaire = "ucla3",
                      .form = random.one_in(3) ? "child" : "adult",
                      .version = "1",
                      .title = any_words(random),
                      .mode = any_choice(random, AnswerMode::proxy),
                      .called_for_help = random.one_in(4)};
    for (int i = random.between(0, 4); i > 0; --i)
        response.answers.push_back({.question = std::to_string(i),
                                    .code = random.one_in(2) ? std::to_string(random.between(1, 3)) : "",
                                    .number = maybe(random, [&] { return std::int64_t{random.between(-5, 30)}; }),
                                    .text = any_words(random),
                                    .declined = random.one_in(5)});
    if (random.one_in(2))
        response.scores.push_back({.score = "total",
                                   .value = maybe(random, [&] { return Thousandths{random.between(3000, 9000)}; }),
                                   .answered = random.between(0, 3),
                                   .of = 3});
    return response;
}

Bytes any_bytes(Random& random, int most) {
    Bytes bytes(static_cast<std::size_t>(random.between(0, most)));
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random.next());
    return bytes;
}

// A wrong clock of any sort: right, a little off, ten years behind or before.
Moment any_clock(Random& random, Moment right) {
    switch (random.between(0, 3)) {
        case 0: return right;
        case 1: return right + std::chrono::minutes{random.between(-30, 30)};
        case 2: return right + Days{random.between(-3650, 0)};
        default: return right + Days{random.between(0, 3650)};
    }
}

Written any_written(Random& random) {
    Written written{.section = any_words(random),
                    .by = any_choice(random, Side::clinic),
                    .entry = maybe(random, [&] { return entity(random.between(0, 9)); })};
    written.to_clinic = random.one_in(3);
    for (int left = random.between(0, 3); left > 0; --left)
        written.fields.push_back({any_words(random), any_words(random)});
    return written;
}

// What a phone might do next with one of a few things, so that phones do it to the same ones.
void do_something(Random& random, Phone& phone) {
    phone.later(std::chrono::minutes{random.between(0, 90)});
    const auto number = random.between(0, things - 1);
    const auto one = entity(number);
    const auto about = maybe(random, [&] { return any_person(random); });
    const auto at = any_moment(random);
    if (phone.log.find(one) && random.one_in(5)) {
        if (phone.shows(one)) phone.remove(one);
        else phone.restore(one);
        return;
    }
    // Each thing is of one sort for the whole family, as a form makes it; now and then it is not.
    switch (random.one_in(12) ? random.between(0, things - 1) : number) {
        case 0: phone.write_at(at, one, any_reading(random), about); break;
        case 1: phone.write_at(at, one, Note{any_words(random)}, about); break;
        case 2: phone.write_at(at, one, Goal{any_words(random), any_words(random), any_people(random)}, about); break;
        case 3: phone.write_at(at, one, GoalRating{entity(2), random.between(0, 10)}, about); break;
        case 4: phone.write_at(at, one, StepDone{entity(2)}, about); break;
        case 5: phone.write_at(at, one, NextStep{entity(2), any_words(random), random.between(1, 7)}, about); break;
        case 6: {
            const auto id = any_person(random);
            phone.write(entity_of(id), Person{.id = id, .name = any_words(random)}, id);
            break;
        }
        case 7:
            phone.write_at(at, one, GoalAgreed{entity(2), any_choice(random, Side::clinic), any_words(random)},
                           about);
            break;
        default: phone.write_at(at, one, any_happening(random), about);
    }
}

}  // namespace

Happening any_happening(Random& random) {
    const auto words = [&] { return any_words(random); };
    switch (random.between(0, 32)) {
        case 0: return HomeNamed{words()};
        case 1: return DeviceNamed{random.id<DeviceId>(), words()};
        case 2: return ClinicNamed{words(), words()};
        case 3:
            return Person{.id = any_person(random),
                          .name = words(),
                          .born = maybe(random, [&] { return Day{Days{random.between(-30'000, 20'000)}}; }),
                          .relation = words(),
                          .picture = words(),
                          .colour = random.between(0, 7)};
        case 4: return Relationship{any_person(random), any_person(random), any_choice(random, RelationKind::other)};
        case 5: return SharingChosen{{static_cast<std::uint8_t>(random.between(0, 63))}};
        case 6: return any_reading(random);
        case 7:
            return Symptom{words(), maybe(random, [&] { return random.between(0, 10); }), words(),
                           any_choice(random, Source::table)};
        case 8: return Note{words(), any_choice(random, Source::table)};
        case 9:
            return Activity{words(), any_people(random), maybe(random, [&] { return random.between(0, 600); }),
                            words(), any_choice(random, Source::table)};
        case 10:
            return MedicineTaken{words(), words(), any_choice(random, Taken::not_known), words(),
                                 any_choice(random, Source::table)};
        case 11: return RestDay{any_choice(random, Rest::away)};
        case 22: return any_response(random);
        case 23:
            return Planned{any_choice(random, Planned::Kind::group), words(), words(), any_people(random), words()};
        case 24:
            return PlanOutcome{any_choice(random, PlanOutcome::Kind::not_brought), words(), random.one_in(2),
                               maybe(random, [&] { return random.between(0, 10); }), random.one_in(2)};
        case 25: return any_written(random);
        case 26:
            return GoalLevels{
                entity(2),
                {{words(), words(), words(), words(), words()}, random.between(0, 3), random.between(0, 3)}};
        case 27:
            return ActionStep{.goal = entity(2),
                              .by = any_choice(random, Side::clinic),
                              .words = words(),
                              .owner = maybe(random, [&] { return any_person(random); }),
                              .for_clinic = random.one_in(2),
                              .due = maybe(random, [&] { return Day{Days{random.between(-30'000, 20'000)}}; }),
                              .help = words()};
        case 28:
            return ActionState{entity(2), any_choice(random, Side::clinic),
                               any_choice(random, ActionState::State::dropped)};
        case 12:
            return Routine{any_choice(random, Routine::Kind::activity), words(), words(), words(),
                           any_people(random)};
        case 13:
            return Goal{.words = words(),
                        .why = words(),
                        .people = any_people(random),
                        .target = maybe(random, [&] { return random.between(0, 10); }),
                        .by = maybe(random, [&] { return Day{Days{random.between(-30'000, 20'000)}}; })};
        case 14: return NextStep{entity(2), words(), random.between(1, 7), random.one_in(2)};
        case 15: return StepDone{entity(2)};
        case 16:
            return GoalRating{entity(2), random.between(0, 10), maybe(random, [&] { return random.between(0, 10); }),
                              maybe(random, [&] { return random.between(-2, 2); })};
        case 17: return GoalAgreed{entity(2), any_choice(random, Side::clinic), words()};
        case 18:
            return Message{any_choice(random, Side::clinic), words(),
                           maybe(random, [&] { return entity(random.between(0, things - 1)); })};
        case 19: return InviteGiven{any_bytes(random, 40), words(), any_moment(random).at};
        case 20: return InviteUsed{any_bytes(random, 40)};
        case 21: return Removed{};
        case 29: return WordsLent{any_bytes(random, 40)};
        case 30: return AbsentReading{words(), any_choice(random, AbsentReading::Why::not_known)};
        case 31: return SectionRead{words(), words()};
        default: return Restored{};
    }
}

Event any_event(Random& random) {
    Event event{.dot = {random.id<DeviceId>(), static_cast<std::uint64_t>(random.between(1, 1'000'000))},
                .clock = {random.next()},
                .entity = random.id<EntityId>(),
                .person = maybe(random, [&] { return any_person(random); }),
                .author = maybe(random, [&] { return any_person(random); }),
                .at = any_moment(random),
                .what = any_happening(random)};
    for (int i = random.between(0, 8); i > 0; --i)
        event.supersedes.push_back({random.id<DeviceId>(), static_cast<std::uint64_t>(random.between(1, 70'000))});
    std::ranges::sort(event.supersedes);
    return event;
}

Event any_event_from_the_future(Random& random) {
    using vault::Cbor;
    const auto known = any_event(random);
    auto fields = *vault::decode(encode(known))->if_map();
    const auto set = [](Cbor::Map& map, std::string_view key, Cbor value) {
        std::erase_if(map, [&](const Cbor::Field& field) { return field.key == key; });
        map.push_back({std::string{key}, std::move(value)});
    };
    const Cbor::Map surprise{{"nested", Cbor::Array{1, -2, "three"}}, {"raw", any_bytes(random, 30)}};
    switch (random.between(0, 3)) {
        case 0:
            set(fields, "k", "sleep_score");
            set(fields, "v", surprise);
            break;
        case 1: set(fields, "x", random.between(0, 99)); break;
        case 2: {
            set(fields, "k", "note");
            set(fields, "v", Cbor::Map{{"mood", "calm"}, {"t", "a note with a mood"}});
            break;
        }
        default: set(fields, "k", "rest"); set(fields, "v", Cbor::Map{{"k", random.between(3, 200)}});
    }
    return *decode(vault::encode(Cbor{std::move(fields)}));
}

std::vector<Event> any_history(Random& random, const DeviceId& device, int events) {
    Phone phone{"any"};
    phone.id = device;
    phone.now = any_clock(random, phone.now);
    while (static_cast<int>(phone.log.events().size()) < events) do_something(random, phone);
    return {phone.log.events().begin(), phone.log.events().end()};
}

std::vector<Event> any_family_history(Random& random, int count, int events) {
    std::vector<Phone> phones;
    for (int i = 0; i < count; ++i) {
        auto& phone = phones.emplace_back("phone " + std::to_string(i));
        phone.now = any_clock(random, phone.now);
    }
    std::vector<Event> all;
    while (static_cast<int>(all.size()) < events) {
        auto& phone = random.pick(phones);
        if (random.one_in(4)) {
            // Hears some of what there is, in any order: bundles overtake each other.
            auto heard = all;
            random.shuffle(heard);
            heard.resize(static_cast<std::size_t>(random.between(0, static_cast<int>(heard.size()))));
            for (const auto& event : heard) phone.hear(event);
        }
        const auto before = phone.log.events().size();
        if (random.one_in(15)) {
            auto future = any_event_from_the_future(random);
            future.dot = {phone.id, phone.log.seen().complete_to(phone.id) + 1};
            future.entity = entity(random.between(0, things - 1));
            future.original.clear();
            phone.hear(future);
        } else {
            do_something(random, phone);
        }
        for (auto i = before; i < phone.log.events().size(); ++i) all.push_back(phone.log.events()[i]);
    }
    return all;
}

std::vector<Event> any_hostile_history(Random& random, int events) {
    const std::array devices{device("sly one"), device("sly two"), device("sly three")};
    std::array<std::uint64_t, 3> counters{};
    std::vector<Event> all;
    while (static_cast<int>(all.size()) < events) {
        const auto who = static_cast<std::size_t>(random.between(0, 2));
        Event event{.dot = {devices[who], ++counters[who]},
                    .clock = {random.one_in(6) ? ~std::uint64_t{0} : random.next() % 8},
                    .entity = entity(random.between(0, 1)),
                    .at = any_moment(random)};
        switch (random.between(0, 4)) {
            case 0: event.what = Removed{}; break;
            case 1: event.what = Restored{}; break;
            case 2: event.what = FromTheFuture{random.one_in(2) ? "note" : "presence"}; break;
            default: event.what = Note{any_words(random)};
        }
        for (int i = random.between(0, 3); i > 0; --i)
            event.supersedes.push_back(
                {random.pick(devices), static_cast<std::uint64_t>(random.between(1, events / 2))});
        if (random.one_in(10)) event.supersedes.push_back(event.dot);
        std::ranges::sort(event.supersedes);
        event.supersedes.erase(std::ranges::unique(event.supersedes).begin(), event.supersedes.end());
        all.push_back(std::move(event));
    }
    return all;
}

}  // namespace goodweek::records
