// How the app looks, as one short line of text that the browser keeps beside the vault: it must hold before anyone is let
// in, and says nothing about anybody.
#pragma once

#include <string>
#include <string_view>

#include "session/state.h"

namespace goodweek::session {

std::string look_text(const Settings& settings);
// Total: what it cannot read is as if it had not been set.
Settings look_from(std::string_view text);

}  // namespace goodweek::session
