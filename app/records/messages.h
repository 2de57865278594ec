// Words between the family and its clinic, oldest first.
#pragma once

#include <vector>

#include "records/log.h"
#include "records/timeline.h"

namespace goodweek::records {

struct MessageAt {
    LocalMoment at{};
    EntityId entity{};
    Side from = Side::family;
    std::optional<PersonId> author{};
    std::string text{};
    std::optional<EntityId> about{};
    friend bool operator==(const MessageAt&, const MessageAt&) = default;
};

class Messages {
public:
    void hear(const Entity& entity);
    const std::vector<MessageAt>& all() const { return messages_.all(); }
    std::vector<const MessageAt*> about(const EntityId& entity) const;
    // The family wrote last, and nobody at the clinic has answered.
    bool waiting_for_clinic() const;
    std::optional<Day> waiting_since() const;
    // When the clinic last wrote to them.
    std::optional<LocalMoment> clinic_wrote() const;

private:
    Timeline<MessageAt> messages_;
};

}  // namespace goodweek::records
