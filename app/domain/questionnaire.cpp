#include "domain/questionnaire.h"

#include <algorithm>
#include <cstdlib>

#include "domain/text.h"

namespace goodweek {

namespace {

const AnswerOption* option_of(const Question& question, std::string_view code) {
    const auto found = std::ranges::find(question.options, code, &AnswerOption::code);
    return found == question.options.end() ? nullptr : &*found;
}

// A refusal and an empty box are answers, and say nothing.
bool says_something(const ItemAnswer* answer) {
    return answer && !answer->declined && (!answer->code.empty() || answer->number || !answer->text.empty());
}

std::optional<Thousandths> value_of(const Question& question, const ItemAnswer* answer) {
    if (!says_something(answer)) return std::nullopt;
    if (question.kind == Question::Kind::number && answer->number) return *answer->number * 1000;
    const auto* option = option_of(question, answer->code);
    return option ? option->value : std::nullopt;
}

// Where options are compared, they are by what they count.
std::optional<int> order_of(const Question& question, const AskedWhen& when, const ItemAnswer& answer) {
    const auto sign = [](auto a, auto b) { return a < b ? -1 : a > b ? 1 : 0; };
    if (when.code.empty()) {
        const auto value = value_of(question, &answer);
        return value ? std::optional{sign(*value, when.number * 1000)} : std::nullopt;
    }
    if (answer.code == when.code) return 0;
    const auto *chosen = option_of(question, answer.code), *meant = option_of(question, when.code);
    if (!chosen || !meant || !chosen->value || !meant->value) return std::nullopt;
    return sign(*chosen->value, *meant->value);
}

bool holds(const Questionnaire& questionnaire, const AskedWhen& when, const ItemAnswers& answers) {
    using Is = AskedWhen::Is;
    const auto* question = questionnaire.find(when.question);
    const auto* answer = answer_to(answers, when.question);
    const bool said = question && is_asked(questionnaire, *question, answers) && says_something(answer);
    if (when.is == Is::answered) return said;
    if (when.is == Is::unanswered) return !said;
    if (!said) return false;
    const auto order = order_of(*question, when, *answer);
    switch (when.is) {
        case Is::equal: return order == 0;
        case Is::other: return order != 0;
        case Is::more: return order && *order > 0;
        case Is::less: return order && *order < 0;
        case Is::at_least: return order && *order >= 0;
        case Is::at_most: return order && *order <= 0;
        default: return false;
    }
}

std::optional<Thousandths> scored(const ScoreRule& rule, Thousandths sum) {
    if (rule.table.empty()) return sum * rule.times / 1000;
    const auto row = std::ranges::find(rule.table, sum, &std::pair<Thousandths, Thousandths>::first);
    return row == rule.table.end() ? std::nullopt : std::optional{row->second};
}

ScoreGiven score_by(const Questionnaire& questionnaire, const ScoreRule& rule, const ItemAnswers& answers) {
    ScoreGiven given{.score = rule.id, .of = static_cast<int>(rule.questions.size())};
    Thousandths sum = 0;
    for (const auto& id : rule.questions) {
        const auto* question = questionnaire.find(id);
        if (!question) continue;
        const auto value = is_asked(questionnaire, *question, answers) ? value_of(*question, answer_to(answers, id))
                                                                       : question->when_skipped;
        if (!value) continue;
        sum += *value;
        ++given.answered;
    }
    if (static_cast<std::size_t>(given.answered) >= std::max<std::size_t>(rule.needed, 1))
        given.value = scored(rule, sum);
    return given;
}

}  // namespace

const Question* Questionnaire::find(std::string_view question) const {
    const auto found = std::ranges::find(questions, question, &Question::id);
    return found == questions.end() ? nullptr : &*found;
}

const ScoreRule* Questionnaire::find_score(std::string_view score) const {
    const auto found = std::ranges::find(scores, score, &ScoreRule::id);
    return found == scores.end() ? nullptr : &*found;
}

const ItemAnswer* answer_to(const ItemAnswers& answers, std::string_view question) {
    const auto found = std::ranges::find(answers, question, &ItemAnswer::question);
    return found == answers.end() ? nullptr : &*found;
}

void put_answer(ItemAnswers& answers, ItemAnswer answer) {
    const auto found = std::ranges::find(answers, answer.question, &ItemAnswer::question);
    if (found == answers.end()) answers.push_back(std::move(answer));
    else *found = std::move(answer);
}

bool has_words(const Questionnaire& questionnaire) {
    return std::ranges::none_of(questionnaire.questions, &std::string::empty, &Question::words);
}

bool is_asked(const Questionnaire& questionnaire, const Question& question, const ItemAnswers& answers) {
    const auto held = [&](const AskedWhen& when) { return holds(questionnaire, when, answers); };
    if (question.asked_when.empty()) return true;
    return question.any_will_do ? std::ranges::any_of(question.asked_when, held)
                                : std::ranges::all_of(question.asked_when, held);
}

std::optional<AnswerProblem> check(const Question& question, const ItemAnswer& answer) {
    if (answer.declined) return std::nullopt;
    if (!says_something(&answer)) return question.needed ? std::optional{AnswerProblem::empty} : std::nullopt;
    switch (question.kind) {
        case Question::Kind::choice:
            return option_of(question, answer.code) ? std::nullopt : std::optional{AnswerProblem::not_an_option};
        case Question::Kind::number:
            if (!answer.number) return AnswerProblem::not_a_number;
            if (*answer.number < question.lowest) return AnswerProblem::too_low;
            if (*answer.number > question.highest) return AnswerProblem::too_high;
            return std::nullopt;
        case Question::Kind::text:
            return answer.text.size() > longest_answer ? std::optional{AnswerProblem::too_long} : std::nullopt;
        case Question::Kind::words_only: return std::nullopt;
    }
    return std::nullopt;
}

std::vector<const Question*> asked(const Questionnaire& questionnaire, const ItemAnswers& answers) {
    std::vector<const Question*> put;
    for (const auto& question : questionnaire.questions)
        if (question.kind != Question::Kind::words_only && is_asked(questionnaire, question, answers))
            put.push_back(&question);
    return put;
}

std::string words_before(const Questionnaire& questionnaire, const Question& question) {
    std::string words;
    for (const auto& one : questionnaire.questions) {
        if (one.id == question.id) break;
        if (one.kind == Question::Kind::words_only) words = one.words;
    }
    return words;
}

std::vector<ScoreGiven> scores_of(const Questionnaire& questionnaire, const ItemAnswers& answers) {
    std::vector<ScoreGiven> all;
    for (const auto& rule : questionnaire.scores) all.push_back(score_by(questionnaire, rule, answers));
    return all;
}

std::optional<SafetyRule::Page> safety_page(const Questionnaire& questionnaire, const ItemAnswer& answer) {
    const auto* question = questionnaire.find(answer.question);
    const auto value = question ? value_of(*question, &answer) : std::nullopt;
    for (const auto& rule : questionnaire.safety)
        if (value && rule.question == answer.question && rule.is_met(*value)) return rule.page;
    return std::nullopt;
}

std::optional<SafetyRule::Page> safety_page(const Questionnaire& questionnaire, std::span<const ScoreGiven> scores) {
    for (const auto& rule : questionnaire.safety)
        for (const auto& score : scores)
            if (score.value && !rule.score.empty() && rule.score == score.score && rule.is_met(*score.value))
                return rule.page;
    return std::nullopt;
}

Change change_between(const ScoreRule& rule, Thousandths before, Thousandths after) {
    const Thousandths moved = after - before;
    const Thousandths enough = std::max(rule.matters.value_or(rule.any_change), rule.reliable.value_or(0));
    if (std::abs(moved) < rule.any_change) return Change::none;
    if (std::abs(moved) < enough || rule.better == Better::neither) return Change::could_be_chance;
    return (moved > 0) == (rule.better == Better::higher) ? Change::better : Change::worse;
}

}  // namespace goodweek
