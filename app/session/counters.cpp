#include "session/counters.h"

#include <algorithm>

namespace goodweek::session {

bool Counters::has(std::uint64_t number) const {
    const auto after = std::ranges::upper_bound(ranges_, number, {}, &Range::first);
    return after != ranges_.begin() && number <= std::prev(after)->last;
}

void Counters::add(std::uint64_t number) {
    if (has(number)) return;
    auto after = std::ranges::upper_bound(ranges_, number, {}, &Range::first);
    const bool joins_before = after != ranges_.begin() && std::prev(after)->last + 1 == number;
    const bool joins_after = after != ranges_.end() && number + 1 == after->first;
    if (joins_before && joins_after) {
        std::prev(after)->last = after->last;
        ranges_.erase(after);
    } else if (joins_before) {
        std::prev(after)->last = number;
    } else if (joins_after) {
        after->first = number;
    } else {
        ranges_.insert(after, {number, number});
    }
}

std::uint64_t Counters::size() const {
    std::uint64_t count = 0;
    for (const auto& range : ranges_) count += range.last - range.first + 1;
    return count;
}

vault::Cbor Counters::to_cbor() const {
    vault::Cbor::Array numbers;
    for (const auto& range : ranges_) {
        numbers.emplace_back(range.first);
        numbers.emplace_back(range.last);
    }
    return numbers;
}

std::optional<Counters> Counters::from_cbor(const vault::Cbor& value) {
    const auto* numbers = value.if_array();
    if (!numbers || numbers->size() % 2 != 0) return std::nullopt;
    Counters counters;
    for (std::size_t i = 0; i < numbers->size(); i += 2) {
        const auto first = (*numbers)[i].if_unsigned();
        const auto last = (*numbers)[i + 1].if_unsigned();
        if (!first || !last || *first > *last) return std::nullopt;
        if (!counters.ranges_.empty() && *first <= counters.ranges_.back().last + 1) return std::nullopt;
        counters.ranges_.push_back({*first, *last});
    }
    return counters;
}

}  // namespace goodweek::session
