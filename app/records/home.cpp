#include "records/home.h"

#include <algorithm>

namespace goodweek::records {

namespace {

template <class T>
T said(const Entity& entity) {
    const auto* what = entity.removed ? nullptr : entity.as<T>();
    return what ? *what : T{};
}

bool from_a_home_log(const Entity& entity) {
    const auto is = [](const auto* entry) { return entry && entry->source == Source::home_log; };
    return is(entity.as<Reading>()) || is(entity.as<MedicineTaken>()) || is(entity.as<Symptom>()) ||
           is(entity.as<Activity>()) || is(entity.as<Note>());
}

// Ids that are words, so that every phone of a household writes to the same entity without having been told of it.
EntityId named(std::string_view name) {
    EntityId id;
    std::ranges::copy(name, id.bytes.begin());
    return id;
}

}  // namespace

EntityId entity_of(const PersonId& person) {
    auto id = named("person");
    std::ranges::copy(person.bytes, id.bytes.end() - PersonId::size);
    return id;
}

EntityId the_home() { return named("home"); }
EntityId the_sharing() { return named("sharing"); }
EntityId the_clinic() { return named("clinic"); }

void Home::hear(const Entity& entity) {
    if (entity.id == the_home()) name_ = said<HomeNamed>(entity).name;
    if (entity.id == the_sharing()) sharing_ = said<SharingChosen>(entity).sharing;
    if (entity.id == the_clinic()) {
        const auto clinic = said<ClinicNamed>(entity);
        clinic_ = clinic.name;
        worker_ = clinic.worker;
    }
    if (!imported_) imported_ = from_a_home_log(entity);
    hear_person(entity);
    if (related_.erase(entity.id) + named_.erase(entity.id) > 0) gathered_ = false;
    if (entity.removed) return;
    if (const auto* relationship = entity.as<Relationship>()) {
        related_[entity.id] = *relationship;
        gathered_ = false;
    }
    if (const auto* event = entity.version<DeviceNamed>()) {
        named_[entity.id] = {event->clock, std::get<DeviceNamed>(event->what)};
        gathered_ = false;
    }
}

// A person is told of in their own entity only, so that nobody is there twice.
void Home::hear_person(const Entity& entity) {
    if (living_.erase(entity.id) > 0) gathered_ = false;
    const auto* person = entity.removed ? nullptr : entity.as<Person>();
    if (!person || entity.id != entity_of(person->id)) return;
    living_[entity.id] = {entity.first_version()->clock, *person};
    gathered_ = false;
}

void Home::gather() const {
    if (gathered_) return;
    gathered_ = true;
    std::vector<std::pair<Clock, const Person*>> in_order;
    for (const auto& [entity, one] : living_) in_order.emplace_back(one.since, &one.person);
    std::ranges::stable_sort(in_order, {}, &std::pair<Clock, const Person*>::first);
    people_.clear();
    for (const auto& [since, person] : in_order) people_.push_back(*person);

    relationships_.clear();
    for (const auto& [entity, relationship] : related_) relationships_.push_back(relationship);

    std::map<DeviceId, Clock> named_on;
    devices_.clear();
    for (const auto& [entity, one] : named_) {
        auto& on = named_on[one.as.device];
        if (devices_.contains(one.as.device) && one.on < on) continue;
        on = one.on;
        devices_[one.as.device] = one.as.name;
    }
}

const std::vector<Person>& Home::people() const {
    gather();
    return people_;
}

const std::vector<Relationship>& Home::relationships() const {
    gather();
    return relationships_;
}

const std::map<DeviceId, std::string>& Home::devices() const {
    gather();
    return devices_;
}

const Person* Home::find(const PersonId& id) const {
    const auto found = living_.find(entity_of(id));
    return found == living_.end() ? nullptr : &found->second.person;
}

std::string_view Home::name_of(const PersonId& id) const {
    const auto* person = find(id);
    return person ? std::string_view{person->name} : std::string_view{};
}

}  // namespace goodweek::records
