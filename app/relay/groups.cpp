#include "relay/groups.h"

#include <stdexcept>

namespace goodweek::relay {

namespace {
constexpr std::size_t remembered_bytes = 256u << 20;  // of roster entries; the oldest go first

std::size_t size_of(const std::vector<Bytes>& entries) {
    std::size_t size = 0;
    for (const auto& entry : entries) size += entry.size();
    return size;
}
}  // namespace

Task<KnownGroup> Groups::find(GroupId id) {
    if (auto known = recall(id)) co_return known;
    std::uint64_t changes_before = 0;
    {
        const std::lock_guard lock(mutex_);
        changes_before = changes_;
    }
    auto stored = co_await mailbox_.group(id);
    if (!stored) co_return nullptr;
    auto roster = wire::Roster::replay(stored->entries);
    if (!roster || roster->group() != id)
        throw std::runtime_error("a stored roster does not replay: run check on this mailbox");
    const auto group =
        std::make_shared<const Group>(std::move(*roster), std::move(stored->tied), size_of(stored->entries));
    remember(id, group, changes_before);
    co_return group;
}

void Groups::forget(const GroupId& id) {
    const std::lock_guard lock(mutex_);
    ++changes_;
    drop(id);
}

void Groups::drop(const GroupId& id) {
    const auto known = known_.find(id);
    if (known == known_.end()) return;
    bytes_ -= known->second.group->size;
    by_use_.erase(known->second.place);
    known_.erase(known);
}

KnownGroup Groups::recall(const GroupId& id) {
    const std::lock_guard lock(mutex_);
    const auto known = known_.find(id);
    if (known == known_.end()) return nullptr;
    by_use_.splice(by_use_.begin(), by_use_, known->second.place);
    return known->second.group;
}

void Groups::remember(const GroupId& id, const KnownGroup& group, std::uint64_t changes_before) {
    const std::lock_guard lock(mutex_);
    // Read while something changed, it may be the state before that change: good for this answer, not for the next.
    if (changes_ != changes_before || known_.contains(id)) return;
    by_use_.push_front(id);
    known_.emplace(id, Remembered{group, by_use_.begin()});
    bytes_ += group->size;
    while (bytes_ > remembered_bytes && by_use_.size() > 1) drop(GroupId(by_use_.back()));
}

}  // namespace goodweek::relay
