// What the relay keeps, behind one face: SQLite today, another database through the same words later. Nothing here judges
// who may do what; it keeps, counts and orders, and each change is on disk before its task ends.
//
// Every task may throw when the database fails. A caller then knows that nothing of the change was kept.
#pragma once

#include <drogon/utils/coroutine.h>

#include <optional>
#include <set>

#include "wire/bundle.h"
#include "wire/protocol.h"

namespace goodweek::relay {

template <class T = void>
using Task = drogon::Task<T>;

// A group as it was kept: its entries from genesis, and the groups it is tied to (a household's clinics, a clinic's
// households), whether by a paper invite or by a link in the household's roster.
struct StoredGroup {
    std::vector<Bytes> entries;
    std::set<GroupId> tied;
};

struct Founding {
    wire::TokenHash token_hash{};
    GroupId group;
    bool is_clinic = false;
    std::span<const Bytes> entries;
    wire::RosterEnd end;
};
enum class Founded : std::uint8_t { fresh, again, tied, no_such_token, token_spent };
struct FoundingAnswer {
    Founded what = Founded::no_such_token;
    wire::RosterEnd end{};            // of the group as it stands now
    std::optional<GroupId> clinic{};  // what a household was tied to by this token
};

struct RosterStep {
    GroupId group;
    wire::RosterEnd before, after;
    ByteView entry;
    std::vector<GroupId> linked, unlinked;  // by this entry
};
enum class Extended : std::uint8_t { kept, roster_moved, over_quota };

// Where a device's chain ends in a channel, and what lies at one number of it.
struct ChainView {
    wire::ChainTip tip;
    struct Placed {
        BundleId id;
        std::uint64_t relay_seq = 0;
    };
    std::optional<Placed> placed;
};

struct Push {
    const wire::BundleHeader* header = nullptr;
    BundleId id;
    ByteView bundle;
};
struct Pushed {
    enum class What : std::uint8_t { kept, chain_moved, over_quota } what = What::kept;
    std::uint64_t relay_seq = 0;  // when kept
    wire::ChainEnd chain{};       // when somebody was faster
};

enum class Announced : std::uint8_t { fresh, again, taken, too_many };
enum class Withdrawn : std::uint8_t { gone, unknown, spent };

class Mailbox {
public:
    virtual ~Mailbox() = default;
    Mailbox() = default;
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    virtual wire::StoreId store_id() const = 0;

    virtual Task<std::optional<StoredGroup>> group(GroupId id) = 0;
    virtual Task<FoundingAnswer> found(Founding asked, std::int64_t now_ms) = 0;
    // Kept only if the roster still ends at `before`.
    virtual Task<Extended> extend(RosterStep step) = 0;
    virtual Task<std::vector<wire::LinkedHousehold>> linked(GroupId clinic) = 0;

    virtual Task<ChainView> chain(GroupId group, ChannelId channel, DeviceId device, std::uint64_t seq) = 0;
    // Kept only if it follows what `chain` would say now. The caller has verified it and keeps its bytes alive.
    virtual Task<Pushed> push(Push asked) = 0;
    // A page of frames: at most `max` of them, at least one if there is any, within wire::answer_max.
    virtual Task<Bytes> bundles(GroupId group, ChannelId channel, std::uint64_t after, std::uint32_t max) = 0;
    virtual Task<std::vector<wire::StoredBundle>> stored(GroupId group, ChannelId channel, std::uint64_t after) = 0;

    virtual Task<Announced> announce(GroupId clinic, wire::NewInvite invite, std::int64_t now_ms) = 0;
    virtual Task<Withdrawn> withdraw(GroupId clinic, wire::TokenHash token_hash) = 0;
    virtual Task<std::optional<Bytes>> card(wire::LookupId lookup, std::int64_t now_ms) = 0;
};

}  // namespace goodweek::relay
