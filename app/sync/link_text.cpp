#include "sync/link_text.h"

#include <algorithm>

#include "vault/primitives.h"
#include "wire/base64url.h"

namespace goodweek::sync {

namespace {

constexpr std::uint8_t version_now = 1;
constexpr std::size_t check_size = 4;
constexpr std::size_t longest = 4'096;

Bytes check_of(std::string_view kind, ByteView body) {
    const auto hash = vault::hash("link", {bytes_of(kind), body});
    return {hash.begin(), hash.begin() + check_size};
}

// Mail programs break lines, people select too much: white space never counts.
std::string without_spaces(std::string_view text) {
    std::string kept;
    std::ranges::copy_if(text, std::back_inserter(kept),
                         [](char c) { return c != ' ' && c != '\n' && c != '\r' && c != '\t'; });
    return kept;
}

std::optional<std::string_view> after(std::string_view text, std::string_view mark) {
    const auto at = text.find(mark);
    if (at == std::string_view::npos) return std::nullopt;
    return text.substr(at + mark.size());
}

}  // namespace

std::string link_payload(std::string_view kind, ByteView content) {
    auto body = vault::Writer().number(version_now).raw(content).take();
    const auto check = check_of(kind, body);
    body.insert(body.end(), check.begin(), check.end());
    return wire::to_base64url(body);
}

std::string link(std::string_view app_address, std::string_view kind, ByteView content) {
    return std::string(app_address).append("#/").append(kind).append("/").append(link_payload(kind, content));
}

std::string line(std::string_view kind, ByteView content) {
    return std::string("goodweek:").append(kind).append(":").append(link_payload(kind, content));
}

Result<Bytes, LinkProblem> read_link(std::string_view text, std::string_view kind) {
    const auto no = [](LinkProblem problem) { return Failure<LinkProblem>(problem); };
    if (text.size() > longest) return no(LinkProblem::not_ours);
    const auto plain = without_spaces(text);
    auto payload = after(plain, std::string("#/").append(kind).append("/"));
    if (!payload) payload = after(plain, std::string("goodweek:").append(kind).append(":"));
    if (!payload) return no(LinkProblem::not_ours);
    const auto body = wire::from_base64url(*payload);
    if (!body || body->size() < 1 + check_size) return no(LinkProblem::mistyped);
    const auto said = ByteView(*body).last(check_size);
    const auto covered = ByteView(*body).first(body->size() - check_size);
    if (!std::ranges::equal(said, check_of(kind, covered))) return no(LinkProblem::mistyped);
    if (covered.front() != version_now) return no(LinkProblem::update_needed);
    return Bytes(covered.begin() + 1, covered.end());
}

}  // namespace goodweek::sync
