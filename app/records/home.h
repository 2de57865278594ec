// Who lives here, what they call the place, and what they let the clinic read.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "records/log.h"

namespace goodweek::records {

class Home {
public:
    void hear(const Entity& entity);

    const std::string& name() const { return name_; }
    const std::string& clinic() const { return clinic_; }
    const std::string& worker() const { return worker_; }
    const Sharing& sharing() const { return sharing_; }
    // In the order they were added.
    const std::vector<Person>& people() const;
    const Person* find(const PersonId& id) const;
    // Their name, or an empty text for somebody we have not been told of.
    std::string_view name_of(const PersonId& id) const;
    const std::vector<Relationship>& relationships() const;
    // Some of what is here came from a file: its source is to be credited wherever it is shown.
    bool has_imported() const { return imported_; }
    const std::map<DeviceId, std::string>& devices() const;

private:
    struct Living {
        Clock since{};
        Person person{};
    };
    struct Named {
        Clock on{};
        DeviceNamed as{};
    };
    void hear_person(const Entity& entity);
    void gather() const;

    std::string name_, clinic_, worker_;
    Sharing sharing_;
    bool imported_ = false;
    std::map<EntityId, Living> living_;
    std::map<EntityId, Relationship> related_;
    std::map<EntityId, Named> named_;
    // Those three as people see them, gathered at the first look after a change.
    mutable bool gathered_ = true;
    mutable std::vector<Person> people_;
    mutable std::vector<Relationship> relationships_;
    mutable std::map<DeviceId, std::string> devices_;
};

// The entities that there is one of in each household.
EntityId entity_of(const PersonId& person);
EntityId the_home();
EntityId the_sharing();
EntityId the_clinic();

}  // namespace goodweek::records
