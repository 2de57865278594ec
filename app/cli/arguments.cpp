#include "cli/arguments.h"

#include <algorithm>
#include <array>

#include "cli/verbs.h"

namespace goodweek::cli {

namespace {

using Words = std::vector<std::string>;

// For every verb.
constexpr std::array common{Option{"--profile", "DIR", {}}, Option{"--json", {}, {}}, Option{"--help", {}, {}}};

// "-5" is a value, not an option.
bool is_option(std::string_view word) {
    return word.size() > 1 && word[0] == '-' && !(word[1] >= '0' && word[1] <= '9');
}

bool begins_with(const Words& words, std::string_view verb) {
    const auto space = verb.find(' ');
    if (words.empty() || words[0] != verb.substr(0, space)) return false;
    return space == std::string_view::npos || (words.size() > 1 && words[1] == verb.substr(space + 1));
}

// The longest that the words begin with: "week add" before "week".
const Verb* find_verb(std::span<const Verb> verbs, const Words& words) {
    const Verb* found = nullptr;
    for (const auto& verb : verbs)
        if (begins_with(words, verb.name) && (!found || verb.name.size() > found->name.size())) found = &verb;
    return found;
}

const Option* find_option(std::span<const Option> options, std::string_view name) {
    const auto found = std::ranges::find(options, name, &Option::name);
    return found == options.end() ? nullptr : &*found;
}

// An option that takes a value takes the word after it, so which options do has to be known before the verb is: no
// two verbs may disagree about it.
const Option* known_option(std::span<const Verb> verbs, std::string_view name) {
    if (const auto* option = find_option(common, name)) return option;
    for (const auto& verb : verbs)
        if (const auto* option = find_option(verb.options, name)) return option;
    return nullptr;
}

}  // namespace

std::string Call::value(std::string_view option) const {
    const auto found = options.find(option);
    return found == options.end() ? std::string{} : found->second;
}

Result<Arguments, std::string> read_arguments(std::span<const std::string_view> typed, std::span<const Verb> verbs) {
    Arguments read;
    Words words;
    bool only_words = false;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if (only_words || !is_option(typed[i])) {
            words.emplace_back(typed[i]);
            continue;
        }
        if (typed[i] == "--") {
            only_words = true;
            continue;
        }
        const auto equals = typed[i].find('=');
        const auto name = typed[i].substr(0, equals);
        const auto* option = known_option(verbs, name == "-h" ? "--help" : name);
        if (!option) return Failure{"There is no option " + std::string{name} + "."};
        std::string value;
        if (equals != std::string_view::npos) {
            value = typed[i].substr(equals + 1);
        } else if (!option->value.empty()) {
            if (i + 1 == typed.size())
                return Failure{std::string{name} + " needs a value: " + std::string{option->value} + "."};
            value = typed[++i];
        }
        read.call.options.insert_or_assign(std::string{option->name}, std::move(value));
    }
    read.help = read.call.options.erase("--help") > 0 || (!words.empty() && words[0] == "help");
    read.call.json = read.call.options.erase("--json") > 0;
    read.call.profile = read.call.value("--profile");
    read.call.options.erase("--profile");
    if (!words.empty() && words[0] == "help") words.erase(words.begin());

    read.verb = find_verb(verbs, words);
    if (read.help) return read;
    if (words.empty()) return Failure{std::string{"Say what to do. `goodweek --help` lists it all."}};
    if (!read.verb) return Failure{"There is no verb `" + words[0] + "`. `goodweek --help` lists them."};
    words.erase(words.begin(), words.begin() + 1 + std::ranges::count(read.verb->name, ' '));
    for (const auto& [name, value] : read.call.options)
        if (!find_option(read.verb->options, name))
            return Failure{"`goodweek " + std::string{read.verb->name} + "` has no option " + name + "."};
    if (words.size() < read.verb->fewest_words || words.size() > read.verb->most_words)
        return Failure{"Use: " + usage_of(*read.verb)};
    if (read.verb->needs_profile && read.call.profile.empty())
        return Failure{std::string{"Say which profile: --profile DIR."}};
    read.call.words = std::move(words);
    return read;
}

}  // namespace goodweek::cli
