#include "sync/bundle_file.h"

#include "vault/layout.h"
#include "wire/limits.h"

namespace goodweek::sync {

namespace {

constexpr std::string_view magic = "GWF1";

Failure<FileProblem> no(FileProblem problem) { return Failure<FileProblem>(problem); }

}  // namespace

Bytes write_bundle_file(std::span<const Bytes> parts) {
    vault::Writer writer;
    writer.raw(magic).number(static_cast<std::uint32_t>(parts.size()));
    for (const auto& part : parts) writer.number(static_cast<std::uint32_t>(part.size())).raw(part);
    return writer.take();
}

Result<std::vector<Bytes>, FileProblem> read_bundle_file(ByteView file) {
    vault::Reader reader(file);
    if (!reader.skip(magic)) {
        const bool later = file.size() >= 4 && text_of(file.first(3)) == magic.substr(0, 3);
        return no(later ? FileProblem::update_needed : FileProblem::not_ours);
    }
    const auto count = reader.number<std::uint32_t>();
    if (count > file_parts_max) return no(FileProblem::too_many);
    std::vector<Bytes> parts;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto size = reader.number<std::uint32_t>();
        if (size > wire::bundle_max) return no(FileProblem::not_ours);
        const auto part = reader.raw(size);
        if (!reader.sound()) return no(FileProblem::cut_short);
        parts.emplace_back(part.begin(), part.end());
    }
    if (!reader.finished()) return no(reader.sound() ? FileProblem::not_ours : FileProblem::cut_short);
    return parts;
}

}  // namespace goodweek::sync
