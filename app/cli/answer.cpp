#include "cli/answer.h"

#include <cstdio>

#include "ui/words.h"

namespace goodweek::cli {

namespace {

Answer refused(Json details, std::string text) {
    return {.exit = Exit::refused, .json = {{"refused", std::move(details)}}, .text = std::move(text)};
}

}  // namespace

Answer done(Json json, std::string text) {
    return {.exit = Exit::done, .json = std::move(json), .text = std::move(text)};
}

Answer refused(std::string why) { return refused(Json{{"why", why}}, why); }

Answer refused(const Sentence& why) {
    const auto words = say(why);
    return refused(Json{{"why", words}, {"key", why.key}}, words);
}

Answer refused(const session::Problems& problems) {
    Json all = Json::array();
    std::string text;
    for (const auto& problem : problems) {
        const auto words = say(problem.sentence);
        all.push_back({{"why", words}, {"key", problem.sentence.key}, {"field", problem.field}});
        if (!text.empty()) text += '\n';
        text += words;
    }
    if (all.empty()) return refused("This could not be done.");
    // The first is the one to mend first; the others stand beside it.
    Json details = all.front();
    if (all.size() > 1) details["all"] = std::move(all);
    return refused(std::move(details), text);
}

Answer wrong_use(std::string why) {
    return {.exit = Exit::wrong_use, .json = {{"wrong_use", {{"why", why}}}}, .text = std::move(why)};
}

std::string say(const Sentence& sentence) { return ui::english().say(sentence); }

int print(const Answer& answer, bool as_json) {
    auto* where = as_json || answer.exit == Exit::done ? stdout : stderr;
    const auto text = as_json ? answer.json.dump(-1, ' ', false, Json::error_handler_t::replace) : answer.text;
    if (!text.empty()) std::fprintf(where, "%s\n", text.c_str());
    // What nobody could be told was not done: a full disk, a closed pipe.
    if (std::fflush(where) != 0 && answer.exit == Exit::done) return static_cast<int>(Exit::refused);
    return static_cast<int>(answer.exit);
}

}  // namespace goodweek::cli
