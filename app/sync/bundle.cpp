#include "sync/bundle.h"

#include <algorithm>

#include "sync/body.h"
#include "vault/layout.h"

namespace goodweek::sync {

using wire::BundleProblem;

namespace {

constexpr std::size_t comfortable_body = (256u << 10) - wire::body_frame_size;

// The content key of every bundle is fresh, so its nonces may be fixed.
constexpr vault::Nonce only_nonce{};

Failure<BundleProblem> no(BundleProblem problem) { return Failure<BundleProblem>(problem); }
Failure<SealProblem> refuse(SealProblem problem) { return Failure<SealProblem>(problem); }

vault::Key wrap_key(const vault::Key& shared, ByteView bound, const PartyId& party, std::uint32_t epoch,
                    const vault::KemPublic& party_key) {
    const auto fingerprint = vault::hash("kempk", {party_key});
    return vault::derive(shared, "wrap", {bound, party.bytes, vault::little_endian(epoch), fingerprint});
}

vault::Hash commitment_of(const vault::Key& content, ByteView bound) {
    const auto commitment = vault::derive(content, "commit", {bound});
    vault::Hash hash{};
    std::ranges::copy(commitment.view(), hash.begin());
    return hash;
}

// The key a party has now, in our group or one that is linked to it.
const wire::Epoch* current_epoch(const Membership& ours, const GroupId& owner, const wire::PartyRef& ref) {
    const auto* roster = ours.roster(ref.group.empty() ? owner : ref.group);
    const auto* party = roster ? roster->party(ref.party) : nullptr;
    return party ? &party->current() : nullptr;
}

Result<std::vector<wire::BundleSlot>, SealProblem> slots_for(const Membership& ours, const ChannelAt& at,
                                                             const vault::Key& content, ByteView bound) {
    const auto& shape = ours.roster(at.group)->channel(at.channel)->now();
    std::vector<wire::BundleSlot> slots;
    for (const auto& ref : shape.readers) {
        const auto* epoch = current_epoch(ours, at.group, ref);
        if (!epoch) return refuse(SealProblem::roster_missing);
        const auto sent = vault::encapsulate(epoch->kem_key);
        if (!sent) return refuse(SealProblem::roster_missing);
        const auto key = wrap_key(sent->shared, bound, ref.party, epoch->number, epoch->kem_key);
        const auto wrapped = vault::seal(key, only_nonce, {}, content.view());
        wire::BundleSlot slot{.party = ref.party, .epoch = epoch->number, .kem = sent->ciphertext, .wrap = {}};
        std::ranges::copy(wrapped, slot.wrap.begin());
        slots.push_back(slot);
    }
    return slots;
}

wire::BundleHeader next_header(const Membership& ours, const Chains& chains, std::size_t padded) {
    return {.kind = wire::BundleKind::events,
            .group = chains.at.group,
            .channel = chains.at.channel,
            .sender_group = ours.group(),
            .sender = ours.keys().id,
            .seq = chains.own.seq + 1,
            .previous = chains.own.id,
            .owner_roster = ours.roster(chains.at.group)->end(),
            .sender_roster = ours.own()->end(),
            .ciphertext_size = static_cast<std::uint32_t>(padded + vault::seal_overhead)};
}

Result<Sealed, SealProblem> seal_one(std::span<const Bytes> events, std::uint64_t max_clock, const Membership& ours,
                                     Chains& chains) {
    const Body body{.max_clock = max_clock,
                    .seen = news_for_others(chains),
                    .events = std::vector<Bytes>(events.begin(), events.end())};
    const auto padded = write_body(body);
    if (!padded) return refuse(SealProblem::event_too_large);

    const auto header = next_header(ours, chains, padded->size());
    const auto& owner = *ours.roster(header.group);
    const auto slot_count = owner.channel(header.channel)->now().readers.size();
    const auto bound = wire::write_bundle_bound(header, slot_count);
    const auto content = vault::Key::random();
    const auto slots = TRY(slots_for(ours, chains.at, content, bound));
    auto bytes = wire::write_bundle(bound, commitment_of(content, bound), slots);
    const auto sealed = vault::seal(vault::derive(content, "enc", {}), only_nonce, bytes, *padded);
    wire::finish_bundle(bytes, sealed, ours.keys().sign_seed);

    const auto bundle = wire::read_bundle(bytes);
    chains.own = wire::advance(chains.own, *bundle, owner);
    for (const auto& each : body.seen) chains.told[each.device] = each.seq;
    return Sealed{.end = {.seq = header.seq, .id = bundle->id}, .bytes = std::move(bytes)};
}

// How many of the events fit one bundle.
std::size_t batch_of(std::span<const Bytes> events) {
    std::size_t size = body_overhead;
    std::size_t count = 0;
    while (count < events.size() && count < events_max) {
        size += events[count].size() + event_overhead;
        if (count > 0 && size > comfortable_body) break;
        ++count;
    }
    return count;
}

}  // namespace

Result<std::vector<Sealed>, SealProblem> seal(std::span<const Bytes> events, std::uint64_t max_clock,
                                              const Membership& ours, Chains& chains) {
    if (events.empty()) return refuse(SealProblem::nothing);
    if (chains.own_contradicted) return refuse(SealProblem::chain_broken);
    const auto* owner = ours.roster(chains.at.group);
    const auto* own = ours.own();
    if (!owner || !own) return refuse(SealProblem::roster_missing);
    if (owner->closed() ||
        !wire::may_write(*owner, owner->height(), chains.at.channel, *own, own->height(), ours.keys().id))
        return refuse(SealProblem::not_a_writer);

    Chains moved = chains;
    std::vector<Sealed> sealed;
    while (!events.empty()) {
        const auto batch = batch_of(events);
        sealed.push_back(TRY(seal_one(events.first(batch), max_clock, ours, moved)));
        events = events.subspan(batch);
    }
    chains = std::move(moved);
    return sealed;
}

namespace {

const wire::Roster* roster_in(const void* membership, const GroupId& group) {
    return static_cast<const Membership*>(membership)->roster(group);
}

// A device that was removed counts only as far as the others had heard it: nobody backdates (3.4).
bool beyond_removal(const wire::Bundle& bundle, const wire::Roster& sender) {
    const auto* device = sender.device(bundle.header.sender);
    if (!device || device->active()) return false;
    const auto covered = std::ranges::find(device->accepted, bundle.header.channel, &wire::CutOff::channel);
    return covered == device->accepted.end() || bundle.header.seq > covered->seq;
}

Result<vault::Key, BundleProblem> content_key(const wire::Bundle& bundle, const Membership& ours) {
    const auto& header = bundle.header;
    const auto* shape = ours.roster(header.group)->channel(header.channel)->at(header.owner_roster.height);
    for (std::size_t i = 0; i < bundle.slots.size(); ++i) {
        const auto& slot = bundle.slots[i];
        const auto& ref = shape->readers[i];
        // A party of the same id in somebody else's group is not ours.
        const bool own = ref.group.empty() ? header.group == ours.group() : ref.group == ours.group();
        const auto* seed = own ? ours.seed(slot.party, slot.epoch) : nullptr;
        const auto* party = ours.own()->party(slot.party);
        const auto* epoch = party ? party->epoch(slot.epoch) : nullptr;
        if (!seed || !epoch) continue;
        const auto shared = vault::decapsulate(*seed, slot.kem);
        if (!shared) return no(BundleProblem::sealed_wrong);
        const auto key = wrap_key(*shared, bundle.bound, slot.party, slot.epoch, epoch->kem_key);
        const auto opened = vault::open(key, only_nonce, {}, slot.wrap);
        const auto content = opened ? vault::Key::from(*opened) : std::nullopt;
        if (!content) return no(BundleProblem::sealed_wrong);
        return *content;
    }
    return no(BundleProblem::not_a_reader);
}

Result<Body, BundleProblem> open_body(const wire::Bundle& bundle, const Membership& ours, EventRule is_event) {
    const auto content = TRY(content_key(bundle, ours));
    if (!vault::same(commitment_of(content, bundle.bound), bundle.commitment)) return no(BundleProblem::sealed_wrong);
    const auto padded =
        vault::open(vault::derive(content, "enc", {}), only_nonce, bundle.associated, bundle.ciphertext);
    if (!padded) return no(BundleProblem::sealed_wrong);
    auto body = read_body(*padded);
    if (!body || !std::ranges::all_of(body->events, [&](const Bytes& event) { return is_event(event); }))
        return no(BundleProblem::bad_body);
    return *std::move(body);
}

std::vector<SeenAt> unknown_to_us(const Chains& chains, const DeviceId& own_device, const std::vector<SeenAt>& seen) {
    std::vector<SeenAt> missing;
    for (const auto& each : seen) {
        const auto other = chains.others.find(each.device);
        const auto last = each.device == own_device      ? chains.own.seq
                          : other == chains.others.end() ? 0
                                                         : other->second.seq;
        if (each.seq > last) missing.push_back(each);
    }
    return missing;
}

}  // namespace

Result<Opened, BundleProblem> open(ByteView bytes, const Membership& ours, Chains& chains, EventRule is_event) {
    const auto bundle = TRY(wire::read_bundle(bytes));
    const auto& header = bundle.header;
    if (header.kind != wire::BundleKind::events) return no(BundleProblem::update_needed);
    // Before any roster is looked for: a bundle from elsewhere must not make us wait for somebody else's.
    if (ChannelAt{header.group, header.channel} != chains.at) return no(BundleProblem::misdelivered);
    const auto* owner = ours.roster(chains.at.group);
    const auto* sender = ours.roster(header.sender_group);
    if (!owner || !sender || !ours.own()) return no(BundleProblem::roster_unknown);

    const bool is_ours = header.sender == ours.keys().id;
    const auto known = chains.others.find(header.sender);
    const wire::ChainTip tip = is_ours ? chains.own : known == chains.others.end() ? wire::ChainTip{} : known->second;
    TRY_VOID(wire::check_bundle(bundle, chains.at.group, chains.at.channel, *owner, *sender, tip));
    if (chains.set_aside.contains(header.sender)) return no(BundleProblem::device_fork);
    if (beyond_removal(bundle, *sender)) return no(BundleProblem::after_removal);
    const bool to_older_epoch = TRY(wire::check_readers(bundle, *owner, roster_in, &ours, tip));
    auto body = TRY(open_body(bundle, ours, is_event));
    if (!agrees(chains, ours.keys().id, body.seen)) return no(BundleProblem::chain_contradicted);

    // A bundle of ours that we do not remember: this profile is a copy, or was set back to an earlier day. Its events are
    // welcome, but to go on sealing would be to use numbers twice.
    if (is_ours) chains.own_contradicted = true;
    auto& moved = is_ours ? chains.own : chains.others[header.sender];
    moved = wire::advance(tip, bundle, *owner);
    return Opened{.sender_group = header.sender_group,
                  .sender = header.sender,
                  .end = {.seq = header.seq, .id = bundle.id},
                  .max_clock = body.max_clock,
                  .events = std::move(body.events),
                  .to_older_epoch = to_older_epoch,
                  .missing = unknown_to_us(chains, ours.keys().id, body.seen)};
}

}  // namespace goodweek::sync
