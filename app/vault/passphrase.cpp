#include "vault/passphrase.h"

#include <algorithm>
#include <array>
#include <vector>

#include "domain/text.h"
#include "vault/cbor.h"
#include "vault/primitives.h"
#include "vault/word_list.h"

namespace goodweek::vault {

namespace {

constexpr std::string_view spaces = " \t\r\n";

// The words of a text in small letters, set apart by spaces and dashes.
std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    bool inside = false;
    for (const char c : text) {
        if (c == '-' || spaces.contains(c)) {
            inside = false;
            continue;
        }
        if (!inside) words.emplace_back();
        inside = true;
        words.back() += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) {
        if (!text.empty()) text += ' ';
        text += word;
    }
    return text;
}

bool is_ours(const std::vector<std::string>& words) {
    return words.size() == passphrase_words && std::ranges::all_of(words, is_word);
}

}  // namespace

std::string new_passphrase() {
    std::array<std::uint8_t, 6> random{};
    fill_random(random);
    std::string text;
    for (const auto word : as_words(random, passphrase_words)) {
        if (!text.empty()) text += ' ';
        text += word;
    }
    wipe(random);
    return text;
}

std::string passphrase_secret(std::string_view typed) {
    const auto text = trimmed(typed);
    auto words = words_in(text);
    auto secret = is_ours(words) ? joined(words) : std::string(text);
    for (auto& word : words) wipe(word);
    return secret;
}

Result<void, PassphraseProblem> judge_new_passphrase(std::string_view typed) {
    const auto text = trimmed(typed);
    if (text.size() > longest_passphrase) return Failure<PassphraseProblem>(PassphraseProblem::too_long);
    if (!text_allowed(text)) return Failure<PassphraseProblem>(PassphraseProblem::not_text);
    if (characters(text) < shortest_passphrase) return Failure<PassphraseProblem>(PassphraseProblem::too_short);
    return {};
}

void wipe(std::string& text) {
    wipe(std::span(reinterpret_cast<std::uint8_t*>(text.data()), text.size()));
    text.clear();
}

}  // namespace goodweek::vault
