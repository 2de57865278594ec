// Opening, and everything about bundles. Groups and invites are in mailbox_sqlite_groups.cpp.
#include "relay/mailbox_sqlite.h"

#include <drogon/orm/Exception.h>

#include <limits>

#include "relay/asking.h"

namespace goodweek::relay {

namespace {

constexpr std::size_t reader_count = 2;
constexpr std::uint32_t page_max = 2'000;

Database existing(const std::filesystem::path& file) {
    if (!std::filesystem::is_regular_file(file)) throw Unusable("there is no mailbox at " + file.string());
    auto db = open_writer(file);
    check_version(db);
    return db;
}

wire::StoreId settled_store_id(const Database& db) {
    const auto row = db->execSqlSync("SELECT id, copied FROM store")[0];
    if (row[1].as<std::int64_t>() == 0) return id_in<wire::StoreId>(row[0]);
    wire::StoreId fresh;
    vault::fill_random(fresh.bytes);
    db->execSqlSync("UPDATE store SET id = ?, copied = 0", blob(fresh));
    return fresh;
}

// A number from outside as SQLite keeps numbers; what is beyond them is beyond every bundle too.
std::int64_t whole(std::uint64_t number) {
    return static_cast<std::int64_t>(std::min<std::uint64_t>(number, std::numeric_limits<std::int64_t>::max()));
}

}  // namespace

SqliteMailbox::SqliteMailbox(const std::filesystem::path& file)
    : database_(existing(file)), writer_(database_), store_(settled_store_id(database_)) {
    for (std::size_t i = 0; i < reader_count; ++i) readers_.push_back(open_reader(file));
}

SqliteMailbox::~SqliteMailbox() {
    readers_.clear();
    try {
        database_->execSqlSync("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (const drogon::orm::DrogonDbException&) {
        // The log stays beside the file, and whoever opens it next finds everything in the two together.
    }
}

drogon::orm::DbClient& SqliteMailbox::reader() { return *readers_[next_reader_++ % readers_.size()]; }

Task<ChainView> SqliteMailbox::chain(GroupId group, ChannelId channel, DeviceId device, std::uint64_t seq) {
    const auto rows = co_await ask(
        reader(),
        "SELECT k.seq, k.id, k.owner_height, k.sender_height, b.id, b.relay_seq FROM gw_group g"
        " JOIN channel c ON c.group_no = g.no AND c.id = ? JOIN chain k ON k.channel_no = c.no AND k.device = ?"
        " LEFT JOIN bundle b ON b.channel_no = c.no AND b.device = k.device AND b.seq = ? WHERE g.id = ?",
        blob(channel), blob(device), whole(seq), blob(group));
    ChainView view;
    if (rows.empty()) co_return view;
    const auto row = rows[0];
    view.tip.seq = row[0].as<std::uint64_t>();
    view.tip.id = id_in<BundleId>(row[1]);
    view.tip.owner_height = row[2].as<std::uint32_t>();
    view.tip.sender_height = row[3].as<std::uint32_t>();
    if (!row[4].isNull()) view.placed = {id_in<BundleId>(row[4]), row[5].as<std::uint64_t>()};
    co_return view;
}

namespace {

struct Place {  // of a bundle about to be kept
    std::int64_t group_no = 0, channel_no = 0;
    std::uint64_t last_relay_seq = 0;
    std::uint64_t group_bytes = 0, group_bundles = 0;
    wire::ChainEnd chain;
};

Task<Place> place_for(drogon::orm::DbClient& db, const wire::BundleHeader& header) {
    const auto rows = co_await db.execSqlCoro(
        "SELECT g.no, g.bytes, g.bundles, c.no, c.last_seq, k.seq, k.id FROM gw_group g"
        " LEFT JOIN channel c ON c.group_no = g.no AND c.id = ?"
        " LEFT JOIN chain k ON k.channel_no = c.no AND k.device = ? WHERE g.id = ?",
        blob(header.channel), blob(header.sender), blob(header.group));
    const auto row = rows.at(0);
    Place place;
    place.group_no = row[0].as<std::int64_t>();
    place.group_bytes = row[1].as<std::uint64_t>();
    place.group_bundles = row[2].as<std::uint64_t>();
    if (!row[3].isNull()) {
        place.channel_no = row[3].as<std::int64_t>();
        place.last_relay_seq = row[4].as<std::uint64_t>();
    }
    if (!row[5].isNull()) place.chain = {row[5].as<std::uint64_t>(), id_in<BundleId>(row[6])};
    co_return place;
}

Task<> insert(drogon::orm::DbClient& db, const Push& asked, Place place) {
    const auto& header = *asked.header;
    const auto device = blob(header.sender);
    const auto id = blob(asked.id);
    const auto size = static_cast<std::int64_t>(asked.bundle.size());
    const auto seq = whole(header.seq);
    const auto relay_seq = whole(place.last_relay_seq + 1);
    if (place.channel_no == 0) {
        const auto made = co_await db.execSqlCoro("INSERT INTO channel (group_no, id, last_seq) VALUES (?, ?, ?)",
                                                  place.group_no, blob(header.channel), relay_seq);
        place.channel_no = static_cast<std::int64_t>(made.insertId());
    } else {
        co_await db.execSqlCoro("UPDATE channel SET last_seq = ? WHERE no = ?", relay_seq, place.channel_no);
    }
    co_await db.execSqlCoro(
        "INSERT INTO bundle (channel_no, relay_seq, device, seq, id, size, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)",
        place.channel_no, relay_seq, device, seq, id, size, blob(asked.bundle));
    co_await db.execSqlCoro(
        "INSERT INTO chain (channel_no, device, seq, id, owner_height, sender_height) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET seq = excluded.seq, id = excluded.id, owner_height = excluded.owner_height,"
        " sender_height = excluded.sender_height",
        place.channel_no, device, seq, id, static_cast<std::int64_t>(header.owner_roster.height),
        static_cast<std::int64_t>(header.sender_roster.height));
    co_await db.execSqlCoro("UPDATE gw_group SET bytes = bytes + ?, bundles = bundles + 1 WHERE no = ?", size,
                            place.group_no);
}

}  // namespace

Task<Pushed> SqliteMailbox::push(Push asked) {
    co_return co_await writer_.commit<Pushed>([&](drogon::orm::DbClient& db) -> Task<Pushed> {
        const auto& header = *asked.header;
        const auto place = co_await place_for(db, header);
        if (header.seq != place.chain.seq + 1 || header.previous != place.chain.id)
            co_return {.what = Pushed::What::chain_moved, .chain = place.chain};
        if (place.group_bytes + asked.bundle.size() > wire::household_bytes_max ||
            place.group_bundles + 1 > wire::household_bundles_max)
            co_return {.what = Pushed::What::over_quota};
        co_await insert(db, asked, place);
        co_return {.what = Pushed::What::kept, .relay_seq = place.last_relay_seq + 1};
    });
}

Task<Bytes> SqliteMailbox::bundles(GroupId group, ChannelId channel, std::uint64_t after, std::uint32_t max) {
    auto& db = reader();
    const auto wanted = max == 0 ? page_max : std::min(max, page_max);
    const auto sizes = co_await ask(
        db,
        "SELECT c.no, b.relay_seq, b.size FROM gw_group g JOIN channel c ON c.group_no = g.no AND c.id = ?"
        " JOIN bundle b ON b.channel_no = c.no AND b.relay_seq > ? WHERE g.id = ? ORDER BY b.relay_seq LIMIT ?",
        blob(channel), whole(after), blob(group), static_cast<std::int64_t>(wanted));
    Bytes page;
    if (sizes.empty()) co_return page;
    std::size_t total = 0;
    std::int64_t last = 0;
    for (const auto& row : sizes) {
        total += wire::frame_overhead + row[2].as<std::size_t>();
        if (total > wire::answer_max && last != 0) break;
        last = row[1].as<std::int64_t>();
    }
    const auto rows =
        co_await ask(db,
                     "SELECT relay_seq, bytes FROM bundle WHERE channel_no = ? AND relay_seq > ? AND relay_seq <= ?"
                     " ORDER BY relay_seq",
                     sizes[0][0].as<std::int64_t>(), whole(after), last);
    page.reserve(std::min(total, wire::answer_max));
    for (const auto& row : rows) wire::append_frame(page, row[0].as<std::uint64_t>(), bytes_in(row[1]));
    co_return page;
}

Task<std::vector<wire::StoredBundle>> SqliteMailbox::stored(GroupId group, ChannelId channel, std::uint64_t after) {
    const auto rows = co_await ask(
        reader(),
        "SELECT b.relay_seq, b.id, b.seq, b.device FROM gw_group g JOIN channel c ON c.group_no = g.no AND c.id = ?"
        " JOIN bundle b ON b.channel_no = c.no AND b.relay_seq > ? WHERE g.id = ? ORDER BY b.relay_seq LIMIT ?",
        blob(channel), whole(after), blob(group), static_cast<std::int64_t>(wire::household_bundles_max));
    std::vector<wire::StoredBundle> stored;
    stored.reserve(rows.size());
    for (const auto& row : rows)
        stored.push_back({row[0].as<std::uint64_t>(), id_in<BundleId>(row[1]), row[2].as<std::uint64_t>(),
                          id_in<DeviceId>(row[3])});
    co_return stored;
}

}  // namespace goodweek::relay
