#include "session/state.h"

namespace goodweek::session {

const Family* State::find(const GroupId& id) const {
    const auto found = families.find(id);
    return found == families.end() ? nullptr : &found->second;
}

const Family* State::family() const { return find(route.family.empty() ? own : route.family); }

Family* State::family() { return const_cast<Family*>(std::as_const(*this).family()); }

}  // namespace goodweek::session
