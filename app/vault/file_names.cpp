#include "vault/file_names.h"

#include <algorithm>
#include <charconv>

#include "domain/put_in_order.h"

namespace goodweek::vault {

namespace {

// One commit a millisecond for thirty thousand years. Keeps a hostile name from wrapping the next number round.
constexpr std::uint64_t highest = 1'000'000'000'000'000;

}  // namespace

std::string file_name(char folder, std::uint64_t number) {
    return std::string(1, folder) + '/' + std::to_string(number);
}

std::vector<std::uint64_t> numbers_in(const std::vector<std::string>& names) {
    std::vector<std::uint64_t> numbers;
    for (const auto& name : names) {
        std::uint64_t number = 0;
        const auto* end = name.data() + name.size();
        const auto [stopped, problem] = std::from_chars(name.data(), end, number);
        if (problem == std::errc{} && stopped == end && name[0] != '0' && number <= highest)
            numbers.push_back(number);
    }
    put_in_order(numbers);
    return numbers;
}

}  // namespace goodweek::vault
