#include "session/came.h"

#include "domain/text.h"
#include "vault/crockford.h"
#include "vault/primitives.h"
#include "wire/base64url.h"

namespace goodweek::session {

namespace {

constexpr std::size_t code_length = 6;

std::string code_of(const EntityId& visit) {
    return vault::crockford(vault::hash("group-visit", {visit.view()}), code_length);
}

}  // namespace

std::string came_link(std::string_view origin, const EntityId& visit, std::string_view group) {
    return std::string{origin} +
           to_text({.page = Page::came, .entity = visit, .what = wire::to_base64url(bytes_of(group))});
}

std::string came_code(const EntityId& visit) { return vault::grouped(code_of(visit), code_length / 2); }

std::optional<std::string> came_group(const Route& route) {
    const auto bytes = wire::from_base64url(route.what);
    if (!bytes || bytes->empty() || route.entity.empty()) return std::nullopt;
    const auto words = one_line(std::string{bytes->begin(), bytes->end()});
    return words.empty() || words.size() > longest_plan ? std::nullopt : std::optional{words};
}

bool is_came_code(const EntityId& visit, std::string_view typed) {
    // The typed code's spare bits are nought, so both are compared as characters.
    const auto bytes = vault::from_crockford(typed, code_length);
    return bytes && vault::crockford(*bytes, code_length) == code_of(visit);
}

}  // namespace goodweek::session
