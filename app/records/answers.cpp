#include "records/answers.h"

namespace goodweek::records {

void Answers::hear(const Entity& entity) {
    home.hear(entity);
    readings.hear(entity);
    responses.hear(entity);
    goals.hear(entity);
    diary.hear(entity);
    routines.hear(entity);
    plans.hear(entity);
    groups.hear(entity);
    messages.hear(entity);
    sections.hear(entity);
    reads.hear(entity);
    medicines.hear(entity);
    lent.hear(entity);
}

}  // namespace goodweek::records
