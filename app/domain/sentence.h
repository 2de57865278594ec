// Something to tell a person: which sentence of assets/words, and what to put in its gaps. The words themselves are
// chosen at the top, in the reader's language.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/moment.h"

namespace goodweek {

struct Sentence {
    std::string key{};                                        // "reading.too_high"
    std::vector<std::pair<std::string, std::string>> gaps{};  // {"highest", "800"}
    std::optional<long> count{};                              // picks the plural form, and fills {count}
    std::optional<Minutes> time{};                            // of day: fills {time}, as people say it
    friend bool operator==(const Sentence&, const Sentence&) = default;
};

}  // namespace goodweek
