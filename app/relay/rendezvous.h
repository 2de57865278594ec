// Where two phones that cannot see each other yet leave a few sealed messages for ten minutes. In memory only: a relay
// that restarts has forgotten them, and the person tries again.
#pragma once

#include <deque>
#include <mutex>
#include <unordered_map>

#include "wire/protocol.h"

namespace goodweek::relay {

class Rendezvous {
public:
    enum class Left : std::uint8_t { here, already_here, full, no_room };
    // The same message again is not kept twice.
    Left leave(const wire::RendezvousId& id, ByteView message, std::int64_t now_ms);
    bool exists(const wire::RendezvousId& id, std::int64_t now_ms);
    // Frames, numbered from 1; none for a place where nobody has been.
    Bytes messages(const wire::RendezvousId& id, std::int64_t now_ms);

private:
    void expire(std::int64_t now_ms);

    std::mutex mutex_;
    std::unordered_map<wire::RendezvousId, std::vector<Bytes>> places_;
    std::deque<std::pair<std::int64_t, wire::RendezvousId>> by_age_;
    std::size_t bytes_ = 0;
};

}  // namespace goodweek::relay
