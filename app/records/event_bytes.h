// An event to canonical CBOR and back. What it cannot read it keeps and passes on. tests/vectors/event/FORMAT.md.
#pragma once

#include "domain/bytes.h"
#include "domain/result.h"
#include "records/event.h"

namespace goodweek::records {

enum class EventProblem {
    not_canonical,  // not the one encoding of what it says, or outside the limits of size and depth
    missing_field,
    wrong_type,
    out_of_range,
    too_large,  // over 60,000 bytes
};

inline constexpr std::size_t largest_event = 60'000;

// Words are tidied (domain/text.h), so that nothing is written that nobody could read back.
Bytes encode(const Event& event);
// Total: any bytes give an event or a problem, and encode(decode(x)) == x.
Result<Event, EventProblem> decode(ByteView bytes);

}  // namespace goodweek::records
