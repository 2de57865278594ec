// The mailbox in one SQLite file: one writer, a few readers beside it (write-ahead log), all through Drogon's clients.
#pragma once

#include <atomic>

#include "relay/mailbox.h"
#include "relay/writer.h"

namespace goodweek::relay {

class SqliteMailbox final : public Mailbox {
public:
    // Opens the mailbox in this file. Throws Unusable when there is none that we can serve.
    explicit SqliteMailbox(const std::filesystem::path& file);
    // Leaves everything in the one file, with no write-ahead log beside it. No task may be under way.
    ~SqliteMailbox() override;

    wire::StoreId store_id() const override { return store_; }
    Task<std::optional<StoredGroup>> group(GroupId id) override;
    Task<FoundingAnswer> found(Founding asked, std::int64_t now_ms) override;
    Task<Extended> extend(RosterStep step) override;
    Task<std::vector<wire::LinkedHousehold>> linked(GroupId clinic) override;
    Task<ChainView> chain(GroupId group, ChannelId channel, DeviceId device, std::uint64_t seq) override;
    Task<Pushed> push(Push asked) override;
    Task<Bytes> bundles(GroupId group, ChannelId channel, std::uint64_t after, std::uint32_t max) override;
    Task<std::vector<wire::StoredBundle>> stored(GroupId group, ChannelId channel, std::uint64_t after) override;
    Task<Announced> announce(GroupId clinic, wire::NewInvite invite, std::int64_t now_ms) override;
    Task<Withdrawn> withdraw(GroupId clinic, wire::TokenHash token_hash) override;
    Task<std::optional<Bytes>> card(wire::LookupId lookup, std::int64_t now_ms) override;

private:
    drogon::orm::DbClient& reader();

    Database database_;  // the writer's
    Writer writer_;
    std::vector<Database> readers_;
    std::atomic<std::size_t> next_reader_ = 0;
    wire::StoreId store_;
};

}  // namespace goodweek::relay
