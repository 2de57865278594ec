// Every sentence people see, by key, from assets/words/en.json. Sentences have {placeholders} and, where a number
// decides, one and other forms. A key that is missing fails a test, and shows itself in brackets until then.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/sentence.h"

namespace goodweek::ui {

struct Wording {
    std::string_view key;
    std::string_view one;  // for a count of exactly 1; the same as other where no number decides
    std::string_view other;
};

using Gap = std::pair<std::string_view, std::string>;
using Gaps = std::initializer_list<Gap>;

class Words {
public:
    // The text that embed.py makes, sorted by key: of each wording key, one and other, an empty `one` standing for the same
    // as other, and a nul after each. One text and not a table: its pointers would be a third of the words again, to
    // download.
    explicit Words(std::string_view text);

    std::span<const Wording> rows() const { return rows_; }
    bool has(std::string_view key) const { return find(key) != nullptr; }
    std::string say(std::string_view key, Gaps gaps = {}) const;
    // Chooses between one and other, and fills {count} itself.
    std::string say_count(std::string_view key, long long count, Gaps gaps = {}) const;
    std::string say(const Sentence& sentence) const;
    // "7:45am", "9pm"; "noon" and "midnight", as 12pm and 12am would mislead.
    std::string say_time(Minutes of_day) const;

private:
    const Wording* find(std::string_view key) const;
    std::vector<Wording> rows_;
};

// The built-in language. Others will be further tables of the same keys.
const Words& english();

}  // namespace goodweek::ui
