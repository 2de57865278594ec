#include "domain/sharing.h"

namespace goodweek {

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
