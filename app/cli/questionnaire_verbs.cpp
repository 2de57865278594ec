// Questionnaires: which there are, an answered one from a file, and what they came to.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "cli/files.h"
#include "cli/finding.h"
#include "cli/household.h"
#include "cli/verbs.h"
#include "exchange/library.h"
#include "library.h"
#include "session/questionnaires.h"

namespace goodweek::cli {

using namespace session;

namespace {

const std::vector<Questionnaire>& all_questionnaires() {
    static const auto library = exchange::open_library(library_file).value_or(exchange::Library{});
    return library.questionnaires;
}

std::string class_of(const Questionnaire& one) {
    switch (one.licence_class) {
        case LicenceClass::free: return "A";
        case LicenceClass::share_alike: return "B";
        case LicenceClass::licensed: return "C";
    }
    std::unreachable();
}

Json json_of(const Question& question) {
    Json json = {{"question", question.id}, {"text", question.words}, {"needed", question.needed}};
    if (question.kind == Question::Kind::number) json["from_to"] = {question.lowest, question.highest};
    for (const auto& option : question.options)
        json["options"].push_back({{"code", option.code},
                                   {"words", option.words},
                                   {"value", option.value ? Json(number_of(*option.value)) : Json(nullptr)}});
    return json;
}

Json json_of(const Questionnaire& one) {
    Json json = {{"questionnaire", one.id},   {"form", one.form},       {"version", one.version},
                 {"title", one.title},        {"class", class_of(one)}, {"attribution", one.attribution},
                 {"licence", one.licence},    {"minutes", one.minutes}, {"has_words", has_words(one)},
                 {"questions", Json::array()}};
    for (const auto& question : one.questions)
        if (question.kind != Question::Kind::words_only) json["questions"].push_back(json_of(question));
    return json;
}

Json json_of(const std::vector<ScoreGiven>& scores) {
    Json json = Json::array();
    for (const auto& score : scores)
        json.push_back({{"score", score.score},
                        {"value", score.value ? Json(number_of(*score.value)) : Json(nullptr)},
                        {"answered", score.answered},
                        {"of", score.of}});
    return json;
}

std::string line_of(const std::vector<ScoreGiven>& scores) {
    std::string line;
    for (const auto& score : scores) {
        if (!line.empty()) line += ", ";
        line += score.score + " ";
        line += score.value
                    ? Json(number_of(*score.value)).dump()
                    : "not scored (" + std::to_string(score.answered) + " of " + std::to_string(score.of) + ")";
    }
    return line;
}

// {"mode": "alone", "answers": {"1": "2", "2": null, "3": 7}}: an option's code, a number or words; null is "would rather
// not say".
struct AnswerFile {
    AnswerMode mode = AnswerMode::alone;
    Json answers;
};

constexpr std::array modes{std::pair{std::string_view{"alone"}, AnswerMode::alone},
                           std::pair{std::string_view{"read_aloud"}, AnswerMode::read_aloud},
                           std::pair{std::string_view{"interpreter"}, AnswerMode::interpreter},
                           std::pair{std::string_view{"proxy"}, AnswerMode::proxy}};

std::optional<AnswerFile> read_answers(std::string_view text) {
    const auto json = Json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("answers") || !json["answers"].is_object()) return std::nullopt;
    AnswerFile file{.answers = json["answers"]};
    if (json.contains("mode")) {
        const auto name = json["mode"].is_string() ? json["mode"].get<std::string>() : "";
        const auto found = std::ranges::find(modes, name, &std::pair<std::string_view, AnswerMode>::first);
        if (found == modes.end()) return std::nullopt;
        file.mode = found->second;
    }
    return file;
}

// Fills the draft as the page would.
void fill(QuestionDraft& draft, const Question& question, const Json& answer) {
    draft.chosen = -1;
    draft.rating.reset();
    draft.text.clear();
    if (answer.is_null()) {
        draft.chosen = static_cast<int>(question.options.size());
        return;
    }
    const auto words = answer.is_string() ? answer.get<std::string>() : answer.dump();
    const auto option = std::ranges::find(question.options, words, &AnswerOption::code);
    if (option != question.options.end()) draft.chosen = static_cast<int>(option - question.options.begin());
    else if (is_rating(question) && answer.is_number_integer()) draft.rating = answer.get<int>();
    else draft.text = words;
}

// Question by question, as the page puts them. What is wrong with the file, or nothing when all was saved.
std::optional<Answer> answer_all(Household& household, const AnswerFile& file) {
    const auto& state = household.state();
    auto& draft = household.drafts().question;
    draft.mode = file.mode;
    household.apply(BeginQuestions{});
    while (const auto* question = question_in_hand(state)) {
        const auto id = question->id;
        if (file.answers.contains(id)) fill(draft, *question, file.answers[id]);
        household.apply(ChooseAnswer{});
        household.apply(SafetyRead{});
        household.apply(NextQuestion{});
        if (!draft.problems.empty())
            return refused("Question " + id + ": " + say(draft.problems.front().sentence) + ". Nothing was saved.");
        if (draft.safety) household.apply(SafetyRead{});
    }
    return std::nullopt;
}

}  // namespace

Answer list_questionnaires(const Call&) {
    Json json = Json::array();
    std::string text;
    for (const auto& one : all_questionnaires()) {
        json.push_back(json_of(one));
        std::string line = one.id + (one.form == "adult" ? "" : " --form " + one.form);
        line.resize(std::max<std::size_t>(line.size() + 2, 22), ' ');
        text += (text.empty() ? "" : "\n") + line + one.title + ", " + one.attribution;
        if (!has_words(one)) text += " (its words come from your clinic)";
    }
    return done(std::move(json), std::move(text));
}

Answer answer_questionnaire(const Call& call) {
    const auto form = call.has("--form") ? call.value("--form") : "adult";
    const auto bytes = read_file(call.words[2]);
    if (!bytes) return refused(bytes.error());
    const auto file = read_answers({reinterpret_cast<const char*>(bytes->data()), bytes->size()});
    if (!file)
        return refused("\u201C" + call.words[2] +
                       "\u201D is not a file of answers. Write it as {\"answers\": {\"1\": \"2\"}}.");
    Household household{call.profile};
    if (const auto stop = open(household)) return *stop;
    household.hear_of_library(library_file);
    const auto* questionnaire = find_questionnaire(household.state(), call.words[1], form);
    if (!questionnaire)
        return refused("There is no questionnaire \u201C" + call.words[1] + "\u201D in the form \u201C" + form +
                       "\u201D. `questionnaires` lists them.");
    if (!can_be_put(household.state(), *questionnaire))
        return refused(say({.key = has_words(*questionnaire) ? "lent.over" : "lent.words_missing"}));
    const auto someone = find_person(household.state(), call.words[0]);
    if (!someone) return someone.error();
    household.apply(LookAt{someone->person});
    household.apply(Go{{.page = Page::question, .person = someone->person, .what = call.words[1] + "." + form}});
    if (const auto stop = answer_all(household, *file)) return *stop;
    if (const auto trouble = household.trouble()) return refused(*trouble);
    const auto& written = household.state().just_done;
    const auto* entity = written ? someone->family->log.find(*written) : nullptr;
    const auto* response = entity ? entity->as<Response>() : nullptr;
    if (!response) return refused("The answers were not saved.");
    return done({{"entry", written->hex()},
                 {"questionnaire", response->questionnaire},
                 {"form", response->form},
                 {"scores", json_of(response->scores)}},
                "Saved: " + response->title + ", " + line_of(response->scores));
}

Answer list_scores(const Call& call) {
    Household household{call.profile};
    if (const auto stop = open(household, For::reading)) return *stop;
    const auto someone = find_person(household.state(), call.words[0], call.value("--family"));
    if (!someone) return someone.error();
    Json json = Json::array();
    std::string text;
    const auto& responses = someone->family->answers.responses;
    for (const auto& series : responses.series_of(someone->person)) {
        if (call.words.size() > 1 && series.questionnaire != call.words[1]) continue;
        for (const auto& at : responses.of(series)) {
            json.push_back({{"at", to_iso(at.at)},
                            {"questionnaire", series.questionnaire},
                            {"form", series.form},
                            {"version", at.version},
                            {"by_proxy", series.by_proxy},
                            {"scores", json_of(at.scores)}});
            text +=
                (text.empty() ? "" : "\n") + to_iso(at.at) + "  " + series.questionnaire + "  " + line_of(at.scores);
        }
    }
    return done(std::move(json), text.empty() ? "Nothing was answered yet." : text);
}

}  // namespace goodweek::cli
