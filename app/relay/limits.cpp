#include "relay/limits.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <span>

namespace goodweek::relay {

std::string network_of(std::string_view address) {
    const std::string text(address);
    std::array<char, 16> six{};
    if (inet_pton(AF_INET6, text.c_str(), six.data()) != 1) return text;
    constexpr std::array<char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '\xff', '\xff'};
    if (std::ranges::equal(std::span(six).first<12>(), mapped)) {
        std::array<char, INET_ADDRSTRLEN> four{};
        inet_ntop(AF_INET, six.data() + 12, four.data(), four.size());
        return four.data();
    }
    return {six.data(), 8};
}

}  // namespace goodweek::relay
