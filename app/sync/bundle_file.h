// Sealed bundles as a file, for when there is no network at all: "GWF1" | count u32 | count x [length u32, bytes]. Each part
// is a bundle as the relay would have carried it, or an entry of a roster that its reader may lack; nothing in the file
// is readable or believable to anyone who would not have been given it by the relay.
#pragma once

#include <span>
#include <vector>

#include "domain/bytes.h"
#include "domain/result.h"

namespace goodweek::sync {

enum class FileProblem : std::uint8_t { not_ours, update_needed, cut_short, too_many };

inline constexpr std::size_t file_parts_max = 10'000;

Bytes write_bundle_file(std::span<const Bytes> parts);
// The parts, or a problem and none of them. What each is worth, sync::take_bundles says.
Result<std::vector<Bytes>, FileProblem> read_bundle_file(ByteView file);

}  // namespace goodweek::sync
