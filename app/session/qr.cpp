#include "session/qr.h"

#include <cstdint>

#include "qrcodegen.h"

namespace goodweek::session {

std::vector<std::vector<bool>> qr_modules(const std::string& text) {
    std::vector<std::uint8_t> scratch(qrcodegen_BUFFER_LEN_MAX), code(qrcodegen_BUFFER_LEN_MAX);
    if (!qrcodegen_encodeText(text.c_str(), scratch.data(), code.data(), qrcodegen_Ecc_MEDIUM, qrcodegen_VERSION_MIN,
                              qrcodegen_VERSION_MAX, qrcodegen_Mask_AUTO, true))
        return {};
    const int size = qrcodegen_getSize(code.data());
    std::vector<std::vector<bool>> rows(static_cast<std::size_t>(size),
                                        std::vector<bool>(static_cast<std::size_t>(size)));
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x)
            rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] = qrcodegen_getModule(code.data(), x, y);
    return rows;
}

}  // namespace goodweek::session
