#include "vault/crockford.h"

namespace goodweek::vault {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

std::optional<std::uint8_t> meaning(char typed) {
    const char capital = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
    const char meant = capital == 'O' ? '0' : capital == 'I' || capital == 'L' ? '1' : capital;
    const auto at = alphabet.find(meant);
    if (at == std::string_view::npos) return std::nullopt;
    return static_cast<std::uint8_t>(at);
}

bool between_groups(char typed) {
    return typed == ' ' || typed == '-' || typed == '\n' || typed == '\t' || typed == '\r';
}

bool bit(ByteView bytes, std::size_t at) { return at / 8 < bytes.size() && (bytes[at / 8] >> (7 - at % 8) & 1) != 0; }

}  // namespace

std::string crockford(ByteView bytes, std::size_t characters) {
    std::string code;
    code.reserve(characters);
    for (std::size_t i = 0; i < characters; ++i) {
        unsigned value = 0;
        for (std::size_t j = 0; j < 5; ++j) value = value << 1 | bit(bytes, i * 5 + j);
        code += alphabet[value];
    }
    return code;
}

std::optional<Bytes> from_crockford(std::string_view typed, std::size_t characters) {
    Bytes bytes((characters * 5 + 7) / 8);
    std::size_t at = 0;
    for (const char c : typed) {
        if (between_groups(c)) continue;
        const auto value = meaning(c);
        if (!value || at == characters * 5) return std::nullopt;
        for (int shift = 4; shift >= 0; --shift, ++at)
            bytes[at / 8] = static_cast<std::uint8_t>(bytes[at / 8] | (*value >> shift & 1) << (7 - at % 8));
    }
    if (at != characters * 5) return std::nullopt;
    return bytes;
}

std::string grouped(std::string_view code, std::size_t group) {
    std::string out;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (i != 0 && i % group == 0) out += '-';
        out += code[i];
    }
    return out;
}

}  // namespace goodweek::vault
