// A set of whole numbers that mostly follow each other: kept as ranges.
#pragma once

#include <cstdint>
#include <vector>

#include "vault/cbor.h"

namespace goodweek::session {

class Counters {
public:
    bool has(std::uint64_t number) const;
    void add(std::uint64_t number);
    std::uint64_t size() const;

    vault::Cbor to_cbor() const;                                         // [first, last, first, last, ...]
    static std::optional<Counters> from_cbor(const vault::Cbor& value);  // nothing unless rising and apart
    friend bool operator==(const Counters&, const Counters&) = default;

private:
    struct Range {
        std::uint64_t first = 0, last = 0;
        friend bool operator==(const Range&, const Range&) = default;
    };
    std::vector<Range> ranges_;  // rising, never touching
};

}  // namespace goodweek::session
