// Things in the order they happened, one an entity, to be looked at as one span. Adding near the end is cheap;
// loading a year in any order costs one sort at the first look.
#pragma once

#include <algorithm>
#include <span>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "domain/ids.h"
#include "domain/moment.h"
#include "domain/put_in_order.h"

namespace goodweek::records {

// Item has `LocalMoment at` and `EntityId entity`.
template <class Item>
class Timeline {
public:
    // In place of what this entity said before.
    void set(const Item& item) {
        const auto [held, added] = held_.try_emplace(item.entity, item);
        if (!added) {
            if (held->second == item) return;
            take_out(held->second);
            held->second = item;
        }
        put_in(item);
    }

    void forget(const EntityId& entity) {
        const auto held = held_.find(entity);
        if (held == held_.end()) return;
        take_out(held->second);
        held_.erase(held);
    }

    // Oldest first.
    const std::vector<Item>& all() const {
        sort();
        return sorted_;
    }

    // Those of days first..last.
    std::span<const Item> between(Day first, Day last) const {
        const std::span<const Item> items = all();
        const auto day = [](const Item& item) { return item.at.day(); };
        const auto from = std::ranges::lower_bound(items, first, {}, day);
        const auto to = std::ranges::upper_bound(from, items.end(), last, {}, day);
        return {from, to};
    }

    std::size_t size() const { return held_.size(); }

private:
    // Days by people's own calendars, and instants within a day: so a span of days is a span of items, wherever they
    // were.
    static auto order(const Item& item) { return std::tuple{item.at.day(), item.at, item.entity}; }

    // A change to the sorted items moves all that come after it. A handful are made one by one; with more than that
    // since the last look it is cheaper to sort again.
    bool worth_moving() const { return in_order_ && moved_ < 64; }

    void put_in(const Item& item) {
        if (in_order_ && (sorted_.empty() || order(sorted_.back()) < order(item))) {
            sorted_.push_back(item);
        } else if (worth_moving()) {
            ++moved_;
            sorted_.insert(std::ranges::lower_bound(sorted_, order(item), {}, order), item);
        } else {
            in_order_ = false;
        }
    }

    void take_out(const Item& item) {
        if (worth_moving()) {
            ++moved_;
            sorted_.erase(std::ranges::lower_bound(sorted_, order(item), {}, order));
        } else {
            in_order_ = false;
        }
    }

    void sort() const {
        moved_ = 0;
        if (in_order_) return;
        sorted_.clear();
        sorted_.reserve(held_.size());
        for (const auto& [entity, item] : held_) sorted_.push_back(item);
        put_in_order(sorted_, {}, order);
        in_order_ = true;
    }

    std::unordered_map<EntityId, Item> held_;
    // What was asked for last, kept until something is said that does not fit in cheaply.
    mutable std::vector<Item> sorted_;
    mutable bool in_order_ = true;
    mutable std::size_t moved_ = 0;
};

}  // namespace goodweek::records
