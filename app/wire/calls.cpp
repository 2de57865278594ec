#include "wire/calls.h"

#include <array>
#include <charconv>

namespace goodweek::wire {

namespace {

// Each path as its words; a word in braces stands for an id in hexadecimal.
struct Path {
    Call call;
    Method method;
    bool is_signed;
    std::string_view words;
    std::string_view query;  // names it may have, in this order
};
constexpr std::array paths{
    Path{Call::found_group, Method::post, true, "v1/groups", ""},
    Path{Call::read_roster, Method::get, true, "v1/g/{g}/roster", "from"},
    Path{Call::extend_roster, Method::post, true, "v1/g/{g}/roster", ""},
    Path{Call::list_linked, Method::get, true, "v1/g/{g}/linked", ""},
    Path{Call::put_bundle, Method::put, true, "v1/g/{g}/c/{c}/b/{b}", ""},
    Path{Call::read_bundles, Method::get, true, "v1/g/{g}/c/{c}/b", "after max"},
    Path{Call::list_bundles, Method::get, true, "v1/g/{g}/c/{c}/ids", "after"},
    Path{Call::announce_invite, Method::post, true, "v1/invites", ""},
    Path{Call::withdraw_invite, Method::remove, true, "v1/invites/{t}", ""},
    Path{Call::look_up_invite, Method::get, false, "v1/invites/{l}", ""},
    Path{Call::leave_message, Method::post, false, "v1/rendezvous/{r}", ""},
    Path{Call::read_messages, Method::get, false, "v1/rendezvous/{r}", ""},
    Path{Call::time, Method::get, false, "v1/time", ""},
    Path{Call::health, Method::get, false, "healthz", ""},
};

const Path& path_of(Call call) { return paths[static_cast<std::size_t>(call)]; }

// What stands before the first separator, which is taken off with it.
std::string_view next_word(std::string_view& rest, char separator) {
    const auto end = rest.find(separator);
    const auto word = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    return word;
}

std::span<std::uint8_t> id_field(Asked& asked, char name) {
    switch (name) {
        case 'g': return asked.group.bytes;
        case 'c': return asked.channel.bytes;
        case 'b': return asked.bundle.bytes;
        case 't': return asked.token_hash;
        case 'l': return asked.lookup.bytes;
        default: return asked.rendezvous.bytes;
    }
}

bool read_id(std::span<std::uint8_t> into, std::string_view text) {
    const auto bytes = from_hex(text);
    if (!bytes || bytes->size() != into.size() || to_hex(*bytes) != text) return false;
    std::ranges::copy(*bytes, into.begin());
    return true;
}

std::uint64_t query_value(const Asked& asked, std::string_view name) {
    if (name == "after") return asked.after;
    return name == "max" ? asked.max : asked.from;
}

template <class Number>
bool read_number(Number& into, std::string_view text) {
    const auto [stopped, problem] = std::from_chars(text.data(), text.data() + text.size(), into);
    return problem == std::errc{} && stopped == text.data() + text.size();
}

bool read_query_value(Asked& asked, std::string_view name, std::string_view text) {
    if (name == "after") return read_number(asked.after, text);
    return read_number(name == "max" ? asked.max : asked.from, text);
}

bool read_path(Asked& asked, std::string_view words, std::string_view path) {
    while (!words.empty() || !path.empty()) {
        const auto word = next_word(words, '/');
        const auto given = next_word(path, '/');
        if (!word.starts_with('{')) {
            if (word != given) return false;
        } else if (!read_id(id_field(asked, word[1]), given)) {
            return false;
        }
    }
    return true;
}

bool read_query(Asked& asked, std::string_view names, std::string_view query) {
    while (!query.empty()) {
        auto pair = next_word(query, '&');
        const auto name = next_word(pair, '=');
        // Names come in the table's order; those left out are passed over.
        std::string_view expected;
        do {
            if (names.empty()) return false;
            expected = next_word(names, ' ');
        } while (expected != name);
        if (!read_query_value(asked, name, pair)) return false;
    }
    return true;
}

}  // namespace

static_assert([] {
    for (std::size_t i = 0; i < paths.size(); ++i)
        if (static_cast<std::size_t>(paths[i].call) != i) return false;
    return true;
}());

Method method_of(Call call) { return path_of(call).method; }
bool is_signed(Call call) { return path_of(call).is_signed; }

std::string target_of(const Asked& asked) {
    Asked ids = asked;
    const auto& path = path_of(asked.call);
    std::string target;
    for (auto words = path.words; !words.empty();) {
        const auto word = next_word(words, '/');
        target += '/';
        if (word.starts_with('{')) target += to_hex(id_field(ids, word[1]));
        else target += word;
    }
    char mark = '?';
    for (auto names = path.query; !names.empty();) {
        const auto name = next_word(names, ' ');
        if (query_value(asked, name) == 0) continue;
        target += mark;
        target.append(name).append("=").append(std::to_string(query_value(asked, name)));
        mark = '&';
    }
    return target;
}

std::optional<Asked> read_target(Method method, std::string_view target) {
    if (!target.starts_with('/')) return std::nullopt;
    auto query = target.substr(1);
    const auto path = next_word(query, '?');
    for (const auto& known : paths) {
        if (known.method != method) continue;
        Asked asked;
        asked.call = known.call;
        if (!read_path(asked, known.words, path) || !read_query(asked, known.query, query)) continue;
        // Leading zeros, a slash too many, an empty query: whatever is not how we write it is not taken.
        if (target_of(asked) == target) return asked;
    }
    return std::nullopt;
}

}  // namespace goodweek::wire
