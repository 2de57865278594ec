// A care plan, section by section: what a family writes about itself once and keeps for years. Which sections there are and
// what each asks is data (assets/sections/FORMAT.md); nothing here knows any one of them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/goal.h"
#include "domain/ids.h"
#include "domain/moment.h"
#include "domain/result.h"

namespace goodweek {

struct SectionField {
    enum class Kind : std::uint8_t { words, line, number, day, rating, choice, many, person };
    enum class Zone : std::uint8_t { none, green, amber, red };
    struct Option {
        std::string code{};
        std::string label{};
        std::string note{};  // what is to be known where this one was chosen
    };
    std::string key{};
    Kind kind = Kind::words;
    std::string label{}, hint{};
    std::vector<Option> options{};  // of a choice, or of many
    Side asked = Side::family;      // whose words these are; the other side reads them
    bool needed = false;
    std::optional<int> from_age{};  // to be thought about once they are that old, and asked no sooner
    Zone zone = Zone::none;         // the colour that the plan's owner and their clinic gave it
    std::string drawn{};            // "about_me.important": where this is empty, what is written there is shown
};

struct Section {
    enum class Group : std::uint8_t { about, care, plans, happened, worker };
    std::string key{};
    Group group = Group::about;
    std::string title{}, lead{}, icon{};
    bool of_household = false;  // else each person has their own
    bool many = false;          // entry after entry, else one that is kept up to date
    bool behind_a_door = false;
    int youngest = 0, oldest = 200;  // whose it is
    std::string condition{};         // a code of conditions.kind: whose it is when they live with that
    std::string headline{};          // of many: the field that an entry is called by
    std::string order{};             // of many: the number that entries stand in order of, else as they were begun
    std::string over{};              // of many: the day from which an entry is over, and not drawn on any more
    std::string open{};              // of many, "reads=anyone": the answer with which an entry may be drawn on at all
    std::vector<SectionField> fields{};
};

// What stands in one field: words as they were written, an option's code, several with a space between, a number or a
// rating in digits, a day as "2026-11-06", a person's id in hex. Empty: it was taken out again.
struct FieldSaid {
    std::string field{};
    std::string text{};
    friend bool operator==(const FieldSaid&, const FieldSaid&) = default;
};

// Some fields of a section, written together. A section that is kept up to date has an entity for each field, so that two
// who write at once in two fields both keep their words; an entry of many has one for each side that writes in it.
struct Written {
    std::string section{};
    Side by = Side::family;
    std::optional<EntityId> entry{};  // of many: which one
    std::vector<FieldSaid> fields{};
    bool to_clinic = false;  // on a worker's own page: said to them, as a message is
    friend bool operator==(const Written&, const Written&) = default;
};

enum class WrittenProblem { empty, too_long, not_a_number, not_a_day, not_an_option };

inline constexpr std::size_t longest_line = 200;      // characters
inline constexpr std::size_t largest_entry = 40'000;  // bytes of all its fields: an event holds 60,000

// The text as it is kept, tidied; empty is well unless the field is needed.
Result<std::string, WrittenProblem> check(const SectionField& field, std::string_view text);

// The side that begins an entry: whose field it is called by.
Side beginner(const Section& section);
const Section* find_section(std::span<const Section> sections, std::string_view key);
const SectionField* find_field(const Section& section, std::string_view key);
// Whose section it is, by age; somebody whose birthday is not known has all of them.
bool is_for(const Section& section, std::optional<int> years);
// The codes in the text of a field of several.
std::vector<std::string_view> codes_in(std::string_view text);
// One code more in it, or one fewer; in the order of the options.
std::string with_code(const SectionField& field, std::string_view text, std::string_view code, bool on);

}  // namespace goodweek
