// A failure is a value: Result<T, Problem>, and TRY to hand a problem up to the caller.
#pragma once

#include <expected>
#include <utility>

namespace goodweek {

template <class T, class Problem>
using Result = std::expected<T, Problem>;

template <class Problem>
using Failure = std::unexpected<Problem>;

}  // namespace goodweek

// The value of a Result, or an early return of its problem. A statement expression, which both of our
// compilers have, because C++23 has no operator for this. Beside something that owns memory, in a braced list or among
// arguments, give it a statement of its own: g++ does not destroy what was built before a return out of the middle.
#define TRY(...)                                                            \
    __extension__({                                                         \
        auto&& tried_ = (__VA_ARGS__);                                      \
        if (!tried_) return ::std::unexpected(::std::move(tried_).error()); \
        ::std::move(tried_).value();                                        \
    })

// The same for a Result<void, Problem>, whose success carries nothing.
#define TRY_VOID(...)                                                                                      \
    do {                                                                                                   \
        if (auto&& tried_ = (__VA_ARGS__); !tried_) return ::std::unexpected(::std::move(tried_).error()); \
    } while (false)
