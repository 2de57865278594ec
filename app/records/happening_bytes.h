// What happened, as the map `v` of an event and back: every kind and every field it may have, in one place.
#pragma once

#include "records/event.h"
#include "records/fields.h"

namespace goodweek::records {

vault::Cbor::Map write_happening(const Happening& what);

struct HappeningRead {
    Happening what{};
    bool newer = false;  // has a kind, a choice or a field that this release does not know
};
vault::CborResult<HappeningRead> read_happening(std::string_view kind, const vault::Cbor& v);

}  // namespace goodweek::records
