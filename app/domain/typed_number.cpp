#include "domain/typed_number.h"

#include <algorithm>
#include <array>
#include <utility>

#include "domain/text.h"

namespace goodweek {

namespace {

// More digits than this before the decimal mark is beyond every measure, and would be beyond our arithmetic too.
constexpr std::size_t most_digits = 7;

constexpr std::array<std::pair<std::string_view, char>, 13> other_spellings{{
    {"\xEF\xBC\x8E", '.'},  // full-width full stop, comma, solidus, hyphen, plus
    {"\xEF\xBC\x8C", ','},
    {"\xEF\xBC\x8F", '/'},
    {"\xEF\xBC\x8D", '-'},
    {"\xEF\xBC\x8B", '+'},
    {"\xE2\x88\x92", '-'},  // minus sign
    {"\xD9\xAB", '.'},      // Arabic decimal mark
    {"\xD9\xAC", ','},      // and its thousands mark
    {"\xC2\xA0", ' '},      // no-break, narrow no-break, thin and ideographic spaces
    {"\xE2\x80\xAF", ' '},
    {"\xE2\x80\x89", ' '},
    {"\xE3\x80\x80", ' '},
    {"\t", ' '},
}};

// Where each script's ten digits begin; within one they differ in their last byte only.
constexpr std::array<std::string_view, 4> other_zeros{"\xEF\xBC\x90", "\xD9\xA0", "\xDB\xB0", "\xE0\xA5\xA6"};

struct Plain {
    char c;
    std::size_t size;
};

Plain plain_front(std::string_view text) {
    for (const auto& [spelling, c] : other_spellings)
        if (text.starts_with(spelling)) return {c, spelling.size()};
    for (const auto zero : other_zeros) {
        const auto lead = zero.substr(0, zero.size() - 1);
        if (!text.starts_with(lead) || text.size() < zero.size()) continue;
        const int digit = static_cast<unsigned char>(text[lead.size()]) - static_cast<unsigned char>(zero.back());
        if (digit >= 0 && digit <= 9) return {static_cast<char>('0' + digit), zero.size()};
    }
    return {text.front(), 1};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "12,345,678": one to three digits, then threes.
bool grouped_well(std::string_view whole, char mark) {
    const auto first = std::min(whole.find(mark), whole.size());
    if (first == 0 || first > 3) return false;
    for (whole.remove_prefix(first); !whole.empty(); whole.remove_prefix(4))
        if (whole.size() < 4 || whole[0] != mark || !std::ranges::all_of(whole.substr(1, 3), is_digit)) return false;
    return true;
}

struct Parts {
    std::string whole;
    std::string_view decimals;
};

// Which of the marks is the decimal one, and what stands on its two sides.
Result<Parts, ReadingProblem> split(std::string_view number) {
    const auto dots = std::ranges::count(number, '.'), commas = std::ranges::count(number, ',');
    if (dots == 0 && commas == 0) return Parts{std::string{number}, {}};
    const auto last = number.find_last_of(".,");
    const char mark = number[last];
    const auto same = mark == '.' ? dots : commas, others = mark == '.' ? commas : dots;
    const auto decimals = number.substr(last + 1);
    if (mark == ',' && same == 1 && others == 0 && decimals.size() == 3)
        return Failure{ReadingProblem::ambiguous_comma};
    // One kind of mark, more than once, can only be between thousands.
    const bool all_thousands = same > 1 && others == 0;
    auto whole = all_thousands ? number : number.substr(0, last);
    const char between = all_thousands ? mark : mark == '.' ? ',' : '.';
    if (same > 1 && !all_thousands) return Failure{ReadingProblem::not_a_number};
    if (whole.contains(between) && !grouped_well(whole, between)) return Failure{ReadingProblem::not_a_number};
    Parts parts{std::string{whole}, all_thousands ? std::string_view{} : decimals};
    std::erase(parts.whole, between);
    return parts;
}

}  // namespace

std::string plain_digits(std::string_view typed) {
    std::string plain;
    while (!typed.empty()) {
        const auto next = plain_front(typed);
        plain += next.c;
        typed.remove_prefix(next.size);
    }
    return std::string{trimmed(plain)};
}

Result<Thousandths, ReadingProblem> take_number(std::string_view& text) {
    const bool minus = text.starts_with('-');
    if (minus || text.starts_with('+')) text.remove_prefix(1);
    const auto end = std::min(text.find_first_not_of("0123456789.,"), text.size());
    const auto number = text.substr(0, end);
    if (!std::ranges::any_of(number, is_digit)) return Failure{ReadingProblem::not_a_number};
    text.remove_prefix(end);
    const auto parts = TRY(split(number));

    std::string_view whole = parts.whole;
    whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
    if (whole.size() > most_digits) return Failure{minus ? ReadingProblem::too_low : ReadingProblem::too_high};
    Thousandths value = 0;
    for (const char c : whole) value = value * 10 + (c - '0');
    for (std::size_t i = 0; i < 3; ++i)
        value = value * 10 + (i < parts.decimals.size() ? parts.decimals[i] - '0' : 0);
    if (parts.decimals.size() > 3 && parts.decimals[3] >= '5') ++value;
    return minus ? -value : value;
}

}  // namespace goodweek
