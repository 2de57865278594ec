// What was asked of the outside and has not been answered: each with its ticket, so that a late answer to an old
// question does nothing.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "domain/moment.h"
#include "domain/result.h"
#include "session/effect.h"

namespace goodweek::session {

struct Inside;

// A key being derived, and what to do with it.
struct DeriveWait {
    std::uint32_t ticket = 0;
    Moment since{};
    std::function<void(Inside&, std::optional<vault::Key>)> then;
};

struct Waiting {
    std::uint32_t last_ticket = 0;
    std::optional<DeriveWait> derive;
    std::optional<std::uint32_t> keep;  // a commit on its way to the disk
    bool keep_again = false;            // more was written meanwhile
    int keep_retries = 0;
    std::optional<std::uint32_t> send;  // one call to the relay at a time

    std::uint32_t ticket() { return ++last_ticket; }
};

}  // namespace goodweek::session
