// Where a passphrase comes from: the environment, or a person at a terminal who does not see it as they type.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace goodweek::cli {

inline constexpr std::string_view no_passphrase =
    "There is no passphrase. Set GOODWEEK_PASSPHRASE, or run this at a terminal.";

// A profile's: GOODWEEK_PASSPHRASE. A backup's: GOODWEEK_BACKUP_PASSPHRASE, or the profile's where that is not set.
enum class Of { profile, backup };

// What the environment has, or what was typed after `question`. Nothing where there is neither.
std::optional<std::string> passphrase(std::string_view question, Of what = Of::profile);
// The same for one that is new: typed twice, and nothing too when the two differ.
std::optional<std::string> new_passphrase(std::string_view question, Of what = Of::profile);

}  // namespace goodweek::cli
