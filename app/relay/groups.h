// The groups as the relay knows them: each roster replayed here, from the genesis, before anyone is believed a member.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "relay/mailbox.h"

namespace goodweek::relay {

struct Group {
    wire::Roster roster;
    std::set<GroupId> tied;
    std::size_t size = 0;  // of the roster's entries
};
using KnownGroup = std::shared_ptr<const Group>;

// Remembers the groups asked for last. One process serves a mailbox, so what is remembered holds until it changes it.
class Groups {
public:
    explicit Groups(Mailbox& mailbox) : mailbox_(mailbox) {}

    // Null when there is no such group. Throws when the database fails, or what it holds is no roster.
    Task<KnownGroup> find(GroupId id);
    // To be called after every change of a group or of what it is tied to.
    void forget(const GroupId& id);

private:
    struct Remembered {
        KnownGroup group;
        std::list<GroupId>::iterator place;
    };
    KnownGroup recall(const GroupId& id);
    void remember(const GroupId& id, const KnownGroup& group, std::uint64_t changes_before);
    void drop(const GroupId& id);

    Mailbox& mailbox_;
    std::mutex mutex_;
    std::unordered_map<GroupId, Remembered> known_;
    std::list<GroupId> by_use_;  // the last used first
    std::size_t bytes_ = 0;
    std::uint64_t changes_ = 0;
};

}  // namespace goodweek::relay
