// The one writer of a database. Work that arrives while a transaction is on its way to the disk waits and shares the
// next one, so that many pushes cost one fsync; nobody is told "kept" before that fsync has returned.
#pragma once

#include <functional>
#include <mutex>
#include <vector>

#include "relay/mailbox.h"
#include "relay/schema.h"

namespace goodweek::relay {

class Writer {
public:
    // `database` has one connection, used by nobody else.
    explicit Writer(Database database) : database_(std::move(database)) {}

    // Runs `work` inside a transaction and returns what it returned, once that is on disk. Work must only depend on what
    // it reads in there: when a batch fails, each piece of it runs again alone, so that no request fails for another's.
    // Throws when its own transaction failed, and then nothing of it was kept.
    template <class T>
    Task<T> commit(std::function<Task<T>(drogon::orm::DbClient&)> work) {
        std::optional<T> result;
        // Named, because the lambda must outlive the coroutine it makes.
        const std::function<Task<>(drogon::orm::DbClient&)> run = [&](drogon::orm::DbClient& db) -> Task<> {
            result = co_await work(db);
        };
        if (const auto failure = co_await Turn{*this, run}) std::rethrow_exception(failure);
        co_return std::move(*result);
    }

private:
    struct Job {
        const std::function<Task<>(drogon::orm::DbClient&)>* run = nullptr;
        std::function<void(std::exception_ptr)> done;
    };
    // Suspends the caller until its job's transaction has ended, one way or the other.
    struct Turn {
        Writer& writer;
        const std::function<Task<>(drogon::orm::DbClient&)>& run;
        std::exception_ptr failure{};

        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> waiting);
        std::exception_ptr await_resume() noexcept { return failure; }
    };

    void enqueue(Job job);
    std::vector<Job> next_batch();
    Task<> drain();
    Task<std::exception_ptr> transact(std::span<const Job> jobs);

    Database database_;
    std::mutex mutex_;
    std::vector<Job> waiting_;  // guarded by mutex_
    bool draining_ = false;     // guarded by mutex_
};

}  // namespace goodweek::relay
