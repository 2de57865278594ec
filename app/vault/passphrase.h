// Passphrases: the four words we offer, what we ask of people's own, and what exactly is derived from what they type.
#pragma once

#include <string>
#include <string_view>

#include "domain/result.h"

namespace goodweek::vault {

inline constexpr std::size_t passphrase_words = 4;  // 44 bits
inline constexpr std::size_t shortest_passphrase = 12;
inline constexpr std::size_t longest_passphrase = 1024;  // bytes

enum class PassphraseProblem {
    too_short,  // under twelve characters
    too_long,
    not_text,  // bytes that no keyboard types
};

// "hedgehog lantern puddle teapot"
std::string new_passphrase();

// What goes into Argon2id for what was typed. Spaces around it never count. Four words of ours count whatever their
// capitals and however they are set apart, by spaces or dashes; anything else counts exactly as it was typed.
std::string passphrase_secret(std::string_view typed);

// May this be somebody's new passphrase? Their own needs twelve characters, as people count them.
Result<void, PassphraseProblem> judge_new_passphrase(std::string_view typed);

// Overwrites the text before it is emptied.
void wipe(std::string& text);

}  // namespace goodweek::vault
