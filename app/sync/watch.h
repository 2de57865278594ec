// Which channels a conversation reads: every one the rosters let us read.
#pragma once

#include "sync/conversation_state.h"

namespace goodweek::sync {

enum class Watch : std::uint8_t { all, only_new };
// Channels the rosters opened to us are followed from now on; `all` asks each of them again.
void watch_readable_channels(Conversation& talk, const Membership& ours, Watch which);

}  // namespace goodweek::sync
