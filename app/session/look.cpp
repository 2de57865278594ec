#include "session/look.h"

#include <algorithm>
#include <charconv>

namespace goodweek::session {

namespace {

std::optional<int> number_after(std::string_view text, std::string_view name) {
    const auto at = text.find(name);
    if (at == std::string_view::npos) return std::nullopt;
    text.remove_prefix(at + name.size());
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} ? std::optional(value) : std::nullopt;
}

template <class Enum>
void choose(Enum& setting, std::optional<int> value, Enum last) {
    if (value && *value >= 0 && *value <= static_cast<int>(last)) setting = static_cast<Enum>(*value);
}

}  // namespace

std::string look_text(const Settings& settings) {
    const auto number = [](auto value) { return std::to_string(static_cast<int>(value)); };
    return "text=" + number(settings.text_scale * 100) + " theme=" + number(settings.theme) +
           " motion=" + number(settings.motion) + " face=" + number(settings.face) +
           " plain=" + number(settings.plain) + " lock=" + number(settings.lock_after_minutes) +
           " remind=" + number(settings.reminders) + " quiet=" + number(settings.quiet_from) +
           " until=" + number(settings.quiet_until);
}

Settings look_from(std::string_view text) {
    Settings settings;
    if (const auto scale = number_after(text, "text="))
        settings.text_scale = std::clamp(static_cast<float>(*scale) / 100, 0.85f, 3.0f);
    choose(settings.theme, number_after(text, "theme="), Settings::Theme::high_contrast);
    choose(settings.motion, number_after(text, "motion="), Settings::Motion::less);
    choose(settings.face, number_after(text, "face="), Settings::Face::inter);
    settings.plain = number_after(text, "plain=") == 1;
    if (const auto minutes = number_after(text, "lock=")) settings.lock_after_minutes = std::clamp(*minutes, 1, 60);
    settings.reminders = number_after(text, "remind=") != 0;
    if (const auto hour = number_after(text, "quiet=")) settings.quiet_from = std::clamp(*hour, 0, 23);
    if (const auto hour = number_after(text, "until=")) settings.quiet_until = std::clamp(*hour, 0, 23);
    return settings;
}

}  // namespace goodweek::session
