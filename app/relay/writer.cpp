#include "relay/writer.h"

#include <trantor/net/EventLoop.h>

namespace goodweek::relay {

namespace {
// Enough to make the fsync cheap, few enough that the first of them does not wait long for the last.
constexpr std::size_t batch_max = 64;
}  // namespace

void Writer::Turn::await_suspend(std::coroutine_handle<> waiting) {
    // Whoever waits goes on in its own thread: the database's has the next batch to write.
    auto* const home = trantor::EventLoop::getEventLoopOfCurrentThread();
    writer.enqueue({&run, [this, waiting, home](std::exception_ptr problem) {
                        failure = std::move(problem);
                        if (home) home->queueInLoop([waiting] { waiting.resume(); });
                        else waiting.resume();
                    }});
}

void Writer::enqueue(Job job) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(job));
        if (draining_) return;
        draining_ = true;
    }
    drogon::async_run([this] { return drain(); });
}

std::vector<Writer::Job> Writer::next_batch() {
    const std::lock_guard lock(mutex_);
    const auto count = std::min(waiting_.size(), batch_max);
    std::vector<Job> batch(std::make_move_iterator(waiting_.begin()),
                           std::make_move_iterator(waiting_.begin() + static_cast<std::ptrdiff_t>(count)));
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
    draining_ = !batch.empty();
    return batch;
}

Task<> Writer::drain() {
    for (auto batch = next_batch(); !batch.empty(); batch = next_batch()) {
        const auto failure = co_await transact(batch);
        if (!failure || batch.size() == 1) {
            for (const auto& job : batch) job.done(failure);
            continue;
        }
        for (const auto& job : batch) job.done(co_await transact({&job, 1}));
    }
}

Task<std::exception_ptr> Writer::transact(std::span<const Job> jobs) {
    std::exception_ptr failure;
    try {
        co_await database_->execSqlCoro("BEGIN IMMEDIATE");
        for (const auto& job : jobs) co_await (*job.run)(*database_);
        co_await database_->execSqlCoro("COMMIT");
        co_return nullptr;
    } catch (...) {
        failure = std::current_exception();
    }
    try {
        co_await database_->execSqlCoro("ROLLBACK");
    } catch (...) {
        // Some failures have rolled back already, and then there is nothing to roll back. If it is anything worse, the
        // next BEGIN says so.
        failure = failure ? failure : std::current_exception();
    }
    co_return failure;
}

}  // namespace goodweek::relay
