// A timeline for each of many things: each person's measure, each section, each group.
#pragma once

#include <map>
#include <span>
#include <unordered_map>

#include "records/timeline.h"

namespace goodweek::records {

template <class Key, class Item>
class Timelines {
public:
    Timelines() = default;
    // Remembers where in itself each entity stands, so it can move but not be copied.
    Timelines(Timelines&&) = default;
    Timelines& operator=(Timelines&&) = default;

    // In place of what this entity said before, also where that was about something else.
    void set(const Key& key, const Item& item) {
        auto* timeline = &by_key_[key];
        auto& stands_in = where_[item.entity];
        if (stands_in && stands_in != timeline) stands_in->forget(item.entity);
        timeline->set(item);
        stands_in = timeline;
    }

    void forget(const EntityId& entity) {
        const auto found = where_.find(entity);
        if (found == where_.end()) return;
        found->second->forget(entity);
        where_.erase(found);
    }

    // Oldest first.
    std::span<const Item> all(const Key& key) const {
        const auto found = by_key_.find(key);
        return found == by_key_.end() ? std::span<const Item>{} : std::span<const Item>{found->second.all()};
    }

    // Those of days first..last.
    std::span<const Item> between(const Key& key, Day first, Day last) const {
        const auto found = by_key_.find(key);
        return found == by_key_.end() ? std::span<const Item>{} : found->second.between(first, last);
    }

    // By their keys; some may be empty.
    const std::map<Key, Timeline<Item>>& by_key() const { return by_key_; }
    std::size_t size() const { return where_.size(); }

private:
    std::map<Key, Timeline<Item>> by_key_;
    std::unordered_map<EntityId, Timeline<Item>*> where_;
};

}  // namespace goodweek::records
