#include "vault/keyslots.h"

#include <algorithm>

#include "vault/layout.h"
#include "vault/suite.h"

namespace goodweek::vault {

namespace {

Failure<HeaderProblem> no(HeaderProblem problem) { return Failure<HeaderProblem>(problem); }

std::string_view magic(HeaderKind kind) { return kind == HeaderKind::vault ? "GWV1" : "GWK1"; }

bool takes_argon2(SlotType type) { return type == SlotType::passphrase || type == SlotType::pin; }

// Both ways: a cheap cost would help who guesses, a dear one would stop the owner (security.md 2.2).
bool cost_allowed(const SlotQuestion& question) {
    if (takes_argon2(question.type)) return within_limits(question.cost);
    return question.cost == Argon2Cost{.memory_kib = 0, .passes = 0};
}

// A slot up to its nonce: what its box is bound to, besides the header's beginning.
Bytes described(const SlotQuestion& question) {
    return Writer()
        .number(static_cast<std::uint8_t>(question.type))
        .raw(Block<3>{})
        .raw(question.slot.view())
        .number(question.cost.memory_kib)
        .number(question.cost.passes)
        .raw(question.salt)
        .take();
}

Bytes joined(ByteView a, ByteView b) { return Writer().raw(a).raw(b).take(); }

}  // namespace

SlotQuestion new_slot(SlotType type, const Argon2Cost& cost) {
    SlotQuestion question{.type = type};
    fill_random(question.slot.bytes);
    fill_random(question.salt);
    if (takes_argon2(type)) question.cost = cost;
    return question;
}

Key recovery_slot_key(const RecoveryCode& code, const SlotQuestion& question) {
    return code.derive("rec-slot", {question.salt});
}

Result<Key, HeaderProblem> derived_twice(const Key& first, const Key& second) {
    if (first == second) return first;
    return no(HeaderProblem::derived_twice_differently);
}

Bytes Header::prefix(std::size_t slots) const {
    return Writer()
        .raw(magic(kind_))
        .number(suite)
        .number(static_cast<std::uint8_t>(slots))
        .number(std::uint8_t{0})
        .raw(vault_.view())
        .take();
}

Header::Slot Header::sealed(const SlotKey& way_in, const Key& vault_key, std::size_t slots) const {
    Slot slot{.question = way_in.question};
    fill_random(slot.nonce);
    const auto around = joined(prefix(slots), described(slot.question));
    std::ranges::copy(seal(way_in.key, slot.nonce, around, vault_key.view()), slot.box.begin());
    return slot;
}

void Header::sign(const Key& vault_key) {
    Writer writer;
    writer.raw(prefix(slots_.size()));
    for (const auto& slot : slots_) writer.raw(described(slot.question)).raw(slot.nonce).raw(slot.box);
    const auto tag = derive(vault_key, "hdr", {writer.view()});
    bytes_ = writer.raw(tag.view()).take();
}

Result<Header, HeaderProblem> Header::create(HeaderKind kind, const VaultId& vault, const Key& vault_key,
                                             std::span<const SlotKey> ways_in) {
    if (ways_in.empty()) return no(HeaderProblem::no_such_slot);
    if (ways_in.size() > most_slots) return no(HeaderProblem::too_many_slots);
    Header header(kind, vault);
    for (const auto& way_in : ways_in) {
        if (!cost_allowed(way_in.question)) return no(HeaderProblem::cost_refused);
        header.slots_.push_back(header.sealed(way_in, vault_key, ways_in.size()));
    }
    header.sign(vault_key);
    return header;
}

Result<Header, HeaderProblem> Header::read(HeaderKind kind, ByteView bytes) {
    Reader reader(bytes);
    if (!reader.skip(magic(kind))) return no(HeaderProblem::not_ours);
    const auto stated_suite = reader.number<std::uint16_t>();
    const auto count = reader.number<std::uint8_t>();
    const auto reserved = reader.number<std::uint8_t>();
    Header header(kind, VaultId{reader.block<16>()});
    if (!reader.sound()) return no(HeaderProblem::damaged);
    if (stated_suite != suite) return no(HeaderProblem::newer);
    if (count == 0 || count > most_slots || reserved != 0 || bytes.size() != size(count))
        return no(HeaderProblem::damaged);

    for (unsigned i = 0; i < count; ++i) {
        Slot slot;
        const auto type = reader.number<std::uint8_t>();
        const auto padding = reader.block<3>();
        slot.question.type = static_cast<SlotType>(type);
        slot.question.slot.bytes = reader.block<16>();
        slot.question.cost.memory_kib = reader.number<std::uint32_t>();
        slot.question.cost.passes = reader.number<std::uint32_t>();
        slot.question.salt = reader.block<16>();
        slot.nonce = reader.block<24>();
        slot.box = reader.block<48>();
        if (type < 1 || type > 4 || padding != Block<3>{}) return no(HeaderProblem::damaged);
        if (!cost_allowed(slot.question)) return no(HeaderProblem::cost_refused);
        header.slots_.push_back(slot);
    }
    header.bytes_.assign(bytes.begin(), bytes.end());
    return header;
}

std::vector<SlotQuestion> Header::questions() const {
    std::vector<SlotQuestion> questions;
    for (const auto& slot : slots_) questions.push_back(slot.question);
    return questions;
}

Result<SlotQuestion, HeaderProblem> Header::question(SlotType type) const {
    const auto at = std::ranges::find(slots_, type, [](const Slot& slot) { return slot.question.type; });
    if (at == slots_.end()) return no(HeaderProblem::no_such_slot);
    return at->question;
}

Result<Key, HeaderProblem> Header::unlock(const SlotId& slot, const Key& slot_key) const {
    const auto at = std::ranges::find(slots_, slot, [](const Slot& each) { return each.question.slot; });
    if (at == slots_.end()) return no(HeaderProblem::no_such_slot);
    const auto around = joined(prefix(slots_.size()), described(at->question));
    auto opened = open(slot_key, at->nonce, around, at->box);
    if (!opened) return no(HeaderProblem::wrong_secret);
    const auto vault_key = Key::from(*opened);
    wipe(*opened);

    // The slot is genuine; the tag says that nobody put another slot beside it.
    const auto body = ByteView(bytes_).first(bytes_.size() - 32);
    if (!vault_key || !same(derive(*vault_key, "hdr", {body}).view(), ByteView(bytes_).last(32)))
        return no(HeaderProblem::tampered);
    return *vault_key;
}

Result<Header, HeaderProblem> Header::replace(const Key& vault_key, const SlotId& old, const SlotKey& fresh) const {
    if (!cost_allowed(fresh.question)) return no(HeaderProblem::cost_refused);
    Header header = *this;
    const auto at = std::ranges::find(header.slots_, old, [](const Slot& slot) { return slot.question.slot; });
    if (at == header.slots_.end()) return no(HeaderProblem::no_such_slot);
    *at = sealed(fresh, vault_key, slots_.size());
    header.sign(vault_key);
    return header;
}

Result<Header, HeaderProblem> Header::add(const Key& vault_key, const SlotKey& fresh,
                                          std::span<const SlotKey> the_others) const {
    std::vector<SlotKey> all;
    for (const auto& slot : slots_) {
        const auto held = std::ranges::find(the_others, slot.question, &SlotKey::question);
        if (held == the_others.end()) return no(HeaderProblem::needs_every_key);
        // A key that does not open its slot today would lock that person out tomorrow.
        if (TRY(unlock(slot.question.slot, held->key)) != vault_key) return no(HeaderProblem::wrong_secret);
        all.push_back(*held);
    }
    all.push_back(fresh);
    return create(kind_, vault_, vault_key, all);
}

}  // namespace goodweek::vault
