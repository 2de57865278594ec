// Several byte strings in one body: [number u64, length u32, bytes], oldest first. Bundles travel so by relay_seq, roster
// entries by height, messages of a rendezvous by arrival.
#pragma once

#include <vector>

#include "domain/bytes.h"
#include "domain/result.h"

namespace goodweek::wire {

inline constexpr std::size_t frame_overhead = 12;

struct Frame {
    std::uint64_t number = 0;
    ByteView bytes;  // into the body it was read from
};

enum class FrameProblem { cut_short, too_long, out_of_order };

void append_frame(Bytes& body, std::uint64_t number, ByteView bytes);
// All frames of a body, each no longer than `longest`, numbers strictly rising; or a problem and nothing of it.
Result<std::vector<Frame>, FrameProblem> read_frames(ByteView body, std::size_t longest);

}  // namespace goodweek::wire
