// How a profile's files are named: "hdr", and a letter and a number for the rest.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/bytes.h"

namespace goodweek::vault {

inline constexpr std::string_view header_name = "hdr";

// "s/7"
std::string file_name(char folder, std::uint64_t number);

// The numbers among names as `Store::list` gives them, ascending. A name that is not the one spelling of a number we
// could have counted to is not ours.
std::vector<std::uint64_t> numbers_in(const std::vector<std::string>& names);

}  // namespace goodweek::vault
