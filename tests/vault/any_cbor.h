// Any value the canonical subset can say, from a seed.
#pragma once

#include <random>

#include "vault/cbor.h"

namespace goodweek::vault {

using Random = std::mt19937;

inline std::size_t below(Random& random, std::size_t limit) { return random() % limit; }

inline Cbor any_value(Random& random, std::size_t depth) {
    switch (below(random, depth < 8 ? 6 : 4)) {
        case 0: return std::uint64_t{random()} << below(random, 33);
        case 1: return -1 - static_cast<std::int64_t>(std::uint64_t{random()} << below(random, 31));
        case 2: return Bytes(below(random, 300), static_cast<std::uint8_t>(random()));
        case 3: return std::string(below(random, 40), 'a') + "ż\n🦔";
        case 4: {
            Cbor::Array array;
            for (auto left = below(random, 5); left > 0; --left) array.push_back(any_value(random, depth + 1));
            return array;
        }
        default: {
            Cbor::Map map;
            for (char key = 'a'; key < 'g'; ++key)
                if (random() % 2) map.push_back({std::string(1 + random() % 2, key), any_value(random, depth + 1)});
            return map;
        }
    }
}

}  // namespace goodweek::vault
