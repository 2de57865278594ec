#include "exchange/section_file.h"

#include <algorithm>
#include <array>
#include <set>

#include "exchange/tree_reader.h"

namespace goodweek::exchange {

namespace {

using Why = FileProblem::Why;

constexpr std::array groups{"about", "care", "plans", "happened", "worker"};
constexpr std::array kinds{"words", "line", "number", "day", "rating", "choice", "many", "person"};
constexpr std::array zones{"", "green", "amber", "red"};
constexpr std::array sides{"family", "clinic"};
constexpr std::array owners{"person", "household"};
constexpr std::size_t longest_key = 24, most_fields = 24, fewest_options = 2, most_options = 20;
constexpr int oldest_age = 200;

// The place of its name among them; the first where the field is not there and need not be.
template <class Choice, std::size_t Size>
Choice one_of(TreeReader& in, std::string_view key, const std::array<const char*, Size>& all, bool needed = true) {
    if (!needed && !in.has(key)) return {};
    const auto found = std::ranges::find(all, in.text(key), [](const char* name) { return std::string_view{name}; });
    if (found != all.end()) return static_cast<Choice>(found - all.begin());
    in.wrong(Why::no_such, key);
    return {};
}

bool is_key(std::string_view text) {
    return !text.empty() && text.size() <= longest_key && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

std::string read_key(TreeReader& in, std::string_view key, std::set<std::string>& before) {
    auto name = in.text(key);
    if (!is_key(name)) in.wrong(Why::out_of_range, key);
    else if (!before.insert(name).second) in.wrong(Why::twice, key);
    return name;
}

void read_options(TreeReader& in, SectionField& field) {
    std::set<std::string> codes;
    for (auto& v : in.objects("options")) {
        field.options.push_back(
            {.code = read_key(v, "code", codes), .label = v.text("label"), .note = v.text_if_any("note")});
        v.nothing_else();
    }
    const bool has = field.kind == SectionField::Kind::choice || field.kind == SectionField::Kind::many;
    const auto count = field.options.size();
    if (has ? count < fewest_options || count > most_options : count > 0) in.wrong(Why::out_of_range, "options");
}

SectionField read_field(TreeReader& in, std::set<std::string>& keys) {
    SectionField field{.key = read_key(in, "key", keys),
                       .kind = one_of<SectionField::Kind>(in, "kind", kinds),
                       .label = in.text("label"),
                       .hint = in.text_if_any("hint"),
                       .asked = one_of<Side>(in, "asked", sides, false),
                       .needed = in.yes_if_any("needed"),
                       .zone = one_of<SectionField::Zone>(in, "zone", zones, false),
                       .drawn = in.text_if_any("drawn")};
    if (in.has("from_age")) field.from_age = static_cast<int>(in.whole("from_age", 0, oldest_age));
    read_options(in, field);
    in.nothing_else();
    return field;
}

void read_ages(TreeReader& in, Section& section) {
    if (!in.has("ages")) return;
    const auto ages = in.array("ages");
    const auto age = [&](std::size_t at) {
        const auto number = at < ages.size() ? ages[at].if_integer() : std::nullopt;
        if (number && *number >= 0 && *number <= oldest_age * 1000) return static_cast<int>(*number / 1000);
        in.wrong(Why::out_of_range, "ages");
        return 0;
    };
    section.youngest = age(0);
    section.oldest = age(1);
    if (ages.size() != 2 || section.youngest > section.oldest) in.wrong(Why::out_of_range, "ages");
}

Section read_section(TreeReader& in, std::set<std::string>& keys) {
    in.skip("place");
    in.skip("source");
    Section section{.key = read_key(in, "key", keys),
                    .group = one_of<Section::Group>(in, "group", groups),
                    .title = in.text("title"),
                    .lead = in.text("lead"),
                    .icon = in.text("icon"),
                    .of_household = one_of<int>(in, "of", owners) == 1,
                    .many = in.yes_if_any("many"),
                    .behind_a_door = in.yes_if_any("door"),
                    .condition = in.text_if_any("condition"),
                    .headline = in.text_if_any("headline"),
                    .order = in.text_if_any("order"),
                    .over = in.text_if_any("over"),
                    .open = in.text_if_any("open")};
    read_ages(in, section);
    std::set<std::string> field_keys;
    for (auto& v : in.objects("fields")) section.fields.push_back(read_field(v, field_keys));
    in.nothing_else();
    if (section.fields.empty()) in.wrong(Why::missing, "fields");
    if (section.fields.size() > most_fields) in.wrong(Why::out_of_range, "fields");
    const auto named = [&](std::string_view key, std::string_view field, SectionField::Kind kind) {
        const auto* found = find_field(section, field);
        if (!field.empty() && (!found || found->kind != kind)) in.wrong(Why::no_such, key);
    };
    named("order", section.order, SectionField::Kind::number);
    named("over", section.over, SectionField::Kind::day);
    named("open", std::string_view{section.open}.substr(0, section.open.find('=')), SectionField::Kind::choice);
    const auto* headline = find_field(section, section.headline);
    if (section.many ? !headline || !headline->needed : headline != nullptr) in.wrong(Why::no_such, "headline");
    return section;
}

// A field draws on one section's fields that are there.
bool can_be_drawn(std::span<const Section> sections, std::string_view drawn) {
    const auto dot = std::min(drawn.find('.'), drawn.size());
    const auto* from = find_section(sections, drawn.substr(0, dot));
    if (!from || dot == drawn.size()) return false;
    const auto fields = codes_in(drawn.substr(dot + 1));
    return !fields.empty() && std::ranges::all_of(fields, [&](auto field) { return find_field(*from, field); });
}

}  // namespace

Result<std::vector<Section>, FileProblem> read_sections(const vault::Cbor& file) {
    const auto* items = file.if_array();
    if (!items) return Failure<FileProblem>({Why::not_ours, "sections"});
    std::optional<FileProblem> first;
    std::vector<Section> sections;
    std::set<std::string> keys;
    for (std::size_t i = 0; i < items->size(); ++i) {
        TreeReader in{(*items)[i], "sections[" + std::to_string(i) + "]", first};
        sections.push_back(read_section(in, keys));
    }
    for (const auto& section : sections)
        for (const auto& field : section.fields)
            if (!first && !field.drawn.empty() && !can_be_drawn(sections, field.drawn))
                first = FileProblem{Why::no_such, section.key + "." + field.key + ".drawn"};
    if (first) return Failure<FileProblem>(*first);
    return sections;
}

}  // namespace goodweek::exchange
