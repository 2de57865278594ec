// Every sentence people see, by key, from assets/words/en.json. Sentences have {placeholders} and, where a number
// decides, one and other forms. A key that is missing fails a test, and shows itself in brackets until then.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "domain/sentence.h"

namespace goodweek::ui {

// A row of the table that embed.py makes.
struct Wording {
    std::string_view key;
    std::string_view one;  // for a count of exactly 1; the same as other where no number decides
    std::string_view other;
};

using Gap = std::pair<std::string_view, std::string>;
using Gaps = std::initializer_list<Gap>;

class Words {
public:
    // Rows must be sorted by key (embed.py sorts them).
    explicit Words(std::span<const Wording> rows) : rows_(rows) {}

    bool has(std::string_view key) const { return find(key) != nullptr; }
    std::string say(std::string_view key, Gaps gaps = {}) const;
    // Chooses between one and other, and fills {count} itself.
    std::string say_count(std::string_view key, long long count, Gaps gaps = {}) const;
    std::string say(const Sentence& sentence) const;

private:
    const Wording* find(std::string_view key) const;
    std::span<const Wording> rows_;
};

// The built-in language. Others will be further tables of the same keys.
const Words& english();

}  // namespace goodweek::ui
