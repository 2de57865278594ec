// Where HTTP ends: a Drogon request becomes a Visit, an Answer becomes a response with the headers every one of them has
// (security.md 4.5).
#pragma once

#include <drogon/HttpRequest.h>
#include <drogon/HttpResponse.h>

#include <atomic>
#include <functional>

#include "relay/log.h"
#include "relay/service.h"

namespace goodweek::relay {

struct EdgeSettings {
    std::string app_origin;     // the one web origin that may call from a browser
    bool behind_proxy = false;  // the last address of X-Forwarded-For is the caller's
};

class Edge {
public:
    using Respond = std::function<void(const drogon::HttpResponsePtr&)>;

    Edge(Service& service, const wire::StoreId& store, EdgeSettings settings);

    void handle(const drogon::HttpRequestPtr& request, Respond respond);

    // From now on everybody is told to come back later.
    void stop_taking() { stopping_ = true; }
    std::size_t under_way() const { return under_way_; }

private:
    drogon::HttpResponsePtr response(const Answer& answer) const;
    drogon::HttpResponsePtr preflight() const;
    Task<> respond_to(drogon::HttpRequestPtr request, Respond respond);
    Task<Answer> answer(const drogon::HttpRequestPtr& request, std::string_view& call);
    std::string network(const drogon::HttpRequest& request) const;

    Service& service_;
    const EdgeSettings settings_;
    const std::string store_;
    CallLog log_;
    std::atomic<bool> stopping_ = false;
    std::atomic<std::size_t> under_way_ = 0;
};

std::int64_t unix_now_ms();

}  // namespace goodweek::relay
