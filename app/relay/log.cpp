#include "relay/log.h"

#include <trantor/utils/Logger.h>

#include <bit>
#include <cstdio>
#include <ctime>

namespace goodweek::relay {

namespace {

constexpr std::int64_t day_ms = 24LL * 3'600'000;

std::string minute_of(std::int64_t now_ms) {
    const std::time_t seconds = now_ms / 1000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[24];
    const auto length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%MZ", &parts);
    return {text, length};
}

// Sizes tell bundles apart; their class says no more than the padding does.
std::string size_class(std::size_t bytes) {
    const auto kib = std::bit_ceil((bytes + 1023) / 1024);
    return bytes == 0 ? "0" : std::to_string(kib) + "K";
}

}  // namespace

std::string_view name_of(wire::Call call) {
    switch (call) {
        case wire::Call::found_group: return "found_group";
        case wire::Call::read_roster: return "read_roster";
        case wire::Call::extend_roster: return "extend_roster";
        case wire::Call::list_linked: return "list_linked";
        case wire::Call::put_bundle: return "put_bundle";
        case wire::Call::read_bundles: return "read_bundles";
        case wire::Call::list_bundles: return "list_bundles";
        case wire::Call::announce_invite: return "announce_invite";
        case wire::Call::withdraw_invite: return "withdraw_invite";
        case wire::Call::look_up_invite: return "look_up_invite";
        case wire::Call::leave_message: return "leave_message";
        case wire::Call::read_messages: return "read_messages";
        case wire::Call::time: return "time";
        case wire::Call::health: return "health";
    }
    return "other";
}

std::string CallLog::text_of(const Line& line, std::int64_t now_ms) {
    return minute_of(now_ms) + ' ' + std::string(line.call) + ' ' + std::to_string(line.status) + ' ' +
           size_class(line.bytes) + ' ' + std::to_string(line.spent.count()) + "ms " + nickname(line.device, now_ms);
}

void CallLog::write(const Line& line, std::int64_t now_ms) {
    const auto text = text_of(line, now_ms) + '\n';
    std::fwrite(text.data(), 1, text.size(), stdout);
}

std::string CallLog::nickname(const DeviceId& device, std::int64_t now_ms) {
    if (device.empty()) return "-";
    const std::lock_guard lock(mutex_);
    if (const auto day = now_ms / day_ms; day != day_) {
        key_of_day_ = vault::Key::random();
        day_ = day;
    }
    const auto hashed = vault::derive(key_of_day_, "log", {device.view()});
    return to_hex(hashed.view().first(4));
}

void log_problem(std::string_view text) {
    const auto line = "goodweek-relay: " + std::string(text) + '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
}

void hear_drogon() {
    trantor::Logger::setLogLevel(trantor::Logger::kFatal);  // the finer ones may name addresses
    trantor::Logger::setOutputFunction(
        [](const char* line, std::uint64_t length) { std::fwrite(line, 1, length, stderr); }, [] {});
}

void ignore_drogon() {
    trantor::Logger::setOutputFunction([](const char*, std::uint64_t) {}, [] {});
}

}  // namespace goodweek::relay
