// Sorting, in a program that people download: the standard library's own sort is five times as much code for every type
// it sorts, and this one at most twice as slow.
#pragma once

#include <algorithm>
#include <functional>
#include <ranges>

namespace goodweek {

template <std::ranges::random_access_range Things, class Less = std::ranges::less, class Key = std::identity>
void put_in_order(Things&& things, Less less = {}, Key key = {}) {
    std::ranges::make_heap(things, less, key);
    std::ranges::sort_heap(things, less, key);
}

}  // namespace goodweek
