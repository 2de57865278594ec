// How a family and a clinic come together, step by step: what the verbs and the invented clinic both do.
#pragma once

#include "cli/beginning.h"

namespace goodweek::cli {

// Sends and fetches; the answer to give when that did not come to its end.
std::optional<Answer> sync_fully(Household& household);

// Makes a clinic's profile in this folder and founds it at its relay. A refusal leaves no profile behind; a relay that could
// not be reached does, as it may have heard, and a later sync will finish.
struct NewClinic {
    session::CreateClinic clinic;
    std::string app;                        // where the app is served
    std::optional<std::string> passphrase;  // asked for, or made, where none is given
    bool make_words = false;
};
struct FoundedClinic {
    Keepsakes keepsakes;
    GroupId id;
};
Result<FoundedClinic, Answer> found_clinic(const std::string& folder, const NewClinic& wanted);

Result<session::InviteSeen, Answer> make_invite(Household& household, const std::string& for_whom);

struct Invitation {
    std::string invite;       // the link, or the short code typed off the paper
    std::string paper_words;  // of a short code: the paper's eight words
    Sharing sharing;
};
// Reads the invite, joins its clinic and shares with it. The answer to give when it could not.
std::optional<Answer> join(Household& household, const Invitation& invitation);

// "readings,goals"; nothing for a word that is none of them.
std::optional<Sharing> sharing_named(std::string_view list);
std::string plain_name_of(Shared what);

}  // namespace goodweek::cli
