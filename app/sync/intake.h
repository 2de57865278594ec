// One bundle after another into a channel: open it, hold it, or set it aside (security.md 3.4). Shared by what the relay
// gives and what comes by file.
#pragma once

#include <optional>

#include "sync/changes.h"
#include "sync/conversation_state.h"

namespace goodweek::sync {

class Intake {
public:
    Intake(Conversation& talk, const Membership& ours, std::int64_t now_ms, EventRule is_event)
        : talk_(talk), ours_(ours), now_ms_(now_ms), is_event_(is_event) {}

    // A bundle the relay gave for that channel.
    void take(const ChannelAt& at, std::uint64_t relay_seq, ByteView bytes);
    // One nobody asked for: it must itself name a channel that we read.
    void take_unasked(ByteView bytes);
    // Held bundles get another chance, everywhere: after a roster grew or a predecessor arrived.
    void retry_held();
    // What has been held too long is spoken of once.
    void tell_missing();

    Changes changes() { return std::move(changes_); }

private:
    // Nothing when it is settled for good; else what it waits for.
    using Waits = std::optional<wire::BundleProblem>;
    Waits judge(const ChannelAt& at, ChannelTalk& channel, ByteView bytes);
    void set_aside(const ChannelAt& at, ChannelTalk& channel, ByteView bytes, wire::BundleProblem why);
    void mark_fork(const wire::Bundle& bundle);
    void want_rosters(const wire::Bundle& bundle);
    void want_roster(const wire::Bundle& bundle, const GroupId& group, std::uint32_t height);
    bool truly_signed(const wire::Bundle& bundle) const;
    bool still_a_gap(const ChannelTalk& channel, ByteView bytes) const;
    bool retry_once(const ChannelAt& at, ChannelTalk& channel);
    void retry(const ChannelAt& at, ChannelTalk& channel);

    Conversation& talk_;
    const Membership& ours_;
    std::int64_t now_ms_;
    EventRule is_event_;
    Changes changes_;
};

}  // namespace goodweek::sync
