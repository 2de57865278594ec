// The conversation with the relay, one call at a time: what to send, what came, what it means for each family. What is
// sealed is on the disk before it is sent, and what came is on the disk before more is asked.
#include "session/arriving.h"
#include "session/handlers.h"
#include "session/placing.h"

namespace goodweek::session {

namespace {

using namespace std::chrono_literals;

constexpr auto soon = 3s;  // after writing: let the next sentence be written first
constexpr auto family_pause = 5min;
constexpr auto clinic_pause = 1min;

std::int64_t ms(Moment moment) { return moment.time_since_epoch().count(); }

double jitter() {
    std::array<std::uint8_t, 2> bytes{};
    vault::fill_random(bytes);
    return (bytes[0] * 256 + bytes[1]) / 65536.0;
}

// Does the relay know our group? Until it does nothing is sealed: a joining that is refused leaves no bundle behind
// whose number would be used twice.
bool known_to_relay(const Inside& in) {
    if (in.state.side == Side::clinic) return true;
    const auto* own = in.state.find(in.state.own);
    return own && (own->linked || in.phone.welcome);
}

// The new phone is let in, and its person has still to choose how it is locked.
bool waits_for_its_lock(const Inside& in) {
    return !in.vault && in.member && in.phone.welcome && sync::welcomed_by(*in.phone.welcome, *in.member);
}

std::chrono::milliseconds pause_of(const Inside& in) {
    return in.state.side == Side::clinic ? std::chrono::milliseconds(clinic_pause) : family_pause;
}

// A whole round; without one, only what waits is sent and what a busy relay put off is asked.
void begin(Inside& in, std::optional<sync::Insist> round) {
    if (!in.talk || !in.member || in.state.invented) return;
    if (!known_to_relay(in) && !in.joining.under_way) return;
    if (!in.state.online) {
        in.state.sending.state = Sending::offline;
        return;
    }
    if (known_to_relay(in)) seal_pending(in);
    if (round) {
        sync::begin_round(*in.talk, *in.member, ms(in.now), *round);
        in.next_round = in.now + pause_of(in);
    }
    in.talking = true;
    in.stood = in.state.sending.state;
    in.state.sending.state = Sending::sending;
    if (!in.outbox_on_disk()) in.keep();
    in.talk_on();
}

// What was written while we talked, by a person or in answer to what came, goes in the same round.
bool sealed_more(Inside& in) {
    if (!in.answered_in_round || in.state.sending.trouble || !known_to_relay(in)) return false;
    seal_pending(in);
    return !in.outbox_on_disk();
}

void finish(Inside& in) {
    if (!in.talking) return;
    in.talking = false;
    auto& sending = in.state.sending;
    const bool refused = sending.trouble.has_value();
    const auto due = sync::wake_at(*in.talk, *in.member);
    sending.put_off = !sync::ready(in.talk->network, ms(in.now)) || !sync::ready(in.talk->pushes, ms(in.now));
    if (in.answered_in_round && !refused && !sending.put_off) sending.last = in.now;
    // Where nothing could be asked yet, as after a failure a moment ago, all is as it was.
    sending.state = !in.asked_in_round     ? in.stood
                    : refused              ? Sending::failed
                    : in.answered_in_round ? Sending::idle
                                           : Sending::offline;
    in.asked_in_round = in.answered_in_round = false;
    auto wake = std::max(in.next_round, in.now);
    if (due) wake = std::min(wake, Moment{std::chrono::milliseconds(*due)});
    in.ask(WakeAt{std::max(wake, in.now + 1s)});
}

}  // namespace

void Inside::talk_on() {
    if (!talking || waiting.keep || waiting.send || !talk || !member) return;
    // A bundle that the disk would not have is not sent: its number would be used twice.
    if (vault && !outbox_on_disk()) return;
    // What comes before there is a vault to keep it in would be fetched only this once, and lost with the page.
    if (waits_for_its_lock(*this)) {
        talking = false;
        return;
    }
    auto request = sync::next_request(*talk, *member, ms(now));
    if (!request && vault && sealed_more(*this)) return keep();
    if (!request) return finish(*this);
    Send send{.ticket = waiting.ticket(), .relay = profile.relay};
    send.method = wire::name_of(request->method);
    send.path = std::move(request->target);
    for (auto& header : request->headers) send.headers.emplace_back(std::move(header.name), std::move(header.value));
    send.body = std::move(request->body);
    waiting.send = send.ticket;
    if (!std::exchange(asked_in_round, true)) state.sending.trouble.reset();
    ask(std::move(send));
}

void Inside::send_soon() {
    if (talk && state.online && !talking) ask(WakeAt{now + soon});
}

void Inside::start_talking() {
    if (!talk || !state.online) return;
    talking = true;
    state.sending.state = Sending::sending;
    talk_on();
}

void Inside::send_now() { begin(*this, sync::Insist::yes); }

void Inside::count_waiting() {
    long count = 0;
    for (const auto& [group, part] : profile.parts)
        for (const auto& [at, counters] : part.pending) count += static_cast<long>(counters.size());
    for (const auto& [bundle, events] : profile.unsent) count += static_cast<long>(events);
    state.sending.waiting = talk ? count : 0;
    if (!talk) state.sending.state = Sending::alone;
    if (talk && state.sending.state == Sending::alone)
        state.sending.state = state.online ? Sending::idle : Sending::offline;
}

void apply(Inside& in, const SyncNow&) { begin(in, sync::Insist::yes); }

void hear(Inside& in, const Answered& said) {
    if (in.waiting.send != said.ticket) return;
    in.waiting.send.reset();
    wire::Reply reply{.status = said.status, .body = said.body};
    for (const auto& [name, value] : said.headers) reply.headers.push_back({name, value});
    in.answered_in_round = in.answered_in_round || said.status != 0;
    const auto changes = sync::receive(*in.talk, *in.member, reply, ms(in.now), jitter(), is_event);
    for (const auto& change : changes) take_change(in, change);
    if (!changes.empty()) in.keep();
    in.talk_on();
}

void hear(Inside& in, const Tick&) {
    if (in.state.stage == Stage::blank) return ask_rendezvous(in);
    if (in.state.stage == Stage::locked) return;
    in.try_to_save_again();
    lock_if_idle(in);
    if (!in.talk || in.state.stage != Stage::open || in.talking) return;
    // A clock that was set back does not put the next round off.
    const bool due = in.now >= in.next_round || in.next_round - in.now > pause_of(in);
    begin(in, due ? std::optional(sync::Insist::no) : std::nullopt);
}

void hear(Inside& in, const Online& said) {
    // A page that was opened without a network never heard it go: it only knows that nobody answered.
    const bool back = said.online && (!in.state.online || in.state.sending.state == Sending::offline);
    in.state.online = said.online;
    if (!in.talk) return;
    if (!said.online) in.state.sending.state = Sending::offline;
    if (back && in.state.stage == Stage::open) begin(in, sync::Insist::yes);
}

}  // namespace goodweek::session
