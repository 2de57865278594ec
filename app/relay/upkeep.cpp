// The verbs that look after a mailbox: init, invite, backup, check. All but init may run while it is being served.
#include <drogon/orm/Exception.h>
#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <limits>

#include "relay/command.h"
#include "relay/edge.h"
#include "relay/schema.h"

namespace goodweek::relay {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t never_ms = std::numeric_limits<std::int64_t>::max();

Database existing(const fs::path& folder) {
    const auto file = database_file(folder);
    if (!fs::is_regular_file(file))
        throw Unusable("there is no mailbox in " + folder.string() + ": make one with init");
    auto db = open_writer(file);
    check_version(db);
    return db;
}

wire::Token keep_new_token(const Database& db, std::int64_t expires_ms) {
    wire::Token token;
    vault::fill_random(token);
    db->execSqlSync("INSERT INTO token (hash, expires_ms) VALUES (?, ?)", blob(wire::admin_hash(token)), expires_ms);
    return token;
}

void show_once(const wire::Token& token) {
    std::fprintf(stderr, "This token founds one clinic. It is shown this once:\n");
    std::fprintf(stdout, "%s\n", wire::token_text(token).c_str());
}

void flush_to_disk(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool flushed = file >= 0 && ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    if (!flushed) throw Unusable(path.string() + " could not be written to disk");
}

void rename_for_good(const fs::path& from, const fs::path& to) {
    flush_to_disk(from);
    fs::rename(from, to);
    flush_to_disk(fs::absolute(to).parent_path());
}

std::int64_t number(const Database& db, const std::string& sql) {
    return db->execSqlSync(sql)[0][0].as<std::int64_t>();
}

// What is wrong with a mailbox, or nothing.
std::vector<std::string> faults(const Database& db) {
    std::vector<std::string> found;
    for (const auto& row : db->execSqlSync("PRAGMA integrity_check"))
        if (const auto line = row[0].as<std::string>(); line != "ok") found.push_back(line);
    if (!db->execSqlSync("PRAGMA foreign_key_check").empty()) found.emplace_back("rows that belong to nothing");
    if (number(db,
               "SELECT count(*) FROM gw_group g WHERE bundles != (SELECT count(*) FROM bundle b JOIN channel c"
               " ON c.no = b.channel_no WHERE c.group_no = g.no)"))
        found.emplace_back("a group whose bundles were miscounted");
    return found;
}

// Every roster again from its genesis, signatures and all.
std::vector<std::string> roster_faults(const Database& db) {
    std::vector<std::string> found;
    for (const auto& group : db->execSqlSync("SELECT no, id FROM gw_group")) {
        std::vector<Bytes> entries;
        for (const auto& row : db->execSqlSync("SELECT bytes FROM roster_entry WHERE group_no = ? ORDER BY height",
                                               group[0].as<std::int64_t>())) {
            const auto bytes = bytes_in(row[0]);
            entries.emplace_back(bytes.begin(), bytes.end());
        }
        const auto roster = wire::Roster::replay(entries);
        if (!roster || roster->group() != id_in<GroupId>(group[1]))
            found.push_back("the roster of group " + id_in<GroupId>(group[1]).hex() + " does not hold");
    }
    return found;
}

bool report(const std::vector<std::string>& faults) {
    for (const auto& fault : faults) log_problem(fault);
    return faults.empty();
}

void make_mailbox(const fs::path& file, wire::Token& token) {
    const auto db = open_reader(file);
    db->execSqlSync("PRAGMA query_only = OFF");
    create_tables(db);
    wire::StoreId store;
    vault::fill_random(store.bytes);
    db->execSqlSync("INSERT INTO store (one, id, copied) VALUES (1, ?, 0)", blob(store));
    token = keep_new_token(db, never_ms);
}

// The copy knows that it is one: whoever serves it takes a new store id.
void mark_and_check_copy(const fs::path& file) {
    const auto copy = open_reader(file);
    copy->execSqlSync("PRAGMA query_only = OFF");
    copy->execSqlSync("UPDATE store SET copied = 1");
    if (!report(faults(copy))) throw Unusable("the copy does not hold, and is not kept");
}

}  // namespace

int run(const InitCommand& command) {
    const auto file = database_file(command.folder);
    if (fs::exists(file)) throw Unusable("there is a mailbox in " + command.folder.string() + " already");
    fs::create_directories(command.folder);
    const fs::path unfinished = file.string() + ".new";
    fs::remove(unfinished);
    std::ofstream(unfinished).close();
    wire::Token token;
    make_mailbox(unfinished, token);
    rename_for_good(unfinished, file);
    show_once(token);
    return 0;
}

int run(const InviteCommand& command) {
    show_once(keep_new_token(existing(command.folder), unix_now_ms() + wire::invite_life_max_ms));
    return 0;
}

int run(const BackupCommand& command) {
    if (fs::exists(command.file)) throw Unusable(command.file.string() + " is there already");
    const fs::path unfinished = command.file.string() + ".unfinished";
    fs::remove(unfinished);
    try {
        existing(command.folder)->execSqlSync("VACUUM INTO ?", unfinished.string());
        mark_and_check_copy(unfinished);
    } catch (...) {
        fs::remove(unfinished);
        throw;
    }
    rename_for_good(unfinished, command.file);
    std::printf("%s holds %ju bytes and was checked\n", command.file.c_str(), fs::file_size(command.file));
    return 0;
}

int run(const CheckCommand& command) {
    const auto db = existing(command.folder);
    auto found = faults(db);
    std::ranges::copy(roster_faults(db), std::back_inserter(found));
    if (!report(found)) return 1;
    std::printf("clinics %jd\nhouseholds %jd\nties %jd\nchannels %jd\nbundles %jd\nbytes %jd\nopen tokens %jd\n",
                number(db, "SELECT count(*) FROM gw_group WHERE is_clinic = 1"),
                number(db, "SELECT count(*) FROM gw_group WHERE is_clinic = 0"),
                number(db, "SELECT count(*) FROM tie"), number(db, "SELECT count(*) FROM channel"),
                number(db, "SELECT count(*) FROM bundle"), number(db, "SELECT coalesce(sum(size), 0) FROM bundle"),
                number(db, "SELECT count(*) FROM token WHERE spent_by IS NULL AND expires_ms > " +
                               std::to_string(unix_now_ms())));
    std::puts("all sound");
    return 0;
}

}  // namespace goodweek::relay
