#include "records/event.h"

#include <algorithm>
#include <array>

#include "domain/either.h"

namespace goodweek::records {

namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t last_stamp = ~std::uint64_t{0};
constexpr auto furthest_ahead = 10min;

constexpr std::string_view agreed_by_family = "agreed/family";
constexpr std::string_view agreed_by_clinic = "agreed/clinic";
constexpr std::string_view written_by_clinic = "written/clinic";
constexpr std::string_view action_by_clinic = "action/clinic";
constexpr std::string_view action_state_by_clinic = "action_state/clinic";

// A kind each, in the order of Happening's alternatives.
constexpr std::array<std::string_view, std::variant_size_v<Happening> - 1> kinds{
    "home", "device",   "clinic",      "person", "relation", "sharing", "reading",      "absent",  "symptom",
    "note", "activity", "medicine",    "rest",   "answers",  "routine", "plan",         "outcome", "goal",
    "step", "done",     "rating",      "agreed", "levels",   "action",  "action_state", "message", "written",
    "read", "invite",   "invite_used", "lent",   "removed",  "restored"};

Clock clock_of(Moment moment) {
    constexpr std::int64_t most = (std::int64_t{1} << 48) - 1;
    const auto milliseconds = std::clamp<std::int64_t>(moment.time_since_epoch().count(), 0, most);
    return {static_cast<std::uint64_t>(milliseconds) << 16};
}

}  // namespace

Clock next(Clock last, Moment now) {
    const auto ours = clock_of(now);
    if (ours > last) return ours;
    return {last.packed == last_stamp ? last_stamp : last.packed + 1};
}

Clock heard(Clock ours, Clock theirs, Moment now) {
    return std::max(ours, std::min(theirs, clock_of(now + furthest_ahead)));
}

std::string_view kind_of(const Happening& what) {
    if (const auto* future = std::get_if<FromTheFuture>(&what)) return future->kind;
    return kinds[what.index()];
}

std::string_view register_of(const Happening& what) {
    return std::visit(
        on{
            [](const Removed&) { return presence; },
            [](const Restored&) { return presence; },
            [](const GoalAgreed& agreed) {
                return agreed.side == Side::family ? agreed_by_family : agreed_by_clinic;
            },
            [&](const Written& written) { return written.by == Side::clinic ? written_by_clinic : kind_of(what); },
            [&](const ActionStep& action) { return action.by == Side::clinic ? action_by_clinic : kind_of(what); },
            [&](const ActionState& said) { return said.by == Side::clinic ? action_state_by_clinic : kind_of(what); },
            [&](const auto&) { return kind_of(what); },
        },
        what);
}

std::size_t rank_of(std::string_view register_name) {
    if (register_name == presence) return kinds.size() + 1;
    if (register_name == agreed_by_family) register_name = "agreed";
    if (const auto side = register_name.find("/clinic"); side != register_name.npos)
        register_name = register_name.substr(0, side);
    return static_cast<std::size_t>(std::ranges::find(kinds, register_name) - kinds.begin());
}

}  // namespace goodweek::records
