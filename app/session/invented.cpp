#include "session/invented.h"

#include "session/invented_story.h"

namespace goodweek::session {

std::vector<InventedFamily> invented_families(std::uint64_t seed, const LocalMoment& now) {
    std::vector<InventedFamily> families;
    families.push_back(the_thistlewicks(seed, now));
    families.push_back(the_oakapples(seed, now));
    families.push_back(the_quillbrambles(seed, now));
    families.push_back(the_pebblecombes(seed, now));
    return families;
}

}  // namespace goodweek::session
