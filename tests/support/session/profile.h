// One profile and its outside, without a browser: a real session over a real folder, with a relay in memory and a disk,
// a network and a clock that the test holds in its hand.
#pragma once

#include <filesystem>
#include <functional>

#include "session/session.h"
#include "support/memory_relay.h"
#include "support/sync_device.h"

namespace goodweek::test {

class Profile {
public:
    Profile(MemoryRelay& relay, TestClock& clock);
    ~Profile();
    Profile(const Profile&) = delete;
    Profile& operator=(const Profile&) = delete;

    // ---- what its people do --------------------------------------------------------------------------------------
    void make_family(std::string home, std::string name);
    void found_clinic(std::string clinic, std::string worker);
    std::string invite_a_family();
    void join(std::string invite, Sharing sharing = Sharing::everything());
    void log_peak_flow(int value);
    void send_message(std::string text);
    void apply(const session::Command& command);
    void hear(const session::Report& report);
    // Time goes by: what wanted to be woken in it is woken, in its turn.
    void wait(std::chrono::milliseconds time);
    // The page is closed, with whatever was in it, and the profile opened again.
    void restart();

    // ---- what is around it ---------------------------------------------------------------------------------------
    session::KeepFailure disk = session::KeepFailure::none;  // what comes of each save
    bool rings_early = false;                                // the next timer does, by a millisecond
    // Called once, when the next request is on its way and before its answer.
    std::function<void()> before_an_answer;
    std::size_t requests = 0;
    std::vector<std::string> announced;       // sentences said aloud, by their keys
    std::vector<session::OfferFile> offered;  // files that were made

    const session::State& state() const { return session_->state(); }
    session::Drafts& drafts() { return session_->drafts(); }
    const session::Family& family() const { return *state().find(state().own); }

private:
    Moment now() const;
    void settle(session::Effects effects);
    session::Effects answer(const session::Effect& effect);
    session::Answered send(const session::Send& request);

    MemoryRelay& relay_;
    TestClock& clock_;
    std::filesystem::path folder_;
    std::unique_ptr<session::Session> session_;
    std::optional<Moment> wake_;
};

}  // namespace goodweek::test
