#include "sync/intake.h"

#include <algorithm>
#include <numeric>

namespace goodweek::sync {

using wire::BundleProblem;

namespace {

bool has_room(const ChannelTalk& channel, std::size_t more) {
    const auto bytes =
        std::accumulate(channel.held.begin(), channel.held.end(), more,
                        [](std::size_t sum, const HeldBundle& each) { return sum + each.bytes.size(); });
    return channel.held.size() < held_max && bytes <= held_bytes_max;
}

// A contradiction signed by the device itself: nothing it says from here on can be put in order.
bool contradicts_itself(BundleProblem why) {
    return why == BundleProblem::device_fork || why == BundleProblem::wrong_previous ||
           why == BundleProblem::heights_fell;
}

// What may yet come right. A bundle that saw another history of somebody than we did is among them: either its sender lies
// or that somebody told two stories, and until we know which, nobody is blamed.
bool waits(BundleProblem why) {
    return why == BundleProblem::gap || why == BundleProblem::roster_unknown || why == BundleProblem::update_needed ||
           why == BundleProblem::chain_contradicted;
}

}  // namespace

void Intake::take(const ChannelAt& at, std::uint64_t relay_seq, ByteView bytes) {
    auto& channel = talk_.groups[at.group].channels.try_emplace(at.channel, at).first->second;
    const auto waits_for = judge(at, channel, bytes);
    if (!waits_for) return retry(at, channel);
    const bool held_already = std::ranges::any_of(
        channel.held, [&](const HeldBundle& each) { return std::ranges::equal(each.bytes, bytes); });
    if (held_already) return;
    if (!has_room(channel, bytes.size())) {
        if (relay_seq > 0 && (channel.come_back_to == 0 || relay_seq < channel.come_back_to))
            channel.come_back_to = relay_seq;
        return;
    }
    channel.held.push_back(
        {.relay_seq = relay_seq, .since_ms = now_ms_, .told = false, .bytes = Bytes(bytes.begin(), bytes.end())});
    if (*waits_for == BundleProblem::chain_contradicted)
        changes_.push_back(BundleSetAside{at, wire::read_bundle(bytes)->header.sender, *waits_for, false,
                                          Bytes(bytes.begin(), bytes.end())});
}

void Intake::take_unasked(ByteView bytes) {
    const auto bundle = wire::read_bundle(bytes);
    const auto at = bundle ? ChannelAt{bundle->header.group, bundle->header.channel} : ChannelAt{};
    if (bundle && std::ranges::contains(readable_channels(ours_), at)) return take(at, 0, bytes);
    const auto why = bundle ? BundleProblem::misdelivered : bundle.error();
    changes_.push_back(BundleSetAside{at, {}, why, false, Bytes(bytes.begin(), bytes.end())});
}

Intake::Waits Intake::judge(const ChannelAt& at, ChannelTalk& channel, ByteView bytes) {
    const bool was_sound = !channel.chains.own_contradicted;
    auto opened = open(bytes, ours_, channel.chains, is_event_);
    if (opened) {
        changes_.push_back(BundleArrived{at, *std::move(opened)});
        if (was_sound && channel.chains.own_contradicted) changes_.push_back(OwnChainBroken{at});
        return std::nullopt;
    }
    const auto why = opened.error();
    if (why == BundleProblem::known) return std::nullopt;
    if (!waits(why)) {
        set_aside(at, channel, bytes, why);
        return std::nullopt;
    }
    if (why == BundleProblem::roster_unknown) want_rosters(*wire::read_bundle(bytes));
    return why;
}

void Intake::set_aside(const ChannelAt& at, ChannelTalk& channel, ByteView bytes, BundleProblem why) {
    const auto bundle = wire::read_bundle(bytes);
    const auto sender = bundle ? bundle->header.sender : DeviceId{};
    // Once a device is set aside, that was said; its further bundles are passed over in silence.
    if (channel.chains.set_aside.contains(sender)) return;
    // Roster and heights are looked at before the signature: a relay may have made this up to turn us against a device.
    if ((why == BundleProblem::heights_fell || why == BundleProblem::roster_fork) && !truly_signed(*bundle))
        why = BundleProblem::forged;
    const bool device = contradicts_itself(why);
    if (device && sender == ours_.keys().id) {
        channel.chains.own_contradicted = true;
        changes_.push_back(OwnChainBroken{at});
        return;
    }
    if (device) channel.chains.set_aside.insert(sender);
    if (why == BundleProblem::roster_fork) mark_fork(*bundle);
    changes_.push_back(BundleSetAside{at, sender, why, device, Bytes(bytes.begin(), bytes.end())});
}

void Intake::mark_fork(const wire::Bundle& bundle) {
    const auto& header = bundle.header;
    const auto mark = [&](const GroupId& group, const wire::RosterEnd& stated) {
        const auto* roster = ours_.roster(group);
        const auto ours = roster ? roster->id_at(stated.height) : std::nullopt;
        if (ours && *ours != stated.head) talk_.groups[group].forked = true;
    };
    mark(header.group, header.owner_roster);
    mark(header.sender_group, header.sender_roster);
}

bool Intake::truly_signed(const wire::Bundle& bundle) const {
    const auto* sender = ours_.roster(bundle.header.sender_group);
    const auto* device = sender ? sender->device(bundle.header.sender) : nullptr;
    return device && device->active() &&
           vault::verify(device->sign_key, "bundle", bundle.id.bytes, bundle.signature).has_value();
}

void Intake::want_rosters(const wire::Bundle& bundle) {
    want_roster(bundle, bundle.header.group, bundle.header.owner_roster.height);
    want_roster(bundle, bundle.header.sender_group, bundle.header.sender_roster.height);
    // A slot may name an epoch of a linked clinic that we have not heard of.
    if (const auto* owner = ours_.roster(bundle.header.group))
        for (const auto& link : owner->links())
            if (ours_.roster(link.pin.group)) talk_.groups[link.pin.group].roster_due = true;
}

// A member's signed word that a roster has gone on: the relay cannot keep a removal from one phone only.
void Intake::want_roster(const wire::Bundle& bundle, const GroupId& group, std::uint32_t height) {
    const auto* known = ours_.roster(group);
    // Only of groups we have to do with: a stranger's bundle shall not send us asking for strangers.
    if ((known && known->height() >= height) || !talk_.groups.contains(group)) return;
    auto& talk = talk_.groups[group];
    talk.roster_due = true;
    if (!known || !truly_signed(bundle)) return;
    const AheadOfUs ahead{.device = bundle.header.sender, .height = height};
    const auto said = std::ranges::find(talk.ahead, ahead.device, &AheadOfUs::device);
    if (said == talk.ahead.end()) talk.ahead.push_back(ahead);
    else said->height = std::max(said->height, height);
}

bool Intake::still_a_gap(const ChannelTalk& channel, ByteView bytes) const {
    const auto bundle = wire::read_bundle(bytes);
    if (!bundle || bundle->header.sender == ours_.keys().id) return false;
    const auto tip = channel.chains.others.find(bundle->header.sender);
    const auto last = tip == channel.chains.others.end() ? 0 : tip->second.seq;
    return bundle->header.seq > last + 1;
}

// True when one of the held was settled, so that others may follow.
bool Intake::retry_once(const ChannelAt& at, ChannelTalk& channel) {
    for (std::size_t i = 0; i < channel.held.size(); ++i) {
        const auto bytes = channel.held[i].bytes;
        // Told without a signature to check: a long wait for one missing bundle costs next to nothing.
        if (still_a_gap(channel, bytes) || judge(at, channel, bytes)) continue;
        channel.held.erase(channel.held.begin() + static_cast<std::ptrdiff_t>(i));
        return true;
    }
    return false;
}

void Intake::retry(const ChannelAt& at, ChannelTalk& channel) {
    while (retry_once(at, channel)) {
    }
    if (channel.come_back_to == 0 || !channel.held.empty()) return;
    // There is room again for what we let pass.
    channel.cursor = channel.come_back_to - 1;
    channel.come_back_to = 0;
    channel.due = true;
}

void Intake::retry_held() {
    for (auto& [group, talk] : talk_.groups)
        for (auto& [id, channel] : talk.channels) retry({group, id}, channel);
}

void Intake::tell_missing() {
    for (auto& [group, talk] : talk_.groups) {
        for (auto& [id, channel] : talk.channels) {
            for (auto& held : channel.held) {
                if (held.told || now_ms_ - held.since_ms < held_patience_ms) continue;
                held.told = true;
                const auto bundle = wire::read_bundle(held.bytes);
                changes_.push_back(SomethingMissing{{group, id}, bundle ? bundle->header.sender : DeviceId{}});
            }
        }
    }
}

}  // namespace goodweek::sync
