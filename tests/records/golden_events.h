// The events whose bytes are kept for ever in tests/vectors/event, by the name of their file.
#pragma once

#include <string>
#include <vector>

#include "records/event.h"

namespace goodweek::records {

struct GoldenEvent {
    std::string name;
    Event event;
};
std::vector<GoldenEvent> golden_events();

}  // namespace goodweek::records
