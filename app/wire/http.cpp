#include "wire/http.h"

#include <algorithm>
#include <array>

namespace goodweek::wire {

namespace {

constexpr std::array<std::string_view, 4> method_names{"GET", "PUT", "POST", "DELETE"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::string_view name_of(Method method) { return method_names[static_cast<std::size_t>(method)]; }

std::optional<Method> method_named(std::string_view name) {
    const auto found = std::ranges::find(method_names, name);
    if (found == method_names.end()) return std::nullopt;
    return static_cast<Method>(found - method_names.begin());
}

std::optional<std::string_view> header_named(const std::vector<Header>& headers, std::string_view name) {
    for (const auto& header : headers)
        if (same_name(header.name, name)) return header.value;
    return std::nullopt;
}

}  // namespace goodweek::wire
