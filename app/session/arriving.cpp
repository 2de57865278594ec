#include "session/arriving.h"

#include <algorithm>

#include "domain/either.h"
#include "records/event_bytes.h"
#include "session/joining.h"
#include "session/lending.h"
#include "session/phones.h"
#include "session/placing.h"

namespace goodweek::session {

namespace {

using namespace records;

Family& family_of(Inside& in, const GroupId& group) {
    auto& family = in.state.families[group];
    family.id = group;
    return family;
}

// Whose words an event is in, where that is said in it.
std::optional<Side> side_of(const Happening& what) {
    return std::visit(on{[](const Message& it) { return std::optional{it.from}; },
                         [](const GoalAgreed& it) { return std::optional{it.side}; },
                         [](const Written& it) { return std::optional{it.by}; },
                         [](const SectionRead&) { return std::optional{Side::clinic}; },
                         [](const ActionStep& it) { return std::optional{it.by}; },
                         [](const ActionState& it) { return std::optional{it.by}; },
                         [](const auto&) { return std::optional<Side>{}; }},
                      what);
}

// Only the clinic's own devices speak for the clinic, and they write nothing but their own kinds of thing: the clinic
// comments, it never edits what a family wrote (security.md 5).
bool may_say(const Inside& in, const sync::BundleArrived& arrived, const Event& event) {
    if (event.dot.device != arrived.opened.sender) return false;
    const bool of_owner = arrived.opened.sender_group == arrived.at.group;
    const auto* roster = in.member->roster(arrived.at.group);
    const auto side = side_of(event.what);
    if (!of_owner || (roster && roster->is_clinic())) {
        if (side) return side == Side::clinic;
        return std::holds_alternative<ClinicNamed>(event.what) || std::holds_alternative<InviteGiven>(event.what) ||
               std::holds_alternative<DeviceNamed>(event.what) || std::holds_alternative<WordsLent>(event.what) ||
               std::holds_alternative<FromTheFuture>(event.what);
    }
    return side.value_or(Side::family) == Side::family;
}

void take_events(Inside& in, const sync::BundleArrived& arrived) {
    Family& family = family_of(in, arrived.at.group);
    auto& part = in.profile.parts[family.id];
    const auto sharing = family.answers.home.sharing();
    bool words_came = false;
    for (const auto& bytes : arrived.opened.events) {
        auto event = decode(bytes);
        if (!event || !may_say(in, arrived, *event)) continue;
        part.clock = heard(part.clock, event->clock, in.now);
        const Dot dot = event->dot;
        words_came = words_came || std::holds_alternative<WordsLent>(event->what);
        const auto* changed = family.log.append(std::move(*event));
        if (!changed) continue;
        family.answers.hear(*changed);
        in.unkept.push_back({family.id, dot});
    }
    if (words_came && !in.state.questionnaires.empty()) find_lent(in);
    const bool from_others = in.state.side == Side::family ? arrived.opened.sender_group != arrived.at.group : true;
    if (from_others && family.id != in.state.own) family.last_heard = in.now;
    if (in.state.side == Side::family && from_others) family.last_heard = in.now;
    if (family.last_heard) part.heard_ms = family.last_heard->time_since_epoch().count();
    part.heard[arrived.opened.sender] = LocalMoment{in.now, in.state.offset}.day();
    family.trouble.reset();
    if (!family.proven) family.proven = proof_holds(in, family);
    if (!(family.answers.home.sharing() == sharing)) find_pending(in, family);
    list_devices(in, family);
}

// Of a family we have; what names another, or nobody, makes none.
void note_trouble(Inside& in, const GroupId& group, std::string_view key) {
    if (const auto found = in.state.families.find(group); found != in.state.families.end())
        found->second.trouble = Sentence{.key = std::string(key)};
}

std::string_view refusal_key(wire::Refusal refusal) {
    switch (refusal) {
        case wire::Refusal::clock_skew: return "trouble.clock";
        case wire::Refusal::revoked: return "trouble.revoked";
        case wire::Refusal::erased: return "trouble.erased";
        case wire::Refusal::quota: return "trouble.quota";
        case wire::Refusal::update_needed: return "trouble.update_needed";
        case wire::Refusal::slow_down:
        case wire::Refusal::busy: return "trouble.busy";
        default: return "trouble.refused";
    }
}

void refused(Inside& in, const sync::Refused& change) {
    if (refused_while_joining(in, change)) return;
    const Sentence sentence{.key = std::string(refusal_key(change.refusal))};
    // A family's trouble on a clinic's machine is that family's alone; ours is everybody's on this page.
    if (!change.asked.group.empty() && change.asked.group != in.state.own)
        family_of(in, change.asked.group).trouble = sentence;
    else in.state.sending.trouble = sentence;
}

// A clinic's machine says who it is to each family that joined, once.
void introduce_us(Inside& in, Family& family) {
    if (in.state.side != Side::clinic || family.id == in.state.own || !family.linked || family.log.find(the_clinic()))
        return;
    in.record_in(family, the_clinic(), std::nullopt, in.here(),
                 ClinicNamed{in.profile.clinic_name, in.profile.worker});
}

void roster_grew(Inside& in, const GroupId& group) {
    Family& family = family_of(in, group);
    const auto* roster = in.member->roster(group);
    const bool was_linked = family.linked;
    family.linked =
        roster && std::ranges::any_of(roster->links(), [](const wire::LinkSpan& link) { return !link.until; });
    list_devices(in, family);
    if (family.linked != was_linked || group != in.state.own) find_pending(in, family);
    introduce_us(in, family);
    go_on_joining(in);
    go_on_with_phone(in);
}

void sent(Inside& in, const sync::BundleSent& change) {
    in.profile.unsent.erase(change.end.id);
    for (auto& bundle : in.outbox)
        if (bundle.id == change.end.id) bundle.done = true;
}

}  // namespace

std::string_view trouble_key(wire::BundleProblem why) {
    switch (why) {
        case wire::BundleProblem::update_needed: return "trouble.update_needed";
        case wire::BundleProblem::device_fork: return "trouble.device_fork";
        case wire::BundleProblem::roster_fork: return "trouble.roster_fork";
        case wire::BundleProblem::after_removal: return "trouble.after_removal";
        default: return "trouble.bundle_refused";
    }
}

bool is_event(ByteView bytes) { return decode(bytes).has_value(); }

void list_devices(Inside& in, Family& family) {
    family.devices.clear();
    const auto* roster = in.member ? in.member->roster(family.id) : nullptr;
    if (!roster) return;
    const auto& names = family.answers.home.devices();
    const auto& heard = in.profile.parts[family.id].heard;
    for (const auto& device : roster->devices()) {
        if (!device.active() || device.role == wire::DeviceRole::recovery) continue;
        Device shown{.id = device.id,
                     .person = device.person,
                     .this_one = device.id == in.device(),
                     .admin = device.role == wire::DeviceRole::admin};
        if (const auto name = names.find(device.id); name != names.end()) shown.name = name->second;
        if (const auto day = heard.find(device.id); day != heard.end()) shown.last_heard = day->second;
        family.devices.push_back(std::move(shown));
    }
}

void take_change(Inside& in, const sync::Change& change) {
    std::visit(
        on{
            [&](const sync::BundleArrived& it) { take_events(in, it); },
            [&](const sync::BundleSent& it) { sent(in, it); },
            [&](const sync::BundleSetAside& it) { note_trouble(in, it.at.group, trouble_key(it.why)); },
            [&](const sync::SomethingMissing& it) { note_trouble(in, it.at.group, "trouble.something_missing"); },
            [&](const sync::OwnChainBroken&) {
                in.state.sending.trouble = Sentence{.key = "trouble.profile_copied"};
            },
            // What was sent before is with its readers, but no longer at the relay: people are told, nothing is
            // sealed a second time.
            [&](const sync::PushAgain&) { in.state.sending.trouble = Sentence{.key = "trouble.relay_lost"}; },
            [&](const sync::StoreChanged&) { in.state.sending.trouble = Sentence{.key = "trouble.relay_restored"}; },
            [&](const sync::GroupFounded&) { go_on_joining(in); },
            [&](const sync::RosterGrew& it) { roster_grew(in, it.group); },
            [&](const sync::RosterRefused& it) {
                note_trouble(in, it.group, it.forked ? "trouble.roster_fork" : "trouble.roster_refused");
                if (it.group != in.state.own) return;
                in.state.sending.trouble = in.state.families[it.group].trouble;
            },
            [&](const sync::EntryOvertaken&) {
                go_on_joining(in);
                go_on_with_phone(in);
            },
            [&](const sync::HouseholdsJoined& it) {
                for (const auto& joined : it.households) {
                    family_of(in, joined.household).proven = false;
                    in.profile.joined_by[joined.household] = joined.token_hash;
                    sync::follow(*in.talk, joined.household);
                }
            },
            [&](const sync::Refused& it) { refused(in, it); },
            [&](const sync::ErrandAnswered& it) {
                take_invite_answer(in, it);
                take_phone_answer(in, it);
            },
        },
        change);
}

}  // namespace goodweek::session
