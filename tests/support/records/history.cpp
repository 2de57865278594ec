#include "support/history.h"

#include <algorithm>

namespace goodweek::records {

namespace {

template <class IdType>
IdType id_of(std::string_view name) {
    // Spread over all bytes, so that names alike at the front are different ids.
    std::uint64_t seed = 0;
    for (const char c : name) seed = seed * 1099511628211u + static_cast<std::uint8_t>(c);
    return Random{seed}.id<IdType>();
}

}  // namespace

DeviceId device(std::string_view name) { return id_of<DeviceId>(name); }
PersonId person(std::string_view name) { return id_of<PersonId>(name); }
EntityId entity(std::string_view name) { return id_of<EntityId>(name); }
EntityId entity(int number) { return entity("thing " + std::to_string(number)); }
LocalMoment on(std::string_view iso8601) { return *parse_moment(iso8601); }

Phone::Phone(std::string_view name, std::string_view time) : id(device(name)), now(on(time).at) {}

const Event& Phone::write(const EntityId& about_what, Happening what, std::optional<PersonId> about) {
    return write_at({now, Minutes{0}}, about_what, std::move(what), about);
}

const Event& Phone::write_at(const LocalMoment& at, const EntityId& about_what, Happening what,
                             std::optional<PersonId> about) {
    clock = next(records::heard(clock, log.clock(), now), now);
    const Dot dot{id, log.seen().complete_to(id) + 1};
    hear(Event{.dot = dot,
               .clock = clock,
               .entity = about_what,
               .person = about,
               .at = at,
               .supersedes = log.seen_versions(about_what, what),
               .what = std::move(what)});
    return *log.find(dot);
}

void Phone::hear(const Event& event) {
    if (const auto* changed = log.append(event)) answers.hear(*changed);
}

void Phone::hear(const Phone& other) {
    for (const auto& event : other.log.events()) hear(event);
}

void meet(Phone& one, Phone& other) {
    one.hear(other);
    other.hear(one);
}

Log log_of(const std::vector<Event>& events) {
    Log log;
    for (const auto& event : events) log.append(event);
    return log;
}

Log merged(std::initializer_list<std::vector<Event>> histories) {
    Log log;
    for (const auto& history : histories)
        for (const auto& event : history) log.append(event);
    return log;
}

Answers answers_of(const std::vector<Event>& events) {
    Log log;
    Answers answers;
    for (const auto& event : events)
        if (const auto* changed = log.append(event)) answers.hear(*changed);
    return answers;
}

Household a_household() {
    Household home;
    auto& phone = home.phone;
    const auto live_here = [&](std::string_view name, std::string_view relation, std::string_view born) {
        const auto id = person(name);
        phone.write(
            entity_of(id),
            Person{.id = id, .name = std::string{name}, .born = parse_day(born), .relation = std::string{relation}},
            id);
        return id;
    };
    phone.write(the_home(), HomeNamed{"The Thistlewicks"});
    home.amal = live_here("Amal", "Mum", "1986-02-11");
    home.dev = live_here("Dev", "Dad", "1984-09-30");
    home.junie = live_here("Junie", "", "2018-01-20");
    home.ottoline = live_here("Ottoline", "Gran", "");
    home.goal = entity("run to the big tree");
    home.step = entity("walk to school");
    home.inhaler_routine = entity("blue inhaler");
    home.morning_peak_flow = entity("first peak flow");
    phone.write(home.goal, Goal{.words = "Run to the big tree without stopping", .people = {home.junie}}, home.junie);
    phone.write(home.step, NextStep{.goal = home.goal, .words = "Walk to school"}, home.junie);
    phone.write(home.inhaler_routine,
                Routine{.kind = Routine::Kind::medicine, .what = "Blue inhaler", .people = {home.junie}}, home.junie);
    phone.write(home.morning_peak_flow,
                Reading{.measure = "peak_flow", .first = 320'000, .typed = "320", .unit = "L/min"}, home.junie);
    return home;
}

}  // namespace goodweek::records
