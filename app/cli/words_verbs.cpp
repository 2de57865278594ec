// words sign, words take: the words of a form that belongs to somebody, from a clinic that holds its licence.
#include "cli/files.h"
#include "cli/household.h"
#include "cli/verbs.h"
#include "exchange/lent_words_file.h"
#include "library.h"

namespace goodweek::cli {

using namespace session;

namespace {

Json json_of(const State::Lent& one) {
    return {{"questionnaire", one.form.id},
            {"form", one.form.form},
            {"holder", one.holder},
            {"licence", one.licence_number},
            {"until", to_iso(one.until)}};
}

Json all_lent(const State& state) {
    Json all = Json::array();
    for (const auto& one : state.lent) all.push_back(json_of(one));
    return all;
}

}  // namespace

Answer sign_words(const Call& call) {
    const auto text = read_file(call.words[0]);
    if (!text) return refused(text.error());
    const auto words = exchange::lent_words_from_json(text_of(*text));
    if (!words)
        return refused("\u201C" + call.words[0] + "\u201D: mistake at " + words.error().where +
                       ". Nothing was signed.");
    Household household{call.profile};
    if (const auto stop = open(household)) return *stop;
    if (household.state().side != Side::clinic)
        return refused("Only a clinic lends words. This profile is a family\u2019s.");
    household.hear_of_library(library_file);
    household.apply(LendWords{*words});
    if (const auto trouble = household.trouble()) return refused(*trouble);
    const auto offered = household.take_offered();
    if (offered.empty()) return refused("Nothing was signed.");
    if (const auto written = write_file(call.words[1], offered.front().bytes, over(call)); !written)
        return refused(written.error());
    return done({{"signed", call.words[1]}, {"lent", all_lent(household.state())}},
                call.words[1] + " is signed. Give it to the families it is for.");
}

Answer take_words(const Call& call) {
    const auto file = read_file(call.words[0]);
    if (!file) return refused(file.error());
    Household household{call.profile};
    if (const auto stop = open(household)) return *stop;
    household.hear_of_library(library_file);
    household.apply(FileChosen{.purpose = "words", .name = call.words[0], .bytes = *file});
    if (const auto trouble = household.trouble()) return refused(*trouble);
    std::string text;
    for (const auto& one : household.state().lent)
        text +=
            (text.empty() ? "" : "\n") + one.form.title + ", lent by " + one.holder + " until " + to_iso(one.until);
    return done({{"lent", all_lent(household.state())}}, std::move(text));
}

}  // namespace goodweek::cli
