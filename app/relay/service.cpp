#include "relay/service.h"

#include <trantor/net/EventLoop.h>

#include "relay/log.h"

namespace goodweek::relay {

namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t hour_ms = 60 * minute_ms;
constexpr std::int64_t day_ms = 24 * hour_ms;
constexpr std::uint32_t busy_retry_s = 10;

// "Not there" and "none of your business" must sound the same to a stopwatch too, whatever was found out on the way, so
// these answers leave on the full step.
constexpr std::chrono::milliseconds refusal_step{50};

bool must_not_tell(const std::optional<wire::Refusal>& refusal) {
    return refusal == wire::Refusal::bad_sig || refusal == wire::Refusal::unknown;
}

Task<> until_full_step(std::chrono::steady_clock::time_point since) {
    auto* const loop = trantor::EventLoop::getEventLoopOfCurrentThread();
    const auto spent = std::chrono::steady_clock::now() - since;
    if (loop) co_await drogon::sleepCoro(loop, refusal_step - spent % refusal_step);
}

std::size_t body_limit(wire::Call call) {
    switch (call) {
        case wire::Call::put_bundle: return wire::bundle_max;
        case wire::Call::extend_roster: return wire::roster_entry_max;
        case wire::Call::found_group: return wire::request_max;
        case wire::Call::announce_invite: return wire::header_max;
        case wire::Call::leave_message: return wire::rendezvous_message_max;
        default: return 0;
    }
}

}  // namespace

Service::Service(Mailbox& mailbox, ServiceSettings settings, std::int64_t started_ms)
    : mailbox_(mailbox),
      settings_(std::move(settings)),
      started_ms_(started_ms),
      groups_(mailbox),
      pushes_a_minute_(wire::pushes_a_minute, minute_ms),
      pushes_a_day_(wire::pushes_a_day, day_ms),
      pulls_a_minute_(wire::pulls_a_minute, minute_ms),
      strangers_a_minute_(wire::strangers_a_minute * settings_.shared_address, minute_ms),
      rendezvous_an_hour_(wire::rendezvous_an_hour * settings_.shared_address, hour_ms) {}

Task<Answer> Service::answer(Visit visit) {
    const auto since = std::chrono::steady_clock::now();
    Answer answer;
    try {
        answer = co_await judge(visit);
    } catch (const std::exception& problem) {
        log_problem(std::string("the mailbox failed: ") + problem.what());
        auto busy = error(wire::Refusal::busy);
        busy.retry_after_s = busy_retry_s;
        answer = refuse(busy, visit.now_ms);
    }
    if (must_not_tell(answer.refusal)) co_await until_full_step(since);
    co_return answer;
}

Answer Service::nonsense(const std::string& network, std::int64_t now_ms) {
    if (const auto wait = strangers_a_minute_.wait(network, now_ms)) return refuse(slow_down(wait), now_ms);
    strangers_a_minute_.count(network, now_ms);
    return refuse(wire::Refusal::malformed, now_ms);
}

Task<Answer> Service::judge(const Visit& visit) {
    if (visit.asked.call == wire::Call::health) co_return reply(200, {'o', 'k'});
    const auto limit = body_limit(visit.asked.call);
    if (visit.body.size() > limit)
        co_return refuse(limit == 0 ? wire::Refusal::malformed : wire::Refusal::too_big, visit.now_ms);
    if (!wire::is_signed(visit.asked.call)) co_return co_await answer_stranger(visit);
    const auto caller = co_await authenticate(visit);
    if (!caller) co_return refuse(caller.error(), visit.now_ms);
    auto answer = co_await answer_member(visit, *caller);
    answer.device = caller->device->id;
    co_return answer;
}

Task<Answer> Service::answer_stranger(const Visit& visit) {
    if (const auto wait = strangers_a_minute_.wait(visit.network, visit.now_ms))
        co_return refuse(slow_down(wait), visit.now_ms);
    Answer answer;
    switch (visit.asked.call) {
        case wire::Call::look_up_invite: answer = co_await look_up_invite(visit); break;
        case wire::Call::leave_message: answer = leave_message(visit); break;
        case wire::Call::read_messages: answer = read_messages(visit); break;
        default: answer = reply(200, wire::time_body(visit.now_ms)); break;
    }
    // Who names an id that exists has been told it by somebody, and is no stranger: a waiting room full of phones shares
    // one address, and only guesses should count.
    const bool nobody_there = visit.asked.call == wire::Call::read_messages && answer.body.empty();
    if (answer.refusal || nobody_there || visit.asked.call == wire::Call::time)
        strangers_a_minute_.count(visit.network, visit.now_ms);
    co_return answer;
}

Task<Answer> Service::answer_member(const Visit& visit, const Caller& caller) {
    switch (visit.asked.call) {
        case wire::Call::found_group: co_return co_await found_group(visit, caller);
        case wire::Call::read_roster: co_return co_await read_roster(visit, caller);
        case wire::Call::extend_roster: co_return co_await extend_roster(visit, caller);
        case wire::Call::list_linked: co_return co_await list_linked(visit, caller);
        case wire::Call::put_bundle: co_return co_await put_bundle(visit, caller);
        case wire::Call::read_bundles: co_return co_await read_bundles(visit, caller);
        case wire::Call::list_bundles: co_return co_await list_bundles(visit, caller);
        case wire::Call::announce_invite: co_return co_await announce_invite(visit, caller);
        case wire::Call::withdraw_invite: co_return co_await withdraw_invite(visit, caller);
        default: co_return refuse(wire::Refusal::malformed, visit.now_ms);
    }
}

Answer reply(int status, Bytes body) {
    return {.status = status, .body = std::move(body), .refusal = {}, .device = {}};
}

Answer refuse(wire::ErrorBody error, std::int64_t now_ms) {
    error.relay_time_ms = now_ms;
    return {.status = wire::status_of(error.refusal),
            .body = wire::error_body(error),
            .refusal = error.refusal,
            .device = {}};
}

Answer refuse(wire::Refusal refusal, std::int64_t now_ms) { return refuse(error(refusal), now_ms); }

wire::ErrorBody error(wire::Refusal refusal) { return {.refusal = refusal, .chain = {}, .roster = {}}; }

wire::ErrorBody slow_down(std::int64_t wait_ms) {
    auto later = error(wire::Refusal::slow_down);
    later.retry_after_s = static_cast<std::uint32_t>((wait_ms + 999) / 1000);
    return later;
}

wire::Refusal refusal_for(wire::RosterProblem problem) {
    switch (problem) {
        case wire::RosterProblem::update_needed: return wire::Refusal::update_needed;
        case wire::RosterProblem::too_big: return wire::Refusal::too_big;
        case wire::RosterProblem::damaged:
        case wire::RosterProblem::malformed: return wire::Refusal::malformed;
        case wire::RosterProblem::wrong_height:
        case wire::RosterProblem::wrong_previous: return wire::Refusal::conflict;
        case wire::RosterProblem::not_allowed: return wire::Refusal::not_writer;
        case wire::RosterProblem::closed: return wire::Refusal::erased;
        default: return wire::Refusal::bundle_invalid;
    }
}

wire::Refusal refusal_for(wire::BundleProblem problem) {
    switch (problem) {
        case wire::BundleProblem::update_needed: return wire::Refusal::update_needed;
        case wire::BundleProblem::not_a_writer: return wire::Refusal::not_writer;
        // The client pushes the roster entries we lack (a restored relay), or learns that it must not go on (a fork).
        case wire::BundleProblem::roster_unknown:
        case wire::BundleProblem::roster_fork:
        case wire::BundleProblem::device_fork:
        case wire::BundleProblem::gap:
        case wire::BundleProblem::wrong_previous: return wire::Refusal::conflict;
        default: return wire::Refusal::bundle_invalid;
    }
}

}  // namespace goodweek::relay
