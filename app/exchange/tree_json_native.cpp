// Trees from JSON that a person chose or wrote: questionnaires, and the words that a clinic lends for one.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "exchange/lent_words_file.h"

namespace goodweek::exchange {

namespace {

using nlohmann::json;
using vault::Cbor;
using Why = FileProblem::Why;

constexpr std::size_t deepest = 24;
constexpr double furthest = 1e9;

// As tree_reader.h has it; nothing for what is too deep or too large to be a questionnaire.
std::optional<Cbor> tree_of(const json& value, std::size_t depth = 0) {
    if (depth > deepest) return std::nullopt;
    if (value.is_string() && vault::text_allowed(value.get_ref<const std::string&>()))
        return value.get<std::string>();
    if (value.is_boolean()) return Cbor{value.get<bool>() ? "true" : "false"};
    if (value.is_number() && std::abs(value.get<double>()) < furthest)
        return Cbor{static_cast<std::int64_t>(std::llround(value.get<double>() * 1000))};
    if (value.is_array()) {
        Cbor::Array items;
        for (const auto& item : value) {
            auto tree = tree_of(item, depth + 1);
            if (!tree) return std::nullopt;
            items.push_back(std::move(*tree));
        }
        return Cbor{std::move(items)};
    }
    if (!value.is_object()) return std::nullopt;
    Cbor::Map fields;
    for (const auto& [key, inner] : value.items()) {
        if (inner.is_null()) continue;
        auto tree = tree_of(inner, depth + 1);
        if (!tree || key.empty() || !vault::text_allowed(key)) return std::nullopt;
        fields.push_back({key, std::move(*tree)});
    }
    return Cbor{std::move(fields)};
}

// Where the text stops being JSON: takes everything, and remembers where that ended.
struct Place : nlohmann::json_sax<json> {
    std::size_t at = 0;
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(std::int64_t) override { return true; }
    bool number_unsigned(std::uint64_t) override { return true; }
    bool number_float(double, const std::string&) override { return true; }
    bool string(std::string&) override { return true; }
    bool binary(json::binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(std::string&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        at = position;
        return false;
    }
};

std::string place_of_error(std::string_view text) {
    Place place;
    json::sax_parse(text, &place);
    const auto before = text.substr(0, std::min(place.at, text.size()));
    return "line " + std::to_string(1 + std::ranges::count(before, '\n'));
}

Result<Cbor, FileProblem> read_tree(std::string_view text, std::size_t largest) {
    if (text.empty()) return Failure<FileProblem>(FileProblem{Why::empty, "line 1"});
    if (text.size() > largest) return Failure<FileProblem>(FileProblem{Why::too_big, "line 1"});
    const auto parsed = json::parse(text, nullptr, false);
    if (parsed.is_discarded()) return Failure<FileProblem>(FileProblem{Why::not_json, place_of_error(text)});
    auto tree = tree_of(parsed);
    if (!tree) return Failure<FileProblem>(FileProblem{Why::wrong_type, "file"});
    return std::move(*tree);
}

}  // namespace

Result<std::vector<Questionnaire>, FileProblem> read_questionnaires_json(std::string_view text) {
    const auto tree = TRY(read_tree(text, largest_questionnaires));
    return read_questionnaires(tree);
}

Result<Bytes, FileProblem> lent_words_from_json(std::string_view text) {
    const auto tree = TRY(read_tree(text, largest_lent_words));
    auto words = vault::encode(tree);
    if (const auto read = read_lent_words(words); !read) return Failure<FileProblem>(read.error());
    return words;
}

}  // namespace goodweek::exchange
