#include "records/reads.h"

namespace goodweek::records {

void Reads::hear(const Entity& entity) {
    const auto* event = entity.removed ? nullptr : entity.version<SectionRead>();
    if (!event) return pages_.forget(entity.id);
    const auto& read = std::get<SectionRead>(event->what);
    pages_.set({read.section, event->person.value_or(PersonId{})},
               {.at = event->at, .entity = entity.id, .by = event->dot.device, .who = read.who});
}

std::span<const ReadAt> Reads::of(const std::string& section, const PersonId& person) const {
    return pages_.all({section, person});
}

}  // namespace goodweek::records
