// 2048 plain English words, eleven bits each: what passphrases are made of, and how people compare long numbers by ear
// (security.md 2.2, 2.5 and 2.7).
#pragma once

#include <string_view>
#include <vector>

#include "domain/bytes.h"

namespace goodweek::vault {

inline constexpr std::size_t word_count = 2048;

// The word at a place from 0 to 2047.
std::string_view word(std::size_t place);
bool is_word(std::string_view text);

// The first 11 x `count` bits, most significant first; zero bits follow where the bytes end.
std::vector<std::string_view> as_words(ByteView bytes, std::size_t count);

}  // namespace goodweek::vault
