// Judging one entry after another: who signed, whether they may, and what then holds (the table of security.md 2.4).
#include <algorithm>

#include "domain/either.h"
#include "wire/limits.h"
#include "wire/roster.h"

namespace goodweek::wire {

namespace {

using Verdict = Result<void, RosterProblem>;

Verdict no(RosterProblem problem) { return Failure<RosterProblem>(problem); }
Verdict allowed_if(bool allowed) { return allowed ? Verdict{} : no(RosterProblem::not_allowed); }
Verdict consistent_if(bool sound) { return sound ? Verdict{} : no(RosterProblem::inconsistent); }

struct Limits {
    std::size_t devices, parties, channels;
};
constexpr Limits household_limits{.devices = 16, .parties = 16, .channels = 32};
constexpr Limits clinic_limits{.devices = 512, .parties = 64, .channels = 64};

constexpr std::uint32_t days_between_fresh = 7;

}  // namespace

class RosterReplay {
public:
    RosterReplay(Roster& roster, const RosterEntry& entry) : roster_(roster), entry_(entry) {}

    Verdict run() {
        if (roster_.ids_.empty()) TRY_VOID(found());
        else TRY_VOID(follows());
        for (const auto& op : entry_.ops) TRY_VOID(std::visit([this](const auto& each) { return take(each); }, op));
        TRY_VOID(removals_answered());
        return within_limits();
    }

private:
    std::uint32_t height() const { return entry_.height; }

    // The founder speaks first, for itself, and is an admin: so the id of this entry vouches for its key.
    Verdict found() {
        const auto* first = std::get_if<AddDevice>(&entry_.ops.front());
        const bool shaped = entry_.group.empty() && entry_.height == 0 && entry_.previous.empty() && first &&
                            first->role == DeviceRole::admin &&
                            device_id(first->sign_key, first->kem_key) == entry_.signer;
        if (!shaped) return no(RosterProblem::not_genesis);
        TRY_VOID(signed_with(first->sign_key));
        roster_.group_.bytes = entry_.id.bytes;
        add(*first);
        founder_added_ = true;
        return {};
    }

    Verdict follows() {
        if (roster_.closed_) return no(RosterProblem::closed);
        if (entry_.group != roster_.group_) return no(RosterProblem::wrong_group);
        if (entry_.height != roster_.ids_.size()) return no(RosterProblem::wrong_height);
        if (entry_.height >= roster_entries_max) return no(RosterProblem::over_limit);
        const auto* signer = roster_.device(entry_.signer);
        if (!signer || !signer->active()) return no(RosterProblem::unknown_signer);
        TRY_VOID(signed_with(signer->sign_key));
        // Only after the signature: two entries at one height are a fork if a device of the group made them, and
        // nothing but noise if the relay did.
        if (entry_.previous != roster_.ids_.back()) return no(RosterProblem::wrong_previous);
        return {};
    }

    Verdict signed_with(const vault::SignPublic& key) const {
        if (!vault::verify(key, "roster", entry_.id.bytes, entry_.signature)) return no(RosterProblem::forged);
        return {};
    }

    const Device& signer() const { return *roster_.device(entry_.signer); }
    bool by_admin() const { return signer().role == DeviceRole::admin && signer().active(); }
    bool belongs(const Party& party, const DeviceId& device) const { return party.belongs_at(device, height()); }
    Party* party(const PartyId& id) {
        const auto found = std::ranges::find(roster_.parties_, id, &Party::id);
        return found == roster_.parties_.end() ? nullptr : &*found;
    }

    void add(const AddDevice& op) {
        Device device;
        device.id = device_id(op.sign_key, op.kem_key);
        device.sign_key = op.sign_key;
        device.kem_key = op.kem_key;
        device.role = op.role;
        device.person = op.person;
        device.added = height();
        roster_.device_index_.emplace(device.id, roster_.devices_.size());
        roster_.devices_.push_back(std::move(device));
    }

    // A recovery code brings back what its person had, and never more.
    bool recovers(const AddDevice& op) const {
        return signer().role == DeviceRole::recovery && op.person == signer().person &&
               std::ranges::any_of(roster_.devices_, [&](const Device& device) {
                   return device.person == op.person && device.role == op.role;
               });
    }

    Verdict take(const AddDevice& op) {
        if (founder_added_) {
            founder_added_ = false;  // the genesis's first op is behind us
            return {};
        }
        TRY_VOID(allowed_if(by_admin() || recovers(op)));
        TRY_VOID(consistent_if(!roster_.device(device_id(op.sign_key, op.kem_key))));
        add(op);
        return {};
    }

    Verdict take(const RemoveDevice& op) {
        const auto found = roster_.device_index_.find(op.device);
        if (found == roster_.device_index_.end() || !roster_.devices_[found->second].active())
            return no(RosterProblem::inconsistent);
        TRY_VOID(allowed_if(by_admin() || op.device == entry_.signer));
        auto& device = roster_.devices_[found->second];
        device.removed = height();
        device.accepted = op.accepted;
        removed_.push_back(op.device);
        for (auto& each : roster_.parties_)
            if (belongs(each, op.device)) each.epochs.back().frozen = height();
        return {};
    }

    // Whoever removes somebody from a party they share must rotate it in the same breath, or the one who left would go
    // on reading. A party the signer does not belong to stays frozen until one of its own opens it again.
    Verdict removals_answered() const {
        for (const auto& each : roster_.parties_) {
            const auto& epoch = each.epochs.back();
            if (epoch.frozen != height() || !signer().active() || !belongs(each, entry_.signer)) continue;
            const bool by_this_entry =
                std::ranges::any_of(removed_, [&](const DeviceId& device) { return belongs(each, device); });
            if (by_this_entry) return no(RosterProblem::not_allowed);
        }
        return {};
    }

    Verdict take(const PartyEpoch& op) {
        auto* known = party(op.party);
        if (!known) {
            TRY_VOID(consistent_if(op.epoch == 1 && op.history.empty()));
            TRY_VOID(allowed_if(by_admin() || (op.is_private && signer().role != DeviceRole::recovery)));
            roster_.parties_.push_back({.id = op.party, .is_private = op.is_private, .epochs = {}});
            known = &roster_.parties_.back();
        } else {
            TRY_VOID(consistent_if(op.epoch == known->epochs.size() + 1 && op.is_private == known->is_private &&
                                   op.history.size() == history_box_size));
            const bool may = known->is_private || by_admin() || signer().role == DeviceRole::recovery;
            TRY_VOID(allowed_if(may && belongs(*known, entry_.signer)));
        }
        Epoch epoch{.number = op.epoch,
                    .kem_key = op.kem_key,
                    .opened = height(),
                    .frozen = {},
                    .history = op.history,
                    .holders = {}};
        epoch.holders.push_back({.device = entry_.signer, .since = height(), .slot = {}});
        known->epochs.push_back(std::move(epoch));
        return {};
    }

    // Only those inside let somebody in: an admin has no way into a private party.
    Verdict take(const Grant& op) {
        auto* known = party(op.party);
        if (!known || !known->epoch(op.epoch)) return no(RosterProblem::inconsistent);
        TRY_VOID(allowed_if(known->held_by(entry_.signer, op.epoch)));
        const auto* device = roster_.device(op.device);
        TRY_VOID(consistent_if(device && device->active() && !known->held_by(op.device, op.epoch)));
        known->epochs[op.epoch - 1].holders.push_back({.device = op.device, .since = height(), .slot = op.slot});
        return {};
    }

    // An admin shapes channels; but one that a private party reads, only those of that party.
    bool may_shape(const OpenChannel& shape) {
        bool any_private = false;
        for (const auto& ref : shape.readers) {
            const auto* known = ref.group.empty() ? party(ref.party) : nullptr;
            if (!known || !known->is_private) continue;
            any_private = true;
            if (!belongs(*known, entry_.signer)) return false;
        }
        return any_private || by_admin();
    }

    bool readers_exist(const OpenChannel& op) {
        return std::ranges::all_of(op.readers, [&](const PartyRef& ref) {
            return ref.group.empty() ? party(ref.party) != nullptr : roster_.link(ref.group) != nullptr;
        });
    }

    bool fits_its_kind(const OpenChannel& op) const {
        const bool any_linked =
            std::ranges::any_of(op.readers, [](const PartyRef& ref) { return !ref.group.empty(); });
        const bool any_own = std::ranges::any_of(op.readers, [](const PartyRef& ref) { return ref.group.empty(); });
        const bool with_clinic = op.kind == ChannelKind::care || op.kind == ChannelKind::personal_care;
        const bool for_clinic = op.kind == ChannelKind::team;
        return any_own && any_linked == with_clinic &&
               (roster_.channels_.empty() || for_clinic == roster_.is_clinic_);
    }

    Verdict take(const OpenChannel& op) {
        TRY_VOID(consistent_if(readers_exist(op) && fits_its_kind(op)));
        TRY_VOID(allowed_if(may_shape(op)));
        auto known = std::ranges::find(roster_.channels_, op.channel, &Channel::id);
        if (known == roster_.channels_.end()) {
            roster_.channels_.push_back({.id = op.channel, .shapes = {}});
            known = std::prev(roster_.channels_.end());
        } else {
            TRY_VOID(consistent_if(op.kind == known->now().kind));
            // Also by the shape it has: nobody redirects what a private party goes on writing.
            TRY_VOID(allowed_if(may_shape(known->now())));
        }
        known->shapes.push_back({.since = height(), .what = op});
        if (op.kind == ChannelKind::team) roster_.is_clinic_ = true;
        return {};
    }

    Verdict take(const Link& op) {
        TRY_VOID(allowed_if(by_admin()));
        TRY_VOID(consistent_if(op.group != roster_.group_ && !op.group.empty()));
        const auto known = std::ranges::find_if(
            roster_.links_, [&](const LinkSpan& each) { return each.pin.group == op.group && !each.until; });
        if (known == roster_.links_.end()) {
            roster_.links_.push_back({.pin = op, .since = height(), .until = {}});
            return {};
        }
        TRY_VOID(consistent_if(op.height >= known->pin.height));
        known->pin = op;
        return {};
    }

    Verdict take(const Unlink& op) {
        TRY_VOID(allowed_if(by_admin()));
        const auto known = std::ranges::find_if(
            roster_.links_, [&](const LinkSpan& each) { return each.pin.group == op.group && !each.until; });
        TRY_VOID(consistent_if(known != roster_.links_.end()));
        known->until = height();
        return {};
    }

    Verdict take(const MinSuite& op) {
        TRY_VOID(allowed_if(by_admin()));
        TRY_VOID(consistent_if(op.suite >= roster_.min_suite_));
        roster_.min_suite_ = op.suite;
        return {};
    }

    Verdict take(const Close&) {
        TRY_VOID(allowed_if(by_admin()));
        roster_.closed_ = true;
        return {};
    }

    Verdict take(const Fresh& op) {
        TRY_VOID(allowed_if(roster_.is_clinic_ && signer().role != DeviceRole::recovery));
        TRY_VOID(consistent_if(!roster_.fresh_day_ || op.day >= *roster_.fresh_day_ + days_between_fresh));
        roster_.fresh_day_ = op.day;
        return {};
    }

    Verdict within_limits() const {
        const auto& limits = roster_.is_clinic_ ? clinic_limits : household_limits;
        const auto active = std::ranges::count_if(roster_.devices_, &Device::active);
        if (static_cast<std::size_t>(active) > limits.devices || roster_.parties_.size() > limits.parties ||
            roster_.channels_.size() > limits.channels)
            return no(RosterProblem::over_limit);
        return {};
    }

    Roster& roster_;
    const RosterEntry& entry_;
    std::vector<DeviceId> removed_;
    bool founder_added_ = false;
};

Result<void, RosterProblem> Roster::apply(ByteView bytes) {
    const auto entry = TRY(read_entry(bytes));
    TRY_VOID(RosterReplay(*this, entry).run());
    ids_.push_back(entry.id);
    entries_.emplace_back(bytes.begin(), bytes.end());
    return {};
}

Result<Roster, RosterProblem> Roster::replay(std::span<const Bytes> entries) {
    if (entries.empty()) return Failure<RosterProblem>(RosterProblem::not_genesis);
    Roster roster;
    for (const auto& entry : entries) TRY_VOID(roster.apply(entry));
    return roster;
}

Result<void, RosterProblem> Roster::append(ByteView entry) {
    Roster longer = *this;
    TRY_VOID(longer.apply(entry));
    *this = std::move(longer);
    return {};
}

}  // namespace goodweek::wire
