#include "cli/household.h"

#include <cstdio>
#include <ctime>
#include <deque>
#include <thread>

#include "cli/http.h"
#include "cli/passphrase.h"
#include "domain/either.h"

namespace goodweek::cli {

using namespace session;

namespace {

// A busy relay says when to come back, and one that was restored is told again what it lost. With no network there is nobody
// to wait for, and any other refusal stays one.
bool worth_waiting(const SendState& sending) {
    if (sending.state == Sending::offline || sending.state == Sending::alone) return false;
    if (sending.state != Sending::failed || !sending.trouble) return true;
    const auto& key = sending.trouble->key;
    return key == "trouble.busy" || key == "trouble.relay_lost" || key == "trouble.relay_restored";
}

}  // namespace

Moment now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

Minutes local_offset(Day day, Minutes time_of_day) {
    const std::chrono::year_month_day date{day};
    std::tm when{};
    when.tm_year = static_cast<int>(date.year()) - 1900;
    when.tm_mon = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
    when.tm_mday = static_cast<int>(static_cast<unsigned>(date.day()));
    when.tm_min = static_cast<int>(time_of_day.count());
    when.tm_isdst = -1;
    return std::mktime(&when) == -1 ? Minutes{0} : Minutes{when.tm_gmtoff / 60};
}

Minutes local_offset() {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm when{};
    return ::localtime_r(&seconds, &when) ? Minutes{when.tm_gmtoff / 60} : Minutes{0};
}

Household::Household(const std::string& folder, Minutes offset, std::string app_origin, std::string relay)
    : session_(folder) {
    settle(session_.hear(Started{.held_elsewhere = false,
                                 .look = {},
                                 .app_origin = std::move(app_origin),
                                 .relay = std::move(relay),
                                 .offset = offset,
                                 .private_window = false},
                         now()));
    settle(session_.hear(Online{false}, now()));
}

void Household::apply(const Command& command) {
    for (const auto& notice : state().notices) last_notice_ = std::max(last_notice_, notice.id);
    settle(session_.apply(command, now()));
}

void Household::hear_of_library(ByteView file) {
    settle(session_.hear(CameWithUs{Bytes(file.begin(), file.end())}, now()));
}

void Household::go_online() { settle(session_.hear(Online{true}, now())); }

void Household::sync() {
    // Coming online is a round by itself.
    if (state().online) apply(SyncNow{});
    else go_online();
    talk_until([&] {
        const auto& sending = state().sending;
        return sending.state == Sending::idle && sending.waiting == 0 && !sending.put_off;
    });
}

void Household::talk_until(const std::function<bool()>& settled) {
    using namespace std::chrono_literals;
    // A relay counts requests by the minute, so a minute of patience is enough for any one of its refusals; a clinic with
    // hundreds of families needs several.
    for (const auto give_up = now() + 15min;
         !settled() && worth_waiting(state().sending) && wake_ && *wake_ < std::min(give_up, now() + 65s);) {
        std::this_thread::sleep_until(std::exchange(wake_, std::nullopt).value());
        settle(session_.hear(Tick{}, now()));
    }
}

std::vector<OfferFile> Household::take_offered() { return std::exchange(offered_, {}); }

std::optional<Sentence> Household::trouble() const {
    if (state().saving == Saving::failed)
        return state().save_trouble.value_or(Sentence{.key = "save.failed", .gaps = {}, .count = {}});
    for (const auto& notice : state().notices)
        if (notice.tone == Notice::Tone::problem && notice.id > last_notice_) return notice.sentence;
    return state().trouble;
}

void Household::settle(Effects effects) {
    std::deque<Effect> waiting{std::make_move_iterator(effects.begin()), std::make_move_iterator(effects.end())};
    while (!waiting.empty()) {
        const auto next = std::move(waiting.front());
        waiting.pop_front();
        for (auto& more : answer(next)) waiting.push_back(std::move(more));
    }
}

Effects Household::answer(const Effect& effect) {
    const auto hear = [&](const Report& report) { return session_.hear(report, now()); };
    return std::visit(
        on{[&](const Derive& derive) {
               const auto key = vault::argon2id(derive.secret, derive.salt, derive.cost);
               return hear(Derived{derive.ticket, key ? std::optional{*key} : std::nullopt});
           },
           // The store has each file on the disk before it says that it was written.
           [&](const Keep& keep) { return hear(Kept{.ticket = keep.ticket, .failure = KeepFailure::none}); },
           [&](const Send& request) { return hear(send(request)); },
           [&](const WakeAt& wake) {
               wake_ = wake_ ? std::min(*wake_, wake.at) : wake.at;
               return Effects{};
           },
           [&](const OfferFile& file) {
               offered_.push_back(file);
               return Effects{};
           },
           // A screen's business: there is none here.
           [](const auto&) { return Effects{}; }},
        effect);
}

std::optional<Answer> open(Household& household, For what) {
    const auto& state = household.state();
    switch (state.stage) {
        case Stage::open: return std::nullopt;
        case Stage::blank: return refused("There is no profile in this folder. `goodweek create` makes one.");
        case Stage::elsewhere: return refused("This profile is open in another program.");
        case Stage::locked: break;
        default: return state.trouble ? refused(*state.trouble) : refused("This profile cannot be opened.");
    }
    const auto words = passphrase("Passphrase");
    if (!words) return wrong_use(std::string{no_passphrase});
    household.drafts().open.passphrase = *words;
    household.apply(Open{});
    if (state.stage == Stage::open) return std::nullopt;
    if (state.stage == Stage::rescue && what == For::reading) {
        std::fputs("Some files of this profile are damaged. This is what could be read.\n", stderr);
        return std::nullopt;
    }
    if (state.stage == Stage::rescue)
        return refused(
            "Some files of this profile are damaged, so nothing can be written. What could be read can be exported.");
    if (!state.drafts.open.problems.empty()) return refused(state.drafts.open.problems);
    if (const auto trouble = household.trouble()) return refused(*trouble);
    return refused("That passphrase does not open this profile.");
}

}  // namespace goodweek::cli
