// Asking the database from a coroutine that goes on where it was, not in the database's thread: what comes after an
// answer is often a signature to verify, and the next reader should not wait for that.
#pragma once

#include <trantor/net/EventLoop.h>

#include "relay/mailbox.h"
#include "relay/schema.h"

namespace goodweek::relay {

// Throws when the database fails.
template <class... Values>
Task<drogon::orm::Result> ask(drogon::orm::DbClient& db, const char* sql, Values... values) {
    auto* const home = trantor::EventLoop::getEventLoopOfCurrentThread();
    std::exception_ptr failure;
    drogon::orm::Result rows(nullptr);
    try {
        rows = co_await db.execSqlCoro(sql, std::move(values)...);
    } catch (...) {
        failure = std::current_exception();
    }
    if (home) co_await drogon::switchThreadCoro(home);
    if (failure) std::rethrow_exception(failure);
    co_return rows;
}

}  // namespace goodweek::relay
