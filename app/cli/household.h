// One profile at work: a command goes in, and everything it asks of the outside is done before it comes back. What
// the browser's shell does over many frames, this does at once.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "cli/answer.h"
#include "session/session.h"

namespace goodweek::cli {

Moment now();
// This machine's clock from UTC, at that moment of its calendar.
Minutes local_offset(Day day, Minutes time_of_day);
Minutes local_offset();

class Household {
public:
    explicit Household(const std::string& folder, Minutes offset = local_offset(), std::string app_origin = {},
                       std::string relay = {});

    const session::State& state() const { return session_.state(); }
    session::Drafts& drafts() { return session_.drafts(); }

    void apply(const session::Command& command);
    // What this program was built with.
    void hear_of_library(ByteView file);

    // Nothing is sent before this: writing down works without a network, and quickly.
    void go_online();
    // Sends and fetches until all is said, waiting while the relay asks for patience.
    void sync();
    // The same for one matter: until `settled`, or nothing more is to be expected.
    void talk_until(const std::function<bool()>& settled);

    // Files that a command made, since this was last asked.
    std::vector<session::OfferFile> take_offered();
    // What went wrong with the last command and belongs to no field; nothing when all is well.
    std::optional<Sentence> trouble() const;

private:
    void settle(session::Effects effects);
    session::Effects answer(const session::Effect& effect);

    session::Session session_;
    std::vector<session::OfferFile> offered_;
    std::optional<Moment> wake_;
    std::uint32_t last_notice_ = 0;
};

// Opens the profile with its passphrase, or says why not. One with damaged files is opened only for reading, with a word
// about it on standard error.
enum class For { writing, reading };
std::optional<Answer> open(Household& household, For what = For::writing);

}  // namespace goodweek::cli
