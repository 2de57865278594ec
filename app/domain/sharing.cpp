#include "domain/sharing.h"

#include <algorithm>

namespace goodweek {

bool Sharing::has_section(std::string_view key) const { return std::ranges::binary_search(sections, key); }

Sharing Sharing::with(Shared what, bool on) const {
    const auto bit = static_cast<std::uint8_t>(1 << static_cast<int>(what));
    auto changed = *this;
    changed.bits = static_cast<std::uint8_t>(on ? bits | bit : bits & ~bit);
    return changed;
}

Sharing Sharing::with_section(std::string_view key, bool on) const {
    auto changed = *this;
    std::erase(changed.sections, key);
    if (on) changed.sections.insert(std::ranges::lower_bound(changed.sections, key), std::string{key});
    return changed;
}

std::string_view to_text(Shared what) {
    switch (what) {
        case Shared::readings: return "readings";
        case Shared::symptoms_and_notes: return "symptoms_and_notes";
        case Shared::activities: return "activities";
        case Shared::medicines: return "medicines";
        case Shared::goals: return "goals";
        case Shared::questionnaires: return "questionnaires";
    }
    return "";
}

}  // namespace goodweek
