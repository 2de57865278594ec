#include "cli/joining.h"

#include <algorithm>

#include "domain/text.h"

namespace goodweek::cli {

using namespace session;

namespace {

constexpr std::string_view no_relay =
    "The relay could not be reached. What is waiting stays here, and can be sent later.";

std::optional<Shared> shared_named(std::string_view word) {
    for (const auto what : every_kind_shared)
        if (same_words(word, to_text(what))) return what;
    if (same_words(word, "symptoms") || same_words(word, "notes")) return Shared::symptoms_and_notes;
    return std::nullopt;
}

// A typed code says which clinic only through the relay, so its words have to be held against the paper's.
std::optional<Answer> compare_words(Household& household, std::string_view paper) {
    const auto& invite = household.state().invite;
    if (!invite || invite->scanned) return std::nullopt;
    std::string words;
    for (const auto& word : invite->words) words += (words.empty() ? "" : " ") + word;
    if (paper.empty())
        return refused("Compare these words with the paper: " + words +
                       ". If they are the same, run this again with --paper-words \"" + words + "\".");
    if (!same_words(paper, words))
        return refused("The words on the paper are not those of the clinic that answered: " + words + ".");
    household.drafts().join.words_match = true;
    return std::nullopt;
}

}  // namespace

std::optional<Answer> sync_fully(Household& household) {
    household.sync();
    const auto& sending = household.state().sending;
    switch (sending.state) {
        case Sending::alone: return refused("There is nobody to send to yet. `join INVITE` joins a clinic.");
        case Sending::offline: return refused(std::string{no_relay});
        case Sending::failed:
            return sending.trouble ? refused(*sending.trouble) : refused("The relay did not take everything.");
        case Sending::sending:
            return refused("The relay is busy. What is still waiting stays here, and can be sent later.");
        case Sending::idle:
            if (sending.put_off)
                return refused("The relay is busy, and there is more to fetch. Run `sync` again in a minute.");
            break;
    }
    if (const auto trouble = household.trouble()) return refused(*trouble);
    return std::nullopt;
}

Result<FoundedClinic, Answer> found_clinic(const std::string& folder, const NewClinic& wanted) {
    std::optional<Answer> stop;
    {
        Household household{folder, local_offset(), wanted.app};
        if (wanted.passphrase) use_passphrase(household, *wanted.passphrase);
        else if (const auto no_words = choose_passphrase(household, wanted.make_words)) return Failure{*no_words};
        const auto words = household.state().drafts.create.passphrase;
        household.apply(wanted.clinic);
        auto keepsakes = finish_creating(household);
        if (!keepsakes) return Failure{keepsakes.error()};
        if (wanted.make_words) keepsakes->passphrase = words;
        stop = sync_fully(household);
        if (!stop) return FoundedClinic{*std::move(keepsakes), household.state().own};
        if (household.state().sending.state == Sending::offline) return Failure{*stop};
    }
    unmake_profile(folder);
    return Failure{*stop};
}

Result<InviteSeen, Answer> make_invite(Household& household, const std::string& for_whom) {
    household.go_online();
    household.apply(InviteFamily{for_whom});
    const auto& made = household.state().made_invite;
    household.talk_until([&] { return made.has_value(); });
    if (made) return *made;
    if (household.state().sending.state == Sending::offline) return Failure{refused(std::string{no_relay})};
    if (const auto trouble = household.trouble()) return Failure{refused(*trouble)};
    return Failure{refused("The invite could not be made. Only a clinic\u2019s own profile can make one.")};
}

std::optional<Answer> join(Household& household, const Invitation& invitation) {
    const auto& state = household.state();
    auto& draft = household.drafts().join;
    const auto problem = [&]() -> std::optional<Answer> {
        if (!draft.problems.empty()) return refused(draft.problems);
        if (const auto trouble = household.trouble()) return refused(*trouble);
        if (state.joining && state.sending.state == Sending::offline) return refused(std::string{no_relay});
        return std::nullopt;
    };
    household.go_online();
    draft.typed = invitation.invite;
    household.apply(LookAtInvite{});
    household.talk_until([&] { return !state.joining; });
    if (const auto stop = problem()) return stop;
    if (const auto stop = compare_words(household, invitation.paper_words)) return stop;
    draft.sharing = invitation.sharing;
    draft.sharing_begun = true;
    household.apply(JoinClinic{});
    household.talk_until([&] { return !state.joining; });
    if (const auto stop = problem()) return stop;
    const auto* family = state.family();
    if (!family || !family->linked) return refused("The clinic could not be joined.");
    return std::nullopt;
}

std::optional<Sharing> sharing_named(std::string_view list) {
    Sharing sharing;
    while (!list.empty()) {
        const auto end = std::min(list.find(','), list.size());
        const auto what = shared_named(trimmed(list.substr(0, end)));
        if (!what) return std::nullopt;
        sharing = sharing.with(*what, true);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return sharing;
}

std::string plain_name_of(Shared what) {
    std::string name{to_text(what)};
    std::ranges::replace(name, '_', ' ');
    return name;
}

}  // namespace goodweek::cli
