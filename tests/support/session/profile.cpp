#include "support/session/profile.h"

#include <doctest/doctest.h>

#include <deque>
#include <random>
#include <ranges>

#include "domain/either.h"

namespace goodweek::test {

using namespace session;

namespace {

constexpr auto passphrase = "a kettle on a quiet hill";

std::filesystem::path fresh_folder() {
    return std::filesystem::temp_directory_path() / ("goodweek-profile-" + std::to_string(std::random_device{}()));
}

// Any key that the words give: how slowly it is worked out is the vault's concern.
vault::Key key_from(std::string_view secret) { return vault::Key(vault::hash("test", {bytes_of(secret)})); }

}  // namespace

Profile::Profile(MemoryRelay& relay, TestClock& clock)
    : relay_(relay), clock_(clock), folder_(fresh_folder()), session_(std::make_unique<Session>(folder_.string())) {
    hear(Started{.relay = "https://" + relay.authority()});
}

Profile::~Profile() { std::filesystem::remove_all(folder_); }

Moment Profile::now() const { return Moment{std::chrono::milliseconds(clock_.now_ms)}; }

void Profile::apply(const Command& command) { settle(session_->apply(command, now())); }
void Profile::hear(const Report& report) { settle(session_->hear(report, now())); }

void Profile::settle(Effects effects) {
    std::deque<Effect> waiting{std::make_move_iterator(effects.begin()), std::make_move_iterator(effects.end())};
    while (!waiting.empty()) {
        const auto next = std::move(waiting.front());
        waiting.pop_front();
        for (auto& more : answer(next)) waiting.push_back(std::move(more));
    }
}

Effects Profile::answer(const Effect& effect) {
    return std::visit(
        on{[&](const Derive& asked) { return session_->hear(Derived{asked.ticket, key_from(asked.secret)}, now()); },
           [&](const Keep& asked) { return session_->hear(Kept{asked.ticket, disk}, now()); },
           [&](const Send& asked) {
               const auto answered = send(asked);
               if (before_an_answer) std::exchange(before_an_answer, {})();
               return session_->hear(answered, now());
           },
           [&](const WakeAt& asked) {
               wake_ = wake_ ? std::min(*wake_, asked.at) : asked.at;
               return Effects{};
           },
           [&](const Announce& said) {
               announced.push_back(said.sentence.key);
               return Effects{};
           },
           [&](const OfferFile& file) {
               offered.push_back(file);
               return Effects{};
           },
           [](const auto&) { return Effects{}; }},
        effect);
}

Answered Profile::send(const Send& asked) {
    ++requests;
    clock_.now_ms += 10;
    wire::Request request{
        .method = *wire::method_named(asked.method), .target = asked.path, .headers = {}, .body = asked.body};
    for (const auto& [name, value] : asked.headers) request.headers.push_back({name, value});
    auto reply = relay_.answer(request, clock_.now_ms);
    Answered answered{.ticket = asked.ticket, .status = reply.status, .headers = {}, .body = std::move(reply.body)};
    for (auto& header : reply.headers) answered.headers.emplace_back(std::move(header.name), std::move(header.value));
    return answered;
}

void Profile::wait(std::chrono::milliseconds time) {
    const Moment end = now() + time;
    while (wake_ && *wake_ <= end) {
        const auto rings = std::exchange(wake_, std::nullopt)->time_since_epoch().count();
        clock_.now_ms = std::max(clock_.now_ms, rings - std::exchange(rings_early, false));
        hear(Tick{});
    }
    clock_.now_ms = std::max(clock_.now_ms, end.time_since_epoch().count());
}

void Profile::restart() {
    wake_.reset();
    session_ = std::make_unique<Session>(folder_.string());
    hear(Started{.relay = "https://" + relay_.authority()});
    drafts().open.passphrase = passphrase;
    apply(Open{});
    REQUIRE(state().stage == Stage::open);
}

namespace {

void choose_passphrase(Profile& profile) {
    auto& draft = profile.drafts().create;
    draft.own_words = true;
    draft.passphrase = draft.again = passphrase;
}

void give_recovery_back(Profile& profile) {
    auto& draft = profile.drafts().recovery;
    std::vector<std::string> groups;
    for (const auto group : std::views::split(draft.code, '-')) groups.emplace_back(std::string_view(group));
    for (std::size_t at = 0; at < draft.asked.size(); ++at)
        draft.given[at] = groups[static_cast<std::size_t>(draft.asked[at])];
    profile.apply(ConfirmRecovery{});
}

}  // namespace

void Profile::make_family(std::string home, std::string name) {
    choose_passphrase(*this);
    drafts().create.home = std::move(home);
    drafts().create.name = std::move(name);
    apply(CreateFamily{});
    REQUIRE(state().stage == Stage::open);
    give_recovery_back(*this);
}

void Profile::found_clinic(std::string clinic, std::string worker) {
    choose_passphrase(*this);
    apply(CreateClinic{.clinic = std::move(clinic),
                       .worker = std::move(worker),
                       .relay = "https://" + relay_.authority(),
                       .admin_token = wire::token_text(relay_.admin_token())});
    REQUIRE(state().stage == Stage::open);
    give_recovery_back(*this);
    apply(SyncNow{});
    REQUIRE(state().sending.state == Sending::idle);
}

std::string Profile::invite_a_family() {
    apply(AnotherInvite{});
    apply(InviteFamily{"a family"});
    if (!state().made_invite) apply(SyncNow{});
    REQUIRE(state().made_invite);
    return state().made_invite->text;
}

void Profile::join(std::string invite, Sharing sharing) {
    auto& draft = drafts().join;
    draft.typed = std::move(invite);
    apply(LookAtInvite{});
    draft.sharing = sharing;
    draft.sharing_begun = true;
    apply(JoinClinic{});
    REQUIRE(family().linked);
}

void Profile::log_peak_flow(int value) {
    apply(StartLog{.what = "peak_flow", .person = state().me});
    drafts().log.value = std::to_string(value);
    apply(SaveReading{"peak_flow"});
}

void Profile::send_message(std::string text) {
    drafts().messages[{state().own, std::nullopt}].text = std::move(text);
    apply(SendMessage{});
}

}  // namespace goodweek::test
