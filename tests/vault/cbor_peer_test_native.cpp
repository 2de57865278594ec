// Held to another implementation: nlohmann's library, which reads and writes all that the subset can say.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "any_cbor.h"

using namespace goodweek;
using namespace goodweek::vault;

namespace {

// The same value as nlohmann's library holds it.
nlohmann::json as_json(const Cbor& value) {
    if (const auto number = value.if_unsigned()) return *number;
    if (const auto number = value.if_integer()) return *number;
    if (const auto* said = value.if_text()) return *said;
    if (const auto* raw = value.if_bytes()) return nlohmann::json::binary(*raw);
    if (const auto* elements = value.if_array()) {
        auto array = nlohmann::json::array();
        for (const auto& element : *elements) array.push_back(as_json(element));
        return array;
    }
    auto object = nlohmann::json::object();
    for (const auto& [key, held] : *value.if_map()) object.emplace(key, as_json(held));
    return object;
}

}  // namespace

TEST_CASE("another library reads and writes every value as the same bytes") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        const auto value = any_value(random, 0);
        const auto bytes = encode(value);
        const auto json = as_json(value);
        CHECK(nlohmann::json::to_cbor(json) == bytes);
        CHECK(nlohmann::json::from_cbor(bytes, true, false) == json);
    }
}
