#include "ui/access.h"

namespace goodweek::ui {

// FNV-1a over the identity, begun from the parent, so that a path hashes like one long string.
Key key_of(Key parent, std::string_view identity) {
    constexpr Key prime = 1099511628211ULL;
    Key key = (parent ^ 14695981039346656037ULL) * prime;
    for (const char letter : identity) key = (key ^ static_cast<unsigned char>(letter)) * prime;
    return key == 0 ? 1 : key;
}

}  // namespace goodweek::ui
