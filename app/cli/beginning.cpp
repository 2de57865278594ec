#include "cli/beginning.h"

#include <filesystem>

#include "cli/passphrase.h"

namespace goodweek::cli {

using namespace session;

namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::vector<std::string> groups_of(std::string_view code) {
    std::vector<std::string> groups(1);
    for (const char c : code) {
        if (c == '-' || c == ' ') {
            if (!groups.back().empty()) groups.emplace_back();
        } else {
            groups.back() += c;
        }
    }
    return groups;
}

void give_recovery_back(Household& household) {
    auto& draft = household.drafts().recovery;
    if (draft.code.empty()) return;
    const auto groups = groups_of(draft.code);
    draft.given.clear();
    for (const int asked : draft.asked)
        draft.given.push_back(
            static_cast<std::size_t>(asked) < groups.size() ? groups[static_cast<std::size_t>(asked)] : "");
    household.apply(ConfirmRecovery{});
}

}  // namespace

std::optional<Answer> choose_passphrase(Household& household, bool make_words) {
    const auto& state = household.state();
    if (state.stage == Stage::elsewhere) return refused("This profile is open in another program.");
    if (state.stage != Stage::blank) return refused("There is a profile in this folder already.");
    if (make_words) {
        household.apply(OfferWords{});
        use_passphrase(household, joined(state.drafts.create.offered));
        household.drafts().create.own_words = false;
        return std::nullopt;
    }
    const auto words = new_passphrase("A passphrase for this profile");
    if (!words) return wrong_use(std::string{no_passphrase} + " `--make-words` makes one.");
    use_passphrase(household, *words);
    return std::nullopt;
}

void use_passphrase(Household& household, std::string_view words) {
    auto& draft = household.drafts().create;
    draft.own_words = true;
    draft.passphrase = words;
    draft.again = words;
}

Result<Keepsakes, Answer> finish_creating(Household& household) {
    const auto& state = household.state();
    if (state.stage != Stage::open) {
        if (!state.drafts.create.problems.empty()) return Failure{refused(state.drafts.create.problems)};
        if (const auto trouble = household.trouble()) return Failure{refused(*trouble)};
        return Failure{refused("The profile could not be made.")};
    }
    Keepsakes keepsakes{.passphrase = {}, .recovery_code = state.drafts.recovery.code};
    give_recovery_back(household);
    if (const auto trouble = household.trouble()) return Failure{refused(*trouble)};
    return keepsakes;
}

void unmake_profile(const std::string& folder) {
    // Its own files and no others: the folder may be one that was there before.
    std::error_code ignored;
    for (const auto* name : {"hdr", "s", "m", "o"}) std::filesystem::remove_all(folder + "/" + name, ignored);
    std::filesystem::remove(folder, ignored);
}

}  // namespace goodweek::cli
