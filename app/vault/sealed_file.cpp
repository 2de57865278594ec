#include "vault/sealed_file.h"

#include <cassert>

#include "vault/layout.h"
#include "vault/suite.h"

namespace goodweek::vault {

namespace {

struct Shape {
    std::string_view magic;
    std::string_view key_label;
};
constexpr Shape segment{.magic = "GWS1", .key_label = "seg"};
constexpr Shape manifest{.magic = "GWM1", .key_label = "man"};

Failure<SealedProblem> no(SealedProblem problem) { return Failure<SealedProblem>(problem); }

// Each file has a key of its own, so that one key never seals two of them.
Key file_key(const Key& vault_key, const Shape& shape, std::uint64_t number) {
    return derive(vault_key, shape.key_label, {little_endian(number)});
}

Bytes seal_file(const Key& vault_key, const Shape& shape, const Place& place, std::size_t count, ByteView plain) {
    assert(plain.size() <= most_plain);
    Nonce nonce{};
    fill_random(nonce);
    Writer file;
    file.raw(shape.magic)
        .number(suite)
        .number(std::uint16_t{0})
        .raw(place.vault.view())
        .number(place.number)
        .number(static_cast<std::uint32_t>(count))
        .number(static_cast<std::uint32_t>(plain.size()))
        .raw(nonce);
    assert(file.size() == sealed_head);
    const auto box = seal(file_key(vault_key, shape, place.number), nonce, file.view(), plain);
    return file.raw(box).take();
}

struct Opened {
    Bytes plain;
    std::size_t count;
};

Result<Opened, SealedProblem> open_file(const Key& vault_key, const Shape& shape, const Place& place, ByteView file) {
    Reader reader(file);
    if (!reader.skip(shape.magic)) return no(SealedProblem::not_ours);
    const auto stated_suite = reader.number<std::uint16_t>();
    const auto flags = reader.number<std::uint16_t>();
    const VaultId vault{reader.block<16>()};
    const auto number = reader.number<std::uint64_t>();
    const auto count = reader.number<std::uint32_t>();
    const auto length = reader.number<std::uint32_t>();
    const Nonce nonce = reader.block<24>();
    if (!reader.sound()) return no(SealedProblem::damaged);
    if (stated_suite != suite) return no(SealedProblem::newer);
    if (flags != 0 || length > most_plain || reader.left() != length + seal_overhead)
        return no(SealedProblem::damaged);
    if (vault != place.vault || number != place.number) return no(SealedProblem::misplaced);
    auto plain = open(file_key(vault_key, shape, number), nonce, file.first(sealed_head), file.subspan(sealed_head));
    if (!plain) return no(SealedProblem::forged);
    return Opened{std::move(*plain), count};
}

}  // namespace

Hash file_hash(ByteView file) { return hash("file", {file}); }

std::optional<Records> Records::split(Bytes plain, std::size_t count) {
    if (count == 0 || count > plain.size() / record_head) return std::nullopt;
    Records records;
    records.plain_ = std::move(plain);
    records.views_.reserve(count);
    Reader reader(records.plain_);
    for (std::size_t i = 0; i < count; ++i) records.views_.push_back(reader.raw(reader.number<std::uint32_t>()));
    if (!reader.finished()) return std::nullopt;
    return records;
}

Bytes seal_segment(const Key& vault_key, const Place& place, std::span<const ByteView> records) {
    assert(!records.empty());
    Writer plain;
    for (const auto record : records) plain.number(static_cast<std::uint32_t>(record.size())).raw(record);
    return seal_file(vault_key, segment, place, records.size(), plain.view());
}

Result<Records, SealedProblem> open_segment(const Key& vault_key, const Place& place, ByteView file) {
    auto opened = TRY(open_file(vault_key, segment, place, file));
    auto records = Records::split(std::move(opened.plain), opened.count);
    if (!records) return no(SealedProblem::damaged);
    return std::move(*records);
}

Bytes seal_manifest(const Key& vault_key, const Place& place, ByteView body) {
    return seal_file(vault_key, manifest, place, 1, body);
}

Result<Bytes, SealedProblem> open_manifest(const Key& vault_key, const Place& place, ByteView file) {
    auto opened = TRY(open_file(vault_key, manifest, place, file));
    if (opened.count != 1) return no(SealedProblem::damaged);
    return std::move(opened.plain);
}

}  // namespace goodweek::vault
