// Invented families for tests: phones that write and hear each other, histories of any kind, and one small household
// whose members have names.
#pragma once

#include <array>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "records/answers.h"
#include "support/random.h"

namespace goodweek::records {

// "mother" is always the same device, and so on: ids made of a word or a number.
DeviceId device(std::string_view name);
PersonId person(std::string_view name);
EntityId entity(std::string_view name);
EntityId entity(int number);
LocalMoment on(std::string_view iso8601);

// One phone: what it has, and a clock that only moves when told to.
struct Phone {
    explicit Phone(std::string_view name, std::string_view now = "2026-05-04T08:00Z");

    // Written as a session writes: the next dot, the next stamp, naming what this phone sees. It happens "now".
    const Event& write(const EntityId& entity, Happening what, std::optional<PersonId> about = std::nullopt);
    const Event& write_at(const LocalMoment& at, const EntityId& entity, Happening what,
                          std::optional<PersonId> about = std::nullopt);
    const Event& remove(const EntityId& entity) { return write(entity, Removed{}); }
    const Event& restore(const EntityId& entity) { return write(entity, Restored{}); }

    void hear(const Event& event);
    void hear(const Phone& other);  // all it has
    void later(std::chrono::milliseconds by) { now += by; }

    const Entity& see(const EntityId& entity) const { return *log.find(entity); }
    bool shows(const EntityId& entity) const { return log.find(entity) && !log.find(entity)->removed; }

    DeviceId id;
    Moment now;
    Clock clock;
    Log log;
    Answers answers;
};

// Both hear all the other has.
void meet(Phone& one, Phone& other);

// Any happening at all but FromTheFuture, with words, numbers and people as wild as their fields allow.
Happening any_happening(Random& random);
// An event this release never wrote: a kind, a choice or a field from later ones. Its bytes are what counts.
Event any_event_from_the_future(Random& random);
Event any_event(Random& random);

// What one phone wrote alone, about a handful of things that other histories of the same seed's families are about
// too.
std::vector<Event> any_history(Random& random, const DeviceId& device, int events = 24);
// What several phones wrote that met now and then, in part, with clocks up to ten years wrong.
std::vector<Event> any_family_history(Random& random, int phones, int events);
// The same with events no honest phone writes: naming themselves, each other in circles, and what is not there.
std::vector<Event> any_hostile_history(Random& random, int events);

Log log_of(const std::vector<Event>& events);
Log merged(std::initializer_list<std::vector<Event>> histories);
// Told event by event, as a session tells them.
Answers answers_of(const std::vector<Event>& events);
// All that a screen could ask, in one text: two answers are equal when these are.
std::string said_by(const Answers& answers);
// All that a log shows, in one text.
std::string shown_by(const Log& log);

// The Thistlewicks: Amal (Mum), Dev (Dad), Junie (8) and Gran Ottoline; peak flows, a goal with a step, a routine.
struct Household {
    Phone phone{"amal's phone"};
    PersonId amal, dev, junie, ottoline;
    EntityId goal, step, inhaler_routine, morning_peak_flow;
};
Household a_household();

}  // namespace goodweek::records
