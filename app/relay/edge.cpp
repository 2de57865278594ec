#include "relay/edge.h"

namespace goodweek::relay {

namespace {

std::optional<wire::Method> method_of(const drogon::HttpRequest& request) {
    if (request.isHead()) return std::nullopt;  // Drogon shows it as a GET
    return wire::method_named(request.getMethodString());
}

std::size_t header_size(const drogon::HttpRequest& request) {
    std::size_t size = request.getOriginalPath().size() + request.query().size();
    for (const auto& [name, value] : request.headers()) size += name.size() + value.size();
    return size;
}

std::string target_of(const drogon::HttpRequest& request) {
    return request.query().empty() ? request.getOriginalPath() : request.getOriginalPath() + '?' + request.query();
}

}  // namespace

Edge::Edge(Service& service, const wire::StoreId& store, EdgeSettings settings)
    : service_(service), settings_(std::move(settings)), store_(store.hex()) {}

void Edge::handle(const drogon::HttpRequestPtr& request, Respond respond) {
    if (request->method() == drogon::Options) return respond(preflight());
    drogon::async_run(
        [this, request, respond = std::move(respond)]() mutable { return respond_to(request, std::move(respond)); });
}

Task<> Edge::respond_to(drogon::HttpRequestPtr request, Respond respond) {
    const auto since = std::chrono::steady_clock::now();
    ++under_way_;
    std::string_view call = "nonsense";
    const auto answered = co_await answer(request, call);
    respond(response(answered));
    const auto spent =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - since);
    log_.write({.call = call,
                .status = answered.status,
                .bytes = std::max(request->body().size(), answered.body.size()),
                .spent = spent,
                .device = answered.device},
               unix_now_ms());
    --under_way_;
}

Task<Answer> Edge::answer(const drogon::HttpRequestPtr& request, std::string_view& call) {
    const auto now_ms = unix_now_ms();
    if (stopping_) co_return refuse(wire::Refusal::busy, now_ms);
    const auto method = method_of(*request);
    const auto target = target_of(*request);
    const auto asked = method ? wire::read_target(*method, target) : std::nullopt;
    if (!asked || header_size(*request) > wire::header_max) co_return service_.nonsense(network(*request), now_ms);
    call = name_of(asked->call);
    co_return co_await service_.answer({.asked = *asked,
                                        .target = target,
                                        .body = bytes_of(request->body()),
                                        .auth = request->getHeader("gw-auth"),
                                        .if_match = request->getHeader("if-match"),
                                        .network = network(*request),
                                        .now_ms = now_ms});
}

std::string Edge::network(const drogon::HttpRequest& request) const {
    if (settings_.behind_proxy) {
        std::string_view forwarded = request.getHeader("x-forwarded-for");
        if (const auto comma = forwarded.rfind(','); comma != std::string_view::npos)
            forwarded.remove_prefix(comma + 1);
        while (forwarded.starts_with(' ')) forwarded.remove_prefix(1);
        return network_of(forwarded);
    }
    return network_of(request.peerAddr().toIp());
}

drogon::HttpResponsePtr Edge::response(const Answer& answer) const {
    auto made = drogon::HttpResponse::newHttpResponse();
    made->setCustomStatusCode(answer.status);
    made->setContentTypeString("application/octet-stream");
    made->setBody(std::string(text_of(answer.body)));
    made->addHeader("GW-Store", store_);
    made->addHeader("Access-Control-Allow-Origin", settings_.app_origin);
    made->addHeader("Access-Control-Expose-Headers", "GW-Store");
    made->addHeader("X-Content-Type-Options", "nosniff");
    made->addHeader("Cache-Control", "no-store");
    made->addHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    made->addHeader("Strict-Transport-Security", "max-age=63072000");
    return made;
}

drogon::HttpResponsePtr Edge::preflight() const {
    auto made = response(reply(204));
    made->addHeader("Access-Control-Allow-Methods", "GET, PUT, POST, DELETE");
    made->addHeader("Access-Control-Allow-Headers", "GW-Auth, Content-Type, If-Match");
    made->addHeader("Access-Control-Max-Age", "7200");
    return made;
}

std::int64_t unix_now_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

}  // namespace goodweek::relay
