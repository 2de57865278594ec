// What the relay writes down about itself: one line a call, telling an operator how it is doing and nobody who was ill.
// No addresses, times to the minute, devices under a hash whose key is forgotten every night (security.md 4.5).
#pragma once

#include <chrono>
#include <mutex>
#include <string_view>

#include "vault/primitives.h"
#include "wire/protocol.h"

namespace goodweek::relay {

std::string_view name_of(wire::Call call);

class CallLog {
public:
    struct Line {
        std::string_view call;
        int status = 0;
        std::size_t bytes = 0;  // of body or answer, whichever is longer
        std::chrono::milliseconds spent{};
        DeviceId device;  // empty: a stranger's
    };
    void write(const Line& line, std::int64_t now_ms);
    // The line as written, without its end.
    std::string text_of(const Line& line, std::int64_t now_ms);

private:
    std::string nickname(const DeviceId& device, std::int64_t now_ms);

    std::mutex mutex_;
    std::int64_t day_ = -1;
    vault::Key key_of_day_;
};

// Something the operator should see, on standard error. Never about whose request it was.
void log_problem(std::string_view text);

// Where Drogon's own lines go, of which only the worst are let through: to standard error, or nowhere.
void hear_drogon();
void ignore_drogon();

}  // namespace goodweek::relay
