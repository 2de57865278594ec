#include "cli/http.h"

#include <curl/curl.h>

#include <cctype>
#include <memory>

#include "wire/limits.h"

namespace goodweek::cli {

namespace {

using Handle = std::unique_ptr<CURL, decltype([](CURL* curl) { curl_easy_cleanup(curl); })>;
using List = std::unique_ptr<curl_slist, decltype([](curl_slist* list) { curl_slist_free_all(list); })>;

std::string_view trimmed(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return text;
}

// No honest relay answers with more than a page of frames.
constexpr std::size_t most = wire::answer_max + wire::bundle_max;

std::size_t take_body(const char* data, std::size_t, std::size_t size, void* to) {
    auto& body = static_cast<session::Answered*>(to)->body;
    if (body.size() + size > most) return 0;
    body.insert(body.end(), data, data + size);
    return size;
}

std::size_t take_header(const char* data, std::size_t, std::size_t size, void* to) {
    const std::string_view line{data, size};
    const auto colon = line.find(':');
    if (colon != std::string_view::npos)
        static_cast<session::Answered*>(to)->headers.emplace_back(trimmed(line.substr(0, colon)),
                                                                  trimmed(line.substr(colon + 1)));
    return size;
}

List headers_of(const session::Send& request) {
    List list;
    // Without asking leave first: relays answer at once, and a proxy that does not know 100-continue costs a second.
    list.reset(curl_slist_append(list.release(), "Expect:"));
    for (const auto& [name, value] : request.headers)
        list.reset(curl_slist_append(list.release(), (name + ": " + value).c_str()));
    return list;
}

void ask_for(CURL* curl, const session::Send& request) {
    curl_easy_setopt(curl, CURLOPT_URL, (request.relay + request.path).c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    if (!request.body.empty() || request.method == "POST" || request.method == "PUT") {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    }
    // A signed request is for one address; following it elsewhere would be asking somebody else.
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 10L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 60L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
}

}  // namespace

session::Answered send(const session::Send& request) {
    // One connection for the whole run of the program: a sync is many small requests to one relay.
    static const bool started = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    static const Handle curl{started ? curl_easy_init() : nullptr};
    session::Answered answered{.ticket = request.ticket, .status = 0, .headers = {}, .body = {}};
    if (!curl) return answered;
    curl_easy_reset(curl.get());
    const auto headers = headers_of(request);
    ask_for(curl.get(), request);
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answered);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERDATA, &answered);
    if (curl_easy_perform(curl.get()) != CURLE_OK)
        return {.ticket = request.ticket, .status = 0, .headers = {}, .body = {}};
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    answered.status = static_cast<int>(status);
    return answered;
}

}  // namespace goodweek::cli
