#include "records/lent.h"

namespace goodweek::records {

void Lent::hear(const Entity& entity) {
    const auto* lent = entity.as<WordsLent>();
    if (lent && !entity.removed) files_[entity.id] = lent->file;
    else files_.erase(entity.id);
}

}  // namespace goodweek::records
