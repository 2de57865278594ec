// What a family lets its clinic read, by kind of thing. Off until somebody says so.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace goodweek {

enum class Shared : std::uint8_t { readings, symptoms_and_notes, activities, medicines, goals, questionnaires };
inline constexpr std::array every_kind_shared{Shared::readings,   Shared::symptoms_and_notes,
                                              Shared::activities, Shared::medicines,
                                              Shared::goals,      Shared::questionnaires};

// A small set of them.
struct Sharing {
    std::uint8_t bits = 0;
    bool has(Shared what) const { return (bits >> static_cast<int>(what) & 1) != 0; }
    Sharing with(Shared what, bool on) const {
        const auto bit = static_cast<std::uint8_t>(1 << static_cast<int>(what));
        return {static_cast<std::uint8_t>(on ? bits | bit : bits & ~bit)};
    }
    static Sharing everything() { return {0b111111}; }
    friend bool operator==(const Sharing&, const Sharing&) = default;
};

std::string_view to_text(Shared what);

}  // namespace goodweek
