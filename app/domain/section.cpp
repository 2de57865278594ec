#include "domain/section.h"

#include <algorithm>

#include "domain/text.h"
#include "domain/typed_number.h"

namespace goodweek {

namespace {

constexpr Thousandths furthest_number = 1'000'000'000;

bool has_option(const SectionField& field, std::string_view code) {
    return std::ranges::contains(field.options, code, &SectionField::Option::code);
}

bool is_number(std::string_view text, Thousandths most) {
    const auto number = take_number(text);
    return number && text.empty() && *number >= 0 && *number <= most;
}

std::optional<WrittenProblem> problem_in(const SectionField& field, const std::string& text) {
    using Kind = SectionField::Kind;
    switch (field.kind) {
        case Kind::words:
            if (characters(text) > longest_words) return WrittenProblem::too_long;
            break;
        case Kind::line:
            if (characters(text) > longest_line) return WrittenProblem::too_long;
            break;
        case Kind::number:
            if (!is_number(text, furthest_number)) return WrittenProblem::not_a_number;
            break;
        case Kind::rating:
            if (!is_number(text, 10'000)) return WrittenProblem::not_a_number;
            break;
        case Kind::day:
            if (!parse_day(text)) return WrittenProblem::not_a_day;
            break;
        case Kind::choice:
            if (!has_option(field, text)) return WrittenProblem::not_an_option;
            break;
        case Kind::many:
            for (const auto code : codes_in(text))
                if (!has_option(field, code)) return WrittenProblem::not_an_option;
            break;
        case Kind::person: {
            const auto bytes = from_hex(text);
            if (!bytes || !PersonId::from(*bytes)) return WrittenProblem::not_an_option;
        }
    }
    return std::nullopt;
}

}  // namespace

Result<std::string, WrittenProblem> check(const SectionField& field, std::string_view text) {
    using Kind = SectionField::Kind;
    std::string kept = field.kind == Kind::line ? one_line(text) : std::string{trimmed(tidy(text))};
    if (field.kind == Kind::number || field.kind == Kind::rating) kept = plain_digits(kept);
    if (kept.empty() && field.needed) return Failure<WrittenProblem>(WrittenProblem::empty);
    if (kept.empty()) return kept;
    if (const auto problem = problem_in(field, kept)) return Failure<WrittenProblem>(*problem);
    return kept;
}

const Section* find_section(std::span<const Section> sections, std::string_view key) {
    const auto found = std::ranges::find(sections, key, &Section::key);
    return found == sections.end() ? nullptr : &*found;
}

const SectionField* find_field(const Section& section, std::string_view key) {
    const auto found = std::ranges::find(section.fields, key, &SectionField::key);
    return found == section.fields.end() ? nullptr : &*found;
}

Side beginner(const Section& section) {
    const auto* headline = find_field(section, section.headline);
    return headline ? headline->asked : Side::family;
}

bool is_for(const Section& section, std::optional<int> years) {
    return section.of_household || !years || (*years >= section.youngest && *years <= section.oldest);
}

std::vector<std::string_view> codes_in(std::string_view text) {
    std::vector<std::string_view> codes;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) codes.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return codes;
}

std::string with_code(const SectionField& field, std::string_view text, std::string_view code, bool on) {
    const auto before = codes_in(text);
    std::string after;
    for (const auto& option : field.options) {
        const bool in = option.code == code ? on : std::ranges::contains(before, option.code);
        if (in) after += (after.empty() ? "" : " ") + option.code;
    }
    return after;
}

}  // namespace goodweek
