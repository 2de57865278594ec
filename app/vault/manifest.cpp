#include "vault/manifest.h"

#include <set>

#include "vault/cbor.h"

namespace goodweek::vault {

namespace {

constexpr std::uint64_t version = 1;

Cbor written(const std::vector<Listed>& files) {
    Cbor::Array array;
    array.reserve(files.size());
    for (const auto& file : files) array.push_back(Cbor::Array{file.number, file.length, file.hash});
    return array;
}

CborResult<std::vector<Listed>> read(const Cbor& map, std::string_view key, std::uint64_t next) {
    std::vector<Listed> files;
    std::set<std::uint64_t> seen;
    for (const auto& element : TRY(array(map, key))) {
        const auto parts = TRY(as_array(element));
        if (parts.size() != 3) return Failure<CborProblem>(CborProblem::wrong_type);
        const Listed file{TRY(as_unsigned(parts[0])), TRY(as_unsigned(parts[1])), TRY(as_block<32>(parts[2]))};
        if (file.number == 0 || file.number >= next || !seen.insert(file.number).second)
            return Failure<CborProblem>(CborProblem::out_of_range);
        files.push_back(file);
    }
    return files;
}

CborResult<Manifest> read(const Cbor& map) {
    Manifest manifest;
    manifest.previous = TRY(block<32>(map, "p"));
    manifest.next_segment = TRY(unsigned_integer(map, "n"));
    manifest.segments = TRY(read(map, "s", manifest.next_segment));
    manifest.next_outbox = TRY(unsigned_integer(map, "x"));
    manifest.outbox = TRY(read(map, "o", manifest.next_outbox));
    const auto state = TRY(bytes(map, "d"));
    manifest.state.assign(state.begin(), state.end());
    return manifest;
}

}  // namespace

Bytes encode(const Manifest& manifest) {
    return encode(Cbor(Cbor::Map{
        {"d", manifest.state},
        {"n", manifest.next_segment},
        {"o", written(manifest.outbox)},
        {"p", manifest.previous},
        {"s", written(manifest.segments)},
        {"v", version},
        {"x", manifest.next_outbox},
    }));
}

Result<Manifest, ManifestProblem> decode_manifest(ByteView body) {
    const auto damaged = Failure<ManifestProblem>(ManifestProblem::damaged);
    const auto map = decode(body);
    if (!map) return damaged;
    const auto stated = unsigned_integer(*map, "v");
    if (stated && *stated > version) return Failure<ManifestProblem>(ManifestProblem::newer);
    if (!stated || *stated != version || !has_only(*map, {"d", "n", "o", "p", "s", "v", "x"})) return damaged;
    auto manifest = read(*map);
    if (!manifest) return damaged;
    return std::move(*manifest);
}

}  // namespace goodweek::vault
