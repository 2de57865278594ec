// The first steps of a new profile, which a family's, a clinic's and an invented one's have in common.
#pragma once

#include "cli/household.h"

namespace goodweek::cli {

// What is asked for, or made with `--make-words`, put into the draft. The answer to give where there is none, or
// where somebody lives in this folder already.
std::optional<Answer> choose_passphrase(Household& household, bool make_words);

// The same with a passphrase in hand.
void use_passphrase(Household& household, std::string_view words);

// What the new profile told us to write down.
struct Keepsakes {
    std::string passphrase;  // only where it was made for them
    std::string recovery_code;
};
// Gives the recovery code's groups back at once: whoever reads this answer has it in front of them. Or why there is
// no profile.
Result<Keepsakes, Answer> finish_creating(Household& household);

// Takes a profile away again that this program has just made. Only for one that nobody has used.
void unmake_profile(const std::string& folder);

}  // namespace goodweek::cli
