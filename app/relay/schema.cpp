#include "relay/schema.h"

#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <mutex>

#include "relay/log.h"

namespace goodweek::relay {

namespace {

constexpr std::array tables{
    // `copied` marks a backup. Whoever serves one takes a new store id, so that clients know they met a restored relay.
    "CREATE TABLE store (one INTEGER PRIMARY KEY CHECK (one = 1), id BLOB NOT NULL CHECK (length(id) = 16),"
    " copied INTEGER NOT NULL) STRICT",

    "CREATE TABLE gw_group (no INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 32),"
    " is_clinic INTEGER NOT NULL, height INTEGER NOT NULL, head BLOB NOT NULL CHECK (length(head) = 32),"
    " bytes INTEGER NOT NULL DEFAULT 0, bundles INTEGER NOT NULL DEFAULT 0) STRICT",

    "CREATE TABLE roster_entry (group_no INTEGER NOT NULL REFERENCES gw_group, height INTEGER NOT NULL,"
    " bytes BLOB NOT NULL, PRIMARY KEY (group_no, height)) STRICT",

    // token_hash: of the paper invite that tied them; zero for a link in the roster alone.
    "CREATE TABLE tie (no INTEGER PRIMARY KEY, household INTEGER NOT NULL REFERENCES gw_group,"
    " clinic INTEGER NOT NULL REFERENCES gw_group, token_hash BLOB NOT NULL CHECK (length(token_hash) = 32),"
    " UNIQUE (household, clinic)) STRICT",
    "CREATE INDEX tie_clinic ON tie (clinic, no)",

    // Only the hash is kept. Without a clinic it is an operator's token and founds a clinic.
    "CREATE TABLE token (hash BLOB PRIMARY KEY CHECK (length(hash) = 32), clinic INTEGER REFERENCES gw_group,"
    " expires_ms INTEGER NOT NULL, lookup BLOB UNIQUE, card BLOB, spent_by BLOB) STRICT, WITHOUT ROWID",

    "CREATE TABLE channel (no INTEGER PRIMARY KEY, group_no INTEGER NOT NULL REFERENCES gw_group,"
    " id BLOB NOT NULL CHECK (length(id) = 16), last_seq INTEGER NOT NULL, UNIQUE (group_no, id)) STRICT",

    "CREATE TABLE chain (channel_no INTEGER NOT NULL REFERENCES channel, device BLOB NOT NULL,"
    " seq INTEGER NOT NULL, id BLOB NOT NULL, owner_height INTEGER NOT NULL, sender_height INTEGER NOT NULL,"
    " PRIMARY KEY (channel_no, device)) STRICT, WITHOUT ROWID",

    "CREATE TABLE bundle (no INTEGER PRIMARY KEY, channel_no INTEGER NOT NULL REFERENCES channel,"
    " relay_seq INTEGER NOT NULL, device BLOB NOT NULL, seq INTEGER NOT NULL, id BLOB NOT NULL,"
    " size INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT",
    // The size rides along so that a page can be measured without touching the bundles.
    "CREATE UNIQUE INDEX bundle_order ON bundle (channel_no, relay_seq, size)",
    "CREATE UNIQUE INDEX bundle_chain ON bundle (channel_no, device, seq)",
};

std::string setting(const Database& db, const std::string& name) {
    return db->execSqlSync("PRAGMA " + name)[0][0].as<std::string>();
}

// Drogon opens a connection in a thread of its own and only then says what is to happen once it is open. Where the thread
// is quicker, nobody hears of it and the client waits for ever (three starts in a hundred, measured with 1.9.0). SQLite
// lets us look in on every opening: there the thread waits until the client is whole.
std::mutex client_being_made;
int wait_for_client(sqlite3*, char**, const sqlite3_api_routines*) {
    const std::lock_guard made(client_being_made);
    return SQLITE_OK;
}

Database make_client(const std::string& file) {
    // Threads as Drogon would set them, which it tries too late after us and says so, to nobody's use.
    static const bool watching = sqlite3_config(SQLITE_CONFIG_MULTITHREAD) == SQLITE_OK &&
                                 sqlite3_auto_extension(reinterpret_cast<void (*)()>(&wait_for_client)) == SQLITE_OK;
    if (!watching) throw Unusable("SQLite does not let itself be set up");
    const std::lock_guard making(client_being_made);
    ignore_drogon();
    auto client = drogon::orm::DbClient::newSqlite3Client("filename='" + file + "'", 1);
    hear_drogon();
    return client;
}

Database open(const std::filesystem::path& file) {
    const auto name = file.string();
    if (name.find('\'') != std::string::npos || name.find('\\') != std::string::npos)
        throw Unusable("a folder's name may hold neither ' nor \\");
    // Drogon tries for ever to open what it cannot open.
    if (::access(name.c_str(), R_OK | W_OK) != 0) throw Unusable("cannot read and write " + name);
    auto db = make_client(name);
    db->execSqlSync("PRAGMA busy_timeout = 5000");
    db->execSqlSync("PRAGMA foreign_keys = ON");
    return db;
}

}  // namespace

std::filesystem::path database_file(const std::filesystem::path& folder) { return folder / "mailbox.db"; }

Database open_writer(const std::filesystem::path& file) {
    const auto db = open(file);
    db->execSqlSync("PRAGMA journal_mode = WAL");
    db->execSqlSync("PRAGMA synchronous = FULL");
    // A setting SQLite does not like is ignored without a word; durability is not left to that.
    if (setting(db, "journal_mode") != "wal" || setting(db, "synchronous") != "2" ||
        setting(db, "foreign_keys") != "1")
        throw Unusable(file.string() + " cannot be opened with a write-ahead log and full synchronisation");
    return db;
}

Database open_reader(const std::filesystem::path& file) {
    const auto db = open(file);
    db->execSqlSync("PRAGMA query_only = ON");
    return db;
}

void create_tables(const Database& db) {
    db->execSqlSync("BEGIN EXCLUSIVE");
    for (const auto* table : tables) db->execSqlSync(table);
    db->execSqlSync("PRAGMA user_version = " + std::to_string(schema_version));
    db->execSqlSync("COMMIT");
}

void check_version(const Database& db) {
    const auto version = setting(db, "user_version");
    if (version != std::to_string(schema_version))
        throw Unusable("this mailbox has version " + version + ", this release reads version " +
                       std::to_string(schema_version));
}

Blob blob(ByteView bytes) { return {bytes.begin(), bytes.end()}; }

ByteView bytes_in(const drogon::orm::Field& field) { return bytes_of(field.as<std::string_view>()); }

}  // namespace goodweek::relay
