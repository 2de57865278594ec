#include "records/log.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "domain/put_in_order.h"

namespace goodweek::records {

namespace {

bool is_removed(const Event* version) { return std::holds_alternative<Removed>(version->what); }

std::vector<const Event*> heads_of(const Register& one) {
    std::vector<const Event*> heads;
    if (one.shown) heads.push_back(one.shown);
    heads.insert(heads.end(), one.also_written.begin(), one.also_written.end());
    return heads;
}

}  // namespace

const Register* Entity::find(std::string_view name) const {
    const auto found = std::ranges::find(registers, name, &Register::name);
    return found == registers.end() ? nullptr : &*found;
}

const Event* Entity::event() const {
    return registers.empty() || registers.front().name == presence ? nullptr : registers.front().shown;
}

const Event* Entity::first_version() const {
    const Event* first = nullptr;
    for (const auto& one : registers) {
        if (one.name == presence) continue;
        const auto* oldest = one.all.front();
        if (!first || std::tie(oldest->clock, oldest->dot) < std::tie(first->clock, first->dot)) first = oldest;
    }
    return first;
}

const Entity* Log::append(Event event) {
    put_in_order(event.supersedes);
    event.supersedes.erase(std::ranges::unique(event.supersedes).begin(), event.supersedes.end());
    if (const auto* known = find(event.dot)) {
        if (*known != event) ++contradicted_;
        return nullptr;
    }
    const auto& kept = events_.emplace_back(std::move(event));
    by_dot_.emplace(kept.dot, &kept);
    for (const auto& dot : kept.supersedes) named_by_.emplace(dot, &kept);
    seen_.add(kept.dot);
    clock_ = std::max(clock_, kept.clock);

    auto& entity = entities_[kept.entity];
    entity.id = kept.entity;
    place(register_for(entity, kept), kept);
    judge_presence(entity);
    return &entity;
}

const Entity* Log::find(const EntityId& id) const {
    const auto found = entities_.find(id);
    return found == entities_.end() ? nullptr : &found->second;
}

const Event* Log::find(const Dot& dot) const {
    const auto found = by_dot_.find(dot);
    return found == by_dot_.end() ? nullptr : found->second;
}

std::vector<Dot> Log::seen_versions(const EntityId& id, const Happening& next) const {
    const auto* entity = find(id);
    if (!entity) return {};
    std::vector<Dot> named;
    const auto name_all = [&](const Versions& versions) {
        for (const auto* version : versions)
            if (named.size() < most_superseded) named.push_back(version->dot);
    };
    const auto* replaced = entity->find(register_of(next));
    if (replaced) name_all(heads_of(*replaced));
    if (std::holds_alternative<Removed>(next)) {
        // What earlier removals named is covered through them; where eight are not enough, the rest goes first.
        const auto covered = replaced ? known_to(*replaced, heads_of(*replaced)) : std::vector<Dot>{};
        Versions fresh, again;
        for (const auto& one : entity->registers) {
            if (one.name == presence) continue;
            for (const auto* head : heads_of(one))
                (std::ranges::binary_search(covered, head->dot) ? again : fresh).push_back(head);
        }
        name_all(fresh);
        name_all(again);
    }
    put_in_order(named);
    return named;
}

bool operator==(const Log& a, const Log& b) {
    return a.events_.size() == b.events_.size() && std::ranges::all_of(a.events_, [&](const Event& event) {
               const auto* same = b.find(event.dot);
               return same && *same == event;
           });
}

Register& Log::register_for(Entity& entity, const Event& event) {
    const auto name = register_of(event.what);
    const auto order = [](std::string_view one) { return std::pair{rank_of(one), one}; };
    auto place = std::ranges::lower_bound(entity.registers, order(name), {},
                                          [&](const Register& one) { return order(one.name); });
    if (place == entity.registers.end() || place->name != name)
        place = entity.registers.insert(place, Register{.name = name});
    return *place;
}

// Removed is true for those who removed it and for all who saw no more than they did. A version nobody who removed it
// had seen keeps it in sight, whatever the clocks say.
void Log::judge_presence(Entity& entity) const {
    entity.removed = entity.back_again = false;
    const auto* presence_register = entity.find(presence);
    if (!presence_register || !is_removed(presence_register->shown)) return;
    auto removals = heads_of(*presence_register);
    std::erase_if(removals, [](const Event* version) { return !is_removed(version); });
    const auto known = known_to(*presence_register, std::move(removals));
    for (const auto& one : entity.registers) {
        if (one.name == presence) continue;
        for (const auto* head : heads_of(one))
            if (!std::ranges::binary_search(known, head->dot)) entity.back_again = true;
    }
    entity.removed = !entity.back_again;
}

// All that these and the ones they replaced had seen, sorted. A removal names eight versions; where there were more, the
// next ones name the rest and each other, so it is enough to look a few back, and a thousand back would be an attack.
std::vector<Dot> Log::known_to(const Register& among, Versions from) const {
    constexpr int steps_back = 8;
    std::vector<Dot> known;
    std::unordered_set<const Event*> asked(from.begin(), from.end());
    for (int step = 0; step <= steps_back && !from.empty(); ++step) {
        Versions earlier;
        for (const auto* version : from) {
            known.insert(known.end(), version->supersedes.begin(), version->supersedes.end());
            for (const auto* named : named_in(among, *version))
                if (asked.insert(named).second) earlier.push_back(named);
        }
        from = std::move(earlier);
    }
    put_in_order(known);
    return known;
}

}  // namespace goodweek::records
