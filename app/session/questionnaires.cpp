// Answering a questionnaire: one question after the other, nothing lost by going back, and before everything else the page
// that an answer calls for.
#include <algorithm>
#include <utility>

#include "domain/typed_number.h"
#include "session/handlers.h"
#include "session/packs.h"
#include "session/questionnaires.h"
#include "session/sections.h"

namespace goodweek::session {

namespace {

const Questionnaire* in_hand(const Inside& in) {
    const auto& draft = in.state.drafts.question;
    return find_questionnaire(in.state, draft.questionnaire, draft.form);
}

Sentence sentence_for(const Question& question, AnswerProblem problem) {
    switch (problem) {
        case AnswerProblem::too_low:
        case AnswerProblem::too_high:
            return {
                .key = "question.outside",
                .gaps = {{"lowest", std::to_string(question.lowest)}, {"highest", std::to_string(question.highest)}}};
        case AnswerProblem::not_a_number: return {.key = "question.not_a_number"};
        case AnswerProblem::too_long: return {.key = "text.too_long"};
        case AnswerProblem::empty:
        case AnswerProblem::not_an_option: break;
    }
    return {.key = "question.choose"};
}

std::optional<std::int64_t> number_in(const QuestionDraft& draft) {
    if (draft.rating) return *draft.rating;
    const auto plain = plain_digits(draft.text);
    std::string_view rest = plain;
    const auto number = take_number(rest);
    if (!number || !rest.empty() || *number % 1000 != 0) return std::nullopt;
    return *number / 1000;
}

// What was chosen or typed becomes an answer, the wrong one too: nothing that was typed is lost.
ItemAnswer answer_in(const QuestionDraft& draft, const Question& question) {
    ItemAnswer answer{.question = question.id};
    const auto declining = static_cast<int>(question.options.size());
    answer.declined = draft.chosen == declining;
    if (answer.declined) return answer;
    if (question.kind == Question::Kind::choice && draft.chosen >= 0)
        answer.code = question.options[static_cast<std::size_t>(draft.chosen)].code;
    if (question.kind == Question::Kind::number) answer.number = number_in(draft);
    if (question.kind == Question::Kind::text || (!answer.number && !is_rating(question))) answer.text = draft.text;
    return answer;
}

// The page shows what was answered before.
void show_question(QuestionDraft& draft, const Question& question) {
    draft.chosen = -1;
    draft.rating.reset();
    draft.text.clear();
    draft.problems.clear();
    const auto* answer = answer_to(draft.answers, question.id);
    if (!answer) return;
    const auto option = std::ranges::find(question.options, answer->code, &AnswerOption::code);
    if (answer->declined) draft.chosen = static_cast<int>(question.options.size());
    else if (option != question.options.end()) draft.chosen = static_cast<int>(option - question.options.begin());
    if (answer->number && is_rating(question)) draft.rating = static_cast<int>(*answer->number);
    else draft.text = answer->number ? std::to_string(*answer->number) : answer->text;
}

// Answers to questions that are no longer put stay in the draft, and out of what is saved.
ItemAnswers answers_that_count(const Questionnaire& questionnaire, const ItemAnswers& all) {
    ItemAnswers kept;
    for (const auto* question : asked(questionnaire, all))
        if (const auto* answer = answer_to(all, question->id)) kept.push_back(*answer);
    return kept;
}

void save(Inside& in, const Questionnaire& questionnaire) {
    auto& draft = in.state.drafts.question;
    auto answers = answers_that_count(questionnaire, draft.answers);
    auto scores = scores_of(questionnaire, answers);
    const bool in_danger = std::ranges::any_of(answers, [&](const ItemAnswer& answer) {
        return safety_page(questionnaire, answer) == SafetyRule::Page::harm;
    });
    const auto entity = in.fresh_id();
    in.record(entity, draft.person, in.here(),
              Response{.questionnaire = questionnaire.id,
                       .form = questionnaire.form,
                       .version = questionnaire.version,
                       .title = questionnaire.title,
                       .mode = draft.mode,
                       .answers = std::move(answers),
                       .scores = std::move(scores),
                       .called_for_help = in_danger});
    const Route to{.page = Page::scores, .person = draft.person, .what = questionnaire.id + "." + questionnaire.form};
    in.state.just_done = entity;
    in.notify(Notice::Tone::thanks, {.key = "question.saved"}, entity);
    draft = {};
    in.go(to);
}

// The first page that any of the answers calls for, or what they came to.
std::optional<SafetyRule::Page> called_for(const Questionnaire& questionnaire, const ItemAnswers& all) {
    const auto answers = answers_that_count(questionnaire, all);
    for (const auto& answer : answers)
        if (const auto page = safety_page(questionnaire, answer)) return page;
    return safety_page(questionnaire, scores_of(questionnaire, answers));
}

void go_on(Inside& in, const Questionnaire& questionnaire) {
    auto& draft = in.state.drafts.question;
    const auto put = asked(questionnaire, draft.answers);
    if (draft.at + 1 < put.size()) return show_question(draft, *put[++draft.at]);
    // Once more before anything is saved.
    draft.safety = called_for(questionnaire, draft.answers);
    draft.saving = draft.safety.has_value();
    if (!draft.safety) save(in, questionnaire);
}

}  // namespace

const Questionnaire* find_questionnaire(const State& state, std::string_view id, std::string_view form) {
    for (const auto& one : state.lent)
        if (one.form.id == id && one.form.form == form) return &one.form;
    for (const auto& one : state.questionnaires)
        if (one.id == id && one.form == form) return &one;
    return nullptr;
}

const Questionnaire* find_questionnaire(const State& state, std::string_view what) {
    const auto dot = what.find('.');
    if (dot == std::string_view::npos) return nullptr;
    return find_questionnaire(state, what.substr(0, dot), what.substr(dot + 1));
}

bool is_for(const Questionnaire& questionnaire, std::optional<int> years) {
    return years ? *years >= questionnaire.youngest && *years <= questionnaire.oldest : questionnaire.form != "child";
}

bool can_be_put(const State& state, const Questionnaire& questionnaire) {
    const auto over = [&](const State::Lent& one) {
        return one.form.id == questionnaire.id && one.form.form == questionnaire.form && one.until < state.today();
    };
    return has_words(questionnaire) && std::ranges::none_of(state.lent, over);
}

std::vector<const Questionnaire*> offered(const State& state, const PersonId& person) {
    const auto years = years_of(state, person);
    const auto packs = packs_for(state, person);
    const auto asked_for = [&](const Questionnaire& form) {
        return std::ranges::any_of(packs, [&](const Pack* pack) {
            return std::ranges::any_of(pack->forms, [&](const PackForm& one) {
                return one.questionnaire == form.id && one.form == form.form;
            });
        });
    };
    std::vector<const Questionnaire*> all;
    for (const auto& one : state.questionnaires)
        if (const auto* form = find_questionnaire(state, one.id, one.form);
            is_for(*form, years) && can_be_put(state, *form) && (!form->together || asked_for(*form)))
            all.push_back(form);
    return all;
}

bool is_rating(const Question& question) {
    return question.kind == Question::Kind::number && question.lowest == 0 && question.highest == 10;
}

const Question* question_in_hand(const State& state) {
    const auto& draft = state.drafts.question;
    const auto* questionnaire = find_questionnaire(state, draft.questionnaire, draft.form);
    if (!questionnaire || !can_be_put(state, *questionnaire)) return nullptr;
    const auto put = asked(*questionnaire, draft.answers);
    return draft.at < put.size() ? put[draft.at] : nullptr;
}

void Inside::fill_question_draft(const Route& route) {
    auto& draft = state.drafts.question;
    const auto person = route.person.empty() ? state.looking_at : route.person;
    const std::string_view what = route.what;
    const auto dot = std::min(what.find('.'), what.size());
    const auto id = what.substr(0, dot), form = what.substr(std::min(dot + 1, what.size()));
    // Half answered and left: it goes on where it was.
    if (draft.questionnaire == id && draft.form == form && draft.person == person) return;
    draft = {.person = person, .questionnaire = std::string(id), .form = std::string(form)};
}

void apply(Inside& in, const BeginQuestions&) {
    auto& draft = in.state.drafts.question;
    draft.begun = true;
    if (const auto* question = question_in_hand(in.state)) show_question(draft, *question);
}

void apply(Inside& in, const ChooseAnswer&) {
    auto& draft = in.state.drafts.question;
    const auto* questionnaire = in_hand(in);
    const auto* question = question_in_hand(in.state);
    if (!question) return;
    draft.problems.clear();
    put_answer(draft.answers, answer_in(draft, *question));
    draft.safety = safety_page(*questionnaire, *answer_to(draft.answers, question->id));
}

void apply(Inside& in, const NextQuestion&) {
    auto& draft = in.state.drafts.question;
    const auto* questionnaire = in_hand(in);
    const auto* question = question_in_hand(in.state);
    if (!question || draft.safety) return;
    draft.problems.clear();
    const auto answer = answer_in(draft, *question);
    if (const auto problem = check(*question, answer)) {
        draft.problems.push_back({"answer", sentence_for(*question, *problem)});
        return in.ask(Announce{{.key = "problem.heading"}, true});
    }
    const auto* before = answer_to(draft.answers, question->id);
    const bool new_answer = !before || !(*before == answer);
    put_answer(draft.answers, answer);
    if (new_answer) draft.safety = safety_page(*questionnaire, answer);
    if (!draft.safety) go_on(in, *questionnaire);
}

void apply(Inside& in, const QuestionBefore&) {
    auto& draft = in.state.drafts.question;
    if (draft.at == 0) {
        draft.begun = false;
        return;
    }
    --draft.at;
    if (const auto* question = question_in_hand(in.state)) show_question(draft, *question);
}

void apply(Inside& in, const SafetyRead&) {
    auto& draft = in.state.drafts.question;
    draft.safety.reset();
    if (const auto* questionnaire = in_hand(in); questionnaire && std::exchange(draft.saving, false))
        save(in, *questionnaire);
}

void apply(Inside& in, const LeaveQuestions&) {
    in.state.drafts.question = {};
    in.go({.page = Page::questionnaires});
}

}  // namespace goodweek::session
