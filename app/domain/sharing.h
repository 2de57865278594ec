// What a family lets its clinic read, by kind of thing. Off until somebody says so.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace goodweek {

enum class Shared : std::uint8_t { readings, symptoms_and_notes, activities, medicines, goals, questionnaires };
inline constexpr std::array every_kind_shared{Shared::readings,   Shared::symptoms_and_notes,
                                              Shared::activities, Shared::medicines,
                                              Shared::goals,      Shared::questionnaires};

// What is shared: kinds of entry, and sections of the care plan, each by its own switch.
struct Sharing {
    std::uint8_t bits = 0;
    std::vector<std::string> sections{};  // by key, in order

    bool has(Shared what) const { return (bits >> static_cast<int>(what) & 1) != 0; }
    bool has_section(std::string_view key) const;
    // Readings that are somebody's own affair (Measure::own_switch): kept among the sections, by this key.
    static constexpr std::string_view private_readings = "private_readings";
    bool nothing() const { return bits == 0 && sections.empty(); }
    Sharing with(Shared what, bool on) const;
    Sharing with_section(std::string_view key, bool on) const;
    // Every kind of entry. Sections are chosen one by one.
    static Sharing everything() { return {.bits = 0b111111}; }
    friend bool operator==(const Sharing&, const Sharing&) = default;
};

std::string_view to_text(Shared what);

}  // namespace goodweek
