// Groups, their rosters and ties, and the invites that found and tie them.
#include "relay/asking.h"
#include "relay/mailbox_sqlite.h"

namespace goodweek::relay {

namespace {

using Db = drogon::orm::DbClient;

// Invites of one clinic that are neither used nor expired.
constexpr std::int64_t open_invites_max = 2'000;
// A spent or expired token is remembered so long, to answer "used" and not "never heard of it".
constexpr std::int64_t token_memory_ms = wire::invite_life_max_ms;

struct Found {
    std::int64_t no = 0;  // 0: not here
    wire::RosterEnd end;
    std::uint64_t bytes = 0;
};
Task<Found> find_group(Db& db, GroupId id) {
    const auto rows = co_await db.execSqlCoro("SELECT no, height, head, bytes FROM gw_group WHERE id = ?", blob(id));
    if (rows.empty()) co_return Found{};
    const auto row = rows[0];
    co_return Found{
        row[0].as<std::int64_t>(), {row[1].as<std::uint32_t>(), id_in<RosterId>(row[2])}, row[3].as<std::uint64_t>()};
}

// Rosters count towards a group's share like bundles: nobody fills the disk with entries.
Task<> keep_entry(Db& db, std::int64_t group_no, std::uint32_t height, ByteView bytes) {
    co_await db.execSqlCoro("INSERT INTO roster_entry (group_no, height, bytes) VALUES (?, ?, ?)", group_no,
                            static_cast<std::int64_t>(height), blob(bytes));
    co_await db.execSqlCoro("UPDATE gw_group SET bytes = bytes + ? WHERE no = ?",
                            static_cast<std::int64_t>(bytes.size()), group_no);
}

Task<std::int64_t> keep_group(Db& db, const Founding& asked) {
    const auto made =
        co_await db.execSqlCoro("INSERT INTO gw_group (id, is_clinic, height, head) VALUES (?, ?, ?, ?)",
                                blob(asked.group), static_cast<std::int64_t>(asked.is_clinic),
                                static_cast<std::int64_t>(asked.end.height), blob(asked.end.head));
    const auto no = static_cast<std::int64_t>(made.insertId());
    for (std::uint32_t height = 0; height < asked.entries.size(); ++height)
        co_await keep_entry(db, no, height, asked.entries[height]);
    co_return no;
}

Task<> tie(Db& db, std::int64_t household_no, std::int64_t clinic_no, Blob token_hash) {
    // A link without an invite may come first; the invite's hash is then what the clinic needs to know.
    co_await db.execSqlCoro(
        "INSERT INTO tie (household, clinic, token_hash) VALUES (?, ?, ?)"
        " ON CONFLICT (household, clinic) DO UPDATE SET token_hash = excluded.token_hash"
        " WHERE token_hash = zeroblob(32)",
        household_no, clinic_no, std::move(token_hash));
}

struct Token {
    bool usable = false, spent_here = false, spent = false;
    std::int64_t clinic_no = 0;  // 0: an operator's
    std::optional<GroupId> clinic;
};
Task<Token> find_token(Db& db, const Founding& asked, std::int64_t now_ms) {
    const auto rows = co_await db.execSqlCoro(
        "SELECT t.clinic, g.id, t.expires_ms, t.spent_by FROM token t LEFT JOIN gw_group g ON g.no = t.clinic"
        " WHERE t.hash = ?",
        blob(asked.token_hash));
    Token token;
    if (rows.empty() || rows[0][0].isNull() != asked.is_clinic) co_return token;
    const auto row = rows[0];
    if (!row[0].isNull()) {
        token.clinic_no = row[0].as<std::int64_t>();
        token.clinic = id_in<GroupId>(row[1]);
    }
    token.spent = !row[3].isNull();
    token.spent_here = token.spent && std::ranges::equal(bytes_in(row[3]), asked.group.view());
    token.usable = !token.spent && row[2].as<std::int64_t>() > now_ms;
    co_return token;
}

Task<FoundingAnswer> found_in(Db& db, const Founding& asked, std::int64_t now_ms) {
    const auto token = co_await find_token(db, asked, now_ms);
    auto here = co_await find_group(db, asked.group);
    if (token.spent_here) co_return {Founded::again, here.end, token.clinic};
    if (token.spent) co_return {.what = Founded::token_spent};
    if (!token.usable) co_return {.what = Founded::no_such_token};
    // A clinic that is founded already has no use for another operator's token; it stays good for another clinic.
    if (here.no != 0 && asked.is_clinic) co_return {Founded::again, here.end, std::nullopt};

    const bool is_new = here.no == 0;
    if (is_new) here = {.no = co_await keep_group(db, asked), .end = asked.end};
    if (token.clinic_no != 0) co_await tie(db, here.no, token.clinic_no, blob(asked.token_hash));
    co_await db.execSqlCoro("UPDATE token SET spent_by = ? WHERE hash = ?", blob(asked.group),
                            blob(asked.token_hash));
    co_return {is_new ? Founded::fresh : Founded::tied, here.end, token.clinic};
}

Task<Extended> extend_in(Db& db, const RosterStep& step) {
    const auto here = co_await find_group(db, step.group);
    if (here.no == 0 || here.end != step.before) co_return Extended::roster_moved;
    if (here.bytes + step.entry.size() > wire::household_bytes_max) co_return Extended::over_quota;
    co_await keep_entry(db, here.no, step.after.height, step.entry);
    co_await db.execSqlCoro("UPDATE gw_group SET height = ?, head = ? WHERE no = ?",
                            static_cast<std::int64_t>(step.after.height), blob(step.after.head), here.no);
    for (const auto& group : step.linked)
        if (const auto other = co_await find_group(db, group); other.no != 0)
            co_await tie(db, here.no, other.no, Blob(32));
    for (const auto& group : step.unlinked)
        if (const auto other = co_await find_group(db, group); other.no != 0)
            co_await db.execSqlCoro("DELETE FROM tie WHERE household = ? AND clinic = ?", here.no, other.no);
    co_return Extended::kept;
}

Task<> forget_old_tokens(Db& db, std::int64_t now_ms) {
    co_await db.execSqlCoro("DELETE FROM token WHERE expires_ms < ?", now_ms - token_memory_ms);
}

Task<Announced> announce_in(Db& db, GroupId clinic, const wire::NewInvite& invite, std::int64_t now_ms) {
    co_await forget_old_tokens(db, now_ms);
    const auto here = co_await find_group(db, clinic);
    const auto rows = co_await db.execSqlCoro(
        "SELECT clinic, hash, lookup, expires_ms, card FROM token WHERE hash = ? OR lookup = ?",
        blob(invite.token_hash), blob(invite.lookup));
    if (!rows.empty()) {
        const auto row = rows[0];
        const bool same = rows.size() == 1 && !row[0].isNull() && row[0].as<std::int64_t>() == here.no &&
                          std::ranges::equal(bytes_in(row[1]), invite.token_hash) &&
                          std::ranges::equal(bytes_in(row[2]), invite.lookup.view()) &&
                          row[3].as<std::int64_t>() == invite.expires_ms &&
                          std::ranges::equal(bytes_in(row[4]), invite.card);
        co_return same ? Announced::again : Announced::taken;
    }
    const auto open = co_await db.execSqlCoro(
        "SELECT count(*) FROM token WHERE clinic = ? AND spent_by IS NULL AND expires_ms > ?", here.no, now_ms);
    if (open[0][0].as<std::int64_t>() >= open_invites_max) co_return Announced::too_many;
    co_await db.execSqlCoro("INSERT INTO token (hash, clinic, expires_ms, lookup, card) VALUES (?, ?, ?, ?, ?)",
                            blob(invite.token_hash), here.no, invite.expires_ms, blob(invite.lookup),
                            blob(invite.card));
    co_return Announced::fresh;
}

Task<Withdrawn> withdraw_in(Db& db, GroupId clinic, const wire::TokenHash& token_hash) {
    const auto rows = co_await db.execSqlCoro(
        "SELECT t.spent_by FROM token t JOIN gw_group g ON g.no = t.clinic WHERE t.hash = ? AND g.id = ?",
        blob(token_hash), blob(clinic));
    if (rows.empty()) co_return Withdrawn::unknown;
    if (!rows[0][0].isNull()) co_return Withdrawn::spent;
    co_await db.execSqlCoro("DELETE FROM token WHERE hash = ?", blob(token_hash));
    co_return Withdrawn::gone;
}

}  // namespace

Task<std::optional<StoredGroup>> SqliteMailbox::group(GroupId id) {
    auto& db = reader();
    const auto entries = co_await ask(
        db,
        "SELECT e.bytes FROM gw_group g JOIN roster_entry e ON e.group_no = g.no WHERE g.id = ? ORDER BY e.height",
        blob(id));
    if (entries.empty()) co_return std::nullopt;
    StoredGroup stored;
    for (const auto& row : entries) {
        const auto bytes = bytes_in(row[0]);
        stored.entries.emplace_back(bytes.begin(), bytes.end());
    }
    const auto ties = co_await ask(db,
                                   "SELECT o.id FROM gw_group g JOIN tie t ON t.household = g.no JOIN gw_group o ON "
                                   "o.no = t.clinic WHERE g.id = ?"
                                   " UNION ALL "
                                   "SELECT o.id FROM gw_group g JOIN tie t ON t.clinic = g.no JOIN gw_group o ON "
                                   "o.no = t.household WHERE g.id = ?",
                                   blob(id), blob(id));
    for (const auto& row : ties) stored.tied.insert(id_in<GroupId>(row[0]));
    co_return stored;
}

Task<FoundingAnswer> SqliteMailbox::found(Founding asked, std::int64_t now_ms) {
    co_return co_await writer_.commit<FoundingAnswer>([&](Db& db) { return found_in(db, asked, now_ms); });
}

Task<Extended> SqliteMailbox::extend(RosterStep step) {
    co_return co_await writer_.commit<Extended>([&](Db& db) { return extend_in(db, step); });
}

Task<std::vector<wire::LinkedHousehold>> SqliteMailbox::linked(GroupId clinic) {
    const auto rows = co_await ask(reader(),
                                   "SELECT h.id, t.token_hash FROM gw_group g JOIN tie t ON t.clinic = g.no JOIN "
                                   "gw_group h ON h.no = t.household"
                                   " WHERE g.id = ? ORDER BY t.no",
                                   blob(clinic));
    std::vector<wire::LinkedHousehold> linked;
    for (const auto& row : rows) {
        wire::LinkedHousehold household{.household = id_in<GroupId>(row[0])};
        std::ranges::copy(bytes_in(row[1]), household.token_hash.begin());
        linked.push_back(household);
    }
    co_return linked;
}

Task<Announced> SqliteMailbox::announce(GroupId clinic, wire::NewInvite invite, std::int64_t now_ms) {
    co_return co_await writer_.commit<Announced>([&](Db& db) { return announce_in(db, clinic, invite, now_ms); });
}

Task<Withdrawn> SqliteMailbox::withdraw(GroupId clinic, wire::TokenHash token_hash) {
    co_return co_await writer_.commit<Withdrawn>([&](Db& db) { return withdraw_in(db, clinic, token_hash); });
}

Task<std::optional<Bytes>> SqliteMailbox::card(wire::LookupId lookup, std::int64_t now_ms) {
    // A used invite still shows its card until it expires: the phone that used it may have lost the answer.
    const auto rows =
        co_await ask(reader(), "SELECT card FROM token WHERE lookup = ? AND expires_ms > ?", blob(lookup), now_ms);
    if (rows.empty()) co_return std::nullopt;
    const auto card = bytes_in(rows[0][0]);
    co_return Bytes(card.begin(), card.end());
}

}  // namespace goodweek::relay
