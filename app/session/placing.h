// Which of our own events still have to go into a bundle, and for which channel.
#pragma once

#include "session/inside.h"

namespace goodweek::session {

// Where an event of ours belongs: the household's family or care channel, the clinic's team channel. Nothing while there
// is no such channel.
std::optional<sync::ChannelAt> channel_for(const Inside& in, const Family& family, const records::Event& event);

// Looks through all of a family's events: after opening, and when sharing or a link has changed what goes where.
void find_pending(Inside& in, Family& family);
// One event that was just written.
void add_pending(Inside& in, Family& family, const records::Event& event);

// Seals all that is pending into bundles, puts them in the outbox and marks it placed. To be followed by a commit.
void seal_pending(Inside& in);

}  // namespace goodweek::session
