#include "wire/bundle.h"

#include <algorithm>
#include <array>

#include "vault/layout.h"

namespace goodweek::wire {

namespace {

constexpr std::string_view magic = "GWB1";
constexpr std::size_t signature_size = 64;

Failure<BundleProblem> no(BundleProblem problem) { return Failure<BundleProblem>(problem); }

bool is_padding_class(std::size_t padded) {
    return padded >= padded_min && padded <= padded_max && (padded & (padded - 1)) == 0;
}

BundleSlot read_slot(vault::Reader& reader) {
    BundleSlot slot;
    slot.party.bytes = reader.block<16>();
    slot.epoch = reader.number<std::uint32_t>();
    slot.kem = reader.block<1120>();
    slot.wrap = reader.block<48>();
    return slot;
}

RosterEnd read_end(vault::Reader& reader) {
    RosterEnd end;
    end.height = reader.number<std::uint32_t>();
    end.head.bytes = reader.block<32>();
    return end;
}

}  // namespace

std::optional<std::size_t> padded_size(std::size_t body_size) {
    for (auto padded = padded_min; padded <= padded_max; padded *= 2)
        if (body_size + body_frame_size <= padded) return padded;
    return std::nullopt;
}

std::size_t bundle_size(std::size_t slots, std::size_t padded) {
    return bundle_fixed_size + slots * bundle_slot_size + padded + vault::seal_overhead + signature_size;
}

std::string_view name_of(BundleProblem problem) {
    constexpr std::array<std::string_view, 18> names{
        "damaged",       "update_needed", "misdelivered", "roster_unknown", "roster_fork",  "not_a_writer",
        "heights_fell",  "forged",        "known",        "device_fork",    "gap",          "wrong_previous",
        "after_removal", "wrong_readers", "wrong_epoch",  "not_a_reader",   "sealed_wrong", "bad_body"};
    const auto index = static_cast<std::size_t>(problem);
    return index < names.size() ? names[index] : "chain_contradicted";
}

Result<Bundle, BundleProblem> read_bundle(ByteView bytes) {
    if (bytes.size() > bundle_max) return no(BundleProblem::damaged);
    vault::Reader reader(bytes);
    Bundle bundle;
    auto& header = bundle.header;
    if (!reader.skip(magic)) {
        const bool later = bytes.size() >= 4 && text_of(bytes.first(3)) == magic.substr(0, 3);
        return no(later ? BundleProblem::update_needed : BundleProblem::damaged);
    }
    const auto suite = reader.number<std::uint16_t>();
    const auto kind = reader.number<std::uint8_t>();
    const auto slots = reader.number<std::uint8_t>();
    if (!reader.sound()) return no(BundleProblem::damaged);
    if (suite != suite_now || kind < 1 || kind > 3) return no(BundleProblem::update_needed);
    header.kind = static_cast<BundleKind>(kind);
    header.group.bytes = reader.block<32>();
    header.channel.bytes = reader.block<16>();
    header.sender_group.bytes = reader.block<32>();
    header.sender.bytes = reader.block<16>();
    header.seq = reader.number<std::uint64_t>();
    header.previous.bytes = reader.block<32>();
    header.owner_roster = read_end(reader);
    header.sender_roster = read_end(reader);
    header.ciphertext_size = reader.number<std::uint32_t>();
    const bool reserved_zero = reader.number<std::uint32_t>() == 0;
    bundle.bound = reader.before();
    bundle.commitment = reader.block<32>();
    if (!reader.sound() || !reserved_zero || slots < 1 || slots > bundle_slots_max) return no(BundleProblem::damaged);

    // All lengths are known now: one comparison, before anything is made of the rest.
    if (header.ciphertext_size < vault::seal_overhead) return no(BundleProblem::damaged);
    const auto padded = header.ciphertext_size - vault::seal_overhead;
    if (!is_padding_class(padded) || bytes.size() != bundle_size(slots, padded)) return no(BundleProblem::damaged);
    if (header.seq == 0 || (header.seq == 1) != header.previous.empty()) return no(BundleProblem::damaged);

    for (std::size_t i = 0; i < slots; ++i) {
        bundle.slots.push_back(read_slot(reader));
        if (i > 0 && bundle.slots[i - 1].party >= bundle.slots[i].party) return no(BundleProblem::damaged);
    }
    bundle.associated = reader.before();
    bundle.ciphertext = reader.raw(header.ciphertext_size);
    bundle.id.bytes = vault::hash("bundle", {reader.before()});
    bundle.signature = reader.block<signature_size>();
    return bundle;
}

Bytes write_bundle_bound(const BundleHeader& header, std::size_t slots) {
    return vault::Writer()
        .raw(magic)
        .number(suite_now)
        .number(static_cast<std::uint8_t>(header.kind))
        .number(static_cast<std::uint8_t>(slots))
        .raw(header.group.bytes)
        .raw(header.channel.bytes)
        .raw(header.sender_group.bytes)
        .raw(header.sender.bytes)
        .number(header.seq)
        .raw(header.previous.bytes)
        .number(header.owner_roster.height)
        .raw(header.owner_roster.head.bytes)
        .number(header.sender_roster.height)
        .raw(header.sender_roster.head.bytes)
        .number(header.ciphertext_size)
        .number(std::uint32_t{0})
        .take();
}

Bytes write_bundle(ByteView bound, const vault::Hash& commitment, std::span<const BundleSlot> slots) {
    vault::Writer writer;
    writer.raw(bound).raw(commitment);
    for (const auto& slot : slots) writer.raw(slot.party.bytes).number(slot.epoch).raw(slot.kem).raw(slot.wrap);
    return writer.take();
}

void finish_bundle(Bytes& bundle, ByteView ciphertext, const vault::Key& sign_seed) {
    bundle.insert(bundle.end(), ciphertext.begin(), ciphertext.end());
    const auto signature = vault::sign(sign_seed, "bundle", vault::hash("bundle", {bundle}));
    bundle.insert(bundle.end(), signature.begin(), signature.end());
}

namespace {

Result<void, BundleProblem> check_roster(const Roster& ours, const GroupId& group, const RosterEnd& stated) {
    if (ours.group() != group) return no(BundleProblem::roster_unknown);
    const auto id = ours.id_at(stated.height);
    if (!id) return no(BundleProblem::roster_unknown);
    if (*id != stated.head) return no(BundleProblem::roster_fork);
    return {};
}

Result<void, BundleProblem> check_sender(const Bundle& bundle, const Roster& owner, const Roster& sender,
                                         const ChainTip& tip) {
    const auto& header = bundle.header;
    if (!may_write(owner, header.owner_roster.height, header.channel, sender, header.sender_roster.height,
                   header.sender))
        return no(BundleProblem::not_a_writer);
    // Only the next in the chain has a predecessor to be compared with.
    const bool fell =
        header.owner_roster.height < tip.owner_height || header.sender_roster.height < tip.sender_height;
    if (header.seq == tip.seq + 1 && fell) return no(BundleProblem::heights_fell);
    return {};
}

Result<void, BundleProblem> check_place(const Bundle& bundle, const ChainTip& tip) {
    const auto& header = bundle.header;
    if (header.seq < tip.seq || bundle.id == tip.id) return no(BundleProblem::known);
    if (header.seq == tip.seq) return no(BundleProblem::device_fork);
    if (header.seq > tip.seq + 1) return no(BundleProblem::gap);
    if (header.previous != tip.id) return no(BundleProblem::wrong_previous);
    return {};
}

}  // namespace

Result<void, BundleProblem> check_bundle(const Bundle& bundle, const GroupId& group, const ChannelId& channel,
                                         const Roster& owner, const Roster& sender, const ChainTip& tip) {
    const auto& header = bundle.header;
    if (header.group != group || header.channel != channel) return no(BundleProblem::misdelivered);
    TRY_VOID(check_roster(owner, header.group, header.owner_roster));
    TRY_VOID(check_roster(sender, header.sender_group, header.sender_roster));
    TRY_VOID(check_sender(bundle, owner, sender, tip));
    if (!vault::verify(sender.device(header.sender)->sign_key, "bundle", bundle.id.bytes, bundle.signature))
        return no(BundleProblem::forged);
    return check_place(bundle, tip);
}

namespace {

std::uint32_t newest_used(const ChainTip& tip, const PartyId& party) {
    const auto found = std::ranges::find(tip.linked_epochs, party, &std::pair<PartyId, std::uint32_t>::first);
    return found == tip.linked_epochs.end() ? 0 : found->second;
}

}  // namespace

Result<bool, BundleProblem> check_readers(const Bundle& bundle, const Roster& owner, RosterFinder linked,
                                          const void* context, const ChainTip& tip) {
    const auto& header = bundle.header;
    const auto* channel = owner.channel(header.channel);
    const auto* shape = channel ? channel->at(header.owner_roster.height) : nullptr;
    if (!shape || !std::ranges::equal(shape->readers, bundle.slots, {}, &PartyRef::party, &BundleSlot::party))
        return no(BundleProblem::wrong_readers);
    bool behind = false;
    for (std::size_t i = 0; i < bundle.slots.size(); ++i) {
        const auto& slot = bundle.slots[i];
        const auto& ref = shape->readers[i];
        const bool own = ref.group.empty();
        const Roster* roster = own ? &owner : linked(context, ref.group);
        if (!roster) return no(BundleProblem::roster_unknown);
        const auto* party = roster->party(ref.party);
        if (own) {
            const auto* epoch = party->epoch_at(header.owner_roster.height);
            if (!epoch || epoch->number != slot.epoch) return no(BundleProblem::wrong_epoch);
            continue;
        }
        // Which epoch of the clinic's team a phone knows of depends on when it last looked: an old one will do, but
        // never one older than it used before.
        if (!party || !party->epoch(slot.epoch)) return no(BundleProblem::roster_unknown);
        if (slot.epoch < newest_used(tip, slot.party)) return no(BundleProblem::wrong_epoch);
        behind |= slot.epoch < party->current().number;
    }
    return behind;
}

ChainTip advance(const ChainTip& tip, const Bundle& bundle, const Roster& owner) {
    const auto& header = bundle.header;
    ChainTip next{.seq = header.seq,
                  .id = bundle.id,
                  .owner_height = header.owner_roster.height,
                  .sender_height = header.sender_roster.height,
                  .linked_epochs = {}};
    const auto* channel = owner.channel(header.channel);
    const auto* shape = channel ? channel->at(header.owner_roster.height) : nullptr;
    for (const auto& slot : bundle.slots) {
        const bool own = shape && std::ranges::contains(shape->readers, PartyRef{{}, slot.party});
        if (!own) next.linked_epochs.emplace_back(slot.party, std::max(slot.epoch, newest_used(tip, slot.party)));
    }
    return next;
}

}  // namespace goodweek::wire
