#include "session/session.h"

#include "session/handlers.h"
#include "session/reminding.h"

namespace goodweek::session {

namespace {

// Work that belongs to the end of every command and report: what is due is said, what is new goes to the disk, what waits
// is counted.
Effects settle(Inside& in) {
    remind(in);
    if (!in.unkept.empty()) {
        in.keep();
        in.send_soon();
    }
    in.count_waiting();
    return std::exchange(in.effects, {});
}

}  // namespace

Session::Session(std::string folder) : inside_(std::make_unique<Inside>(std::move(folder))) {}
Session::~Session() = default;

const State& Session::state() const { return inside_->state; }
Drafts& Session::drafts() { return inside_->state.drafts; }

Effects Session::apply(const Command& command, Moment now) {
    Inside& in = *inside_;
    in.now = in.state.now = in.last_press = now;
    // A notice of before this press goes with the page it stood on; what this press says stays.
    in.first_notice_of_press = in.last_notice + 1;
    if (!std::holds_alternative<ChangeSettings>(command)) in.state.just_done.reset();
    std::visit([&](const auto& asked) { session::apply(in, asked); }, command);
    return settle(in);
}

Effects Session::hear(const Report& report, Moment now) {
    Inside& in = *inside_;
    in.now = in.state.now = now;
    in.first_notice_of_press = in.last_notice + 1;
    std::visit([&](const auto& said) { session::hear(in, said); }, report);
    return settle(in);
}

}  // namespace goodweek::session
