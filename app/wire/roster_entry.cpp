#include "wire/roster_entry.h"

#include <array>

#include "vault/layout.h"
#include "wire/limits.h"

namespace goodweek::wire {

namespace {

constexpr std::string_view magic = "GWR1";
constexpr std::size_t signature_size = 64;

Failure<RosterProblem> no(RosterProblem problem) { return Failure<RosterProblem>(problem); }

}  // namespace

std::string_view name_of(RosterProblem problem) {
    constexpr std::array<std::string_view, 13> names{
        "damaged",        "update_needed",  "malformed", "too_big",     "not_genesis",  "wrong_group", "wrong_height",
        "wrong_previous", "unknown_signer", "forged",    "not_allowed", "inconsistent", "over_limit"};
    const auto index = static_cast<std::size_t>(problem);
    return index < names.size() ? names[index] : "closed";
}

Result<RosterEntry, RosterProblem> read_entry(ByteView bytes) {
    if (bytes.size() > roster_entry_max) return no(RosterProblem::too_big);
    vault::Reader reader(bytes);
    if (!reader.skip(magic)) {
        const bool later = bytes.size() >= 4 && text_of(bytes.first(3)) == magic.substr(0, 3);
        return no(later ? RosterProblem::update_needed : RosterProblem::damaged);
    }
    const auto suite = reader.number<std::uint16_t>();
    const auto reserved = reader.number<std::uint16_t>();
    if (!reader.sound()) return no(RosterProblem::damaged);
    if (suite != suite_now) return no(RosterProblem::update_needed);
    RosterEntry entry;
    entry.group.bytes = reader.block<32>();
    entry.height = reader.number<std::uint32_t>();
    entry.previous.bytes = reader.block<32>();
    entry.signer.bytes = reader.block<16>();
    const auto body_size = reader.number<std::uint32_t>();
    if (body_size > roster_body_max) return no(RosterProblem::too_big);
    const auto body = reader.raw(body_size);
    entry.id.bytes = vault::hash("roster", {reader.before()});
    entry.signature = reader.block<signature_size>();
    if (!reader.finished() || reserved != 0) return no(RosterProblem::damaged);
    entry.ops = TRY(decode_ops(body));
    return entry;
}

Bytes write_entry(const EntryDraft& draft, std::span<const RosterOp> ops, const vault::Key& sign_seed) {
    const auto body = encode_ops(ops);
    vault::Writer writer;
    writer.raw(magic).number(suite_now).number(std::uint16_t{0}).raw(draft.group.bytes).number(draft.height);
    writer.raw(draft.previous.bytes).raw(draft.signer.bytes);
    writer.number(static_cast<std::uint32_t>(body.size())).raw(body);
    const auto signature = vault::sign(sign_seed, "roster", vault::hash("roster", {writer.view()}));
    return writer.raw(signature).take();
}

}  // namespace goodweek::wire
