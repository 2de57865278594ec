// A request and its answer as plain data: what a conversation hands to whoever owns the sockets, and gets back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/bytes.h"

namespace goodweek::wire {

enum class Method : std::uint8_t { get, put, post, remove };
std::string_view name_of(Method method);  // "GET", "PUT", "POST", "DELETE"
std::optional<Method> method_named(std::string_view name);

struct Header {
    std::string name, value;
    friend bool operator==(const Header&, const Header&) = default;
};

struct Request {
    Method method = Method::get;
    std::string target;  // path and query, "/v1/time"; scheme and authority are the relay's address
    std::vector<Header> headers;
    Bytes body;
    friend bool operator==(const Request&, const Request&) = default;
};

// Status 0: there was no answer (no network, a timeout, a broken connection).
struct Reply {
    int status = 0;
    std::vector<Header> headers;
    Bytes body;
    friend bool operator==(const Reply&, const Reply&) = default;
};

// The value of the header of that name, whatever its case; nothing when it is absent.
std::optional<std::string_view> header_named(const std::vector<Header>& headers, std::string_view name);

}  // namespace goodweek::wire
