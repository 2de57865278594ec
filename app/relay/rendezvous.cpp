#include "relay/rendezvous.h"

namespace goodweek::relay {

namespace {
constexpr std::size_t room = 64u << 20;  // for all of them together
}  // namespace

Rendezvous::Left Rendezvous::leave(const wire::RendezvousId& id, ByteView message, std::int64_t now_ms) {
    const std::lock_guard lock(mutex_);
    expire(now_ms);
    const auto known = places_.find(id);
    if (known != places_.end()) {
        const auto& left = known->second;
        const auto same = [&](const Bytes& other) { return std::ranges::equal(other, message); };
        if (std::ranges::any_of(left, same)) return Left::already_here;
        if (left.size() >= wire::rendezvous_messages_max) return Left::full;
    }
    if (bytes_ + message.size() > room) return Left::no_room;
    if (known == places_.end()) by_age_.emplace_back(now_ms, id);
    places_[id].emplace_back(message.begin(), message.end());
    bytes_ += message.size();
    return Left::here;
}

bool Rendezvous::exists(const wire::RendezvousId& id, std::int64_t now_ms) {
    const std::lock_guard lock(mutex_);
    expire(now_ms);
    return places_.contains(id);
}

Bytes Rendezvous::messages(const wire::RendezvousId& id, std::int64_t now_ms) {
    const std::lock_guard lock(mutex_);
    expire(now_ms);
    Bytes frames;
    if (const auto known = places_.find(id); known != places_.end())
        for (std::uint64_t number = 1; const auto& message : known->second)
            wire::append_frame(frames, number++, message);
    return frames;
}

void Rendezvous::expire(std::int64_t now_ms) {
    while (!by_age_.empty() && now_ms - by_age_.front().first >= wire::rendezvous_life_ms) {
        const auto old = places_.find(by_age_.front().second);
        for (const auto& message : old->second) bytes_ -= message.size();
        places_.erase(old);
        by_age_.pop_front();
    }
}

}  // namespace goodweek::relay
