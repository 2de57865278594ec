// A browser's part, as small as it can be: one request over a connection of its own, or many over one.
#pragma once

#include <chrono>
#include <string>

#include "wire/http.h"

namespace goodweek::relay_tests {

class Connection {
public:
    // Gives up on an answer after so long.
    explicit Connection(std::uint16_t port, std::chrono::seconds patience = std::chrono::seconds(20));
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // Status 0 when there is no answer.
    wire::Reply send(const wire::Request& request);
    // These bytes as they are, and whatever is answered.
    wire::Reply send_raw(std::string_view bytes);

private:
    wire::Reply read_reply();

    int socket_ = -1;
    std::string unread_;
};

wire::Reply send(std::uint16_t port, const wire::Request& request);
std::string as_http(const wire::Request& request, std::string_view method);

}  // namespace goodweek::relay_tests
