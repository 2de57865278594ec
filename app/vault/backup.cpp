#include "vault/backup.h"

#include <algorithm>

#include "vault/layout.h"
#include "vault/manifest.h"

namespace goodweek::vault {

namespace {

Failure<BackupProblem> no(BackupProblem problem) { return Failure<BackupProblem>(problem); }

constexpr std::size_t header_size = Header::size(1);

Result<Header, BackupProblem> read_header(ByteView file) {
    const auto header = Header::read(HeaderKind::backup, file.first(std::min(file.size(), header_size)));
    if (!header) {
        if (header.error() == HeaderProblem::not_ours) return no(BackupProblem::not_ours);
        if (header.error() == HeaderProblem::newer) return no(BackupProblem::newer);
        return no(BackupProblem::damaged);
    }
    const auto question = header->questions().front();
    if (question.type != SlotType::passphrase || question.cost != backup_cost) return no(BackupProblem::damaged);
    return *header;
}

// Each part is a sealed file as in a profile's folder, after its length.
Listed put_part(Writer& file, std::uint64_t number, ByteView part) {
    file.number(static_cast<std::uint32_t>(part.size())).raw(part);
    return {number, part.size(), file_hash(part)};
}

// The records in as few segments as they fit in.
std::vector<std::span<const ByteView>> packed(std::span<const ByteView> records) {
    std::vector<std::span<const ByteView>> segments;
    std::size_t first = 0;
    std::size_t size = 0;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto added = record_head + records[i].size();
        if (size + added > most_plain) {
            segments.push_back(records.subspan(first, i - first));
            first = i;
            size = 0;
        }
        size += added;
    }
    if (first < records.size()) segments.push_back(records.subspan(first));
    return segments;
}

bool holds(const Backup& backup, std::span<const ByteView> records, ByteView state) {
    std::size_t at = 0;
    for (const auto& segment : backup.records)
        for (const auto record : segment.all())
            if (at == records.size() || !std::ranges::equal(record, records[at++])) return false;
    return at == records.size() && std::ranges::equal(backup.state, state);
}

}  // namespace

SlotQuestion new_backup_slot() { return new_slot(SlotType::passphrase, backup_cost); }

Result<Bytes, BackupProblem> make_backup(const SlotKey& way_in, std::span<const ByteView> records, ByteView state) {
    if (std::ranges::any_of(records, [](ByteView record) { return record.size() > largest_record; }))
        return no(BackupProblem::record_too_large);
    const auto key = Key::random();
    VaultId id;
    fill_random(id.bytes);
    const auto header = Header::create(HeaderKind::backup, id, key, std::array{way_in});
    if (!header) return no(BackupProblem::damaged);

    Writer file;
    file.raw(header->bytes());
    Manifest manifest;
    manifest.state.assign(state.begin(), state.end());
    for (const auto segment : packed(records)) {
        const auto number = manifest.next_segment++;
        manifest.segments.push_back(put_part(file, number, seal_segment(key, {id, number}, segment)));
    }
    const auto body = encode(manifest);
    if (body.size() > most_plain) return no(BackupProblem::state_too_large);
    put_part(file, 1, seal_manifest(key, {id, 1}, body));

    // Nobody is told of a backup that has not been opened once.
    auto bytes = file.take();
    const auto again = open_backup(bytes, way_in.key);
    if (!again || !holds(*again, records, state)) return no(BackupProblem::not_as_meant);
    return bytes;
}

Result<SlotQuestion, BackupProblem> backup_question(ByteView file) {
    return TRY(read_header(file)).questions().front();
}

Result<Backup, BackupProblem> open_backup(ByteView file, const Key& slot_key) {
    const auto header = TRY(read_header(file));
    const auto key = header.unlock(header.questions().front().slot, slot_key);
    if (!key)
        return no(key.error() == HeaderProblem::wrong_secret ? BackupProblem::wrong_secret : BackupProblem::damaged);

    std::vector<ByteView> parts;
    Reader reader(file.subspan(header_size));
    while (reader.left() > 0 && reader.sound()) parts.push_back(reader.raw(reader.number<std::uint32_t>()));
    if (!reader.finished() || parts.empty()) return no(BackupProblem::damaged);

    const auto body = open_manifest(*key, {header.vault(), 1}, parts.back());
    if (!body) return no(BackupProblem::damaged);
    auto manifest = decode_manifest(*body);
    if (!manifest)
        return no(manifest.error() == ManifestProblem::newer ? BackupProblem::newer : BackupProblem::damaged);
    parts.pop_back();
    if (parts.size() != manifest->segments.size()) return no(BackupProblem::damaged);

    Backup backup;
    backup.state = std::move(manifest->state);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto& listed = manifest->segments[i];
        if (parts[i].size() != listed.length || file_hash(parts[i]) != listed.hash) return no(BackupProblem::damaged);
        auto records = open_segment(*key, {header.vault(), listed.number}, parts[i]);
        if (!records) return no(BackupProblem::damaged);
        backup.records.push_back(std::move(*records));
    }
    return backup;
}

}  // namespace goodweek::vault
