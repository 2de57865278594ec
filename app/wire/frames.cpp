#include "wire/frames.h"

#include "vault/layout.h"

namespace goodweek::wire {

void append_frame(Bytes& body, std::uint64_t number, ByteView bytes) {
    const auto head = vault::Writer().number(number).number(static_cast<std::uint32_t>(bytes.size())).take();
    body.insert(body.end(), head.begin(), head.end());
    body.insert(body.end(), bytes.begin(), bytes.end());
}

Result<std::vector<Frame>, FrameProblem> read_frames(ByteView body, std::size_t longest) {
    std::vector<Frame> frames;
    vault::Reader reader(body);
    while (!reader.finished()) {
        const auto number = reader.number<std::uint64_t>();
        const auto size = reader.number<std::uint32_t>();
        if (size > longest) return Failure<FrameProblem>(FrameProblem::too_long);
        const auto bytes = reader.raw(size);
        if (!reader.sound()) return Failure<FrameProblem>(FrameProblem::cut_short);
        if (!frames.empty() && number <= frames.back().number)
            return Failure<FrameProblem>(FrameProblem::out_of_order);
        frames.push_back({number, bytes});
    }
    return frames;
}

}  // namespace goodweek::wire
