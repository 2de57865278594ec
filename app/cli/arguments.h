// What was typed after `goodweek`: a verb, its words and its options, checked against the verb's own list.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/result.h"

namespace goodweek::cli {

struct Option {
    std::string_view name;   // "--born"
    std::string_view value;  // "YYYY-MM-DD"; empty for one that stands alone
    std::string_view help;
};

// What a verb was asked to do.
struct Call {
    std::string profile;
    bool json = false;
    std::vector<std::string> words;
    std::map<std::string, std::string, std::less<>> options;

    bool has(std::string_view option) const { return options.contains(option); }
    // The option's value, or an empty text.
    std::string value(std::string_view option) const;
};

struct Verb;  // verbs.h

struct Arguments {
    Call call;
    const Verb* verb = nullptr;
    bool help = false;
};

// Or one line about what is wrong with the arguments.
Result<Arguments, std::string> read_arguments(std::span<const std::string_view> typed, std::span<const Verb> verbs);

}  // namespace goodweek::cli
