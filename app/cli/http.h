// One request to a relay, and its answer, over libcurl.
#pragma once

#include "session/effect.h"

namespace goodweek::cli {

// Status 0 when nothing came back: no network, no such host, a certificate that does not hold, a minute gone by.
session::Answered send(const session::Send& request);

}  // namespace goodweek::cli
