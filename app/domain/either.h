// One lambda per alternative of a variant: std::visit(on{...}, happening).
#pragma once

namespace goodweek {

template <class... Cases>
struct on : Cases... {
    using Cases::operator()...;
};

}  // namespace goodweek
