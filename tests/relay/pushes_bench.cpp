// How many bundles a second the relay keeps, each on disk before its answer, beside SQLite alone keeping the same rows in
// the same folder (performance.md P7). Read, not asserted, and only run when asked for:
//   tests_relay --no-skip --test-case="bench:*"
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <thread>

#include "relay/http_client.h"
#include "relay/people.h"

namespace goodweek::relay_tests {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t families_a_clinic = 50, clinics = 2, pushes_a_family = 55;
constexpr std::size_t families = families_a_clinic * clinics, pushes = families * pushes_a_family;

struct Rows {
    std::vector<Writer::Sealed> bundles;
    std::vector<DeviceId> devices;
};

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

// The statements of one push and nothing else, so many to a transaction. Rows a second.
double bare_sqlite(const Rows& rows, std::size_t batch) {
    const Scratch scratch;
    const auto file = scratch.path() / "mailbox.db";
    REQUIRE(run_relay({"init", scratch.path().string()}).exit_code == 0);
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
    const auto run = [&](const char* sql) { REQUIRE(sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK); };
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
        "INSERT INTO gw_group (id, is_clinic, height, head) VALUES (zeroblob(32), 0, 0, zeroblob(32));"
        "INSERT INTO channel (group_no, id, last_seq) VALUES (1, zeroblob(16), 0);");
    const auto prepare = [&](const char* sql) {
        sqlite3_stmt* made = nullptr;
        REQUIRE(sqlite3_prepare_v2(db, sql, -1, &made, nullptr) == SQLITE_OK);
        return made;
    };
    const std::vector<sqlite3_stmt*> statements{
        prepare("UPDATE channel SET last_seq = ?1 WHERE no = 1"),
        prepare("INSERT INTO bundle (channel_no, relay_seq, device, seq, id, size, bytes) VALUES (1, ?1, ?2, ?1, ?3, "
                "?4, ?5)"),
        prepare("INSERT INTO chain (channel_no, device, seq, id, owner_height, sender_height) VALUES (1, ?2, ?1, ?3, "
                "0, 0)"
                " ON CONFLICT DO UPDATE SET seq = excluded.seq, id = excluded.id"),
        prepare("UPDATE gw_group SET bytes = bytes + ?4, bundles = bundles + 1 WHERE no = 1")};
    const auto start = Clock::now();
    for (std::size_t i = 0; i < rows.bundles.size(); ++i) {
        if (i % batch == 0) run("BEGIN IMMEDIATE");
        const auto& [id, bytes] = rows.bundles[i];
        for (auto* statement : statements) {
            sqlite3_bind_int64(statement, 1, static_cast<std::int64_t>(i + 1));
            sqlite3_bind_blob(statement, 2, rows.devices[i].bytes.data(), 16, SQLITE_STATIC);
            sqlite3_bind_blob(statement, 3, id.bytes.data(), 32, SQLITE_STATIC);
            sqlite3_bind_int64(statement, 4, static_cast<std::int64_t>(bytes.size()));
            sqlite3_bind_blob(statement, 5, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
            REQUIRE(sqlite3_step(statement) == SQLITE_DONE);
            sqlite3_reset(statement);
        }
        if (i % batch == batch - 1 || i + 1 == rows.bundles.size()) run("COMMIT");
    }
    const auto rate = static_cast<double>(rows.bundles.size()) / seconds_since(start);
    for (auto* statement : statements) sqlite3_finalize(statement);
    sqlite3_close(db);
    return rate;
}

struct Measured {
    double a_second = 0, p50_ms = 0, p99_ms = 0;
};

// Every caller has a connection and pushes its share, one after another.
Measured through_relay(const RelayProcess& relay, const std::vector<wire::Request>& requests, std::size_t callers) {
    std::vector<std::vector<double>> taken(callers);
    std::vector<std::thread> threads;
    const auto start = Clock::now();
    for (std::size_t caller = 0; caller < callers; ++caller)
        threads.emplace_back([&, caller] {
            Connection connection(relay.port());
            // A family's pushes follow each other, so a family belongs to one caller.
            for (std::size_t family = caller; family < families; family += callers)
                for (std::size_t i = 0; i < pushes_a_family; ++i) {
                    const auto sent = Clock::now();
                    if (connection.send(requests[family * pushes_a_family + i]).status == 201)
                        taken[caller].push_back(1000 * seconds_since(sent));
                }
        });
    for (auto& thread : threads) thread.join();
    const auto whole = seconds_since(start);
    std::vector<double> all;
    for (const auto& each : taken) all.insert(all.end(), each.begin(), each.end());
    REQUIRE(all.size() == pushes);
    std::ranges::sort(all);
    return {static_cast<double>(all.size()) / whole, all[all.size() / 2], all[all.size() * 99 / 100]};
}

}  // namespace

TEST_CASE("bench: pushes a second beside SQLite alone" * doctest::skip()) {
    for (const std::size_t callers : {1UL, 8UL, 32UL}) {
        const Scratch scratch;
        const RelayProcess relay(scratch.path());
        std::vector<Circle> circles;
        for (std::size_t clinic = 0; clinic < clinics; ++clinic) {
            const auto founded = founded_clinic(relay);
            for (std::size_t i = 0; i < families_a_clinic; ++i) circles.push_back(founded_household(relay, founded));
        }
        Rows rows;
        std::vector<wire::Request> requests;
        for (const auto& circle : circles) {
            Writer writer{.phone = circle.founder, .own = circle, .owner = circle, .channel = circle.channel};
            for (std::size_t i = 0; i < pushes_a_family; ++i) {
                rows.bundles.push_back(writer.next(2 * wire::padded_min));
                rows.devices.push_back(circle.founder.id);
                requests.push_back(calling(relay, circle)
                                       .signed_request({.call = wire::Call::put_bundle,
                                                        .group = circle.group(),
                                                        .channel = circle.channel,
                                                        .bundle = rows.bundles.back().id},
                                                       rows.bundles.back().bytes));
            }
        }
        const auto measured = through_relay(relay, requests, callers);
        const auto one_by_one = bare_sqlite(rows, 1), in_batches = bare_sqlite(rows, callers);
        std::printf(
            "%3zu callers, %zu bytes: relay %6.0f/s, p50 %5.2f ms, p99 %6.2f ms; SQLite alone, a commit each %6.0f/s"
            " (ratio %.2f), a commit for %zu %6.0f/s (ratio %.2f)\n",
            callers, rows.bundles.front().bytes.size(), measured.a_second, measured.p50_ms, measured.p99_ms,
            one_by_one, measured.a_second / one_by_one, callers, in_batches, measured.a_second / in_batches);
    }
}

}  // namespace goodweek::relay_tests
