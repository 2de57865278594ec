#include "records/messages.h"

#include <algorithm>
#include <ranges>

namespace goodweek::records {

void Messages::hear(const Entity& entity) {
    const auto* event = entity.removed ? nullptr : entity.version<Message>();
    if (!event) return messages_.forget(entity.id);
    const auto& message = std::get<Message>(event->what);
    messages_.set({event->at, entity.id, message.from, event->author, message.text, message.about});
}

std::vector<const MessageAt*> Messages::about(const EntityId& entity) const {
    std::vector<const MessageAt*> found;
    for (const auto& message : all())
        if (message.about == entity) found.push_back(&message);
    return found;
}

bool Messages::waiting_for_clinic() const { return messages_.size() > 0 && all().back().from == Side::family; }

std::optional<Day> Messages::waiting_since() const {
    std::optional<Day> since;
    for (const auto& message : all() | std::views::reverse) {
        if (message.from == Side::clinic) break;
        since = message.at.day();
    }
    return since;
}

std::optional<LocalMoment> Messages::clinic_wrote() const {
    const auto last = std::ranges::find(all() | std::views::reverse, Side::clinic, &MessageAt::from);
    return last == all().rend() ? std::nullopt : std::optional{last->at};
}

}  // namespace goodweek::records
